// Random input that is reproducible by its seed: random numbers, accounts and rows.
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

// A few services of each kind, on both sides of every time limit.
inline State random_account(Random& random)
{
    static constexpr const char* endings[] = {".fr", ".com", ".eu", ".be", ".never-heard-of"};
    State                        state;
    change_profile(state, [&](Profile& me) {
        me.id = {"C-000001"};
        if (random.once_in(4)) me.card_until = in(random.from(-5, 40));
    });
    for (int n = 0; n < 3; ++n) {
        auto one        = hosting("h" + std::to_string(n), "host" + std::to_string(n), in(random.from(-40, 60)));
        one.offer_right = random.once_in(2) ? OfferRight::available : OfferRight::none;
        state.services.put(one);
    }
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

// One of a table's rows, or an empty one.
template <class T>
T random_row(Random& random, const table::Table<T>& rows)
{
    return rows.empty() ? T{} : rows.row(static_cast<std::uint32_t>(random.below(static_cast<int>(rows.size()))));
}

}  // namespace account
