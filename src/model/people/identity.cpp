#include "model/people/identity.hpp"

#include "base/domain_name.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/written.hpp"
#include "model/why.hpp"

#include <algorithm>

namespace model {
namespace {

constexpr std::size_t account_length = 8, longest_email = 254, longest_local = 64;

// The first sign that an address cannot have, as a text; empty if there is none.
std::string_view bad_sign(std::string_view local)
{
    for (std::string_view rest = local; !rest.empty();) {
        const auto [bytes, point, valid] = base::take_sign(rest);
        if (!valid || base::is_space(point) || point < 0x20 || point == 0x7f || base::is_invisible(point) ||
            std::string_view("\"(),:;<>[\\]@").find(bytes) != std::string_view::npos)
            return bytes;
    }
    return {};
}

}  // namespace

std::optional<base::Problem> fault_of_account_id(std::string_view id)
{
    const bool begins = id.starts_with("C-");
    const bool digits = begins && id.find_first_not_of("0123456789", 2) == std::string_view::npos;
    if (!digits) return because("trade.bad_account");
    if (id.size() != account_length)
        return because("trade.account_length",
                       {static_cast<std::int64_t>(id.size()), static_cast<std::int64_t>(account_length)});
    return {};
}

std::optional<base::Problem> fault_of_email(std::string_view email)
{
    const auto at = email.rfind('@');
    if (email.empty()) return because("trade.bad_email");
    if (at == std::string_view::npos) return because("email.at_missing");
    const auto local = email.substr(0, at), host = email.substr(at + 1);
    if (const auto sign = bad_sign(local); !sign.empty()) return because("email.bad_sign", {std::string(sign)});
    if (local.empty() || local.starts_with('.') || local.ends_with('.') || local.find("..") != std::string_view::npos)
        return because("email.bad_dots");
    if (!base::is_host_name(host)) return because("email.bad_host", {std::string(host)});
    if (email.size() > longest_email || local.size() > longest_local) return because("trade.bad_email");
    return {};
}

}  // namespace model
