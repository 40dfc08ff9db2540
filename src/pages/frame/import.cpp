#include "pages/frame/import.hpp"

#include "store/store.hpp"
#include "ui/controls/feedback.hpp"
#include "ui/core/text.hpp"
#include "ui/fields/form.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"

namespace pages {
namespace {

namespace icons = ui::icons;

std::string number(std::size_t count) { return ui::count(static_cast<std::int64_t>(count)); }

// Both return false while open, and if the dialog was closed without a further step: the import is then dropped.
bool draw_refusal(ImportDialog& import, Screen& screen)
{
    ui::DialogScope scope(import.dialog, "import.refused", {.icon = icons::circle_x, .tone = ui::Tone::danger});
    if (!scope) return false;

    ui::text(ui::say("import.refused_words", {import.file}));
    ui::notice(ui::Tone::danger, ui::say(*import.refusal));

    scope.footer();
    if (ui::button("common.close")) scope.close();
    if (!ui::primary("import.choose_other", icons::upload)) return false;
    screen.ask(PickAccountFile{});
    scope.close();
    return true;
}

bool draw_offer(ImportDialog& import, Screen& screen)
{
    ui::Form form(import.dialog, "import.title", {}, {.icon = icons::upload});
    if (!form) return false;

    form.words(import.account.empty() ? ui::say("import.summary_nameless", {import.file})
                                      : ui::say("import.summary", {import.file, import.account}));
    form.fact("import.services", number(import.services));
    form.fact("import.operations", number(import.operations));
    form.notice(ui::Tone::warning, "import.warning");
    if (const auto waiting = screen.store.outbox().size(); waiting > 0)
        form.notice(ui::Tone::warning, ui::say("import.waiting_lost", {std::to_string(waiting)}));

    if (!form.accepted("import.verb", ui::Kind::danger)) return false;
    screen.ask(AcceptImport{});
    return true;
}

}  // namespace

void draw(ImportDialog& import, Screen& screen)
{
    if (!import.dialog.open) return;
    const bool goes_on = import.refusal ? draw_refusal(import, screen) : draw_offer(import, screen);

    // Closed without a further step: drops the data that was read.
    if (!import.dialog.open && !goes_on) screen.ask(DropImport{});
}

}  // namespace pages
