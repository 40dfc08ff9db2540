// Random commands, sensible or not. Every command needs a generator, or this does not compile. Reproducible by the
// seed.
#pragma once
#include "kit/random.hpp"
#include "model/command.hpp"

#include <array>
#include <type_traits>
#include <utility>

namespace account {

// The input of a generator: an account on some day.
struct Seen {
    const State& state;
    Day          day;

    Service service(const ServiceId& id) const { return state.services.get(id).value_or(Service{}); }
};

template <class Command>
struct Generate;  // Command operator()(Random&, const Seen&)

// Commands whose only parameter is a service.
template <class Command>
struct GenerateOfService {
    Command operator()(Random& random, const Seen&) const { return {random_service(random)}; }
};
template <>
struct Generate<ResetHostingPassword> : GenerateOfService<ResetHostingPassword> {};
template <>
struct Generate<VerifyHolder> : GenerateOfService<VerifyHolder> {};
template <>
struct Generate<UnlockForTransfer> : GenerateOfService<UnlockForTransfer> {};
template <>
struct Generate<KeepService> : GenerateOfService<KeepService> {};
template <>
struct Generate<Dissociate> : GenerateOfService<Dissociate> {};

template <>
struct Generate<ChangeNameservers> {
    ChangeNameservers operator()(Random& random, const Seen& seen) const
    {
        const auto one = seen.service(random_service(random));
        return {one.id, one.nameservers, random_nameservers(random, one)};
    }
};
template <>
struct Generate<Renew> {
    Renew operator()(Random& random, const Seen& seen) const
    {
        const auto one = seen.service(random_service(random));
        Renew      renew{one.id, one.expires_on, {}, random.from(0, 4)};
        if (!one.id.empty() && renew.years > 0)
            renew.seen_price = renewal_price(seen.state, one, renew.years, seen.day).total();
        return renew;
    }
};
template <>
struct Generate<RenewTogether> {
    RenewTogether operator()(Random& random, const Seen& seen) const
    {
        RenewTogether together;
        Rates         rates;
        together.years = random.from(0, 2);
        for (int count = random.from(0, 3); count > 0; --count) {
            const auto one = seen.service(random_service(random));
            together.services.push_back(one.id.value);
            together.seen_expiries.push_back(base::to_iso(one.expires_on));
            if (!one.id.empty() && together.years > 0)
                add(rates, renewal_price(seen.state, one, together.years, seen.day));
        }
        together.seen_total = total_of(rates);
        return together;
    }
};
template <>
struct Generate<SetAutoRenew> {
    SetAutoRenew operator()(Random& random, const Seen&) const { return {random_service(random), random.once_in(2)}; }
};
template <>
struct Generate<Associate> {
    Associate operator()(Random& random, const Seen&) const
    {
        return {random_service(random), random_service(random), random.once_in(2), random.once_in(2)};
    }
};
template <>
struct Generate<Describe> {
    Describe operator()(Random& random, const Seen&) const
    {
        return {random_service(random),
                random.once_in(9) ? std::string(81, 'x') : "label " + std::to_string(random.below(100)), "notes"};
    }
};
template <>
struct Generate<SetLock> {
    SetLock operator()(Random& random, const Seen&) const { return {random_service(random), random.once_in(2)}; }
};
template <>
struct Generate<SetWhoisPrivacy> {
    SetWhoisPrivacy operator()(Random& random, const Seen&) const
    {
        return {random_service(random), random.once_in(2)};
    }
};
template <>
struct Generate<UseLink> {
    UseLink operator()(Random& random, const Seen& seen) const
    {
        return {random_row(random, seen.state.operations).id};
    }
};
template <>
struct Generate<EndService> {
    EndService operator()(Random& random, const Seen& seen) const
    {
        const auto one = seen.service(random_service(random));
        return {one.id, one.expires_on, random.once_in(2)};
    }
};
template <>
struct Generate<ChooseOfferedDomain> {
    ChooseOfferedDomain operator()(Random& random, const Seen&) const
    {
        return {random_service(random),
                "offered-" + std::to_string(random.below(4)) + ".fr",
                {},
                random.once_in(2),
                true};
    }
};

// --- transfers -------------------------------------------------------------------------

inline ServiceId random_transfer(Random& random, const Seen& seen)
{
    return random_row(random, seen.state.transfers).service;
}
template <>
struct Generate<PayTransfer> {
    PayTransfer operator()(Random& random, const Seen& seen) const
    {
        const auto id = random_transfer(random, seen);
        return {id, transfer_price(seen.service(id), seen.day).total()};
    }
};
template <>
struct Generate<RetryTransfer> {
    RetryTransfer operator()(Random& random, const Seen& seen) const { return {random_transfer(random, seen)}; }
};
template <>
struct Generate<GiveTransferCode> {
    GiveTransferCode operator()(Random& random, const Seen& seen) const
    {
        return {random_transfer(random, seen), random.once_in(3) ? "w-x" : "r-x"};
    }
};
template <>
struct Generate<CancelTransfer> {
    CancelTransfer operator()(Random& random, const Seen& seen) const { return {random_transfer(random, seen)}; }
};
template <>
struct Generate<ValidateTransfer> {
    ValidateTransfer operator()(Random& random, const Seen& seen) const
    {
        return {random_transfer(random, seen), !random.once_in(4)};
    }
};

// --- carts -----------------------------------------------------------------------------

template <>
struct Generate<SaveCart> {
    SaveCart operator()(Random& random, const Seen& seen) const
    {
        std::vector<CartLine> lines;
        for (int left = random.from(1, 3); left > 0; --left) {
            CartLine line;
            line.service = random_service(random);
            line.years   = random.from(1, 3);
            line.seen    = price_today(seen.state, line, seen.day).value_or(base::Money{});
            lines.push_back(line);
        }
        return save_of(random.once_in(3) ? random_row(random, seen.state.carts).id : CartId{}, lines);
    }
};
template <>
struct Generate<DeleteCart> {
    DeleteCart operator()(Random& random, const Seen& seen) const { return {random_row(random, seen.state.carts).id}; }
};
template <>
struct Generate<PayCart> {
    PayCart operator()(Random& random, const Seen& seen) const
    {
        const auto cart = random_row(random, seen.state.carts).id;
        return {cart, total_today(seen.state, lines_of(seen.state, cart), seen.day)};
    }
};
template <>
struct Generate<CallOffRenewal> {
    CallOffRenewal operator()(Random& random, const Seen& seen) const
    {
        return {random_row(random, seen.state.carts).id};
    }
};

// --- trades ----------------------------------------------------------------------------

template <>
struct Generate<StartTrade> {
    StartTrade operator()(Random& random, const Seen&) const
    {
        static constexpr const char* others[] = {"C-118203", "C-000002", "C-000003", "C-000000"};
        StartTrade trade{{random_service(random).value}, random.one_of(others), "other@example.org", "", "Sold.", true};
        if (random.once_in(3)) trade.services.push_back(random_service(random).value);
        return trade;
    }
};
template <>
struct Generate<AnswerTrade> {
    AnswerTrade operator()(Random& random, const Seen& seen) const
    {
        return {random_row(random, seen.state.trades).id, random.once_in(2) ? Side::owner : Side::recipient,
                !random.once_in(4)};
    }
};
template <>
struct Generate<CancelTrade> {
    CancelTrade operator()(Random& random, const Seen& seen) const
    {
        return {random_row(random, seen.state.trades).id};
    }
};

// --- grants ----------------------------------------------------------------------------

template <>
struct Generate<OfferGrant> {
    OfferGrant operator()(Random& random, const Seen& seen) const
    {
        static constexpr const char* others[] = {"C-118203", "C-000002", "C-000000"};
        OfferGrant                   offer;
        offer.contact  = {random.one_of(others)};
        offer.email    = "other@example.org";
        offer.role     = static_cast<ContactRole>(random.below(3));
        offer.services = {random_service(random).value};
        if (random.once_in(3)) offer.ends_on = base::days_after(seen.day, random.from(-2, 60));
        return offer;
    }
};
template <>
struct Generate<AskForGrant> {
    AskForGrant operator()(Random& random, const Seen&) const
    {
        static constexpr const char* others[] = {"C-118203", "C-000002", "C-000000"};
        return {{random.one_of(others)}, "other@example.org", static_cast<ContactRole>(random.below(3)), "Hello"};
    }
};
template <>
struct Generate<AnswerGrant> {
    AnswerGrant operator()(Random& random, const Seen& seen) const
    {
        return {random_row(random, seen.state.grants).id, !random.once_in(4), {random_service(random).value}};
    }
};
template <>
struct Generate<EndGrant> {
    EndGrant operator()(Random& random, const Seen& seen) const { return {random_row(random, seen.state.grants).id}; }
};

// --- support ---------------------------------------------------------------------------

template <>
struct Generate<OpenTicket> {
    OpenTicket operator()(Random& random, const Seen&) const
    {
        return {random.once_in(2) ? random_service(random) : ServiceId{}, Department::technical,
                random.once_in(9) ? "" : "Subject", "Text"};
    }
};
template <>
struct Generate<ReadMessage> {
    ReadMessage operator()(Random& random, const Seen& seen) const
    {
        return {random_row(random, seen.state.messages).id};
    }
};

// --- answers from outside --------------------------------------------------------------

template <>
struct Generate<OperationAnswered> {
    OperationAnswered operator()(Random& random, const Seen& seen) const
    {
        const auto answer = static_cast<OperationAnswer>(random.below(3));
        return {random_row(random, seen.state.operations).id, answer,
                answer == OperationAnswer::failed ? "operation.not_possible_any_more" : "", ""};
    }
};
template <>
struct Generate<TransferAnswered> {
    TransferAnswered operator()(Random& random, const Seen& seen) const
    {
        return {random_row(random, seen.state.transfers).id, static_cast<TransferAnswer>(random.below(4))};
    }
};
template <>
struct Generate<PaymentAnswered> {
    PaymentAnswered operator()(Random& random, const Seen& seen) const
    {
        const auto cart = random_row(random, seen.state.carts);
        return {cart.id, cart.attempts + 1, random.once_in(2)};
    }
};
template <>
struct Generate<AdvanceOrder> {
    AdvanceOrder operator()(Random& random, const Seen& seen) const
    {
        const auto order = random_row(random, seen.state.orders);
        return {order.id, order.step};
    }
};

// --- any of them -----------------------------------------------------------------------

template <class Variant>
struct Generators;
template <class... Commands>
struct Generators<std::variant<Commands...>> {
    using Make = Command (*)(Random&, const Seen&);
    static constexpr std::array<Make, sizeof...(Commands)> all{
        [](Random& random, const Seen& seen) { return Command(Generate<Commands>{}(random, seen)); }...};
};

inline Command random_command(Random& random, const State& state, Day day)
{
    const auto& all = Generators<AnyCommand>::all;
    return all[static_cast<std::size_t>(random.below(static_cast<int>(all.size())))](random, Seen{state, day});
}

// A command that the account's owner may give.
inline Command random_owners_command(Random& random, const State& state, Day day)
{
    for (;;)
        if (auto command = random_command(random, state, day); who(command, Actor{})) return command;
}

}  // namespace account
