#include "pages/letters/confirm.hpp"

#include "base/text.hpp"
#include "base/wipe.hpp"
#include "model/command.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/notices.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

#include <optional>

namespace pages {
namespace {

namespace icons = ui::icons;

constexpr std::size_t least_password = 12;

// A question: its text, and the effect of each answer.
struct Question {
    base::TextKey                 title, words;
    base::Args                    args;
    model::Command                yes;
    std::optional<model::Command> no;
    base::TextKey                 yes_verb, no_verb, yes_done, no_done;
    bool                          asks_password = false;
};

std::string name_of(const model::State& state, const model::ServiceId& id)
{
    const auto service = state.services.get(id);
    return service ? model::shown_name(*service) : id.value;
}

std::optional<Question> question_of(const Screen& screen)
{
    const auto& state = screen.store.state();
    const auto& about = screen.route.item;
    if (screen.route.tab == "trade") {
        const auto side = base::find_enum<model::Side>(screen.route.at("side"));
        if (!side) return {};
        Question question{"trade.title",
                          "confirm.trade_owner",
                          {},
                          model::AnswerTrade{{about}, *side, true},
                          model::AnswerTrade{{about}, *side, false},
                          "confirm.accept",
                          "confirm.refuse",
                          "confirm.trade_accepted",
                          "confirm.trade_refused"};
        if (*side == model::Side::recipient) question.words = "confirm.trade_recipient";
        if (const auto trade = state.trades.get({about}))
            question.args = {model::names_of(state, trade->id), trade->from.value, trade->to.value};
        return question;
    }
    if (screen.route.tab == "transfer")
        return Question{"transfer.title",
                        "confirm.transfer",
                        {name_of(state, {about}), screen.today.catalogue().seller.name},
                        model::ValidateTransfer{{about}, true},
                        model::ValidateTransfer{{about}, false},
                        "confirm.accept",
                        "confirm.refuse",
                        "confirm.transfer_accepted",
                        "confirm.transfer_refused"};
    if (screen.route.tab == "renewal") {
        Question question{"confirm.renewal_title",
                          "confirm.renewal",
                          {},
                          model::CallOffRenewal{{about}},
                          {},
                          "mail.renewal_link",
                          {},
                          "confirm.renewal_off",
                          {}};
        if (const auto cart = state.carts.get({about}); cart)
            if (const auto lines = model::lines_of(state, cart->id); !lines.empty())
                question.args = {name_of(state, lines.front().service)};
        return question;
    }
    if (screen.route.tab == "password" || screen.route.tab == "holder") {
        const bool password  = screen.route.tab == "password";
        const auto operation = state.operations.get({about});
        Question   question{"confirm.holder_title",
                            "confirm.holder",
                            {operation ? name_of(state, operation->service) : std::string()},
                            model::UseLink{{about}},
                            {},
                            "confirm.holder_verb",
                            {},
                            "confirm.holder_done",
                            {},
                            password};
        if (password) {
            question.title    = "confirm.password_title";
            question.words    = "confirm.password";
            question.yes_verb = "confirm.password_verb";
            question.yes_done = "confirm.password_done";
        }
        return question;
    }
    return {};
}

model::Context by_link(const Screen& screen)
{
    auto context  = screen.store.context();
    context.actor = {.kind = model::Actor::Kind::link};
    return context;
}

void answer(Confirm& page, Screen& screen, const model::Command& command, base::TextKey done, const Question& question)
{
    screen.ask(PressLink{command, [&page, done = ui::say(done, question.args)](const auto& problems) {
                             if (problems.none()) page.done = done;
                             else ui::context().toast(ui::Tone::danger, ui::say(problems.list.front()));
                         }});
}

// True if the new password may be set. The demo checks it as a real host would, but sends it nowhere.
bool ask_password(Confirm& page)
{
    const auto least = ui::say("confirm.too_short", {std::int64_t{least_password}});
    ui::text_field("confirm.new_password", page.password, {.autocomplete = "new-password", .secret = true});
    const bool is_short = page.password.size() < least_password;
    if (!page.tried || !is_short) ui::soft(least);
    ui::text_field("confirm.again", page.again, {.autocomplete = "new-password", .secret = true});
    ui::soft("confirm.password_demo");
    if (page.tried && is_short) ui::notice(ui::Tone::danger, least);
    else if (page.tried && page.password != page.again) ui::notice(ui::Tone::danger, "confirm.different");
    return !is_short && page.password == page.again;
}

void draw_question(Confirm& page, const Question& question, Screen& screen)
{
    ui::Card card({}, {.icon = icons::circle_check});
    ui::text(ui::say(question.words, question.args));
    const bool good = !question.asks_password || ask_password(page);
    const auto why  = why_not_now(screen, question.yes);
    ui::Row    row;
    if (ui::button(question.yes_verb, {.kind = ui::Kind::primary, .why_not = why})) {
        page.tried = true;
        if (good) {
            base::wipe(page.password);
            base::wipe(page.again);
            answer(page, screen, question.yes, question.yes_done, question);
        }
    }
    if (question.no && ui::button(question.no_verb, {.why_not = why}))
        answer(page, screen, *question.no, question.no_done, question);
}

}  // namespace

void forget(Confirm& page)
{
    base::wipe(page.password);
    base::wipe(page.again);
    page = {};
}

void draw(Confirm& page, Screen& screen)
{
    if (page.about != to_hash(screen.route)) {
        forget(page);
        page.about = to_hash(screen.route);
    }
    const auto question = question_of(screen);
    ui::Page   scope({.title = question ? question->title : base::TextKey("confirm.title"), .width = 640});
    draw_notices(screen);
    const ui::Empty over{.icon   = icons::circle_x,
                         .title  = "confirm.bad_link",
                         .words  = "why.link_used",
                         .action = "to_come.to_home",
                         .href   = "#/"};
    if (!page.done.empty()) {
        ui::empty_state({.icon   = icons::circle_check,
                         .title  = page.done,
                         .words  = "confirm.thanks",
                         .action = "to_come.to_services",
                         .href   = "#/services/active"});
        return;
    }
    if (!question || !model::check(screen.store.state(), question->yes, by_link(screen)).none()) {
        ui::empty_state(over);
        return;
    }
    draw_question(page, *question, screen);
}

}  // namespace pages
