#include "base/pasted.hpp"

#include "base/domain_name.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/written.hpp"

#include <algorithm>
#include <array>

namespace base {
namespace {

// What stands around a name in a sentence, a list or a letter.
constexpr std::array<std::string_view, 26> around{"\"", "'", "«", "»", "‹", "›", "“", "”", "„", "‘", "’", "<", ">",
                                                  "(",  ")", "[", "]", "{", "}", ",", ";", "!", "?", "*", "`", "|"};

std::string_view without_around(std::string_view text)
{
    for (bool again = true; again;) {
        const auto before = text.size();
        text              = trimmed(text);
        for (const auto sign : around) {
            if (text.starts_with(sign)) text.remove_prefix(sign.size());
            if (text.ends_with(sign)) text.remove_suffix(sign.size());
        }
        if (text.ends_with('.')) text.remove_suffix(1);
        if (text.ends_with("…")) text.remove_suffix(std::string_view("…").size());
        again = text.size() != before;
    }
    return text;
}

// Dots as letters about fraud write them, so that nobody follows the address: "exemple[.]fr".
void put_dots(std::string& text)
{
    for (const std::string_view sign : {"[.]", "(.)", "{.}", "[dot]", "(dot)"})
        for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
            text.replace(at, sign.size(), ".");
}

// Tidied, with ASCII's own dash and dot in place of their look-alikes.
std::string plain(std::string_view typed)
{
    std::string text;
    auto        tidy = tidied(typed);
    put_dots(tidy);
    for (std::string_view rest = tidy; !rest.empty();) {
        const auto [bytes, point, valid] = take_sign(rest);
        if (is_dash(point)) text += '-';
        else if (point == 0x3002 || point == 0xff0e || point == 0xff61) text += '.';
        else if (point >= 0xff01 && point <= 0xff5e) text += static_cast<char>(point - 0xfee0);  // full-width ASCII
        else text += bytes;
    }
    return text;
}

bool starts_like(std::string_view text, std::string_view beginning)
{
    return text.size() >= beginning.size() && to_lower(text.substr(0, beginning.size())) == beginning;
}

bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }

// The host of an address. Nothing is taken from a text without a dot or a scheme: "24/7" and "a@b" are no addresses.
std::string_view host_of(std::string_view text)
{
    const auto whole  = text;
    const auto scheme = text.find("://");
    // Something may be before it: "view-source:https://…", "[exemple](https://…".
    bool known = scheme != std::string_view::npos && scheme > 0 && is_letter(text[scheme - 1]);
    if (known) text.remove_prefix(scheme + 3);
    else if (starts_like(text, "mailto:")) text.remove_prefix(7), known = true;
    text = text.substr(0, text.find_first_of("/?#\\"));
    if (const auto at = text.rfind('@'); at != std::string_view::npos) text.remove_prefix(at + 1);
    if (const auto port = text.rfind(':'); port != std::string_view::npos && text.find(':') == port &&
                                           text.find_first_not_of("0123456789", port + 1) == std::string_view::npos)
        text = text.substr(0, port);
    text = without_around(text);
    if (text.starts_with('.') && text.find('.', 1) != std::string_view::npos)
        text.remove_prefix(1);  // of "*.exemple.fr"
    return !text.empty() && (known || text.find('.') != std::string_view::npos) ? text : whole;
}

std::string_view without_www(std::string_view host)
{
    const bool www = starts_like(host, "www.") && host.find('.', 4) != std::string_view::npos;
    return www ? host.substr(4) : host;
}

bool separates(char sign) { return sign == ' ' || sign == ',' || sign == ';' || sign == '\t' || sign == '\n'; }

bool has_letter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char sign) { return is_letter(sign) || static_cast<unsigned char>(sign) >= 0x80; });
}

// The parts of a list, without what stands around each.
std::vector<std::string_view> parts_of(std::string_view list)
{
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        const auto end  = std::find_if(list.begin(), list.end(), separates);
        const auto size = static_cast<std::size_t>(end - list.begin());
        if (const auto part = without_around(list.substr(0, size)); !part.empty()) parts.push_back(part);
        list.remove_prefix(std::min(size + 1, list.size()));
    }
    return parts;
}

}  // namespace

std::vector<std::string> search_words(std::string_view typed)
{
    std::vector<std::string> found;
    const auto               add = [&](std::string word) {
        if (!word.empty() && std::ranges::find(found, word) == found.end()) found.push_back(std::move(word));
    };
    for (const auto& word : words(plain(typed))) {
        auto bare = without_around(word);
        if (bare.ends_with(':')) bare.remove_suffix(1);
        add(std::string(without_www(host_of(bare))));
    }
    // Nothing but signs: they may be in a label.
    return found.empty() ? words(typed) : found;
}

std::string pasted_domain(std::string_view typed)
{
    const auto text = plain(typed);
    return to_lower(without_www(host_of(without_around(text))));
}

std::string pasted_host(std::string_view typed)
{
    const auto text = plain(typed);
    return to_lower(host_of(without_around(text)));
}

std::vector<std::string> pasted_hosts(std::string_view typed)
{
    std::vector<std::string> lines;
    const auto               text = plain(typed);
    for (const auto part : parts_of(text)) {
        const auto address = canonical_address(part);
        const auto entry   = address.empty() ? pasted_host(part) : address;
        // What has no letter is an address, if a wrong one.
        if (!lines.empty() && (!address.empty() || !has_letter(part))) lines.back() += " " + entry;
        else lines.push_back(entry);
    }
    return lines;
}

std::string pasted_email(std::string_view typed)
{
    const auto       text  = plain(typed);
    std::string_view email = text;
    const auto       open = email.rfind('<'), close = email.rfind('>');
    if (open != std::string_view::npos && close != std::string_view::npos && open < close)
        email = email.substr(open + 1, close - open - 1);
    email = without_around(email);
    if (starts_like(email, "mailto:")) email = email.substr(7, email.find('?', 7) - 7);
    const auto at = email.rfind('@');
    if (at == std::string_view::npos) return std::string(email);
    return std::string(email.substr(0, at + 1)) + to_lower(email.substr(at + 1));
}

std::string pasted_account(std::string_view typed)
{
    const auto  text = plain(typed);
    std::string number;
    for (const char sign : without_around(text))
        if (!is_space(static_cast<unsigned char>(sign))) number += sign;
    const auto digits = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (digits(number)) return "C-" + number;
    if (number.size() > 1 && (number[0] == 'c' || number[0] == 'C')) {
        const auto rest = std::string_view(number).substr(number[1] == '-' ? 2 : 1);
        if (digits(rest)) return "C-" + std::string(rest);
    }
    return number;
}

std::string pasted_code(std::string_view typed) { return plain(typed); }

std::string pasted_number(std::string_view typed)
{
    std::string digits;
    const auto  text = plain(typed);
    auto        rest = without_around(text);
    for (auto behind = rest; !rest.empty(); rest = behind) {
        const auto sign = take_sign(behind);
        if ((sign.point >= '0' && sign.point <= '9') || (sign.point == '-' && digits.empty())) digits += sign.bytes;
        else if (!is_space(sign.point) || digits.empty()) break;
    }
    // A unit may follow, no other number.
    if (rest.find_first_of("0123456789.,") != std::string_view::npos || digits == "-") return {};
    return digits;
}

}  // namespace base
