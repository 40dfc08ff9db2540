// Accounts of random rows, with JSON members that no program knows.
#pragma once
#include "base/written.hpp"
#include "demo/catalogue.hpp"
#include "model/find.hpp"
#include "table/sample.hpp"

namespace sample {

inline std::string unknown_members(Random& random)
{
    static const char* const members[] = {R"("later":null)", R"("colours":["red",{"deep":[[],{}]},-1.50e+2])",
                                          R"("big":123456789012345678901234567890)", R"("a \"quoted\" \\ name\n":true)",
                                          R"("é":"\u0001日")"};
    std::string              json;
    for (const auto* member : members)
        if (random.once_in(3)) json += (json.empty() ? "{" : ",") + std::string(member);
    return json.empty() ? json : json + "}";
}

inline model::Charge charge_of(std::int64_t net_cents)
{
    return model::Day({}, demo::catalogue()).charge_of(net_cents);
}

inline model::OperationDetail random_detail(Random& random)
{
    using namespace model;
    const auto days = [&] { return base::Date{static_cast<std::int32_t>(random.below(40000))}; };
    const auto net  = static_cast<std::int64_t>(random.below(1'000'000));
    switch (random.below(7)) {
    case 0: return NameserverChange{{random.text(5), random.text(5)}, {random.text(9)}};
    case 1:
        return TermExtension{days(), days(), static_cast<std::int32_t>(random.below(101)), random.once_in(2),
                             charge_of(net)};
    case 2:  return LockChange{random.once_in(2)};
    case 3:  return WhoisChange{random.once_in(2)};
    case 4:  return PasswordLink{random.once_in(2)};
    case 5:  return OfferedRegistration{random.text(9), {}, random.once_in(2)};
    default: return HolderLink{random.once_in(2)};
    }
}

