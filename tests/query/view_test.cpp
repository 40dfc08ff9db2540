#include "query/naive.hpp"

using namespace naive;

namespace {

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
            else if (random.once_in(2)) query.search += random.text(1);  // typing continues
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
    const Query query{.tab    = Condition{"colour", "red", is_colour, query::Reach::row, {"colour"}},
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

TEST_CASE("the few names with accents or capitals among many plain ones are found as they are without them")
{
    Random              random(9);
    table::Table<Thing> things;
    Looking             looking{things};
    View                view(columns);
    for (int number = 0; number < 3000; ++number) {
        const auto plain = std::string(1, static_cast<char>('a' + random.below(3))) + "e" +
                           std::to_string(random.below(20));
        things.put(thing(std::to_string(number), random.once_in(40) ? "É" + plain + "s Cité" : "e" + plain));
    }
    for (const bool edited : {false, true}) {
        if (edited) things.put(thing("7", "Ébè citée"));
        for (const auto* search : {"e", "eb", "ébe", "ea1 cit", "s", "citee", "cité", "z"}) {
            CAPTURE(search);
            const Query query{.search = search};
            view.update(things, looking, query);
            check(view, things, looking, query);
            View  fresh(columns);
            Looks much(1000000);  // the first screen as well
            while (!fresh.update(things, looking, query, {.budget = &much})) {}
            check(fresh, things, looking, query);
        }
    }
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
