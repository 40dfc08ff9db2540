// The pages behind the links in letters: "#/confirm/trade/trade-1?side=owner&token=…". One question and its answers;
// only the address identifies the person who answers.
#pragma once
#include "pages/kit/screen.hpp"

#include <string>

namespace pages {

struct Confirm {
    std::string done;   // the outcome, once it is answered
    std::string about;  // the address of the question
    std::string password, again;
    bool        tried = false;
};

void draw(Confirm&, Screen&);

// When the customer leaves the page: wipes the passwords.
void forget(Confirm&);

}  // namespace pages
