#include "pages/services/filter_popup.hpp"

#include "pages/kit/words.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

namespace pages {
namespace {

ui::Option any() { return {.words = ui::say("services.filter_any")}; }

std::vector<ui::Option> options_of(const Filter& filter, std::string_view value, model::Tab tab)
{
    std::vector<ui::Option> options{any()};
    for (const auto& choice : filter.choices)
        if (!choice.only || *choice.only == tab)
            options.push_back({.id = std::string(choice.value), .words = ui::say(choice.words)});
    if (is_other(filter, value)) options.push_back({.id = std::string(value), .words = filter.words_of(value)});
    return options;
}

std::vector<ui::Option> ending_options(const model::State& state, model::Tab tab, model::Day today)
{
    std::vector<ui::Option> options{any()};
    for (const auto& ending : endings_of(state, tab, today))
        options.push_back({.id    = ending.name,
                           .words = ui::say("services.ends_with", {'.' + ending.name, ui::count(ending.domains)})});
    return options;
}

}  // namespace

void draw(FilterPopup& popup, model::Tab tab, const ServicesView& view, Screen& screen)
{
    ui::DialogScope dialog(popup, "services.filters_title", {.width = 640, .icon = ui::icons::list_filter});
    if (!dialog) return;
    {
        ui::Grid grid({.min = 240, .max = 2});
        for (const auto& filter : service_filters()) {
            if (filter.only && *filter.only != tab) continue;
            auto       value   = std::string(screen.route.at(filter.key));
            const auto options = filter.choices.empty()
                                     ? popup.endings.of(
                                           screen,
                                           [&] { return ending_options(screen.store.state(), tab, screen.today); },
                                           name_of_tab(tab))
                                     : options_of(filter, value, tab);
            grid.cell();
            if (ui::select(filter.name, value, options)) screen.replace(screen.route.with(filter.key, value));
        }
    }
    dialog.footer();
    const bool none = asked_filters(screen.route, tab).empty();
    if (!none && ui::button("ui.clear_all")) screen.replace(without_filters(screen.route));
    if (ui::button(ui::say("services.filters_show", {ui::count(view.size())}),
                   {.kind = ui::Kind::primary, .id = "show"}))
        dialog.close();
}

}  // namespace pages
