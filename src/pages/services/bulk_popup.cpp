#include "pages/services/bulk_popup.hpp"

#include "base/pasted.hpp"
#include "base/text.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/services/popups/nameservers_popup.hpp"
#include "pages/services/rehearsal.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

#include <utility>

namespace pages {
namespace {

constexpr std::size_t most_reasons = 6;
constexpr int         most_years   = 10;

BulkDraft as_dns_wants(BulkDraft draft, ToAscii to_ascii)
{
    for (auto& entry : draft.nameservers) entry = pages::in_ascii(entry, to_ascii);
    return draft;
}

// "a.fr, b.fr, c.fr et 9 autres"
std::string some_of(const std::vector<std::string>& names, std::size_t count)
{
    auto words = base::joined(names);
    if (count > names.size()) words.append(" ").append(ui::say("bulk.more", {ui::count(count - names.size())}));
    return words;
}

void ask(ui::Form& form, const BulkAction& action, BulkDraft& draft, const model::Catalogue& catalogue)
{
    if (action.asks == Asks::years)
        form.number("years", "renew.years", draft.years,
                    {.min  = 1,
                     .max  = most_years,
                     .unit = ui::say("renew.year_unit", {std::to_string(draft.years)}),
                     .hint = "bulk.years_hint"});
    if (action.asks != Asks::nameservers) return;
    form.texts("nameservers", "details.nameservers", draft.nameservers, model::min_nameservers, model::max_nameservers,
               {.hint = "bulk.nameservers_hint", .each = "nameservers.server", .text = {.inputmode = "url"}},
               base::pasted_hosts);
    if (form.fill_in("nameservers.host", ui::icons::server)) draft.nameservers = model::nameservers_of_host(catalogue);
}

void show_refused(ui::Form& form, const Rehearsal& rehearsal, bool mistaken)
{
    std::size_t shown = 0, count = 0, others = 0;
    for (const auto& group : rehearsal.refused())
        if (!mistaken || !group.by_draft) count += group.count;
    if (count == 0) return;
    form.section(ui::say("bulk.wont", {ui::count(count)}));
    ui::Group list(ui::Role::list, "bulk.why");
    ui::Stack lines({.gap = 10});
    for (const auto& group : rehearsal.refused()) {
        if (mistaken && group.by_draft) continue;
        if (++shown > most_reasons) {
            others += group.count;
            continue;
        }
        const auto why = ui::say(group.why);
        ui::Group  line(ui::Role::listitem, why);
        ui::Stack  words({.gap = 2});
        ui::text(why);
        ui::caption(some_of(group.names, group.count));
    }
    if (others > 0) ui::soft(ui::say("bulk.more_reasons", {ui::count(others)}));
}

void show(ui::Form& form, const BulkAction& action, const Rehearsal& rehearsal)
{
    if (!rehearsal.finished()) {
        const auto words = ui::say("bulk.checking", {ui::count(rehearsal.done()), ui::count(rehearsal.size())});
        ui::caption(words);
        ui::progress("bulk.check", static_cast<float>(rehearsal.done()) / static_cast<float>(rehearsal.size()));
        return;
    }
    const auto possible = rehearsal.commands().size();
    if (possible > 0) {
        form.section(ui::say(action.will, {ui::count(possible)}));
        ui::soft(some_of(rehearsal.names(), possible));
    }
    show_refused(form, rehearsal, !rehearsal.mistakes().none());
    if (possible == 0) return;
    if (!action.note.empty()) form.notice(action.tone, action.note);
    if (action.asks == Asks::years) form.total("renew.total", ui::money(rehearsal.total()), "renew.simulated");
}

std::string why_not(const Rehearsal& rehearsal, const Screen& screen)
{
    if (!rehearsal.finished())
        return ui::say("bulk.checking", {ui::count(rehearsal.done()), ui::count(rehearsal.size())});
    if (!rehearsal.mistakes().none()) return {};  // shown at the field
    if (rehearsal.commands().empty()) return ui::say("bulk.none_possible");
    return why_not_now(screen, rehearsal.commands().front());
}

// Shows the outcome. The data may have changed since the rehearsal, so some commands may be refused. A single command may
// be about all `services`.
void tell(const BulkAction& action, const std::vector<base::Problems>& answers, std::size_t services)
{
    std::size_t   done = 0, refused = 0;
    base::Problem first;
    for (const auto& problems : answers) {
        if (problems.none()) ++done;
        else if (refused++ == 0) first = problems.list.front();
    }
    const auto each = answers.size() == 1 ? services : 1;
    done *= each;
    refused *= each;
    auto& ui = ui::context();
    if (done > 0) ui.toast(ui::Tone::success, ui::say(action.done, {ui::count(done)}));
    if (refused > 0) ui.toast(ui::Tone::danger, ui::say("bulk.refused", {ui::count(refused), ui::say(first)}));
}

// Renewals are paid together: one order and one invoice.
std::vector<model::Command> to_dispatch(const Rehearsal& rehearsal)
{
    model::RenewTogether together;
    for (const auto& command : rehearsal.commands())
        if (const auto* renewal = std::get_if<model::Renew>(&command)) {
            together.services.push_back(renewal->service.value);
            together.seen_expiries.push_back(base::to_iso(renewal->seen_expiry));
            together.years = renewal->years;
        }
    if (together.services.size() < 2) return rehearsal.commands();
    together.seen_total = rehearsal.total();
    return {std::move(together)};
}

struct BulkPopup final : ServicePopup {
    BulkPopup(const BulkAction& of, std::vector<model::ServiceId> services)
        : action(of), rehearsal(of, std::move(services))
    {}
    void draw(Screen&) override;

    const BulkAction& action;
    BulkDraft         draft;
    Rehearsal         rehearsal;
};

void BulkPopup::draw(Screen& screen)
{
    if (!open) return;
    const auto& store = screen.store;
    rehearsal.update(store.state(), store.context(), store.revision(), as_dns_wants(draft, screen.to_ascii),
                     screen.work.budget);
    if (!rehearsal.finished()) ui::context().animate();

    const auto hint = ui::say("services.selected", {ui::count(rehearsal.size())});
    ui::Form   form(*this, action.words, rehearsal.mistakes(), {.hint = hint, .width = 600, .icon = action.icon});
    if (!form) return;
    ask(form, action, draft, screen.today.catalogue());
    show(form, action, rehearsal);
    if (form.accepted(action.verb, ui::Kind::primary, why_not(rehearsal, screen)))
        screen.ask(Dispatch{to_dispatch(rehearsal), [&of = action, count = rehearsal.commands().size()](
                                                        const auto& answers) { tell(of, answers, count); }});
}

}  // namespace

PopupPtr bulk_popup(const BulkAction& action, std::vector<model::ServiceId> services)
{
    return std::make_shared<BulkPopup>(action, std::move(services));
}

}  // namespace pages
