// Rows as schemas 1 and 2 of the storage and format 1 of the account file had them, and what they are today: so that whatever
// an earlier program wrote is read for ever. Nothing here changes any more.
#pragma once
#include "model/state.hpp"

namespace model::schema_2 {

enum class OperationKind : std::uint8_t {
    nameservers,
    renewal,
    lock,
    whois,
    hosting_password,
    offered_domain,
    holder_email
};
constexpr std::array<std::string_view, 7> enum_names(OperationKind)
{
    return {"nameservers", "renewal", "lock", "whois", "hosting_password", "offered_domain", "holder_email"};
}

// It was no table, but a part of what the storage held beside them.
struct Profile {
    std::string    account;
    CustomerKind   kind     = CustomerKind::individual;
    Civility       civility = Civility::none;
    std::string    first_name, last_name, company, email, phone, address, postal_code, city, country;
    base::Language language = base::Language::fr;
    base::Date     card_until;
    base::Unknown  unknown;
};

template <class Visit>
constexpr void fields(Visit&& visit, Profile& p)
{
    visit("account", p.account);
    visit("kind", p.kind);
    visit("civility", p.civility);
    visit("first_name", p.first_name);
    visit("last_name", p.last_name);
    visit("company", p.company);
    visit("email", p.email);
    visit("phone", p.phone);
    visit("address", p.address);
    visit("postal_code", p.postal_code);
    visit("city", p.city);
    visit("country", p.country);
    visit("language", p.language);
    visit("card_until", p.card_until);
    visit.rest(p.unknown);
}

model::Profile bring_up(const Profile&);

// What was paid, with the French VAT of that time, taken apart again.
Charge charge_of_total(base::Money total);

// Tables that there were none of.
inline constexpr std::array<std::string_view, 6> later_tables = {"trade_lines",   "cart_lines", "order_lines",
                                                                 "invoice_lines", "grants",     "grant_lines"};

// What stood in a file beside the tables.
base::Unknown bring_up(const base::Unknown& members);

// What `before` and `after` held depended on the kind.
struct Operation {
    base::Id<Operation>      id;
    ServiceId                service;
    OperationKind            kind  = OperationKind::nameservers;
    OperationState           state = OperationState::to_do;
    base::Instant            asked_at, changed_at;
    std::vector<std::string> before, after;
    std::int32_t             years = 0;
    base::Money              price;
    std::string              reason, reason_detail;
    base::Unknown            unknown;
};

template <class Visit>
constexpr void fields(Visit&& visit, Operation& o)
{
    visit("id", o.id);
    visit("service", o.service);
    visit("kind", o.kind);
    visit("state", o.state);
    visit("asked_at", o.asked_at);
    visit("changed_at", o.changed_at);
    visit("before", o.before);
    visit("after", o.after);
    visit("years", o.years);
    visit("price", o.price);
    visit("reason", o.reason);
    visit("reason_detail", o.reason_detail);
    visit.rest(o.unknown);
}

struct Trade {
    base::Id<Trade>          id;
    TradeState               state = TradeState::awaiting_both;
    std::vector<std::string> services, names;
    base::InternedText       from, to;
    std::string              to_email, holder, reason;
    base::Instant            asked_at, changed_at;
    base::Date               until;
    std::string              owner_token, recipient_token;  // read, and told to nobody
    std::string              problem;
    base::Unknown            unknown;
};

template <class Visit>
constexpr void fields(Visit&& visit, Trade& t)
{
    visit("id", t.id);
    visit("state", t.state);
    visit("services", t.services);
    visit("names", t.names);
    visit("from", t.from);
    visit("to", t.to);
    visit("to_email", t.to_email);
    visit("holder", t.holder);
    visit("reason", t.reason);
    visit("asked_at", t.asked_at);
    visit("changed_at", t.changed_at);
    visit("until", t.until);
    visit("owner_token", t.owner_token);
    visit("recipient_token", t.recipient_token);
    visit("problem", t.problem);
    visit.rest(t.unknown);
}

struct Transfer {
    base::Id<Transfer> id;
    ServiceId          service;
    TransferStep       step = TransferStep::awaiting_payment;
    base::Instant      started_at, changed_at;
    base::Date         until;
    std::string        receipt, token;
    bool               unlocked = false;
    std::string        reason;
    base::Unknown      unknown;
};

template <class Visit>
constexpr void fields(Visit&& visit, Transfer& t)
{
    visit("id", t.id);
    visit("service", t.service);
    visit("step", t.step);
    visit("started_at", t.started_at);
    visit("changed_at", t.changed_at);
    visit("until", t.until);
    visit("receipt", t.receipt);
    visit("token", t.token);
    visit("unlocked", t.unlocked);
    visit("reason", t.reason);
    visit.rest(t.unknown);
}

struct Cart {
    base::Id<Cart>           id;
    base::Instant            saved_at;
    std::vector<std::string> services, years, cents;
    bool                     automatic = false;
    std::int32_t             attempts  = 0;
    std::string              token;
    base::Unknown            unknown;
};

template <class Visit>
constexpr void fields(Visit&& visit, Cart& c)
{
    visit("id", c.id);
    visit("saved_at", c.saved_at);
    visit("services", c.services);
    visit("years", c.years);
    visit("cents", c.cents);
    visit("automatic", c.automatic);
    visit("attempts", c.attempts);
    visit("token", c.token);
    visit.rest(c.unknown);
}

struct Order {
    base::Id<Order>          id;
    OrderStep                step = OrderStep::payment_received;
    base::Instant            placed_at, changed_at;
    std::vector<std::string> services, names;
    base::Money              total;
    base::Unknown            unknown;
};

template <class Visit>
constexpr void fields(Visit&& visit, Order& o)
{
    visit("id", o.id);
    visit("step", o.step);
    visit("placed_at", o.placed_at);
    visit("changed_at", o.changed_at);
    visit("services", o.services);
    visit("names", o.names);
    visit("total", o.total);
    visit.rest(o.unknown);
}

// Amounts with French VAT, and nothing of what they were made of.
struct Invoice {
    base::Id<Invoice>        id;
    base::Instant            issued_at;
    std::vector<std::string> items, services, names, years, cents;
    std::vector<std::string> buyer;  // company, person, address, postal code and city, country where it is not FR
    base::Unknown            unknown;
};

template <class Visit>
constexpr void fields(Visit&& visit, Invoice& i)
{
    visit("id", i.id);
    visit("issued_at", i.issued_at);
    visit("items", i.items);
    visit("services", i.services);
    visit("names", i.names);
    visit("years", i.years);
    visit("cents", i.cents);
    visit("buyer", i.buyer);
    visit.rest(i.unknown);
}

// The tables that have other columns today.
struct Tables {
    table::Table<Operation> operations;
    table::Table<Transfer>  transfers;
    table::Table<Trade>     trades;
    table::Table<Cart>      carts;
    table::Table<Order>     orders;
    table::Table<Invoice>   invoices;
};

// visit(name, table), by the names that they had.
template <class AnyTables, class Visit>
void for_each_table(AnyTables& tables, Visit visit)
{
    visit("operations", tables.operations);
    visit("transfers", tables.transfers);
    visit("trades", tables.trades);
    visit("carts", tables.carts);
    visit("orders", tables.orders);
    visit("invoices", tables.invoices);
}

// Puts these rows into the account as they are today. Requires that all other rows are there already: some of what is stored
// now was worked out from others then. Links in old messages lose their tokens, which nobody accepts any more.
void bring_up(const Tables&, State&);

}  // namespace model::schema_2
