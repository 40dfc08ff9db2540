// The demo's desk: invented immediate answers of the host. Nothing here changes the account.
#pragma once
#include "exchange/peer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace demo {

// The demo has no login yet: it asks for this password, and shows it.
inline constexpr std::string_view demo_password = "demo";

// The code for a transfer to another registrar; nothing if the password is wrong. Stays the same until the domain is renewed.
std::optional<std::string> transfer_code(const model::Service&, std::string_view password);

// The receipt for a transfer code from another registrar. Empty unless the code has 6 to 64 visible characters.
std::string hand_in_code(const model::Service&, std::string_view code);

// What the registry says about a code that was handed in: wrong if it contains "faux" or "wrong".
bool is_right(std::string_view receipt);

// Answers from the rows that are shown.
exchange::Answer answer(const exchange::Question&, const model::State&);

}  // namespace demo
