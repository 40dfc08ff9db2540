#include "pages/services/popups/associate_popup.hpp"

#include "base/sort.hpp"
#include "model/domains/nameservers.hpp"
#include "model/services/association.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/fresh.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace pages {
namespace {

std::vector<ui::Option> hosting_options(const model::State& state, model::Day today)
{
    using Services            = table::Table<model::Service>;
    const auto& services      = state.services;
    const auto  kind_column   = Services::column("kind");
    const auto  linked_column = Services::column("linked_to");

    std::vector<std::uint32_t>              rows;
    std::map<std::string_view, std::size_t> domains;
    for (std::uint32_t row = 0; row < services.size(); ++row) {
        if (services.number_at(kind_column, row) == static_cast<std::int64_t>(model::ServiceKind::hosting))
            rows.push_back(row);
        else if (const auto hosting = services.text_at(linked_column, row); !hosting.empty()) ++domains[hosting];
    }

    std::vector<ui::Option> options;
    options.reserve(rows.size());
    for (const auto row : rows) {
        const auto hosting = services.row(row);
        const auto found   = domains.find(hosting.id.value);
        const auto count   = found == domains.end() ? 0 : found->second;
        const auto reason  = model::why_not_host_domains(state, hosting, today);
        auto       name    = model::shown_name(hosting);
        if (!hosting.label.empty()) name += " – " + hosting.label;
        options.push_back(
            {.id    = hosting.id.value,
             .words = std::move(name),
             .hint  = count == 0 ? ui::say("associate.no_domain") : ui::say("associate.count", {std::to_string(count)}),
             .why_not = reason ? ui::say(*reason) : std::string()});
    }
    base::sort(options, [](const auto& a, const auto& b) { return a.words < b.words; });
    return options;
}

struct AssociatePopup final : ServicePopup {
    AssociatePopup(const model::Service& domain, const Screen&);
    void draw(Screen&) override;

    const std::vector<ui::Option>& hostings(const Screen& screen)
    {
        return options.of(screen, [&] { return hosting_options(screen.store.state(), screen.today); });
    }

    model::Associate               draft;
    Fresh<std::vector<ui::Option>> options;  // cached: there may be thousands
};

AssociatePopup::AssociatePopup(const model::Service& domain, const Screen& screen)
{
    draft.domain         = domain.id;
    const auto& all      = hostings(screen);
    const auto  possible = [](const ui::Option& option) { return option.why_not.empty(); };
    if (std::ranges::count_if(all, possible) == 1) draft.hosting.value = std::ranges::find_if(all, possible)->id;
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

    const auto& all = hostings(screen);
    if (all.empty()) form.notice(ui::Tone::warning, "associate.none");
    else form.select("hosting", "associate.hosting", draft.hosting.value, all);
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
