#include "pages/orders/pending.hpp"

#include "base/text.hpp"
#include "model/columns.hpp"
#include "model/domains/transfer.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "pages/orders/cart_popup.hpp"
#include "store/store.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"

#include <optional>

namespace pages {
namespace {

namespace icons = ui::icons;

using Thing = PendingThing;
enum class PendingAct : std::uint8_t { resume, remove, follow, details };

enum Sorted : int { by_name, by_kind, by_state, by_since, by_until, by_total };

std::string key_of(const PendingRow& row, int column)
{
    switch (column) {
    case by_kind:  return base::sort_fold(row.kind);
    case by_state: return base::sort_fold(row.state);
    case by_since: return sort_key(row.since.ms);
    case by_until: return sort_key(is_set(row.until) ? row.until.days : 9'999'999);
    case by_total: return sort_key(row.total.cents);
    default:       return base::sort_fold(row.name);
    }
}

ui::Cell until_of(const PendingRow& row)
{
    return ui::or_dash(is_set(row.until) ? ui::short_date(row.until) : std::string());
}
ui::Cell total_of(const PendingRow& row)
{
    return ui::or_dash(row.total.cents > 0 ? ui::money(row.total) : std::string());
}

ui::Cell name_cell(const PendingRow& row)
{
    ui::Cell cell(row.name);
    cell.icon = row.thing == Thing::cart    ? icons::shopping_cart
                : row.thing == Thing::order ? icons::package
                                            : icons::globe;
    return cell;
}

constexpr ui::Column<PendingRow> columns[] = {
    {"pending.what", 0, name_cell, {.sort = by_name, .priority = 0}},
    {"pending.kind", 190, [](const PendingRow& row) { return row.kind; }, {.sort = by_kind, .priority = 2}},
    {"pending.state",
     250,
     [](const PendingRow& row) { return ui::Cell(row.state, row.tone); },
     {.sort = by_state, .priority = 0}},
    {"pending.since",
     150,
     [](const PendingRow& row) { return ui::short_date(base::paris_day(row.since)); },
     {.sort = by_since, .priority = 3, .on_card = false}},
    {"pending.until", 120, [](const PendingRow& row) { return until_of(row); }, {.sort = by_until, .priority = 1}},
    {"pending.total",
     110,
     [](const PendingRow& row) { return total_of(row); },
     {.sort = by_total, .priority = 1, .right = true}},
};

bool is_cart(const PendingRow& row) { return row.thing == Thing::cart; }

constexpr ui::RowAction<PendingRow, PendingAct> actions[] = {
    {PendingAct::resume, "cart.resume", nullptr, {.icon = icons::shopping_cart}, is_cart},
    {PendingAct::remove, "cart.remove", nullptr, {.icon = icons::trash_2, .danger = true}, is_cart},
    {PendingAct::follow,
     "order.follow",
     nullptr,
     {.icon = icons::package},
     [](const PendingRow& row) { return row.thing == Thing::order; }},
    {PendingAct::follow,
     "action.follow_transfer",
     nullptr,
     {.icon = icons::arrow_right_left},
     [](const PendingRow& row) { return row.thing == Thing::service; }},
    {PendingAct::details,
     "action.details",
     nullptr,
     {.icon = icons::info},
     [](const PendingRow& row) { return row.thing == Thing::service; }},
};

std::string address_of(const PendingRow& row) { return to_hash({"services", "pending", row.id, {}}); }

void add_carts(std::vector<PendingRow>& rows, const Screen& screen)
{
    const auto& state = screen.store.state();
    for (const model::Cart& cart : state.carts) {
        PendingRow               row{.thing = Thing::cart, .id = cart.id.value, .since = cart.saved_at};
        std::vector<std::string> names;
        const auto               lines = model::lines_of(state, cart.id);
        for (const auto& line : lines)
            if (const auto service = state.services.get(line.service)) names.push_back(model::shown_name(*service));
        row.name  = base::joined(names);
        row.kind  = ui::say(cart.automatic ? base::TextKey("cart.automatic") : base::TextKey("cart.saved"));
        row.state = ui::say(cart.attempts > 0 ? base::TextKey("cart.payment_refused") : base::TextKey("cart.to_pay"));
        row.tone  = cart.attempts > 0 ? ui::Tone::danger : ui::Tone::warning;
        row.until = base::days_after(base::paris_day(cart.saved_at), model::cart_days);
        row.total = model::total_today(state, lines, screen.today);
        rows.push_back(std::move(row));
    }
}

void add_orders(std::vector<PendingRow>& rows, const model::State& state)
{
    for (const model::PurchaseOrder& order : state.orders) {
        if (order.step == model::OrderStep::delivered) continue;
        rows.push_back({.thing = Thing::order,
                        .id    = order.id.value,
                        .name  = model::names_of(state, order.id),
                        .kind  = ui::say("order.title"),
                        .state = ui::say(word(order.step)),
                        .tone  = ui::Tone::info,
                        .since = order.placed_at,
                        .total = order.total});
    }
}

void add_services(std::vector<PendingRow>& rows, const model::State& state)
{
    static const auto status_column = model::column_of<model::Service>("status");
    for_each_page(state.services, [&](const table::Page& page, std::uint32_t first) {
        const auto statuses = page.columns[status_column].small();
        for (std::uint32_t at = 0; at < page.rows; ++at) {
            if (static_cast<model::Status>(statuses[at]) != model::Status::pending) continue;
            const auto service  = state.services.row(first + at);
            const auto transfer = model::last_transfer(state, service.id);
            PendingRow row{.thing = Thing::service,
                           .id    = service.id.value,
                           .name  = model::shown_name(service),
                           .kind  = ui::say("transfer.title"),
                           .state = ui::say(word(service.status)),
                           .tone  = ui::Tone::info};
            if (transfer) {
                row.state = ui::say(word(transfer->step));
                row.tone  = tone_of(transfer->step);
                row.since = transfer->started_at;
                row.until = transfer->until;
            }
            rows.push_back(std::move(row));
        }
    });
}

void carry_out(const PendingRow& row, PendingAct act, Screen& screen)
{
    switch (act) {
    case PendingAct::remove:
        return screen.ask(AskFirst{.command = model::DeleteCart{{row.id}},
                                   .title   = "cart.remove",
                                   .words   = "cart.remove_words",
                                   .verb    = "cart.remove",
                                   .keep    = "cart.keep",
                                   .about   = row.name,
                                   .said    = ui::say("cart.removed")});
    case PendingAct::follow:
        if (row.thing == Thing::service) return screen.ask(OpenAction{act_follow_transfer, {row.id}});
        break;
    case PendingAct::resume:
    case PendingAct::details: break;
    }
    screen.open(parse_route(address_of(row)));
}

}  // namespace

bool is_pending_item(const model::State& state, const Route& route)
{
    return route.tab == "pending" && !route.item.empty() && !state.services.contains({route.item});
}

void draw(Pending& page, Screen& screen)
{
    const ui::List<PendingRow, PendingAct> list{
        .columns        = columns,
        .actions        = actions,
        .id             = [](const PendingRow& row) { return row.id; },
        .name           = [](const PendingRow& row) { return row.name; },
        .href           = [](const PendingRow& row) { return address_of(row); },
        .icon           = icons::circle_check,
        .when_none      = "pending.none",
        .when_none_hint = "pending.none_hint",
    };
    const auto all = [&] {
        std::vector<PendingRow> rows;
        add_carts(rows, screen);
        add_orders(rows, screen.store.state());
        add_services(rows, screen.store.state());
        return rows;
    };
    if (const auto picked = draw_few(page.rows, "services.tab_pending", list, {key_of, {by_until, false}}, screen, all))
        carry_out(picked->row, picked->act, screen);
    draw(page.popup, screen);
}

}  // namespace pages
