#include "query/view.hpp"

#include "base/text.hpp"
#include "table/sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using sample::Random;
using sample::Thing;

namespace {

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

std::string name(const Thing& thing, const Looking&) { return thing.name; }
std::string owner(const Thing& thing, const Looking&) { return thing.owner.value; }
std::string begins(const Thing& thing, const Looking&) { return base::to_iso(thing.begins); }
std::string colour(const Thing& thing, const Looking& looking)
{
    return looking.language == 0 ? std::string(base::name_of(thing.colour)) : "Couleur";
}
std::string linked(const Thing& thing, const Looking& looking)
{
    const auto other = looking.things.get(thing.linked_to);
    return other ? other->name : "";
}
std::int64_t years(const Thing& thing, const Looking&) { return thing.years % 5 == 0 ? query::blank : thing.years % 5; }
std::string  years_text(const Thing& thing, const Looking& looking) { return std::to_string(years(thing, looking)); }

constexpr Column columns[] = {
    {.key = "name", .text = name, .field = "name"},
    {.key = "colour", .text = colour},
    {.key = "begins", .text = begins, .field = "begins"},
    {.key = "linked", .text = linked, .reach = query::Reach::elsewhere},
    {.key = "years", .text = years_text, .order = years, .searched = false},
    {.key = "owner", .text = owner, .field = "owner"},
};

bool is_colour(const Thing& thing, const Looking&, std::string_view value)
{
    return base::name_of(thing.colour) == value;
}
bool is_locked(const Thing& thing, const Looking&, std::string_view) { return thing.locked; }
bool has_link(const Thing& thing, const Looking& looking, std::string_view)
{
    return looking.things.contains(thing.linked_to);
}

// What a view must find, by the plainest means.
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
            for (const auto& word : base::words(query.search)) holds = holds && has_word(thing, looking, word);
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
        struct Key {
            bool         is_blank;
            std::string  text;
            std::int64_t number;
            auto         operator<=>(const Key&) const = default;
        };
        const auto& column = columns[by.column];
        const auto  key_of = [&](const Thing& thing) -> Key {
            if (column.order) return {column.order(thing, looking) == query::blank, "", column.order(thing, looking)};
            if (column.key == "begins") return {false, "", thing.begins.days};
            auto text = base::fold(column.text(thing, looking));
            return {text.empty(), text, 0};
        };
        const auto left = key_of(a), right = key_of(b);
        if (left == right) return 0;
        if (left.is_blank != right.is_blank) return left.is_blank ? 1 : -1;
        return (left < right) != by.descending ? -1 : 1;
    }
};

Query random_query(Random& random)
{
    Query query;
    if (random.once_in(2)) query.tab = Condition{"colour", random.once_in(2) ? "red" : "blue", is_colour};
    if (random.once_in(3)) query.filters.push_back({"locked", "yes", is_locked});
    if (random.once_in(4)) query.filters.push_back({"linked", "", has_link, query::Reach::elsewhere});
    for (auto left = random.below(3); left > 0; --left) query.search += random.text(2) + " ";
    if (random.once_in(4)) query.search += "RED 20";
    for (auto left = random.below(4); left > 0; --left)
        query.sort.push_back({static_cast<int>(random.below(6)), random.once_in(2)});
    return query;
}

void check(const View& view, const table::Table<Thing>& things, const Looking& looking, const Query& query)
{
    CAPTURE(query.search);
    const Naive naive(things, looking, query);
    REQUIRE(view.total() == naive.total);
    REQUIRE(view.rows() == naive.rows);
}

Thing thing(std::string id, std::string called, sample::Colour coloured = sample::Colour::red)
{
    Thing made;
    made.id.value = std::move(id);
    made.name     = std::move(called);
    made.colour   = coloured;
    return made;
}

}  // namespace

TEST_CASE("a view finds and orders what a plain search finds and orders, over random rows, questions and edits")
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        Random              random(seed);
        table::Table<Thing> things;
        Looking             looking{things};
        View                view(columns);
        Query               query;
        for (int step = 0; step < 60; ++step) {
            for (auto edits = random.below(4) * random.below(20); edits > 0; --edits) {
                const auto id = "id" + std::to_string(random.below(120));
                if (random.once_in(4)) things.erase({id});
                else things.put(random.thing(id));
            }
            if (random.once_in(10)) looking.language = random.below(2);
            if (random.once_in(2)) query = random_query(random);
            else if (random.once_in(2)) query.search += random.text(1);  // typing on
            else query.sort = random_query(random).sort;
            view.update(things, looking, query);
            check(view, things, looking, query);
        }
    }
}

TEST_CASE("a view over several pages follows an edit in one of them")
{
    Random              random(3);
    table::Table<Thing> things;
    Looking             looking{things};
    View                view(columns);
    for (int n = 0; n < 9000; ++n) {
        auto one      = random.thing("id" + std::to_string(n));
        one.linked_to = {};
        things.put(one);
    }
    const Query query{.tab    = Condition{"colour", "red", is_colour},
                      .search = "e 20",
                      .sort   = {{.column = 5}, {.column = 2, .descending = true}}};
    view.update(things, looking, query);
    check(view, things, looking, query);
    const auto before = view.revision();

    view.update(things, looking, query);
    CHECK(view.revision() == before);

    auto one   = things.row(8500);
    one.name   = "Élan 20";
    one.colour = sample::Colour::red;
    things.put(one);
    view.update(things, looking, query);
    CHECK(view.revision() != before);
    check(view, things, looking, query);
}

TEST_CASE("each word must be found in some column, whatever the case and the accents")
{
    table::Table<Thing> things;
    Looking             looking{things};
    View                view(columns);
    things.put(thing("1", "Œuvre Déjà-vu", sample::Colour::green));
    things.put(thing("2", "oeuvre"));

    const auto found = [&](const char* search) {
        view.update(things, looking, {.search = search});
        return view.size();
    };
    CHECK(found("") == 2);
    CHECK(found("OEUV") == 2);
    CHECK(found("œuvre deja") == 1);
    CHECK(found("vu green") == 1);
    CHECK(found("vu red") == 0);
    CHECK(found("  ") == 2);
    CHECK(found("dé vre") == 1);  // in any order
}

TEST_CASE("rows without a value come last, ascending and descending")
{
    table::Table<Thing> things;
    Looking             looking{things};
    View                view(columns);
    things.put(thing("1", ""));
    things.put(thing("2", "b"));
    things.put(thing("3", "a"));
    view.update(things, looking, {.sort = {{.column = 0}}});
    CHECK(view.rows() == std::vector<std::uint32_t>{2, 1, 0});
    view.update(things, looking, {.sort = {{.column = 0, .descending = true}}});
    CHECK(view.rows() == std::vector<std::uint32_t>{1, 2, 0});
}

TEST_CASE("a view of another table with as many rows does not show the old one's")
{
    table::Table<Thing> first, second;
    first.put(thing("1", "alpha"));
    second.put(thing("1", "beta"));
    View view(columns);
    view.update(first, Looking{first}, {.search = "alpha"});
    CHECK(view.size() == 1);
    view.update(second, Looking{second}, {.search = "alpha"});
    CHECK(view.size() == 0);
}
