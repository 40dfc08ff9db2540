#include "pages/services/popups/associate_popup.hpp"

#include "model/domains/nameservers.hpp"
#include "model/find.hpp"
#include "model/services/association.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/fresh.hpp"
#include "pages/kit/service_search.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"

#include <string>
#include <vector>

namespace pages {
namespace {

std::string words_of(const model::Service& hosting)
{
    auto name = model::shown_name(hosting);
    return hosting.label.empty() ? name : name + " – " + hosting.label;
}

// The rows of a million services are looked at only where they are hosting accounts, and only until `look` has seen enough.
template <class Look>
void for_each_hosting(const model::State& state, Look look)
{
    const auto& services = state.services;
    const auto  kind     = table::Table<model::Service>::column("kind");
    for (std::uint32_t row = 0; row < services.size(); ++row)
        if (services.number_at(kind, row) == static_cast<std::int64_t>(model::ServiceKind::hosting))
            if (!look(services.row(row))) return;
}

bool has_hosting(const model::State& state)
{
    bool found = false;
    for_each_hosting(state, [&](const model::Service&) { return !(found = true); });
    return found;
}

// Empty if there is a choice.
model::ServiceId only_hosting(const model::State& state, model::Day today)
{
    model::ServiceId only;
    for_each_hosting(state, [&](const model::Service& hosting) {
        if (model::why_not_host_domains(state, hosting, today)) return true;
        const bool first = only.empty();
        only             = first ? hosting.id : model::ServiceId();
        return first;
    });
    return only;
}

ui::Option option_of(const model::State& state, std::uint32_t row, model::Day today)
{
    const auto hosting = state.services.row(row);
    const auto count   = model::domains_of(state, hosting.id).size();
    const auto reason  = model::why_not_host_domains(state, hosting, today);
    return {.id    = hosting.id.value,
            .words = words_of(hosting),
            .hint  = count == 0 ? ui::say("associate.no_domain") : ui::say("associate.count", {std::to_string(count)}),
            .why_not = reason ? ui::say(*reason) : std::string()};
}

struct AssociatePopup final : ServicePopup {
    AssociatePopup(const model::Service& domain, const Screen&);
    void draw(Screen&) override;
    void choose_hosting(ui::Form&, const Screen&);

    model::Associate               draft;
    Fresh<bool>                    any;    // whether there is a hosting account
    Fresh<std::vector<ui::Option>> found;  // those that are offered
};

AssociatePopup::AssociatePopup(const model::Service& domain, const Screen& screen)
{
    draft.domain  = domain.id;
    draft.hosting = only_hosting(screen.store.state(), screen.today);
}

void AssociatePopup::choose_hosting(ui::Form& form, const Screen& screen)
{
    const auto& state = screen.store.state();
    if (!any.of(screen, [&] { return has_hosting(state); })) return form.notice(ui::Tone::warning, "associate.none");
    const auto chosen = state.services.get(draft.hosting);
    const auto find   = [&](std::string_view words) {
        return offered(words, ServiceSearch::Of::hostings, screen, found,
                       [&](std::uint32_t row) { return option_of(state, row, screen.today); });
    };
    form.select("hosting", "associate.hosting", draft.hosting.value,
                ui::OptionSearch{find, chosen ? words_of(*chosen) : std::string()});
}

void ask_about_main_domain(ui::Form& form, model::Associate& draft, const model::State& state)
{
    const auto hosting = state.services.get(draft.hosting);
    if (!hosting) return;
    if (hosting->main_domain.empty()) {
        form.notice(ui::Tone::info, "associate.first_is_main");
        return;
    }
    const auto main = state.services.get(hosting->main_domain);
    form.checkbox("make_main", "associate.make_main", draft.make_main,
                  ui::say("associate.replaces_main", {main ? model::shown_name(*main) : hosting->main_domain.value}));
}

void ask_about_nameservers(ui::Form& form, model::Associate& draft, const model::State& state,
                           const model::Service& domain, model::Day today)
{
    const auto reason = model::why_not_change_nameservers(state, domain, today);
    const bool same   = domain.nameservers == model::nameservers_of_host(today.catalogue());
    if (!same && !reason) {
        form.checkbox("change_nameservers", "associate.change_nameservers", draft.change_nameservers,
                      "associate.change_hint");
        return;
    }
    draft.change_nameservers = false;
    form.notice(ui::Tone::info,
                same ? ui::say("associate.already_served") : ui::say("associate.cannot_change", {ui::say(*reason)}));
}

void AssociatePopup::draw(Screen& screen)
{
    ui::Form form(*this, "associate.title", problems_of(*this, screen, draft), {.icon = ui::icons::link});
    if (!form) return;

    const auto& state  = screen.store.state();
    const auto  domain = state.services.get(draft.domain);
    const auto  name   = domain ? model::shown_name(*domain) : std::string();
    if (domain) form.fact("kind.domain", full_name(*domain));

    choose_hosting(form, screen);
    ask_about_main_domain(form, draft, state);
    if (domain) ask_about_nameservers(form, draft, state, *domain, screen.today);

    const auto hosting = state.services.get(draft.hosting);
    if (form.accepted("associate.verb", ui::Kind::primary, why_not_now(screen, draft)))
        send(screen, draft, ui::say("associate.done", {name, hosting ? hosting->name : std::string()}),
             domain ? address_of(*domain, screen.today) : "");
}

struct DissociatePopup final : ServicePopup {
    explicit DissociatePopup(const model::Service& domain) : draft{domain.id} {}
    void draw(Screen&) override;

    model::Dissociate draft;
};

void DissociatePopup::draw(Screen& screen)
{
    ui::Form form(*this, "dissociate.title", problems_of(*this, screen, draft),
                  {.icon = ui::icons::unlink, .tone = ui::Tone::warning, .alert = true});
    if (!form) return;

    const auto& state   = screen.store.state();
    const auto  domain  = state.services.get(draft.domain);
    const auto  name    = domain ? model::shown_name(*domain) : std::string();
    const auto  hosting = domain ? state.services.get(domain->linked_to) : std::nullopt;
    if (hosting) form.words(ui::say("dissociate.words", {name, hosting->name}));
    if (domain)
        for (const auto& warning : model::warnings_before_dissociating(state, *domain))
            form.notice(ui::Tone::warning, ui::say(warning));

    if (form.accepted("dissociate.verb", ui::Kind::danger, why_not_now(screen, draft)))
        send(screen, draft, ui::say("dissociate.done", {name}));
}

}  // namespace

PopupPtr associate_popup(const ServiceAction&, const model::Service& domain, Screen& screen)
{
    return std::make_shared<AssociatePopup>(domain, screen);
}

PopupPtr dissociate_popup(const ServiceAction&, const model::Service& domain, Screen&)
{
    return std::make_shared<DissociatePopup>(domain);
}

}  // namespace pages
