#include "query/collation.hpp"

#include "base/sort.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

namespace query {
namespace {

constexpr char first_asked = '\t', after_folded = '\x1e', after_character = '\x1f', last_asked = '~';

// Control characters get no weight, except the blanks among them.
bool is_asked(char letter)
{
    return letter >= first_asked && letter <= last_asked && (letter <= '\r' || letter >= ' ');
}

// Added to the secondary weight of ligatures, so that it is beyond that of all accents of their first letter.
constexpr std::uint32_t ligature = 0x4000;

bool is_ascii(std::string_view text)
{
    std::uint64_t all = 0, eight = 0;
    std::size_t   at = 0;
    for (; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        all |= eight;
    }
    for (; at < text.size(); ++at) all |= static_cast<unsigned char>(text[at]);
    return (all & 0x8080808080808080ULL) == 0;
}

// The answer without a platform's collation: by the folded letters, then by code.
std::string plain_answer(const std::vector<std::string>& characters)
{
    struct Place {
        std::string folded;
        std::size_t index = 0;
    };
    std::vector<Place> places(characters.size());
    for (std::size_t index = 0; index < places.size(); ++index) places[index] = {base::fold(characters[index]), index};
    base::sort(places, [&](const Place& a, const Place& b) {
        if (a.folded != b.folded) return a.folded < b.folded;
        const auto &left = characters[a.index], &right = characters[b.index];
        if (is_ascii(left) != is_ascii(right)) return is_ascii(left);
        return is_ascii(left) ? left > right : left < right;  // a before A
    });
    std::vector<std::array<std::uint32_t, 4>> numbers(characters.size());
    std::array<std::uint32_t, 4>              now{};
    for (std::size_t place = 0; place < places.size(); ++place) {
        const auto& [folded, index] = places[place];
        if (folded != (place == 0 ? "" : places[place - 1].folded)) now = {now[0] + 1, 0, 0, 0};
        else if (is_ascii(characters[index])) ++now[2];
        else now = {now[0], now[1] + 1, 0, 0};
        now[3]         = folded.size() > 1 && is_ascii(folded) ? 2 : 0;
        numbers[index] = now;
    }
    std::string answer;
    for (const auto& four : numbers)
        for (const auto number : four) answer += std::to_string(number) + ' ';
    return answer;
}

}  // namespace

bool Collation::is_mark(std::string_view text, std::size_t at)
{
    if (at + 1 >= text.size()) return false;
    const auto lead = static_cast<unsigned char>(text[at]), next = static_cast<unsigned char>(text[at + 1]);
    return lead == 0xcc || (lead == 0xcd && next <= 0xaf);  // U+0300 to U+036F
}

std::size_t Collation::unit(std::string_view text, std::size_t at)
{
    auto end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
    while (is_mark(text, end)) end += 2;
    return end - at;
}

std::span<const Collation::Weight> Collation::weights_of(std::string_view character) const
{
    const auto found = std::lower_bound(others_.begin(), others_.end(), character,
                                        [](const Character& one, std::string_view text) { return one.text < text; });
    if (found == others_.end() || found->text != character) return {};
    return std::span(weights_).subspan(found->first, found->count);
}

bool Collation::meet(std::string_view text)
{
    if (is_ascii(text)) return false;
    bool is_new = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto size      = unit(text, at);
        const auto character = text.substr(at, size);
        at += size;
        if (size == 1 && static_cast<unsigned char>(character[0]) < 0x80) continue;
        const auto place = std::lower_bound(others_.begin(), others_.end(), character,
                                            [](const Character& one, std::string_view it) { return one.text < it; });
        if (place != others_.end() && place->text == character) continue;
        others_.insert(place, {std::string(character), 0, 0});
        is_new   = true;
        weighed_ = false;
    }
    return is_new;
}

void Collation::weigh(Collate collate)
{
    std::vector<std::string> characters;
    for (char letter = 0; letter < 127; ++letter)
        if (is_asked(letter)) characters.emplace_back(1, letter);
    for (const auto& one : others_) characters.push_back(one.text);

    std::string asked;
    for (const auto& one : characters) asked += one + after_character + base::fold(one) + after_folded;
    auto answer = collate ? collate(asked) : std::string();
    take(answer.empty() ? plain_answer(characters) : answer);
    weighed_ = true;
    ++weighings_;
}

void Collation::take(std::string_view answer)
{
    const auto number = [&] {
        std::uint16_t value = 0;
        const auto    end   = std::from_chars(answer.data(), answer.data() + answer.size(), value).ptr;
        answer.remove_prefix(std::min<std::size_t>(answer.size(), static_cast<std::size_t>(end - answer.data()) + 1));
        return value;
    };
    primaries_ = 0;
    weights_.clear();
    const auto next = [&](std::uint16_t& is_folded) {
        Weight weight;
        weight.primary   = number();
        weight.secondary = number();
        weight.tertiary  = number();
        is_folded        = number();
        primaries_       = std::max<std::uint32_t>(primaries_, weight.primary + 1U);
        return weight;
    };
    std::uint16_t is_folded = 0;
    for (char letter = 0; letter < 127; ++letter)
        if (is_asked(letter)) ascii_[static_cast<std::size_t>(letter)] = next(is_folded);
    for (auto& one : others_) {
        one.first   = static_cast<std::uint32_t>(weights_.size());
        auto weight = next(is_folded);
        if (is_folded == 0) weights_.push_back(weight);
        else {
            if (is_folded == 2)
                weight.secondary = static_cast<std::uint16_t>(ligature + weight.primary + weight.secondary);
            else weight = {weight.primary, 0, static_cast<std::uint16_t>(weight.tertiary + 1)};
            for (const auto letter : base::fold(one.text)) {
                weight.primary = ascii_[static_cast<unsigned char>(letter) & 0x7fU].primary;
                weights_.push_back(std::exchange(weight, {}));
            }
        }
        one.count = static_cast<std::uint32_t>(weights_.size()) - one.first;
    }
}

int Collation::compare_by(std::uint16_t Weight::* level, std::string_view a, std::string_view b) const
{
    std::vector<std::uint16_t> left, right;
    const auto                 list = [&](std::vector<std::uint16_t>& into) {
        return [&into, level](const Weight& weight) {
            const bool counts = level == &Weight::primary ? weight.primary != 0
                                                          : weight.primary != 0 || weight.secondary != 0;
            if (counts) into.push_back(weight.*level);
            return true;
        };
    };
    read(a, list(left));
    read(b, list(right));
    return left < right ? -1 : right < left ? 1 : 0;
}

int Collation::compare(std::string_view a, std::string_view b) const
{
    // Fast path: most texts first differ at a plain ASCII letter, which decides. A digit may belong to a longer number.
    const auto size  = std::min(a.size(), b.size());
    const auto place = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(size), b.begin()).first - a.begin());
    if (place == a.size() && place == b.size()) return 0;
    const auto primary_at = [&](std::string_view text) -> int {
        if (place == text.size()) return 0;
        const auto letter = static_cast<unsigned char>(text[place]);
        if (base::is_digit(text[place])) return -1;
        return letter >= 0x80 || is_mark(text, place + 1) || ascii_[letter].primary == 0 ? -1 : ascii_[letter].primary;
    };
    const int left = primary_at(a), right = primary_at(b);
    if (left >= 0 && right >= 0 && left != right) return left < right ? -1 : 1;

    for (const auto level : {&Weight::primary, &Weight::secondary, &Weight::tertiary})
        if (const auto order = compare_by(level, a, b); order != 0) return order;
    return 0;
}

}  // namespace query
