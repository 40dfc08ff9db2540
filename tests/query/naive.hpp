// Rows with columns of every kind, queries on them, and a naive implementation as reference.
#pragma once
#include "base/pasted.hpp"
#include "base/text.hpp"
#include "query/view.hpp"
#include "table/sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace naive {

using sample::Random;
using sample::Thing;

struct Looking {
    const table::Table<Thing>& things;
    std::uint64_t              language = 0;

    std::uint64_t stamp() const { return language; }
    std::uint64_t elsewhere() const { return things.revision(); }
};

using Column    = query::Column<Thing, Looking>;
using Condition = query::Condition<Thing, Looking>;
using Query     = query::Query<Thing, Looking>;
using View      = query::View<Thing, Looking>;

inline std::string name(const Thing& thing, const Looking&) { return thing.name; }
inline std::string owner(const Thing& thing, const Looking&) { return thing.owner.value; }
inline std::string begins(const Thing& thing, const Looking&) { return base::to_iso(thing.begins); }
inline std::string colour(const Thing& thing, const Looking& looking)
{
    return looking.language == 0 ? std::string(base::name_of(thing.colour)) : "Couleur";
}
inline std::string linked(const Thing& thing, const Looking& looking)
{
    const auto other = looking.things.get(thing.linked_to);
    return other ? other->name : "";
}
inline std::string both(const Thing& thing, const Looking&)
{
    return thing.owner.empty() ? thing.name : thing.owner.value;
}
inline std::string locked(const Thing& thing, const Looking& looking)
{
    return thing.locked ? "Verrouillé " + colour(thing, looking) : "";
}
inline std::uint8_t locked_code(const Thing& thing, const Looking&)
{
    return static_cast<std::uint8_t>(thing.locked ? 1 + static_cast<int>(thing.colour) : 0);
}
inline constexpr query::Reads<Thing, Looking> colour_when_locked = {
    query::Fields{"locked"}, [](const Thing& thing, const Looking&) { return thing.locked; }, query::Fields{"colour"}};
inline std::int64_t years(const Thing& thing, const Looking&)
{
    return thing.years % 5 == 0 ? query::blank : thing.years % 5;
}
inline std::string years_text(const Thing& thing, const Looking& looking)
{
    return std::to_string(years(thing, looking));
}

inline constexpr Column columns[] = {
    {.key = "name", .text = name, .fields = {"name"}},
    {.key = "colour", .text = colour, .reads = {"colour"}},
    {.key = "begins", .text = begins, .fields = {"begins"}},
    {.key = "linked", .text = linked, .reach = query::Reach::elsewhere, .reads = {"linked_to"}},
    {.key = "years", .text = years_text, .order = years, .searched = false, .reads = {"years"}},
    {.key = "owner", .text = owner, .fields = {"owner"}},
    {.key = "both", .text = both, .fields = {"owner", "name"}},
    {.key = "locked", .text = locked, .code = locked_code, .reads = colour_when_locked},
    {.key = "key", .text = locked, .reads = colour_when_locked},
};

inline bool is_colour(const Thing& thing, const Looking&, std::string_view value)
{
    return base::name_of(thing.colour) == value;
}
inline bool is_locked(const Thing& thing, const Looking&, std::string_view) { return thing.locked; }
inline bool is_locked_as(const Thing& thing, const Looking& looking, std::string_view value)
{
    return thing.locked && is_colour(thing, looking, value);
}
inline bool has_link(const Thing& thing, const Looking& looking, std::string_view)
{
    return looking.things.contains(thing.linked_to);
}

// The sort key of a text in a language without rules of its own: letters without accents first, then accents, then
// case; a number by its value.
struct Levels {
    std::vector<std::string> letters, accents;
    std::vector<int>         capitals;
    auto                     operator<=>(const Levels&) const = default;

    explicit Levels(std::string_view text)
    {
        for (std::size_t at = 0; at < text.size();) {
            auto end = at + 1;
            if (base::is_digit(text[at])) {  // a number is one letter, by its value
                while (end < text.size() && base::is_digit(text[end])) ++end;
                auto digits = std::string(text.substr(at, end - at));
                digits.erase(0, digits.find_first_not_of('0'));
                letters.push_back(std::string(40 - std::min<std::size_t>(40, digits.size()), '0') + digits);
                accents.push_back("");
                capitals.push_back(0);
                at = end;
                continue;
            }
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
            const auto letter = text.substr(at, end - at);
            at                = end;
            const bool ascii  = static_cast<unsigned char>(letter[0]) < 0x80;
            if (ascii && (letter[0] < '\t' || (letter[0] > '\r' && letter[0] < ' '))) continue;
            const auto folded = base::fold(letter);
            const bool two    = !ascii && folded.size() == 2 && static_cast<unsigned char>(folded[0]) < 0x80;
            letters.push_back(two ? folded.substr(0, 1) : folded);
            accents.push_back(ascii ? "" : (two ? "\xff" : "") + std::string(letter));
            capitals.push_back(ascii && folded != letter ? 256 - letter[0] : 0);
            if (!two) continue;
            letters.push_back(folded.substr(1));
            accents.push_back("");
            capitals.push_back(0);
        }
    }
};

