#include "model/earlier/schema_2.hpp"

#include "base/bounds.hpp"
#include "base/text.hpp"
#include "model/billing/cart.hpp"
#include "model/billing/catalogue.hpp"
#include "model/earlier/unknown.hpp"
#include "model/find.hpp"
#include "model/services/life.hpp"

#include <algorithm>
#include <utility>

namespace model::schema_2 {
namespace {

std::int32_t years_in(const std::string& text)
{
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(base::whole_number(text), 0, 100));
}

std::string at(const std::vector<std::string>& list, std::size_t place)
{
    return place < list.size() ? list[place] : std::string();
}

base::Date date_at(const std::vector<std::string>& list, std::size_t place)
{
    const auto date = base::parse_date(at(list, place)).value_or(base::Date());
    return base::date_bounds.hold(date.days) ? date : base::Date();
}

base::Money money_of(std::string_view cents)
{
    return {std::clamp(base::whole_number(cents), base::cents_bounds.least, base::cents_bounds.most)};
}

// --- operations ------------------------------------------------------------------------

// As the rules were then: the first and last day of a domain's redemption, counted from its expiry (exclusive, inclusive).
std::pair<int, int> redemption_of(std::string_view name)
{
    const auto ending = name.substr(name.rfind('.') + 1);
    for (const std::string_view french : {"fr", "re", "pm", "tf", "wf", "yt"})
        if (ending == french) return {0, 30};
    for (const std::string_view european : {"eu", "be", "ch"})
        if (ending == european) return {0, 40};
    return {45, 75};
}

// True if the domain was in redemption when its renewal was asked for: the price included the registry's fee.
bool was_restored(const State& state, const Operation& operation, base::Date before)
{
    const auto service = state.services.get(operation.service);
    if (!service || service->kind != ServiceKind::domain || !is_set(before)) return false;
    const auto [begin, end] = redemption_of(service->name);
    const auto past         = base::days_between(before, base::paris_day(operation.asked_at));
    return past > begin && past <= end;
}

OperationDetail detail_of(const State& state, const Operation& operation)
{
    const auto& after = operation.after;
    switch (operation.kind) {
    case OperationKind::nameservers: return NameserverChange{operation.before, after};
    case OperationKind::renewal:     {
        TermExtension term;
        term.before   = date_at(operation.before, 0);
        term.after    = date_at(after, 0);
        term.years    = operation.years;
        term.restores = was_restored(state, operation, term.before);
        term.charge   = charge_of_total(operation.price);
        return term;
    }
    case OperationKind::lock:             return LockChange{at(after, 0) == "locked"};
    case OperationKind::whois:            return WhoisChange{at(after, 0) == "hidden"};
    case OperationKind::hosting_password: return PasswordLink{after.empty()};
    case OperationKind::offered_domain:
        return OfferedRegistration{at(after, 0), at(after, 2), at(after, 1) == "transfer"};
    case OperationKind::holder_email: return HolderLink{after.empty()};
    }
    return {};
}

// The renewals of the order "order-<seed>" had the ids "op-<seed>.<line>".
PurchaseOrderId order_of(const Tables& tables, const Operation& operation)
{
    constexpr std::string_view prefix = "op-";
    const std::string_view     id     = operation.id.value;
    const auto                 dot    = id.rfind('.');
    if (operation.kind != OperationKind::renewal || !id.starts_with(prefix) || dot == std::string_view::npos) return {};
    const auto name  = "order-" + std::string(id.substr(prefix.size(), dot - prefix.size()));
    const auto order = tables.orders.get({name});
    if (!order || std::ranges::find(order->services, operation.service.value) == order->services.end()) return {};
    return {name};
}

void bring_up_operations(const Tables& tables, State& state)
{
    for (const Operation& old : tables.operations) {
        model::Operation now;
        now.id            = {old.id.value};
        now.service       = old.service;
        now.order         = order_of(tables, old);
        now.state         = old.state;
        now.asked_at      = old.asked_at;
        now.changed_at    = old.changed_at;
        now.detail        = detail_of(state, old);
        now.reason        = old.reason;
        now.reason_detail = old.reason_detail;
        now.unknown       = beside(base::shape_of<decltype(now)>(), old.unknown);
        // A link that was not sent yet has not been used.
        if (old.state != OperationState::done && has_link(kind_of(now))) {
            if (old.kind == OperationKind::hosting_password) now.detail = PasswordLink();
            else now.detail = HolderLink();
        }
        state.operations.put(now);
    }
}

// --- what was bought -------------------------------------------------------------------

void bring_up_carts(const Tables& tables, State& state)
{
    for (const Cart& old : tables.carts) {
        model::Cart now;
        now.id        = {old.id.value};
        now.saved_at  = old.saved_at;
        now.automatic = old.automatic;
        now.attempts  = old.attempts;
        now.unknown   = beside(base::shape_of<decltype(now)>(), old.unknown);
        std::vector<CartLine> lines;
        for (std::size_t place = 0; place < std::min({old.services.size(), old.years.size(), old.cents.size()});
             ++place) {
            CartLine line;
            line.service = {old.services[place]};
            line.years   = years_in(old.years[place]);
            line.seen    = money_of(old.cents[place]);
            lines.push_back(std::move(line));
        }
        put_cart(state, now, std::move(lines));
    }
}

void bring_up_orders(const Tables& tables, State& state)
{
    for (const Order& old : tables.orders) {
        PurchaseOrder now;
        now.id              = {old.id.value};
        now.step            = old.step;
        now.placed_at       = old.placed_at;
        now.changed_at      = old.changed_at;
        now.total           = old.total;
        now.unknown         = beside(base::shape_of<decltype(now)>(), old.unknown);
        const auto renewals = operations_of_order(state, now.id);
        for (std::size_t place = 0; place < old.services.size(); ++place) {
            OrderLine line;
            line.id       = line_id<OrderLine>(now.id, place + 1);
            line.order    = now.id;
            line.position = static_cast<std::int32_t>(place + 1);
            line.service  = {old.services[place]};
            line.name     = at(old.names, place);
            for (const auto& renewal : renewals) {
                const auto* term = std::get_if<TermExtension>(&renewal.detail);
                if (!term || renewal.service != line.service) continue;
                line.years = term->years;
                line.total = term->charge.total();
            }
            state.order_lines.put(line);
        }
        state.orders.put(now);
    }
}

// Schema 2 stored an address as unnamed lines; derives the fields from their positions.
Party party_in(std::vector<std::string> lines)
{
    const auto take_last = [&] {
        auto last = lines.empty() ? std::string() : std::move(lines.back());
        if (!lines.empty()) lines.pop_back();
        return last;
    };
    Party party;
    party.country = "FR";
    if (lines.size() > 1 && lines.back().size() == 2) party.country = take_last();
    if (lines.size() > 1) {
        const auto place = take_last();
        const auto blank = place.find(' ');
        if (blank != std::string::npos && place.find_first_of("0123456789") < blank) {
            party.postal_code = place.substr(0, blank);
            party.city        = place.substr(blank + 1);
        } else party.city = place;
    }
    if (lines.size() > 1) party.address = take_last();
    if (lines.size() > 1) party.contact = take_last();
    party.name = base::joined(lines, " ");
    return party;
}

// There was only one seller.
Party seller()
{
    return {.name        = "Hébergeur de démonstration",
            .contact     = {},
            .address     = "1 rue de l’Exemple",
            .postal_code = "75000",
            .city        = "Paris",
            .country     = "FR",
            .siren       = "000000000",
            .vat_number  = "FR00000000000",
            .email       = "facturation@host.example"};
}

void bring_up_invoices(const Tables& tables, State& state)
{
    for (const Invoice& old : tables.invoices) {
        model::Invoice now;
        now.id        = {old.id.value};
        now.issued_at = old.issued_at;
        now.seller    = seller();
        now.buyer     = party_in(old.buyer);
        now.unknown   = beside(base::shape_of<decltype(now)>(), old.unknown);
        std::vector<InvoiceLine> lines;
        const auto               count = std::min(
            {old.items.size(), old.services.size(), old.names.size(), old.years.size(), old.cents.size()});
        for (std::size_t place = 0; place < count; ++place) {
            const auto item = base::find_enum<InvoiceItem>(old.items[place]);
            if (!item) continue;
            InvoiceLine line;
            line.item    = *item;
            line.service = {old.services[place]};
            line.name    = old.names[place];
            line.years   = years_in(old.years[place]);
            line.charge  = charge_of_total(money_of(old.cents[place]));
            lines.push_back(std::move(line));
        }
        issue(state, now, std::move(lines));
    }
}

// --- the rest --------------------------------------------------------------------------

void bring_up_transfers(const Tables& tables, State& state)
{
    for (const Transfer& old : tables.transfers) {
        model::Transfer now;
        now.id         = {old.id.value};
        now.service    = old.service;
        now.step       = old.step;
        now.started_at = old.started_at;
        now.changed_at = old.changed_at;
        now.until      = old.until;
        now.receipt    = old.receipt;
        now.unlocked   = old.unlocked;
        now.reason     = old.reason;
        now.unknown    = beside(base::shape_of<decltype(now)>(), old.unknown);
        state.transfers.put(now);
    }
}

void bring_up_trades(const Tables& tables, State& state)
{
    for (const Trade& old : tables.trades) {
        model::Trade now;
        now.id         = {old.id.value};
        now.state      = old.state;
        now.from       = old.from;
        now.to         = old.to;
        now.to_email   = old.to_email;
        now.holder     = old.holder;
        now.reason     = old.reason;
        now.asked_at   = old.asked_at;
        now.changed_at = old.changed_at;
        now.until      = old.until;
        now.problem    = old.problem;
        now.unknown    = beside(base::shape_of<decltype(now)>(), old.unknown);
        // Both sides had been invited if there is a token, a letter or an answer.
        const bool invited = old.state != TradeState::awaiting_both || !old.owner_token.empty() ||
                             !old.recipient_token.empty() ||
                             state.messages.contains({"mail-" + old.id.value + "-owner"});
        if (invited) now.invited_at = old.asked_at;
        // Its services had not left the account yet: start again from `approved`.
        if (old.state == TradeState::executing) now.state = TradeState::approved;
        const bool owner    = old.from.value == profile_of(state).id.value;
        const bool answered = old.state == (owner ? TradeState::awaiting_recipient : TradeState::awaiting_owner) ||
                              now.state == TradeState::approved;
        if (!is_open(now.state)) now.told = TradeNews::end;
        else if (answered) now.told = TradeNews::agreement;
        else if (invited) now.told = TradeNews::invitation;
        for (std::size_t place = 0; place < old.services.size(); ++place) {
            TradeLine line;
            line.id       = line_id<TradeLine>(now.id, place + 1);
            line.trade    = now.id;
            line.position = static_cast<std::int32_t>(place + 1);
            line.service  = {old.services[place]};
            line.name     = at(old.names, place);
            state.trade_lines.put(line);
        }
        state.trades.put(now);
    }
}

void take_tokens_out(State& state)
{
    std::vector<Message> with_token;
    for (const Message& message : state.messages)
        if (message.link.find("token=") != std::string::npos) with_token.push_back(message);
    for (auto& message : with_token) {
        const auto begin = message.link.find("token=");
        const auto end   = message.link.find('&', begin);
        // Also removes the '?' or '&' before it; the token was always the last parameter.
        message.link.erase(begin == 0 ? 0 : begin - 1, end == std::string::npos ? end : end - begin);
        state.messages.put(message);
    }
}

}  // namespace

