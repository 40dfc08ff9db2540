#include "pages/kit/route.hpp"

#include "base/text.hpp"

#include <cstddef>

namespace pages {
namespace {

constexpr std::size_t longest_hash = 8192;
constexpr std::size_t longest_part = 512;
constexpr std::size_t most_parts   = 16;

int hex_digit(char letter)
{
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return -1;
}

// The length of the valid UTF-8 letter at `at`; 0 if there is none.
std::size_t letter_at(std::string_view text, std::size_t at)
{
    for (std::size_t length = 1; length <= 4 && at + length <= text.size(); ++length)
        if (base::is_valid_utf8(text.substr(at, length))) return length;
    return 0;
}

std::string clean(std::string_view text)
{
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = letter_at(text, at);
        const auto first  = static_cast<unsigned char>(text[at]);
        if (length == 0 || first < 0x20 || first == 0x7f) {
            ++at;
            continue;
        }
        if (kept.size() + length > longest_part) break;
        kept += text.substr(at, length);
        at += length;
    }
    return kept;
}

std::string decode(std::string_view text, bool plus_is_blank)
{
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%' && at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 && hex_digit(text[at + 2]) >= 0) {
            bytes += static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2]));
            at += 2;
        } else {
            bytes += plus_is_blank && text[at] == '+' ? ' ' : text[at];
        }
    }
    return clean(bytes);
}

void encode(std::string& hash, std::string_view text)
{
    constexpr std::string_view plain = "-._~";
    constexpr std::string_view hex   = "0123456789ABCDEF";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool word = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                          (letter >= '0' && letter <= '9') || plain.find(letter) != std::string_view::npos;
        if (word) {
            hash += letter;
        } else {
            hash += '%';
            hash += hex[byte >> 4];
            hash += hex[byte & 15];
        }
    }
}

// Removes the text up to `separator` from the front of `text` and returns it.
std::string_view take(std::string_view& text, char separator)
{
    const auto at   = text.find(separator);
    const auto part = text.substr(0, at);
    text            = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    return part;
}

}  // namespace

std::string_view Route::at(std::string_view name) const
{
    for (const auto& [key, value] : query)
        if (key == name) return value;
    return {};
}

Route Route::with(std::string_view name, std::string_view value) const
{
    Route other = *this;
    for (auto pair = other.query.begin(); pair != other.query.end(); ++pair)
        if (pair->first == name) {
            if (value.empty()) other.query.erase(pair);
            else pair->second = value;
            return other;
        }
    if (!value.empty()) other.query.emplace_back(name, value);
    return other;
}

Route parse_route(std::string_view hash)
{
    hash = hash.substr(0, longest_hash);
    if (hash.starts_with('#')) hash.remove_prefix(1);
    if (hash.starts_with('/')) hash.remove_prefix(1);

    auto  rest = hash;
    auto  path = take(rest, '?');
    Route route;
    for (auto* part : {&route.page, &route.tab, &route.item}) *part = decode(take(path, '/'), false);
    // Without the part before it, a part would be printed in that part's place.
    if (route.page.empty()) route.tab.clear();
    if (route.tab.empty()) route.item.clear();

    for (std::size_t count = 0; !rest.empty() && count < most_parts; ++count) {
        auto       pair  = take(rest, '&');
        const auto name  = decode(take(pair, '='), true);
        const auto value = decode(pair, true);
        if (!name.empty() && route.at(name).empty()) route = route.with(name, value);
    }
    return route;
}

std::string to_hash(const Route& route)
{
    std::string hash = "#/";
    encode(hash, route.page);
    for (const auto* part : {&route.tab, &route.item}) {
        if (part->empty()) break;
        hash += '/';
        encode(hash, *part);
    }
    char mark = '?';
    for (const auto& [name, value] : route.query) {
        hash += mark;
        encode(hash, name);
        hash += '=';
        encode(hash, value);
        mark = '&';
    }
    return hash;
}

}  // namespace pages
