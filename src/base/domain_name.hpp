// Checks host names and domain names in their ASCII form ("xn--caf-dma.fr"), by letters and lengths only: no network, no
// tables. The platform converts "café.fr" to ASCII.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

enum class NameFault : std::uint8_t {
    none,
    empty,
    too_long,          // more than 253 characters
    empty_label,       // two dots in a row, or one at an end
    label_too_long,    // more than 63 characters between dots
    bad_character,     // something other than a-z, 0-9 and -
    misplaced_hyphen,  // a label begins or ends with -, or has - at its third and fourth place without being xn--
    single_label,      // no dot
    numeric_ending,    // the last label is all digits: an address, not a name
};
constexpr std::array<std::string_view, 9> enum_names(NameFault)
{
    return {"none",           "empty",         "too_long",         "empty_label",
            "label_too_long", "bad_character", "misplaced_hyphen", "single_label",
            "numeric_ending"};
}

// What is wrong with a host name such as "ns1.example.fr". Accepts upper case, see to_lower.
NameFault check_host_name(std::string_view name);

inline bool is_host_name(std::string_view name) { return check_host_name(name) == NameFault::none; }

// Host names are compared without regard to case: store this form.
std::string to_lower(std::string_view ascii);

// True if `host` is `domain` or a name below it: "ns1.example.fr" is inside "example.fr". Requires lower case.
bool is_inside(std::string_view host, std::string_view domain);

// "192.0.2.1" (four decimal numbers, no leading zeros) and "2001:db8::1".
bool        is_ipv4(std::string_view text);
bool        is_ipv6(std::string_view text);
inline bool is_ip_address(std::string_view text) { return is_ipv4(text) || is_ipv6(text); }

// The one spelling of an IP address: IPv6 in lower case with its longest run of zeros as "::" (RFC 5952), IPv4 as it is. Empty
// if the text is no IP address.
std::string canonical_address(std::string_view text);

// For display: decodes each xn-- label ("café.fr"); a label that is not valid Punycode stays as it is.
std::string to_unicode(std::string_view ascii_name);

// The name to show where it differs from the one in ASCII; else empty.
std::string display_name_of(std::string_view ascii_name);

}  // namespace base