Charge charge_of_total(base::Money total)
{
    // VAT is rounded to the cent, so the net price is total / 1.2, rounded to the nearest cent.
    constexpr std::int64_t whole = 1000, with_vat = 1200;
    const auto             twice = 2 * total.cents * whole;
    const base::Money      net{(twice + (twice < 0 ? -with_vat : with_vat)) / (2 * with_vat), total.currency};
    return {net, total - net, 200, VatCategory::standard};
}

model::Profile bring_up(const Profile& old)
{
    model::Profile now;
    now.id          = {old.account};
    now.kind        = old.kind;
    now.civility    = old.civility;
    now.first_name  = old.first_name;
    now.last_name   = old.last_name;
    now.company     = old.company;
    now.email       = old.email;
    now.phone       = old.phone;
    now.address     = old.address;
    now.postal_code = old.postal_code;
    now.city        = old.city;
    now.country     = old.country;
    now.language    = old.language;
    now.card_until  = old.card_until;
    now.unknown     = beside(base::shape_of<decltype(now)>(), old.unknown);
    return now;
}

base::Unknown bring_up(const base::Unknown& members)
{
    return beside(members,
                  [](std::string_view name) { return std::ranges::find(later_tables, name) != later_tables.end(); });
}

void bring_up(const Tables& tables, State& state)
{
    bring_up_operations(tables, state);
    bring_up_carts(tables, state);
    bring_up_orders(tables, state);
    bring_up_invoices(tables, state);
    bring_up_transfers(tables, state);
    bring_up_trades(tables, state);
    take_tokens_out(state);
}

}  // namespace model::schema_2