inline model::State account(Random& random, std::uint32_t services)
{
    using namespace model;
    State   state;
    Profile profile;
    profile.id        = {"C-1"};
    profile.last_name = base::tidied(random.text(10));
    profile.language  = base::Language::en;
    profile.unknown   = {unknown_members(random)};
    state.profile.put(profile);
    if (auto unknown = unknown_members(random); !unknown.empty())
        state.extras.put({{std::string(account_members)}, std::move(unknown)});
    const auto hosting_count = services / 5 + 1;
    for (std::uint32_t n = 0; n < services; ++n) {
        Service one;
        one.id.value      = (random.once_in(2) ? "id \"é\" " : "id") + std::to_string(n);
        one.kind          = n < hosting_count ? ServiceKind::hosting : ServiceKind::domain;
        one.name          = one.kind == ServiceKind::domain ? "name-" + std::to_string(n) + ".example.fr"
                                                            : "x" + random.text(20);
        one.label         = base::tidied(random.text(10));
        one.notes         = base::tidied(random.text(100), base::Lines::several);
        one.account.value = random.text(2);
        one.status        = static_cast<Status>(random.below(6));
        one.created_on    = {static_cast<std::int32_t>(random.below(40000))};
        one.expires_on    = {static_cast<std::int32_t>(random.below(40000))};
        one.auto_renew    = random.once_in(2);
        one.condition     = static_cast<Condition>(random.below(17));
        one.locked        = random.once_in(2);
        one.unknown       = {unknown_members(random)};
        if (one.kind == ServiceKind::domain && random.once_in(2))
            one.linked_to = state.services.row(static_cast<std::uint32_t>(random.below(hosting_count))).id;
        if (random.once_in(3)) one.nameservers = {"ns1.example.fr", "ns2.example.fr 192.0.2.1 2001:db8::1"};
        state.services.put(one);
    }
    for (std::uint32_t n = 0; services > 0 && n < services / 3; ++n) {
        Operation one;
        one.id.value    = "op" + std::to_string(n);
        one.service     = state.services.row(static_cast<std::uint32_t>(random.below(services))).id;
        one.detail      = random_detail(random);
        one.state       = static_cast<OperationState>(random.below(4));
        one.asked_at.ms = static_cast<std::int64_t>(random.below(4'000'000'000'000));
        one.order.value = random.once_in(2) ? "" : "order " + std::to_string(n);
        one.reason      = base::tidied(random.text(5), base::Lines::several);
        one.unknown     = {unknown_members(random)};
        state.operations.put(one);
    }
    for (std::uint32_t n = 0; services > 0 && n < services / 4; ++n) {
        const auto about = state.services.row(static_cast<std::uint32_t>(random.below(services))).id;
        const auto name  = std::to_string(n);
        Transfer   transfer;
        transfer.id      = {"t" + name};
        transfer.service = about;
        transfer.step    = static_cast<TransferStep>(random.below(11));
        transfer.receipt = random.text(8);
        transfer.unknown = {unknown_members(random)};
        state.transfers.put(transfer);
        Trade trade;
        trade.id       = {"x" + name};
        trade.state    = static_cast<TradeState>(random.below(10));
        trade.to.value = random.text(3);
        trade.reason   = base::tidied(random.text(50), base::Lines::several);
        state.trades.put(trade);
        Cart cart;
        cart.id       = {"c" + name};
        cart.attempts = static_cast<std::int32_t>(random.below(5));
        state.carts.put(cart);
        CartLine line;
        line.id         = line_id<CartLine>(cart.id, 1);
        line.cart       = cart.id;
        line.service    = about;
        line.years      = static_cast<std::int32_t>(random.below(101));
        line.seen.cents = static_cast<std::int64_t>(random.below(1'000'000));
        state.cart_lines.put(line);
        TradeLine traded;
        traded.id      = line_id<TradeLine>(trade.id, 1);
        traded.trade   = trade.id;
        traded.service = about;
        traded.name    = random.text(9);
        state.trade_lines.put(traded);
        Grant grant;
        grant.id      = {"grant-" + name};
        grant.state   = static_cast<GrantState>(random.below(8));
        grant.owner   = {"C-1"};
        grant.contact = {"C-2"};
        grant.message = base::tidied(random.text(20), base::Lines::several);
        grant.version = random.below(100);
        grant.to_tell = random.once_in(2);
        grant.unknown = {unknown_members(random)};
        state.grants.put(grant);
        GrantLine granted;
        granted.id      = {grant.id.value + "/" + about.value};
        granted.grant   = grant.id;
        granted.service = about;
        granted.shown   = random.below(1000);
        state.grant_lines.put(granted);
        Invoice invoice;
        invoice.id         = {"F-" + name};
        invoice.buyer.name = random.text(9);
        invoice.seller     = demo::catalogue().seller;
        invoice.unknown    = {unknown_members(random)};
        InvoiceLine billed;
        billed.service = about;
        billed.item    = static_cast<InvoiceItem>(random.below(3));
        billed.charge  = charge_of(static_cast<std::int64_t>(random.below(100'000)));
        billed.name    = random.text(9);
        issue(state, invoice, {billed, billed});
        Message message;
        message.id            = {"m" + name};
        message.subject.value = random.text(9);
        message.args          = {random.text(9),
                                 base::Date{20000 + static_cast<std::int32_t>(random.below(900))},
                                 base::Money{static_cast<std::int64_t>(random.below(100000)) - 500},
                                 base::Instant{static_cast<std::int64_t>(random.below(1'000'000'000))},
                                 static_cast<std::int64_t>(random.below(1000)),
                                 std::string("n:12")};
        message.read          = random.once_in(2);
        message.unknown       = {unknown_members(random)};
        state.messages.put(message);
    }
    // Puts a row into every other table, also those added in the future.
    model::for_each_table(state, [&]<class T>(std::string_view name, table::Table<T>& table) {
        if (services == 0 || !table.empty() || name == "extras") return;  // unknown members are not a table of the file
        T one;
        one.id.value = std::string(name);
        if constexpr (requires { one.service = model::ServiceId(); }) one.service = state.services.row(0).id;
        table.put(one);
    });
    return state;
}

inline bool same(const model::State& a, const model::State& b) { return model::same_rows(a, b); }

}  // namespace sample
