#include "pages/services/popups/offered_popup.hpp"

#include "base/domain_name.hpp"
#include "base/text.hpp"
#include "model/services/offered_domain.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"

namespace pages {
namespace {

struct OfferedPopup final : ServicePopup {
    explicit OfferedPopup(const model::Service& hosting) { draft.service = hosting.id; }
    void draw(Screen&) override;
    void read_name(ToAscii);

    model::ChooseOfferedDomain draft;
    std::string                name;     // as typed
    int                        way = 0;  // 0: register, 1: transfer
};

// Converts the typed name to ASCII for DNS. An unconvertible name stays as it is: the rules then report the problem.
void OfferedPopup::read_name(ToAscii to_ascii)
{
    const std::string typed(base::trimmed(name));
    const auto        ascii = to_ascii ? to_ascii(typed) : std::nullopt;
    draft.name              = base::to_lower(ascii.value_or(typed));
    const auto shown        = base::to_unicode(draft.name);
    draft.display_name      = shown == draft.name ? std::string() : shown;
    draft.transfers         = way == 1;
}

void OfferedPopup::draw(Screen& screen)
{
    if (!open) return;
    read_name(screen.to_ascii);
    ui::Form form(*this, "action.offered_domain", problems_of(*this, screen, draft), {.icon = ui::icons::gift});
    if (!form) return;

    const auto hosting = screen.store.state().services.get(draft.service);
    if (hosting) form.fact("kind.hosting", model::shown_name(*hosting));
    form.words(ui::say("offer.words", {model::offered_endings(screen.today.catalogue())}));
    const ui::Choice ways[] = {{.words = "offer.register", .hint = "offer.register_hint"},
                               {.words = "offer.transfer", .hint = "offer.transfer_hint"}};
    form.choice("way", "offer.way", way, ways);
    form.text(
        "name", "offer.name", name,
        {.hint = draft.display_name.empty() ? ui::say("offer.name_hint") : ui::say("offer.in_ascii", {draft.name}),
         .text = {.inputmode = "url", .max_length = 253}});
    form.checkbox("seen_final", "offer.seen_final", draft.seen_final);
    if (form.accepted("offer.verb", ui::Kind::primary, why_not_now(screen, draft)))
        send(screen, draft, ui::say("offer.asked", {draft.display_name.empty() ? draft.name : draft.display_name}),
             hosting ? address_of(*hosting, screen.today) : "");
}

}  // namespace

PopupPtr offered_popup(const ServiceAction&, const model::Service& hosting, Screen&)
{
    return std::make_shared<OfferedPopup>(hosting);
}

}  // namespace pages
