#include "pages/letters/mail.hpp"

#include "base/text.hpp"
#include "model/command.hpp"
#include "pages/kit/notices.hpp"
#include "papers/letter.hpp"
#include "store/store.hpp"
#include "ui/core/context.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

namespace pages {
namespace {

namespace icons = ui::icons;
using model::Message;

enum class MailAct : std::uint8_t { read };

std::string subject_of(const Message& message) { return papers::subject_of(message, ui::context().language); }

enum Sorted : int { by_subject, by_to, by_sent };

std::string key_of(const Message& message, int column)
{
    if (column == by_sent) return sort_key(message.sent_at.ms);
    return base::sort_fold(column == by_to ? message.to : subject_of(message));
}

ui::Cell subject_cell(const Message& message)
{
    ui::Cell cell(subject_of(message));
    cell.icon = icons::mail;
    cell.soft = message.read;
    return cell;
}

constexpr ui::Column<Message> columns[] = {
    {"mail.subject", 0, subject_cell, {.sort = by_subject, .priority = 0}},
    {"mail.state",
     110,
     [](const Message& message) {
         return message.read ? ui::Cell(ui::say("mail.read")) : ui::Cell(ui::say("mail.new"), ui::Tone::accent);
     },
     {.priority = 0}},
    {"mail.to", 260, [](const Message& message) { return message.to; }, {.sort = by_to, .priority = 2}},
    {"mail.sent",
     170,
     [](const Message& message) { return ui::date_time(message.sent_at); },
     {.sort = by_sent, .priority = 1}},
};

constexpr ui::RowAction<Message, MailAct> actions[] = {{MailAct::read, "mail.open", nullptr, {.icon = icons::mail}}};

std::string address_of(const Message& message) { return to_hash({"mail", message.id.value, "", {}}); }

void draw_letter(Mail& page, const Message& message, Screen& screen)
{
    // Once per opening: a refused request is not repeated in every frame.
    if (page.opened != message.id) {
        page.opened = message.id;
        if (!message.read) screen.ask(model::ReadMessage{message.id});
    }
    const auto letter = papers::letter_of(message, ui::context().language);
    ui::Page   scope({.title = letter.subject, .width = 760, .back = "mail.back", .back_href = "#/mail"});
    draw_notices(screen);
    ui::Card       card({}, {.icon = icons::mail});
    const ui::Fact facts[] = {{.label = "mail.to", .value = message.to},
                              {.label = "mail.sent", .value = ui::date_time(message.sent_at)}};
    ui::facts(facts, "mail.head");
    ui::line();
    for (const auto& paragraph : letter.paragraphs) ui::text(paragraph);
    if (!message.link.empty())
        ui::button_link(letter.link_words, message.link, {.kind = ui::Kind::primary, .icon = icons::arrow_right});
}

}  // namespace

std::size_t unread(const Screen& screen)
{
    const auto& messages = screen.store.state().messages;
    const auto  column   = table::Table<Message>::column("read");
    std::size_t count    = 0;
    for (std::uint32_t row = 0; row < messages.size(); ++row) count += messages.number_at(column, row) == 0;
    return count;
}

void draw(Mail& page, Screen& screen)
{
    const auto& messages = screen.store.state().messages;
    if (const auto message = messages.get({screen.route.tab})) return draw_letter(page, *message, screen);
    page.opened = {};

    ui::Page scope({.title = "mail.title", .hint = "mail.hint", .fills = true});
    draw_notices(screen);
    const ui::List<Message, MailAct> list{
        .columns        = columns,
        .actions        = actions,
        .id             = [](const Message& message) { return message.id.value; },
        .name           = [](const Message& message) { return subject_of(message); },
        .href           = [](const Message& message) { return address_of(message); },
        .icon           = icons::mail,
        .when_none      = "mail.none",
        .when_none_hint = "mail.none_hint",
    };
    const auto all = [&] { return std::vector<Message>(messages.begin(), messages.end()); };
    if (const auto picked = draw_few(page.letters, "mail.title", list, {key_of, {by_sent, true}}, screen, all))
        screen.open(parse_route(address_of(picked->row)));
}

}  // namespace pages
