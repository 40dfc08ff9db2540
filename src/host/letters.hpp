// What the host writes: kept with the account in the demo, where a page shows it. A backend would send it.
#pragma once
#include "model/state.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace host {

struct Letter {
    std::string              to;
    base::TextKey            subject, body;
    std::vector<std::string> args;
    model::ServiceId         service    = {};
    base::TextKey            link_words = {};
    std::string              link       = {};
};

// Sends a letter once: of one name there is one. The oldest make room for it.
void send(model::State&, std::string name, base::Instant at, Letter);

// Sixteen hexadecimal digits, the same for the same letter. Good enough for a demo whose mailbox anybody may open; a
// backend draws its tokens at random.
std::string token_of(std::string_view letter, base::Instant at);

}  // namespace host
