// Tells public IP addresses from private and reserved ones.
#include "base/domain_name.hpp"
#include "model/domains/nameservers.hpp"

#include <array>
#include <charconv>

namespace model {
namespace {

std::uint32_t number_of_ipv4(std::string_view text)
{
    std::uint32_t number = 0;
    for (const char *at = text.data(), *end = at + text.size(); at <= end;) {
        unsigned   part = 0;
        const auto read = std::from_chars(at, end, part);
        number          = number << 8 | part;
        at              = read.ptr + 1;
    }
    return number;
}

struct Range {
    std::uint32_t first;
    int           bits;
};

constexpr Range closed_ranges[] = {
    {0x00000000, 8},   // "this network"
    {0x0A000000, 8},   // private
    {0x64400000, 10},  // carrier-grade NAT
    {0x7F000000, 8},   // loopback
    {0xA9FE0000, 16},  // link-local
    {0xAC100000, 12},  // private
    {0xC0A80000, 16},  // private
    {0xE0000000, 3},   // multicast and reserved
};

bool is_public_ipv4(std::string_view text)
{
    const auto number = number_of_ipv4(text);
    for (const auto& range : closed_ranges)
        if ((number ^ range.first) >> (32 - range.bits) == 0) return false;
    return true;
}

// The first group decides. Addresses that begin with "::" count as group 0.
bool is_public_ipv6(std::string_view text)
{
    unsigned   first = 0;
    const auto read  = std::from_chars(text.data(), text.data() + text.size(), first, 16);
    if (text.starts_with(':') || read.ptr == text.data()) first = 0;

    if (first == 0) return false;                  // unspecified, loopback, IPv4-mapped
    if ((first & 0xFE00) == 0xFC00) return false;  // unique local
    if ((first & 0xFFC0) == 0xFE80) return false;  // link-local
    if ((first & 0xFF00) == 0xFF00) return false;  // multicast
    return true;
}

}  // namespace

bool is_public_address(std::string_view address)
{
    return base::is_ipv4(address) ? is_public_ipv4(address) : is_public_ipv6(address);
}

}  // namespace model
