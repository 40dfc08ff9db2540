#include "pages/services/popups/offered_popup.hpp"

#include "base/domain_name.hpp"
#include "base/pasted.hpp"
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

// Reads the name out of what was typed, and converts it to ASCII for DNS. An unconvertible name stays as it is: the rules then report the problem.
void OfferedPopup::read_name(ToAscii to_ascii)
{
    const auto typed   = base::pasted_domain(name);
    const auto ascii   = to_ascii ? to_ascii(typed) : std::nullopt;
    draft.name         = base::to_lower(ascii.value_or(typed));
    draft.display_name = base::display_name_of(draft.name);
    draft.transfers    = way == 1;
}

// What will be ordered, where that is not letter by letter what stands in the field.
std::string hint_of(const std::string& typed, const model::ChooseOfferedDomain& draft)
{
    if (draft.name.empty() || (draft.display_name.empty() && draft.name == typed)) return ui::say("offer.name_hint");
    const auto shown = draft.display_name.empty() ? draft.name : draft.display_name + " (" + draft.name + ")";
    return ui::say("offer.will_be_asked", {shown});
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
    form.text("name", "offer.name", name, {.hint = hint_of(name, draft), .text = {.inputmode = "url"}});
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
