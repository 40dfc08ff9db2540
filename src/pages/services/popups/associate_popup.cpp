#include "pages/services/popups/associate_popup.hpp"

#include "base/sort.hpp"
#include "model/domains/nameservers.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <map>

namespace pages {
namespace {

std::vector<ui::Option> hosting_options(const model::State& state, base::Date today)
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

void refresh(AssociatePopup& popup, const Screen& screen)
{
    if (popup.revision == screen.store.revision() && popup.language == ui::context().language) return;
    popup.hostings = hosting_options(screen.store.state(), screen.today);
    popup.revision = screen.store.revision();
    popup.language = ui::context().language;
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
                           const model::Service& domain, base::Date today)
{
    const auto reason = model::why_not_change_nameservers(state, domain, today);
    const bool same   = domain.nameservers == model::nameservers_of_host();
    if (!same && !reason) {
        form.checkbox("change_nameservers", "associate.change_nameservers", draft.change_nameservers,
                      "associate.change_hint");
        return;
    }
    draft.change_nameservers = false;
    form.notice(ui::Tone::info,
                same ? ui::say("associate.already_served") : ui::say("associate.cannot_change", {ui::say(*reason)}));
}

}  // namespace

void open(AssociatePopup& popup, const model::Service& domain, const Screen& screen)
{
    popup              = {};
    popup.open         = true;
    popup.draft.domain = domain.id;
    refresh(popup, screen);

    const auto possible = [](const ui::Option& option) { return option.why_not.empty(); };
    if (std::count_if(popup.hostings.begin(), popup.hostings.end(), possible) == 1)
        popup.draft.hosting.value = std::find_if(popup.hostings.begin(), popup.hostings.end(), possible)->id;
}

void draw(AssociatePopup& popup, Screen& screen)
{
    auto&    draft = popup.draft;
    ui::Form form(popup, "associate.title", problems_of(popup, screen, draft), {.icon = ui::icons::link});
    if (!form) return;

    refresh(popup, screen);
    const auto& state  = screen.store.state();
    const auto  domain = state.services.get(draft.domain);
    const auto  name   = domain ? model::shown_name(*domain) : std::string();
    if (domain) form.fact("kind.domain", name);

    if (popup.hostings.empty()) form.notice(ui::Tone::warning, "associate.none");
    else form.select("hosting", "associate.hosting", draft.hosting.value, popup.hostings);
    ask_about_main_domain(form, draft, state);
    if (domain) ask_about_nameservers(form, draft, state, *domain, screen.today);

    const auto hosting = state.services.get(draft.hosting);
    if (form.accepted("associate.verb", ui::Kind::primary, why_not_now(screen, draft)))
        send(screen, draft, ui::say("associate.done", {name, hosting ? hosting->name : std::string()}),
             domain ? address_of(*domain, screen.today) : "");
}

void open(DissociatePopup& popup, const model::Service& domain)
{
    popup              = {};
    popup.open         = true;
    popup.draft.domain = domain.id;
}

void draw(DissociatePopup& popup, Screen& screen)
{
    auto&    draft = popup.draft;
    ui::Form form(popup, "dissociate.title", problems_of(popup, screen, draft),
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

}  // namespace pages
