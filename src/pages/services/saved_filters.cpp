#include "pages/services/saved_filters.hpp"

#include "base/text.hpp"
#include "base/written.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

#include <algorithm>
#include <optional>

namespace pages {
namespace {

namespace icons = ui::icons;

base::Problems problems_of(const std::string& name, const ListPreferences& known)
{
    base::Problems problems;
    const auto     kept = base::tidied(name);
    const auto     same = [&](const SavedFilter& filter) { return base::fold(filter.name) == base::fold(kept); };
    if (kept.empty()) problems.add("name", "filters.name_missing");
    else if (base::characters(kept) > longest_filter_name)
        problems.add("name", "why.too_many_characters",
                     {std::int64_t{longest_filter_name}, static_cast<std::int64_t>(base::characters(kept))});
    else if (std::ranges::any_of(known.filters, same)) problems.add("name", "filters.name_taken", {kept});
    return problems;
}

void draw_save(SaveFilterPopup& popup, ListPreferences& known, InWords in_words)
{
    auto&    draft = popup.draft;
    ui::Form form(popup, "filters.save_title", popup.open ? problems_of(draft.name, known) : base::Problems(),
                  {.icon = icons::bookmark});
    if (!form) return;
    form.text("name", "filters.name", draft.name, {.hint = "filters.kept_here", .text = {.spellcheck = true}});
    form.fact("filters.shows", in_words(parse_route(draft.address)));
    if (!form.accepted("common.save")) return;
    draft.name = base::tidied(draft.name);
    ui::context().toast(ui::Tone::success, ui::say("filters.saved", {draft.name}));
    known.filters.push_back(std::move(draft));
}

// True if its name, a link to the list, was pressed.
bool draw_line(const SavedFilter& filter, InWords in_words, bool& deleted)
{
    ui::IdScope id(filter.name);
    ui::Row     row({.wrap = false});
    const auto  button = ui::context().theme.control + 8;
    bool        opened = false;
    {
        ui::Stack words({.gap = 2, .width = ui::available_width() - button});
        opened = ui::link(filter.name, filter.address);
        ui::caption(in_words(parse_route(filter.address)));
    }
    row.push_right();
    deleted = ui::icon_button(ui::say("filters.delete", {filter.name}), icons::trash_2);
    return opened;
}

void draw_manage(ui::Dialog& popup, ListPreferences& known, InWords in_words)
{
    ui::DialogScope dialog(popup, "filters.manage_title", {.icon = icons::bookmark});
    if (!dialog) return;
    std::optional<std::size_t> gone;
    {
        ui::Group list(ui::Role::list, "filters.manage_title");
        for (std::size_t at = 0; at < known.filters.size(); ++at) {
            ui::Group item(ui::Role::listitem, known.filters[at].name);
            bool      deleted = false;
            if (at > 0) ui::line();
            if (draw_line(known.filters[at], in_words, deleted)) dialog.close();
            if (deleted) gone = at;
        }
    }
    if (known.filters.empty()) ui::soft("filters.none_left");
    dialog.footer();
    if (ui::button("ui.done", {.kind = ui::Kind::primary})) dialog.close();
    if (!gone) return;
    ui::context().toast(ui::Tone::success, ui::say("filters.deleted", {known.filters[*gone].name}));
    known.filters.erase(known.filters.begin() + static_cast<std::ptrdiff_t>(*gone));
    ui::context().animate();
}

}  // namespace

void add_saved_filters(ui::Menu& menu, SavedFilters& saved, const ListPreferences& known, bool asks, Screen& screen)
{
    const auto here = to_hash(screen.route);
    if (!known.filters.empty()) {
        menu.separator();
        menu.heading("filters.manage_title");
    }
    for (const auto& filter : known.filters)
        if (menu.item(filter.name, {.icon = icons::bookmark, .checked = filter.address == here}))
            screen.open(parse_route(filter.address));

    menu.separator();
    const auto why_not = known.filters.size() >= most_filters ? ui::say("filters.full", {std::to_string(most_filters)})
                         : asks                               ? std::string()
                                                              : ui::say("filters.nothing_to_save");
    if (menu.item("filters.save", {.icon = icons::bookmark, .why_not = why_not})) {
        saved.save               = {};
        saved.save.open          = true;
        saved.save.draft.address = here;
    }
    if (known.filters.empty()) return;
    if (menu.item("filters.manage", {.icon = icons::trash_2})) saved.manage = {.open = true};
}

void draw(SavedFilters& saved, ListPreferences& known, InWords in_words)
{
    draw_save(saved.save, known, in_words);
    draw_manage(saved.manage, known, in_words);
}

}  // namespace pages
