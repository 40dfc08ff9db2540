#include "base/domain_name.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <vector>

namespace base {
namespace {

constexpr std::size_t max_name  = 253;
constexpr std::size_t max_label = 63;

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

bool begins_with_xn(std::string_view label)
{
    return label.size() > 4 && (label[0] == 'x' || label[0] == 'X') && (label[1] == 'n' || label[1] == 'N') &&
           label[2] == '-' && label[3] == '-';
}

NameFault check_label(std::string_view label)
{
    if (label.empty()) return NameFault::empty_label;
    if (label.size() > max_label) return NameFault::label_too_long;
    for (const char letter : label)
        if (!is_letter(letter) && !is_digit(letter) && letter != '-') return NameFault::bad_character;
    if (label.front() == '-' || label.back() == '-') return NameFault::misplaced_hyphen;
    if (label.size() >= 4 && label[2] == '-' && label[3] == '-' && !begins_with_xn(label))
        return NameFault::misplaced_hyphen;
    return NameFault::none;
}

// ASCII, controls, and characters that are invisible, change the reading direction or are for private use: none of them
// may come out of Punycode, since a name with one could pass for another.
bool deceives(std::uint32_t point)
{
    return point < 0xa0 || point == 0xad || (point >= 0x200b && point <= 0x200f) ||
           (point >= 0x2028 && point <= 0x202e) || (point >= 0x2060 && point <= 0x206f) || point == 0xfeff ||
           (point >= 0xe000 && point <= 0xf8ff) || point >= 0xe0000;
}

// Decodes Punycode (RFC 3492, section 6.2, with its constants). Nothing when it is invalid or has a deceiving character.
std::optional<std::string> read_punycode(std::string_view encoded)
{
    constexpr std::uint32_t base = 36, least = 1, most = 26, skew = 38, damp = 700, most_points = max_label;

    std::vector<std::uint32_t> points;
    const auto                 hyphen = encoded.rfind('-');
    if (hyphen != std::string_view::npos) {
        for (const char letter : encoded.substr(0, hyphen)) points.push_back(static_cast<unsigned char>(letter));
        encoded.remove_prefix(hyphen + 1);
    }
    std::uint32_t point = 128, at = 0, bias = 72;
    while (!encoded.empty()) {
        const auto    before = at;
        std::uint32_t weight = 1;
        for (std::uint32_t step = base;; step += base) {
            if (encoded.empty()) return std::nullopt;
            const char letter = encoded.front();
            encoded.remove_prefix(1);
            const std::uint32_t digit = is_digit(letter) ? static_cast<std::uint32_t>(letter - '0' + 26)
                                                         : static_cast<std::uint32_t>((letter | 0x20) - 'a');
            if (digit >= base || digit > (std::numeric_limits<std::uint32_t>::max() - at) / weight) return std::nullopt;
            at += digit * weight;
            const auto threshold = step <= bias ? least : step >= bias + most ? most : step - bias;
            if (digit < threshold) break;
            if (weight > std::numeric_limits<std::uint32_t>::max() / (base - threshold)) return std::nullopt;
            weight *= base - threshold;
        }
        const auto    count = static_cast<std::uint32_t>(points.size()) + 1;
        std::uint32_t delta = (at - before) / (before == 0 ? damp : 2);
        delta += delta / count;
        std::uint32_t adapted = 0;
        for (; delta > (base - least) * most / 2; adapted += base) delta /= base - least;
        bias = adapted + (base - least + 1) * delta / (delta + skew);

        if (at / count > 0x10ffff - point) return std::nullopt;
        point += at / count;
        at %= count;
        if ((point >= 0xd800 && point < 0xe000) || deceives(point) || count > most_points) return std::nullopt;
        points.insert(points.begin() + at, point);
        ++at;
    }
    std::string text;
    for (const auto one : points) append_utf8(text, one);
    return text;
}

}  // namespace

NameFault check_host_name(std::string_view name)
{
    if (name.empty()) return NameFault::empty;
    if (name.size() > max_name) return NameFault::too_long;
    std::string_view rest = name, last;
    for (bool more = true; more;) {
        const auto dot = rest.find('.');
        more           = dot != std::string_view::npos;
        last           = rest.substr(0, dot);
        if (const auto fault = check_label(last); fault != NameFault::none) return fault;
        if (more) rest.remove_prefix(dot + 1);
    }
    if (last.size() == name.size()) return NameFault::single_label;
    return std::all_of(last.begin(), last.end(), is_digit) ? NameFault::numeric_ending : NameFault::none;
}

std::string to_lower(std::string_view ascii)
{
    std::string lower(ascii);
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    return lower;
}

bool is_inside(std::string_view host, std::string_view domain)
{
    if (!host.ends_with(domain) || domain.empty()) return false;
    return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

bool is_ipv4(std::string_view text)
{
    for (int part = 0; part < 4; ++part) {
        std::size_t length = 0;
        int         value  = 0;
        while (length < text.size() && length < 4 && is_digit(text[length]))
            value = value * 10 + (text[length++] - '0');
        if (length == 0 || length > 3 || value > 255 || (length > 1 && text[0] == '0')) return false;
        text.remove_prefix(length);
        if (part == 3) return text.empty();
        if (text.empty() || text.front() != '.') return false;
        text.remove_prefix(1);
    }
    return false;
}

bool is_ipv6(std::string_view text)
{
    int  groups = 0;
    bool gap    = false;
    if (text.starts_with("::")) {
        gap = true;
        text.remove_prefix(2);
    }
    while (!text.empty()) {
        if (text.find(':') == std::string_view::npos &&
            text.find('.') != std::string_view::npos) {  // the last 32 bits as IPv4
            if (!is_ipv4(text)) return false;
            groups += 2;
            break;
        }
        std::size_t length = 0;
        while (length < text.size() &&
               (is_digit(text[length]) || (is_letter(text[length]) && (text[length] | 0x20) <= 'f')))
            ++length;
        if (length == 0 || length > 4) return false;
        ++groups;
        text.remove_prefix(length);
        if (text.empty()) break;
        if (text.starts_with("::")) {
            if (gap) return false;
            gap = true;
            text.remove_prefix(2);
        } else {
            if (text.front() != ':' || text.size() == 1) return false;
            text.remove_prefix(1);
        }
    }
    return gap ? groups < 8 : groups == 8;
}

std::string canonical_address(std::string_view text)
{
    if (is_ipv4(text)) return std::string(text);
    if (!is_ipv6(text)) return {};
    std::array<unsigned, 8> groups{};
    std::size_t             count = 0, gap = groups.size();
    while (!text.empty()) {
        if (text.starts_with("::")) {
            gap = count;
            text.remove_prefix(2);
            continue;
        }
        if (text.front() == ':') text.remove_prefix(1);
        if (is_ipv4(text)) {
            for (int half = 0; half < 2; ++half) {
                unsigned high = 0, low = 0;
                auto     read   = std::from_chars(text.data(), text.data() + text.size(), high);
                read            = std::from_chars(read.ptr + 1, text.data() + text.size(), low);
                groups[count++] = high << 8 | low;
                text.remove_prefix(std::min(text.size(), static_cast<std::size_t>(read.ptr - text.data()) + 1));
            }
            break;
        }
        const auto read = std::from_chars(text.data(), text.data() + text.size(), groups[count++], 16);
        text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    }
    std::move_backward(groups.begin() + static_cast<std::ptrdiff_t>(std::min(gap, count)),
                       groups.begin() + static_cast<std::ptrdiff_t>(count), groups.end());
    if (gap < count)
        std::fill(groups.begin() + static_cast<std::ptrdiff_t>(gap),
                  groups.end() - static_cast<std::ptrdiff_t>(count - gap), 0U);
    else if (gap < groups.size()) std::fill(groups.begin() + static_cast<std::ptrdiff_t>(gap), groups.end(), 0U);

    // The longest run of at least two zeros, the first of equal ones.
    std::size_t from = 0, length = 1;
    for (std::size_t at = 0; at < groups.size();) {
        std::size_t end = at;
        while (end < groups.size() && groups[end] == 0) ++end;
        if (end - at > length) from = at, length = end - at;
        at = end + 1;
    }
    std::string spelt;
    for (std::size_t at = 0; at < groups.size(); ++at) {
        if (length > 1 && at == from) {
            spelt += "::";
            at += length - 1;
            continue;
        }
        if (!spelt.empty() && !spelt.ends_with(':')) spelt += ':';
        char digits[8];
        spelt.append(digits, std::to_chars(digits, digits + sizeof digits, groups[at], 16).ptr);
    }
    return spelt;
}

std::string to_unicode(std::string_view ascii_name)
{
    std::string text;
    for (bool more = true; more;) {
        const auto dot   = ascii_name.find('.');
        const auto label = ascii_name.substr(0, dot);
        more             = dot != std::string_view::npos;
        const auto plain = begins_with_xn(label) ? read_punycode(label.substr(4)) : std::nullopt;
        text += plain ? *plain : std::string(label);
        if (more) {
            text += '.';
            ascii_name.remove_prefix(dot + 1);
        }
    }
    return text;
}

std::string display_name_of(std::string_view ascii_name)
{
    auto shown = to_unicode(ascii_name);
    return shown == ascii_name ? std::string() : shown;
}

}  // namespace base
