// Accounts of random rows, with members that no program knows.
#pragma once
#include "model/state.hpp"
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

inline model::State account(Random& random, std::uint32_t services)
{
    using namespace model;
    State state;
    state.profile.account    = "C-1";
    state.profile.last_name  = random.text(10);
    state.profile.language   = base::Language::en;
    state.profile.unknown    = {unknown_members(random)};
    state.unknown            = {unknown_members(random)};
    const auto hosting_count = services / 5 + 1;
    for (std::uint32_t n = 0; n < services; ++n) {
        Service one;
        one.id.value      = (random.once_in(2) ? "id \"é\" " : "id") + std::to_string(n);
        one.kind          = n < hosting_count ? ServiceKind::hosting : ServiceKind::domain;
        one.name          = one.kind == ServiceKind::domain ? "name-" + std::to_string(n) + ".example.fr"
                                                            : "x" + random.text(20);
        one.label         = random.text(10);
        one.notes         = random.text(100);
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
        one.kind        = static_cast<OperationKind>(random.below(7));
        one.state       = static_cast<OperationState>(random.below(4));
        one.asked_at.ms = static_cast<std::int64_t>(random.below(4'000'000'000'000));
        one.before      = {random.text(5), random.text(5)};
        one.years       = static_cast<std::int32_t>(random.number());
        one.price.cents = random.number();
        one.reason      = random.text(5);
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
        trade.services = {about.value, random.text(4)};
        trade.to.value = random.text(3);
        trade.reason   = random.text(50);
        state.trades.put(trade);
        Cart cart;
        cart.id       = {"c" + name};
        cart.services = {about.value};
        cart.years    = {random.text(2)};
        cart.attempts = static_cast<std::int32_t>(random.below(5));
        state.carts.put(cart);
        Message message;
        message.id            = {"m" + name};
        message.subject.value = random.text(9);
        message.args          = {random.text(9)};
        message.read          = random.once_in(2);
        message.unknown       = {unknown_members(random)};
        state.messages.put(message);
    }
    // No table is left out, whatever becomes one.
    model::for_each_table(state, [&]<class T>(std::string_view name, table::Table<T>& table) {
        if (services == 0 || !table.empty()) return;
        T one;
        one.id.value = std::string(name);
        if constexpr (requires { one.service = model::ServiceId(); }) one.service = state.services.row(0).id;
        table.put(one);
    });
    return state;
}

inline bool same(const model::State& a, const model::State& b)
{
    return a.profile == b.profile && model::same_rows(a, b) && a.unknown == b.unknown;
}

}  // namespace sample
