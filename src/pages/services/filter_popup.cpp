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
    if (const auto other = other_value(filter, value); !other.empty())
        options.push_back({.id = other, .words = filter.words_of(other)});
    return options;
}

ui::Option counted(const Filter& filter, const FilterValue& value)
{
    return {.id    = value.value,
            .words = ui::say("services.ends_with", {filter.words_of(value.value), ui::count(value.rows)})};
}

// The rows among which the values of a filter are counted: those that its choice would leave.
const ServicesView& rows_for(FilterPopup::Offered& offered, const Filter& filter, model::Tab tab,
                             const ServicesView& view, const Screen& screen)
{
    if (screen.route.at(filter.key).empty()) {
        offered.rows.reset();
        return view;
    }
    if (!offered.rows) offered.rows = view.beside();
    update(*offered.rows, {screen.store.state(), screen.today, ui::context().language},
           query_of(screen.route.with(filter.key, ""), tab), screen);
    return *offered.rows;
}

std::vector<ui::Option> counted_options(const Filter& filter, std::string_view value, const ServicesView& rows,
                                        const model::State& state)
{
    std::vector<ui::Option> options{any()};
    bool                    there = value.empty();
    for (const auto& one : values_in(filter, state, rows.rows())) {
        options.push_back(counted(filter, one));
        there = there || one.value == value;
    }
    if (!there) options.push_back(counted(filter, {std::string(value), 0}));
    return options;
}

// As the filter spells it; empty if it does not filter.
std::string asked_value(const Filter& filter, const Route& route, model::Tab tab)
{
    for (auto& asked : asked_filters(route, tab))
        if (asked.filter == &filter) return std::move(asked.value);
    return {};
}

}  // namespace

void draw(FilterPopup& popup, model::Tab tab, const ServicesView& view, Screen& screen)
{
    ui::DialogScope dialog(popup, "services.filters_title", {.width = 640, .icon = ui::icons::list_filter});
    if (!dialog) return popup.offered.clear();
    {
        ui::Grid grid({.min = 240, .max = 2});
        for (const auto& filter : service_filters()) {
            if (filter.only && *filter.only != tab) continue;
            auto                        value = asked_value(filter, screen.route, tab);
            std::vector<ui::Option>     few;
            std::span<const ui::Option> options;
            if (filter.values) {
                auto&       offered = popup.offered[filter.key];
                const auto& rows    = rows_for(offered, filter, tab, view, screen);
                options             = offered.options.of(
                    screen, [&] { return counted_options(filter, value, rows, screen.store.state()); },
                    value + ' ' + std::to_string(rows.revision()));
            } else options = few = options_of(filter, value, tab);
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
