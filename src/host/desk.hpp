// The host's desk: what must be answered at once and may be on no disk. Nothing here changes the account; what does is a
// command beside it.
#pragma once
#include "model/state.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace host {

// The demo has no login of its own yet: this is the password that it asks for, and says so.
inline constexpr std::string_view demo_password = "demo";

// The code by which a domain moves to another registrar; nothing with a wrong password. The same for as long as the
// domain's term lasts.
std::optional<std::string> transfer_code(const model::Service&, std::string_view password);

// Takes in the code that another registrar gave for a domain: what a command then carries in place of the code. Empty
// when that cannot be a code at all: six to sixty-four visible characters.
std::string hand_in_code(const model::Service&, std::string_view code);

// What the registry says of a code that was handed in. In the demo it knows none that has "faux" or "wrong" in it.
bool is_right(std::string_view receipt);

}  // namespace host