// The expected result of a view, computed naively.
struct Naive {
    std::vector<std::uint32_t> rows;
    std::uint32_t              total = 0;

    Naive(const table::Table<Thing>& things, const Looking& looking, const Query& query)
    {
        for (std::uint32_t row = 0; row < things.size(); ++row) {
            const auto thing = things.row(row);
            if (query.tab && !query.tab->holds(thing, looking, query.tab->value)) continue;
            ++total;
            bool holds = true;
            for (const auto& filter : query.filters) holds = holds && filter.holds(thing, looking, filter.value);
            for (const auto& word : base::search_words(query.search)) holds = holds && has_word(thing, looking, word);
            if (holds) rows.push_back(row);
        }
        std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            for (const auto& by : query.sort)
                if (const auto order = compare(things.row(a), things.row(b), looking, by); order != 0) return order < 0;
            return false;
        });
    }

    static bool has_word(const Thing& thing, const Looking& looking, const std::string& word)
    {
        return std::any_of(std::begin(columns), std::end(columns), [&](const Column& column) {
            return column.searched && base::fold(column.text(thing, looking)).find(word) != std::string::npos;
        });
    }

    static int compare(const Thing& a, const Thing& b, const Looking& looking, const query::Sort& by)
    {
        const auto& column  = columns[by.column];
        const auto  ordered = [&](auto left, auto right) { return (left < right) != by.descending ? -1 : 1; };
        if (column.order || column.key == "begins") {
            const auto number_of = [&](const Thing& thing) {
                return column.order ? column.order(thing, looking) : std::int64_t{thing.begins.days};
            };
            const auto left = number_of(a), right = number_of(b);
            if (left == right) return 0;
            if (left == query::blank || right == query::blank) return left == query::blank ? 1 : -1;
            return ordered(left, right);
        }
        const auto left = column.text(a, looking), right = column.text(b, looking);
        if (left.empty() || right.empty()) return left.empty() && right.empty() ? 0 : left.empty() ? 1 : -1;
        const Levels letters(left), others(right);
        return letters == others ? 0 : ordered(letters, others);
    }
};

// A budget of a number of checks.
class Looks final : public query::Budget {
public:
    explicit Looks(std::uint64_t count) : left_(count) {}
    bool spent() override { return left_ == 0 || --left_ == 0; }

private:
    std::uint64_t left_;
};

// Adds many small rows.
inline void fill(table::Table<Thing>& things, int count, Random& random)
{
    Thing one;
    for (int number = 0; number < count; ++number) {
        one.id.value = "id" + std::to_string(number);
        one.name     = random.text(6);
        one.colour   = static_cast<sample::Colour>(random.below(3));
        things.put(one);
    }
}

inline Query random_query(Random& random)
{
    Query query;
    if (random.once_in(2))
        query.tab = Condition{"colour", random.once_in(2) ? "red" : "blue", is_colour, query::Reach::row, {"colour"}};
    if (random.once_in(3)) query.filters.push_back({"locked", "yes", is_locked, query::Reach::row, {"locked"}});
    if (random.once_in(3))
        query.filters.push_back(
            {"locked as", random.once_in(2) ? "red" : "green", is_locked_as, query::Reach::row, colour_when_locked});
    if (random.once_in(4)) query.filters.push_back({"linked", "", has_link, query::Reach::elsewhere});
    for (auto left = random.below(3); left > 0; --left) query.search += random.text(2) + " ";
    if (random.once_in(4)) query.search += "RED 20";
    for (auto left = random.below(4); left > 0; --left)
        query.sort.push_back({static_cast<int>(random.below(std::size(columns))), random.once_in(2)});
    return query;
}

inline void check(const View& view, const table::Table<Thing>& things, const Looking& looking, const Query& query)
{
    CAPTURE(query.search);
    const Naive naive(things, looking, query);
    REQUIRE(view.total() == naive.total);
    REQUIRE(view.rows() == naive.rows);
}

}  // namespace naive
