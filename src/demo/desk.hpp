// The demo's desk: what the host answers at once, invented. Nothing here changes the account.
#pragma once
#include "exchange/peer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace demo {

// The demo has no login of its own yet: this is the password that it asks for, and says so.
inline constexpr std::string_view demo_password = "demo";

// The code by which a domain moves to another registrar; nothing with a wrong password. The same for as long as the
// domain's term lasts.
std::optional<std::string> transfer_code(const model::Service&, std::string_view password);

// The receipt for a code that another registrar gave for a domain. Empty when that cannot be a code at all: six to
// sixty-four visible characters.
std::string hand_in_code(const model::Service&, std::string_view code);

// What the registry says of a code that was handed in: it knows none that has "faux" or "wrong" in it.
bool is_right(std::string_view receipt);

// By the rows that are shown.
exchange::Answer answer(const exchange::Question&, const model::State&);

}  // namespace demo
