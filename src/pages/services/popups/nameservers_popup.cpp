#include "pages/services/popups/nameservers_popup.hpp"

#include "base/pasted.hpp"
#include "base/written.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"

#include <algorithm>

namespace pages {
namespace {

// The draft's command with names in ASCII.
model::ChangeNameservers in_ascii(model::ChangeNameservers draft, ToAscii to_ascii)
{
    for (auto& entry : draft.nameservers) entry = pages::in_ascii(entry, to_ascii);
    return draft;
}

std::vector<std::string> filled(const std::vector<std::string>& entries)
{
    std::vector<std::string> kept;
    for (const auto& entry : entries)
        if (!base::is_blank(entry)) kept.push_back(entry);
    return kept;
}

model::ChangeNameservers draft_for(const model::Service& domain)
{
    return {domain.id, domain.nameservers, domain.nameservers};
}

struct NameserversPopup final : ServicePopup {
    explicit NameserversPopup(const model::Service& domain) : draft(draft_for(domain)) {}
    void draw(Screen&) override;

    model::ChangeNameservers draft;  // as typed: names may be international
};

}  // namespace

std::string in_ascii(const std::string& entry, ToAscii to_ascii)
{
    std::string lines;
    for (auto line : base::pasted_hosts(entry)) {
        const auto end = std::min(line.find(' '), line.size());
        if (const auto ascii = to_ascii ? to_ascii(std::string_view(line).substr(0, end)) : std::nullopt)
            line.replace(0, end, *ascii);
        lines.append(lines.empty() ? "" : " ").append(line);
    }
    return lines;
}

PopupPtr nameservers_popup(const ServiceAction&, const model::Service& domain, Screen&)
{
    return std::make_shared<NameserversPopup>(domain);
}

void NameserversPopup::draw(Screen& screen)
{
    const auto command  = in_ascii(draft, screen.to_ascii);
    auto       problems = problems_of(*this, screen, command);
    auto       why_not  = why_not_now(screen, command);
    // Not an input error: nothing is changed yet, or the domain has changed since the popup was opened.
    if (take(problems, "nameserver.nothing_changed")) why_not = ui::say("nameserver.nothing_changed");
    const bool looks_old = take(problems, "why.nameservers_changed_meanwhile");
    if (looks_old) why_not = ui::say("why.nameservers_changed_meanwhile");

    ui::Form form(*this, "nameservers.title", std::move(problems), {.width = 640, .icon = ui::icons::network});
    if (!form) return;

    const auto domain = screen.store.state().services.get(draft.service);
    const auto name   = domain ? model::shown_name(*domain) : std::string();
    form.fact("kind.domain", domain ? full_name(*domain) : name);
    if (looks_old) {
        form.notice(ui::Tone::warning, "why.nameservers_changed_meanwhile");
        if (form.fill_in("popup.start_again", ui::icons::rotate_cw)) draft = draft_for(*domain);
    }

    form.texts("nameservers", "details.nameservers", draft.nameservers, model::min_nameservers, model::max_nameservers,
               {.hint = ui::say("nameservers.hint", {domain ? domain->name : name}),
                .each = "nameservers.server",
                .text = {.inputmode = "url"}},
               base::pasted_hosts);
    if (form.fill_in("nameservers.host", ui::icons::server))
        draft.nameservers = model::nameservers_of_host(screen.today.catalogue());

    form.compare("ui.before", draft.seen, "ui.after", filled(command.nameservers));
    form.notice(ui::Tone::warning, "nameservers.zone_warning");
    form.words("nameservers.delay");

    if (form.accepted("nameservers.verb", ui::Kind::primary, why_not))
        send(screen, command, ui::say("nameservers.asked", {name}), domain ? address_of(*domain, screen.today) : "");
}

}  // namespace pages
