#include "pages/services/popups/describe_popup.hpp"

#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"

namespace pages {
namespace {

struct DescribePopup final : ServicePopup {
    explicit DescribePopup(const model::Service& service) : draft{service.id, service.label, service.notes} {}
    void draw(Screen&) override;

    model::Describe draft;
};

void DescribePopup::draw(Screen& screen)
{
    ui::Form form(*this, "describe.title", problems_of(*this, screen, draft), {.icon = ui::icons::tag});
    if (!form) return;

    const auto service = screen.store.state().services.get(draft.service);
    const auto name    = service ? model::shown_name(*service) : std::string();
    if (service) form.fact(word(service->kind), full_name(*service));
    form.text("label", "describe.label", draft.label,
              {.hint = "describe.label_hint", .optional = true, .text = {.spellcheck = true}});
    form.notes("notes", "describe.notes", draft.notes,
               {.hint = "describe.notes_hint", .optional = true, .text = {.lines = 6, .spellcheck = true}});

    if (form.accepted("common.save", ui::Kind::primary, why_not_now(screen, draft)))
        send(screen, draft, ui::say("describe.saved", {name}));
}

}  // namespace

PopupPtr describe_popup(const ServiceAction&, const model::Service& service, Screen&)
{
    return std::make_shared<DescribePopup>(service);
}

}  // namespace pages
