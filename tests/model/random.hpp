// A customer who asks for anything at all, sensible or not; the same seed asks for the same.
#pragma once
#include "model/builders.hpp"

#include <cstdint>

namespace account {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next()  // splitmix64
    {
        auto z = state_ += 0x9e3779b97f4a7c15;
        z      = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z      = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    int  below(int end) { return static_cast<int>(next() % static_cast<std::uint64_t>(end)); }
    int  from(int first, int last) { return first + below(last - first + 1); }
    bool once_in(int times) { return below(times) == 0; }

    template <class T, std::size_t size>
    const T& one_of(const T (&list)[size])
    {
        return list[below(static_cast<int>(size))];
    }

private:
    std::uint64_t state_;
};

// A few services of each kind, near and past every limit of their lives.
inline State random_account(Random& random)
{
    static constexpr const char* endings[] = {".fr", ".com", ".eu", ".be", ".never-heard-of"};
    State                        state;
    state.profile.account = "C-1";
    for (int n = 0; n < 3; ++n) {
        auto one        = hosting("h" + std::to_string(n), "host" + std::to_string(n), in(random.from(-40, 60)));
        one.offer_right = random.once_in(2) ? OfferRight::available : OfferRight::none;
        state.services.put(one);
    }
    if (random.once_in(4)) state.profile.card_until = in(random.from(-5, 40));
    for (int n = 0; n < 6; ++n) {
        auto one       = domain("d" + std::to_string(n), "example-" + std::to_string(n) + random.one_of(endings),
                                in(random.from(-90, 60)));
        one.auto_renew = random.once_in(3);
        if (random.once_in(4))
            one.condition = static_cast<Condition>(random.below(static_cast<int>(base::names_of<Condition>.size())));
        if (random.once_in(8))
            one.status = static_cast<Status>(random.below(static_cast<int>(base::names_of<Status>.size())));
        if (random.once_in(6)) one.owner = {"C-9"};
        state.services.put(one);
    }
    return state;
}

inline ServiceId random_service(Random& random)
{
    if (random.once_in(30)) return {"nobody"};
    return random.once_in(4) ? ServiceId{"h" + std::to_string(random.below(3))}
                             : ServiceId{"d" + std::to_string(random.below(6))};
}

inline std::vector<std::string> random_nameservers(Random& random, const Service& about)
{
    static constexpr const char* entries[] = {
        "ns1.host.example", "ns2.host.example", "a.example.net", "b.example.net", "A.Example.net.", "x.invalid", "",
        "not a name",       "192.0.2.1"};
    std::vector<std::string> list;
    for (int count = random.from(1, 4); count > 0; --count) list.emplace_back(random.one_of(entries));
    if (random.once_in(3)) list.push_back("ns." + about.name + " 192.0.2.7");
    return list;
}

// One of a table's rows, or none.
template <class T>
T random_row(Random& random, const table::Table<T>& rows)
{
    return rows.empty() ? T{} : rows.row(static_cast<std::uint32_t>(random.below(static_cast<int>(rows.size()))));
}

inline SaveCart random_cart(Random& random, const State& state, Date day)
{
    SaveCart cart;
    if (random.once_in(3)) cart.cart = random_row(random, state.carts).id;
    for (int lines = random.from(1, 3); lines > 0; --lines) {
        const auto id    = random_service(random);
        const auto one   = state.services.get(id);
        const int  years = random.from(1, 3);
        cart.services.push_back(id.value);
        cart.years.push_back(std::to_string(years));
        cart.cents.push_back(std::to_string(one ? renewal_price(state, *one, years, day).total.cents : 0));
    }
    return cart;
}

// What is asked about carts, trades, transfers and the rest of a service's life; with the tokens of the letters, mostly.
inline Command random_affair(Random& random, const State& state, Date day)
{
    const auto id       = random_service(random);
    const auto one      = state.services.get(id).value_or(Service{});
    const auto cart     = random_row(random, state.carts);
    const auto trade    = random_row(random, state.trades);
    const auto transfer = random_row(random, state.transfers);
    const auto side     = random.once_in(2) ? Side::owner : Side::recipient;
    switch (random.below(16)) {
    case 0: return SetLock{id, random.once_in(2)};
    case 1: return SetWhoisPrivacy{id, random.once_in(2)};
    case 2: return UnlockForTransfer{id};
    case 3: return EndService{id, one.expires_on, random.once_in(2)};
    case 4: return KeepService{id};
    case 5:
        return ChooseOfferedDomain{id,
                                   "offered-" + std::to_string(random.below(4)) + ".fr",
                                   {},
                                   random.once_in(2),
                                   true};
    case 6:  return ResetHostingPassword{id};
    case 7:  return random_cart(random, state, day);
    case 8:  return DeleteCart{cart.id};
    case 9:  return PayCart{cart.id, total_today(state, cart, day)};
    case 10: return CallOffRenewal{cart.id, cart.token};
    case 11:
        return StartTrade{{id.value}, random.once_in(9) ? "C-000000" : "C-118203", "other@example.org", "", "Sold.",
                          true};
    case 12:
        return AnswerTrade{trade.id, side, side == Side::owner ? trade.owner_token : trade.recipient_token,
                           !random.once_in(4)};
    case 13: return CancelTrade{trade.id};
    case 14: return GiveTransferCode{transfer.service, random.once_in(3) ? "w-x" : "r-x"};
    default:
        if (random.once_in(2)) return RetryTransfer{transfer.service};
        return ValidateTransfer{transfer.service, transfer.token, !random.once_in(4)};
    }
}

// As a customer looking at `state` would ask for it.
inline Command random_command(Random& random, const State& state, Date day)
{
    if (random.once_in(2)) return random_affair(random, state, day);
    const auto id  = random_service(random);
    const auto one = state.services.get(id).value_or(Service{});
    switch (random.below(7)) {
    case 0:
    case 1: {
        Renew renew{id, one.expires_on, {}, random.from(0, 4)};
        if (!one.id.empty() && renew.years > 0) renew.seen_price = renewal_price(state, one, renew.years, day).total;
        return renew;
    }
    case 2: return ChangeNameservers{id, one.nameservers, random_nameservers(random, one)};
    case 3: return SetAutoRenew{id, random.once_in(2)};
    case 4: return Associate{id, random_service(random), random.once_in(2), random.once_in(2)};
    case 5: return Dissociate{id};
    default:
        return Describe{id, random.once_in(9) ? std::string(81, 'x') : "label " + std::to_string(random.below(100)),
                        "notes"};
    }
}

}  // namespace account
