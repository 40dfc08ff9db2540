#include "pages/services/popups/offered_popup.hpp"

#include "base/domain_name.hpp"
#include "base/text.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"

namespace pages {
namespace {

// What was typed, as DNS wants it; what cannot be converted stays, and the rules say what is wrong with it.
void read_name(OfferedPopup& popup, ToAscii to_ascii)
{
    const std::string typed(base::trimmed(popup.name));
    const auto        ascii  = to_ascii ? to_ascii(typed) : std::nullopt;
    popup.draft.name         = base::to_lower(ascii.value_or(typed));
    const auto shown         = base::to_unicode(popup.draft.name);
    popup.draft.display_name = shown == popup.draft.name ? std::string() : shown;
    popup.draft.transfers    = popup.way == 1;
}

}  // namespace

void open(OfferedPopup& popup, const model::Service& hosting)
{
    popup               = {};
    popup.open          = true;
    popup.draft.service = hosting.id;
}

void draw(OfferedPopup& popup, Screen& screen)
{
    read_name(popup, screen.to_ascii);
    auto&    draft = popup.draft;
    ui::Form form(popup, "action.offered_domain", problems_of(popup, screen, draft), {.icon = ui::icons::gift});
    if (!form) return;

    const auto hosting = screen.store.state().services.get(draft.service);
    if (hosting) form.fact("kind.hosting", model::shown_name(*hosting));
    form.words(ui::say("offer.words", {model::offered_endings()}));
    const ui::Choice ways[] = {{.words = "offer.register", .hint = "offer.register_hint"},
                               {.words = "offer.transfer", .hint = "offer.transfer_hint"}};
    form.choice("way", "offer.way", popup.way, ways);
    form.text(
        "name", "offer.name", popup.name,
        {.hint = draft.display_name.empty() ? ui::say("offer.name_hint") : ui::say("offer.in_ascii", {draft.name}),
         .text = {.inputmode = "url", .max_length = 253}});
    form.checkbox("seen_final", "offer.seen_final", draft.seen_final);
    if (form.accepted("offer.verb", ui::Kind::primary, why_not_now(screen, draft)))
        send(screen, draft, ui::say("offer.asked", {draft.display_name.empty() ? draft.name : draft.display_name}),
             hosting ? address_of(*hosting, screen.today) : "");
}

}  // namespace pages
