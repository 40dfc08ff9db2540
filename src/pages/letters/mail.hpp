// The demo's mailbox: the host's letters to the customer and to other people, with working links.
#pragma once
#include "model/support/message.hpp"
#include "pages/kit/few_rows.hpp"
#include "pages/kit/screen.hpp"

namespace pages {

struct Mail {
    FewList<model::Message> letters;
    model::MessageId        opened;  // the letter shown in the last frame
};

std::size_t unread(const Screen&);

void draw(Mail&, Screen&);

}  // namespace pages
