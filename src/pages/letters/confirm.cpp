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
#include <string>
#include <vector>

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

    // Where yes ends something: what it ends, and where the customer goes who leaves it as it is.
    std::vector<std::string> consequences = {};
    std::string              keeps        = {};
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
        const auto told    = model::announced_renewal({about});
        const auto service = told ? state.services.get(told->service) : std::nullopt;
        if (!service) return {};
        Question question{"confirm.renewal_title",
                          {},
                          {model::shown_name(*service)},
                          model::CallOffRenewal{{about}},
                          {},
                          "confirm.renewal_verb",
                          "confirm.renewal_keep",
                          "confirm.renewal_off",
                          {}};
        question.consequences = {ui::say("confirm.renewal_ends", {service->expires_on}), ui::say("confirm.renewal")};
        question.keeps        = address_of(*service, screen.today);
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

struct Settled {
    std::string title, words, href;
};

// What has become of a renewal that the link can call off no more. Nothing if it can, or if nobody can say.
std::optional<Settled> settled_renewal(const Screen& screen)
{
    if (screen.route.tab != "renewal") return {};
    const auto& state   = screen.store.state();
    const auto  told    = model::announced_renewal({screen.route.item});
    const auto  service = told ? state.services.get(told->service) : std::nullopt;
    if (!service) return {};
    const auto name      = model::shown_name(*service);
    const auto operation = model::open_operation(state, service->id);
    Settled    settled{{}, ui::say("confirm.thanks"), address_of(*service, screen.today)};
    if (operation && model::kind_of(*operation) == model::OperationKind::renewal)
        settled.title = ui::say("confirm.renewal_paid", {name});
    else if (service->expires_on > told->expires_on)
        settled.title = ui::say("confirm.renewal_done", {name, service->expires_on});
    else if (service->auto_renew) return {};
    else {
        settled.title = ui::say("confirm.renewal_off_already", {name});
        if (!model::is_past_term(*service, screen.today))
            settled.words = ui::say("confirm.renewal_ends", {service->expires_on});
    }
    return settled;
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
    if (!question.words.empty()) ui::text(ui::say(question.words, question.args));
    for (const auto& consequence : question.consequences) ui::text(consequence);
    const bool good = !question.asks_password || ask_password(page);
    const auto why  = why_not_now(screen, question.yes);
    ui::Row    row;
    const auto kind = question.consequences.empty() ? ui::Kind::primary : ui::Kind::danger;
    if (ui::button(question.yes_verb, {.kind = kind, .why_not = why})) {
        page.tried = true;
        if (good) {
            base::wipe(page.password);
            base::wipe(page.again);
            answer(page, screen, question.yes, question.yes_done, question);
        }
    }
    if (question.no && ui::button(question.no_verb, {.why_not = why}))
        answer(page, screen, *question.no, question.no_done, question);
    if (!question.keeps.empty()) ui::button_link(question.no_verb, question.keeps);
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
    const auto settled  = page.done.empty() ? settled_renewal(screen) : std::nullopt;
    const bool asks     = question && page.done.empty() && !settled &&
                          model::check(screen.store.state(), question->yes, by_link(screen)).none();
    const auto title    = asks ? ui::say(question->title, question->args) : ui::say("confirm.title");
    ui::Page   scope({.title = title, .width = 640});
    draw_notices(screen);
    if (asks) return draw_question(page, *question, screen);

    if (!page.done.empty())
        ui::empty_state({.icon   = icons::circle_check,
                         .title  = page.done,
                         .words  = "confirm.thanks",
                         .action = "to_come.to_services",
                         .href   = "#/services/active"});
    else if (settled)
        ui::empty_state({.icon   = icons::circle_check,
                         .title  = settled->title,
                         .words  = settled->words,
                         .action = "mail.see_service",
                         .href   = settled->href});
    else
        ui::empty_state({.icon   = icons::circle_x,
                         .title  = "confirm.bad_link",
                         .words  = "why.link_used",
                         .action = "to_come.to_home",
                         .href   = "#/"});
}

}  // namespace pages
