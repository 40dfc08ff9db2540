// Rows as storage schemas 1 and 2 and account file format 1 had them, and their conversion to today's rows, so that data of
// older programs stays readable. This code is frozen.
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

// Was not a table, but a record that the storage kept beside them.
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

// Splits a paid total into net and VAT at the French rate of that time.
Charge charge_of_total(base::Money total);

// Tables that did not exist then.
inline constexpr std::array<std::string_view, 6> later_tables = {"trade_lines",   "cart_lines", "order_lines",
                                                                 "invoice_lines", "grants",     "grant_lines"};

// The unknown members that a file had beside its tables.
base::Unknown bring_up(const base::Unknown& members);

// The meaning of `before` and `after` depends on the kind.
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
    std::string              owner_token, recipient_token;  // read, then dropped
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

// Amounts include French VAT; net and VAT were not stored.
struct Invoice {
    base::Id<Invoice>        id;
    base::Instant            issued_at;
    std::vector<std::string> items, services, names, years, cents;
    std::vector<std::string> buyer;  // company, person, address, postal code and city, country if not FR
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

// The tables whose columns have changed since.
struct Tables {
    table::Table<Operation> operations;
    table::Table<Transfer>  transfers;
    table::Table<Trade>     trades;
    table::Table<Cart>      carts;
    table::Table<Order>     orders;
    table::Table<Invoice>   invoices;
};

// Calls visit(name, table), with the names of that time.
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

// Converts these rows and puts them into `state`. Requires that all other rows are there already, because some columns are
// computed from them. Removes the tokens from links in old messages: they are no longer accepted.
void bring_up(const Tables&, State&);

}  // namespace model::schema_2
