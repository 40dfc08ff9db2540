#include "base/lines.hpp"

#include "base/runs.hpp"

namespace base {
namespace {

constexpr std::string_view joints = ".-@/_";

// Signs of Chinese and Japanese that never begin a line.
constexpr std::string_view closing = "、。，．！？：；」』）】〉》";

std::string_view letter_at(std::string_view text, std::size_t at) { return text.substr(at, letter_end(text, at) - at); }

std::string_view without_last_blanks(std::string_view line)
{
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    return line;
}

// The end of what must stand on one line from `at` on, if it fits.
std::size_t word_end(std::string_view text, std::size_t at, Breaks breaks)
{
    while (at < text.size() && text[at] != ' ') {
        const auto letter = letter_at(text, at);
        at += letter.size();
        if (breaks == Breaks::field && letter == "-") break;
        if (at == text.size()) break;
        const auto next = letter_at(text, at);
        if ((stands_alone(letter) || stands_alone(next)) && closing.find(next) == std::string_view::npos) break;
    }
    return at;
}

// How much of a word that is wider than a line stands on one; at least a letter.
std::size_t part_of(std::string_view word, float width, const Ruler& ruler, Breaks breaks)
{
    std::size_t end = 0, joint = 0;
    for (float used = 0; end < word.size();) {
        const auto letter = letter_at(word, end);
        used += ruler.width(letter);
        if (end > 0 && used > width) break;
        end += letter.size();
        if (breaks == Breaks::names && joints.find(letter) != std::string_view::npos) joint = end;
    }
    return joint > 0 && end < word.size() ? joint : end;
}

void break_into(std::vector<std::string_view>& lines, std::string_view text, float width, const Ruler& ruler,
                Breaks breaks)
{
    std::size_t from = 0, at = 0;
    float       used = 0;
    while (at < text.size()) {
        const auto begin = text.find_first_not_of(' ', at);
        if (begin == std::string_view::npos) break;
        if (at == from && from > 0) from = at = begin;
        const auto  end  = word_end(text, begin, breaks);
        const float word = ruler.width(text.substr(begin, end - begin));
        used += ruler.width(text.substr(at, begin - at));
        if (used + word <= width) {
            at = end;
            used += word;
        } else {
            if (at > from) lines.push_back(without_last_blanks(text.substr(from, at - from)));
            from = at = begin;
            used      = 0;
            if (word <= width) continue;
            at += part_of(text.substr(begin, end - begin), width, ruler, breaks);
            lines.push_back(text.substr(from, at - from));
            from = at;
        }
    }
    if (from < text.size() || text.empty()) lines.push_back(without_last_blanks(text.substr(from)));
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view words, float width, const Ruler& ruler, Breaks breaks)
{
    std::vector<std::string_view> lines;
    for (;;) {
        const auto newline = words.find('\n');
        const auto text    = words.substr(0, newline);
        // The sum of the words can differ from the whole in the last digit.
        if (width <= 0 || ruler.width(text) <= width) lines.push_back(without_last_blanks(text));
        else break_into(lines, text, width, ruler, breaks);
        if (newline == std::string_view::npos) break;
        words.remove_prefix(newline + 1);
        if (words.empty()) break;
    }
    return lines;
}

Cut cut(std::string_view words, float width, const Ruler& ruler)
{
    std::vector<std::size_t> ends;
    std::vector<float>       widths;
    for (std::size_t at = 0; at < words.size();) {
        const auto letter = letter_at(words, at);
        ends.push_back(at += letter.size());
        widths.push_back(ruler.width(letter));
    }
    const bool  name = words.find(' ') == std::string_view::npos &&
                       words.find_first_of(joints) != std::string_view::npos;
    std::size_t last = ends.size();
    float       tail = 0;
    while (name && last > 0 && tail + widths[last - 1] <= width / 2) tail += widths[--last];
    std::size_t first = 0;
    for (float head = 0; first < last && head + widths[first] <= width - tail; ++first) head += widths[first];
    const auto head = words.substr(0, first > 0 ? ends[first - 1] : 0);
    return {without_last_blanks(head),
            last < ends.size() ? words.substr(last > 0 ? ends[last - 1] : 0) : std::string_view()};
}

}  // namespace base
