// The demo's mailbox: the letters that the host writes, the customer's and those of others, with links that work.
#pragma once
#include "model/message.hpp"
#include "pages/few_rows.hpp"
#include "pages/fresh.hpp"
#include "pages/page.hpp"
#include "ui/list.hpp"

namespace pages {

struct Mail {
    ui::ListState                  list;
    Fresh<FewRows<model::Message>> found;
};

std::size_t unread(const Screen&);

void draw(Mail&, Screen&);

}  // namespace pages
