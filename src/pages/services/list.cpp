#include "pages/services/list.hpp"

#include "pages/kit/words.hpp"
#include "pages/services/bulk_actions.hpp"
#include "pages/services/bulk_popup.hpp"
#include "pages/services/columns.hpp"
#include "pages/services/export.hpp"
#include "pages/services/filters.hpp"
#include "pages/services/popups.hpp"
#include "pages/services/row_actions.hpp"
#include "store/store.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

#include <memory>
#include <optional>
#include <utility>

namespace pages {
namespace {

namespace icons = ui::icons;

constexpr auto actions = menu_of_row(EveryAction());

// More would take longer than a customer waits.
constexpr std::size_t most_at_once = 5'000;

std::vector<ui::BulkItem> bulk_items(model::Tab tab, std::int64_t selected)
{
    std::vector<ui::BulkItem> items;
    const bool                many    = selected > static_cast<std::int64_t>(most_at_once);
    const auto                why_not = many ? ui::say("bulk.too_many", {ui::count(most_at_once)}) : std::string();
    for (const auto* action : bulk_actions(tab)) items.push_back({action->words, {.icon = action->icon}, why_not});
    return items;
}

// While rows are still being loaded there are no actions: they may be out of date.
ui::List<ServiceRow, const ServiceAction*> described(model::Tab tab, bool ready, const std::vector<ui::BulkItem>& bulk)
{
    const bool active = tab == model::Tab::active;
    return {
        .columns        = shown_columns(),
        .actions        = ready ? std::span<const ServiceRowAction>(actions) : std::span<const ServiceRowAction>(),
        .id             = [](const ServiceRow& row) { return row.service.id.value; },
        .name           = [](const ServiceRow& row) { return model::shown_name(row.service); },
        .href           = [](const ServiceRow& row) { return address_of(row.service, row.looking->today); },
        .icon           = active ? icons::server : icons::circle_check,
        .when_none      = active ? base::TextKey("services.none_active") : base::TextKey("services.none_expired"),
        .when_none_hint = active ? base::TextKey("services.none_active_hint")
                                 : base::TextKey("services.none_expired_hint"),
        .selected       = "services.selected",
        .exports        = true,
        .arranges       = true,
        .bulk           = ready ? std::span(bulk) : std::span<const ui::BulkItem>(),
    };
}

// Updates the selection, which identifies services by row number, after rows have moved or been erased. If the moves
// are no longer known, another account has replaced the data: clears the selection.
void follow_rows(ServicesList& page, const table::Rows& services)
{
    const auto& moves = services.moves();
    if (page.moves == moves.mark()) return;
    if (const auto since = moves.since(page.moves)) {
        for (const auto& move : *since) {
            if (move.to == table::Move::gone) page.list.selection.drop(move.from);
            else page.list.selection.move(move.from, move.to);
        }
    } else page.list.selection.clear();
    page.moves = moves.mark();
}

// The shown rows in order; if any are selected, only those.
std::vector<std::uint32_t> rows_of(const ui::Selection& selection, const ServicesView& view)
{
    if (selection.empty()) return view.rows();
    std::vector<std::uint32_t> rows;
    for (const auto row : view.rows())
        if (selection.holds(row)) rows.push_back(row);
    return rows;
}

// Checks the number again, since the search may have found more rows meanwhile.
void open_bulk(Popups& popups, const BulkAction& action, const std::vector<std::uint32_t>& rows,
               const model::State& state)
{
    if (rows.size() > most_at_once)
        return ui::context().toast(ui::Tone::danger, ui::say("bulk.too_many", {ui::count(most_at_once)}));
    const auto                    id = table::Table<model::Service>::column("id");
    std::vector<model::ServiceId> services;
    for (const auto row : rows) services.push_back({std::string(state.services.text_at(id, row))});
    open_popup(popups, bulk_popup(action, std::move(services)));
}

void draw_chips(const std::vector<AskedFilter>& filters, Screen& screen)
{
    std::vector<std::string> names;
    for (const auto& filter : filters) names.push_back(chip_of(filter));
    const auto pressed = ui::chips(names);
    if (!pressed) return;
    if (*pressed < filters.size()) screen.replace(screen.route.with(filters[*pressed].filter->key, ""));
    else screen.replace(without_filters(screen.route));
}

std::vector<ui::SortKey> order_in(const Route& route)
{
    auto order = read_order(route.at("sort"));
    return order.empty() ? first_order() : order;
}

// tell_list copies search and order from the address to the list, tell_address copies the customer's changes back.
void tell_list(ui::ListState& list, const Route& route)
{
    list.search = route.at("q");
    list.sort   = order_in(route);
}

void tell_address(const ui::ListState& list, Screen& screen)
{
    auto route = screen.route.with("q", list.search);
    // An order that is not understood stays in the address until the customer takes it out or chooses another one.
    if (list.sort != order_in(route))
        route = route.with("sort", list.sort == first_order() ? std::string() : print_order(list.sort));
    if (route != screen.route && !screen.goes()) screen.replace(std::move(route));
}

}  // namespace

std::uint64_t Looking::stamp() const
{
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(today.date().days)) << 8 |
           static_cast<std::uint64_t>(language);
}

