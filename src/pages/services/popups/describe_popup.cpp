#include "pages/services/popups/describe_popup.hpp"

#include "pages/kit/command_popup.hpp"
#include "pages/kit/draft.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"

namespace pages {
namespace {

model::Describe stored(const model::Service& service) { return {service.id, service.label, service.notes}; }

struct DescribePopup final : ServicePopup {
    DescribePopup(const model::Service& service, const Screen& screen) : draft(stored(service))
    {
        take_up(kept, draft, screen);
    }
    void draw(Screen&) override;

    model::Describe draft;
    Draft           kept;
};

void DescribePopup::draw(Screen& screen)
{
    ui::Form form(*this, "describe.title", problems_of(*this, screen, draft),
                  {.hint = hint_of(kept), .icon = ui::icons::tag});
    if (!form) return;

    const auto service = screen.store.state().services.get(draft.service);
    const auto name    = service ? model::shown_name(*service) : std::string();
    if (service) form.fact(word(service->kind), full_name(*service));
    form.text("label", "describe.label", draft.label,
              {.hint = "describe.label_hint", .optional = true, .text = {.spellcheck = true}});
    form.notes("notes", "describe.notes", draft.notes,
               {.hint = "describe.notes_hint", .optional = true, .text = {.lines = 6, .spellcheck = true}});
    if (clears(kept, form) && service) draft = stored(*service);
    keep(kept, draft, service && draft == stored(*service), screen);

    if (form.accepted("common.save", ui::Kind::primary, why_not_now(screen, draft)))
        send(screen, draft, ui::say("describe.saved", {name}));
}

}  // namespace

PopupPtr describe_popup(const ServiceAction&, const model::Service& service, Screen& screen)
{
    return std::make_shared<DescribePopup>(service, screen);
}

}  // namespace pages
