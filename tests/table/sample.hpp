// A struct with a field of every kind, and random instances.
#pragma once
#include "table/table.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sample {

enum class Colour : std::uint8_t { red, green, blue };
constexpr std::array<std::string_view, 3> enum_names(Colour) { return {"red", "green", "blue"}; }

// A nested struct with defaults that are not zero.
struct Party {
    std::string  name                           = {};
    std::string  city                           = "Paris";
    Colour       colour                         = Colour::green;
    base::Money  owes                           = {};
    std::int32_t floors                         = 1;
    bool         operator==(const Party&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Party& p)
{
    visit("name", p.name);
    visit("city", p.city);
    visit("colour", p.colour);
    visit("owes", p.owes);
    visit("floors", p.floors);
}

// The alternatives of a variant.
struct Idle {
    static constexpr std::string_view word                          = "idle";
    bool                              operator==(const Idle&) const = default;
};
template <class Visit>
constexpr void fields(Visit&&, Idle&)
{}

struct Rented {
    static constexpr std::string_view word                            = "rented";
    std::int32_t                      years                           = 1;
    Party                             to                              = {};
    std::vector<std::string>          papers                          = {};
    bool                              operator==(const Rented&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, Rented& r)
{
    visit("years", r.years);
    visit("to", r.to);
    visit("papers", r.papers);
}

struct Sold {
    static constexpr std::string_view word                          = "sold";
    base::Date                        on                            = {};
    base::InternedText                to                            = {"nobody"};
    bool                              operator==(const Sold&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, Sold& s)
{
    visit("on", s.on);
    visit("to", s.to);
}

using Detail = std::variant<Idle, Rented, Sold>;

struct Thing {
    base::Id<Thing>          id                             = {};
    Colour                   colour                         = Colour::red;
    std::string              name                           = {};
    base::InternedText       owner                          = {};
    bool                     locked                         = false;
    std::int32_t             years                          = 0;
    std::int64_t             bytes                          = 0;
    base::Date               begins                         = {};
    base::Instant            asked_at                       = {};
    base::Money              price                          = {};
    base::Id<Thing>          linked_to                      = {};
    std::vector<std::string> servers                        = {};
    Party                    maker                          = {};
    Detail                   detail                         = {};
    base::Unknown            unknown                        = {};
    bool                     operator==(const Thing&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Thing& t)
{
    visit("id", t.id);
    visit("colour", t.colour);
    visit("name", t.name);
    visit("owner", t.owner);
    visit("locked", t.locked);
    visit("years", t.years);
    visit("bytes", t.bytes);
    visit("begins", t.begins);
    visit("asked_at", t.asked_at);
    visit("price", t.price);
    visit("linked_to", t.linked_to);
    visit("servers", t.servers);
    visit("maker", t.maker);
    visit.choice("detail", t.detail);
    visit.rest(t.unknown);
}

// Equal seeds give equal things; a failing test reports its seed.
class Random {
public:
    explicit Random(std::uint64_t seed) : generator_(seed) {}

    std::uint64_t below(std::uint64_t end) { return generator_() % end; }
    bool          once_in(std::uint64_t times) { return below(times) == 0; }
    std::int64_t  number() { return static_cast<std::int64_t>(generator_() >> below(64)) * (once_in(2) ? 1 : -1); }
    std::int64_t  within(base::Bounds bounds)
    {
        return bounds.least +
               static_cast<std::int64_t>(below(static_cast<std::uint64_t>(bounds.most - bounds.least) + 1));
    }
    std::int64_t cents() { return once_in(4) ? 0 : within(base::cents_bounds); }
    std::int64_t instant() { return once_in(4) ? 0 : within(base::instant_bounds); }
    std::string  text(std::size_t most)
    {
        static const std::string parts[] = {
            "a", "B", "é", "œ", "z", " ", "-", "\"", "\\", "\n", std::string(1, '\0'), "日", "\U0001f600", "0"};
        std::string text;
        for (auto left = below(most + 1); left > 0; --left) text += parts[below(std::size(parts))];
        return text;
    }
    Party party()
    {
        Party party;
        party.name = text(10);
        if (once_in(2)) party.city = text(5);
        party.colour     = static_cast<Colour>(below(3));
        party.owes.cents = once_in(2) ? 0 : static_cast<std::int64_t>(below(100'000));
        party.floors     = static_cast<std::int32_t>(below(4));
        return party;
    }
    Detail detail()
    {
        switch (below(3)) {
        case 0:  return Idle{};
        case 1:  return Rented{static_cast<std::int32_t>(below(3)), party(), {text(5), text(200)}};
        default: return Sold{{static_cast<std::int32_t>(below(40000))}, {once_in(2) ? "nobody" : text(5)}};
        }
    }
    Thing thing(const std::string& id)
    {
        Thing t;
        t.id.value        = id;
        t.colour          = static_cast<Colour>(below(3));
        t.name            = text(20);
        t.owner.value     = once_in(3) ? "" : "owner " + std::to_string(below(once_in(4) ? 100000 : 5));
        t.locked          = once_in(2);
        t.years           = static_cast<std::int32_t>(below(101));
        t.bytes           = number();
        t.begins.days     = static_cast<std::int32_t>(below(40000));
        t.asked_at.ms     = instant();
        t.price.cents     = cents();
        t.linked_to.value = once_in(2) ? "" : "id" + std::to_string(below(50));
        for (auto left = below(4); left > 0; --left) t.servers.push_back(text(200));
        t.maker  = party();
        t.detail = detail();
        if (once_in(4)) t.unknown.json = R"({"later":[1,2]})";
        return t;
    }

private:
    std::mt19937_64 generator_;
};

}  // namespace sample