void update(ServicesView& view, const Looking& looking, const query::Query<model::Service, Looking>& query,
            const Screen& screen)
{
    view.update(looking.state.services, looking, query, screen.work);
    if (!view.finished() || (screen.work.budget && !view.warm())) ui::context().animate();
}

ServicesView services_view() { return ServicesView(searched_columns()); }

void draw(ServicesList& page, ServicesView& view, model::Tab tab, Popups& popups, Screen& screen)
{
    auto&      list    = page.list;
    const auto filters = asked_filters(screen.route, tab);
    draw_chips(filters, screen);
    tell_list(list, screen.route);

    const Looking looking{screen.store.state(), screen.today, ui::context().language};
    update(view, looking, query_of(screen.route, tab), screen);

    follow_rows(page, looking.state.services.rows());
    list.selection.ask(question_of(screen.route, tab));

    const auto title     = tab == model::Tab::active ? base::TextKey("services.tab_active")
                                                     : base::TextKey("services.tab_expired");
    const auto rows      = FoundRows{view, looking};
    const bool none_yet  = !view.finished() && view.size() == 0;
    screen.list_is_empty = none_yet;
    const auto bulk      = bulk_items(tab, list.selection.count(rows.size(), rows.stamp(), [&](std::int64_t row) {
        return rows.key(static_cast<std::size_t>(row));
    }));
    list.columns         = screen.preferences.services.columns;
    if (const auto picked = ui::draw(described(tab, screen.store.ready(), bulk), title, list, rows,
                                     {.loading  = !screen.store.ready() || none_yet,
                                      .busy     = !view.finished(),
                                      .progress = view.progress(),
                                      .filtered = !filters.empty()}))
        open_action(popups, *picked->act, picked->row.service, screen);
    if (std::exchange(list.wants_all, false)) screen.replace(without_filters(screen.route));
    screen.preferences.services.columns = list.columns;
    screen.dragging                     = list.resizing;
    // A bulk action waits until the search has found all rows.
    if (list.selection.empty()) list.wanted_bulk.reset();
    if (list.wanted_bulk && view.finished() && screen.store.ready())
        open_bulk(popups, *bulk_actions(tab)[*std::exchange(list.wanted_bulk, std::nullopt)],
                  rows_of(list.selection, view), looking.state);
    if (list.wanted && view.finished() && screen.store.ready())
        screen.ask(ExportList{std::make_unique<ServicesExport>(*std::exchange(list.wanted, std::nullopt), tab,
                                                               rows_of(list.selection, view),
                                                               chosen_columns(list.columns), looking)});
    tell_address(list, screen);
}

}  // namespace pages
