// The demo's mailbox: the letters that the host writes, the customer's and those of others, with links that work.
#pragma once
#include "model/support/message.hpp"
#include "pages/kit/few_rows.hpp"
#include "pages/kit/screen.hpp"

namespace pages {

struct Mail {
    FewList<model::Message> letters;
    model::MessageId        opened;  // the letter of the last frame
};

std::size_t unread(const Screen&);

void draw(Mail&, Screen&);

}  // namespace pages
