// Where the links of letters lead: "#/confirm/trade/trade-1?side=owner&token=…". One question and its answers; the address
// is the only thing that says who asks.
#pragma once
#include "pages/kit/screen.hpp"

#include <string>

namespace pages {

struct Confirm {
    std::string done;   // what became of it, once it is answered
    std::string about;  // the address of the question
    std::string password, again;
    bool        tried = false;
};

void draw(Confirm&, Screen&);

// The customer went elsewhere: passwords leave nothing behind.
void forget(Confirm&);

}  // namespace pages
