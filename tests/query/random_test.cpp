// Views interrupted at random, on tables that change at random, end with the result of a naive search.
#include "query/naive.hpp"

#include <memory>

using namespace naive;

namespace {

void change(table::Table<Thing>& things, table::Journal& journal, Random& random)
{
    if (random.once_in(5)) {
        things.record_into(nullptr);
        journal.undo();
    }
    if (random.once_in(4) && journal.empty()) things.record_into(&journal);
    const auto ids = random.once_in(6) ? 4000 : 60;
    for (auto edits = random.below(3) * random.below(random.once_in(8) ? 900 : 12); edits > 0; --edits) {
        const auto id = "id" + std::to_string(random.below(ids));
        if (random.once_in(4)) things.erase({id});
        else things.put(random.thing(id));
    }
}

// What may be shown before the result is complete: existing rows, each once.
void check_shown(const View& view, const table::Table<Thing>& things)
{
    auto rows = view.rows();
    std::sort(rows.begin(), rows.end());
    REQUIRE(std::adjacent_find(rows.begin(), rows.end()) == rows.end());
    REQUIRE((rows.empty() || rows.back() < things.size()));
    REQUIRE(view.progress() >= 0);
    REQUIRE(view.progress() <= 1);
}

}  // namespace

TEST_CASE("a view that is interrupted finds, in the end, what a plain search finds, whatever changes in between")
{
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        CAPTURE(seed);
        Random              random(seed);
        table::Journal      journal;
        table::Table<Thing> things;
        Looking             looking{things};
        View                list(columns);
        View                search = list.beside();
        Query               asked, searched;
        for (int step = 0; step < 60; ++step) {
            if (random.once_in(2)) change(things, journal, random);
            if (random.once_in(20)) looking.language = random.below(2);
            if (random.once_in(3)) asked = random_query(random);
            else if (random.once_in(2)) asked.search += random.text(1);
            else if (random.once_in(2)) asked.sort = random_query(random).sort;
            if (random.once_in(3)) searched = random_query(random);

            // Sometimes both finish; mostly the query changes before.
            for (auto slices = random.below(6) * random.below(6); slices > 0; --slices) {
                Looks few(1 + random.below(4) * random.below(40));
                list.update(things, looking, asked, {.budget = &few});
                check_shown(list, things);
                if (random.once_in(2)) search.update(things, looking, searched, {.budget = &few});
            }
            if (random.once_in(3)) {
                Looks one(1);
                int   calls = 0;
                while (!list.update(things, looking, asked, {.budget = &one})) REQUIRE(++calls < 10000);
                check(list, things, looking, asked);
            } else if (random.once_in(3)) {
                list.update(things, looking, asked);
                check(list, things, looking, asked);
                search.update(things, looking, searched);
                check(search, things, looking, searched);
            }
        }
        things.record_into(nullptr);
        journal.undo();
        list.update(things, looking, asked);
        check(list, things, looking, asked);
    }
}

TEST_CASE("the first screen of a long list stands there after one look at the time")
{
    Random              random(5);
    table::Table<Thing> things;
    Looking             looking{things};
    View                view(columns);
    fill(things, 45000, random);
    Query query{.sort = {{.column = 0, .descending = true}}};
    view.update(things, looking, query);
    view.update(things, looking, {.search = "b", .sort = query.sort});
    const auto whole = view.rows();
    view.update(things, looking, query);

    query.search = "b";
    Looks short_time(100);
    CHECK_FALSE(view.update(things, looking, query, {.budget = &short_time}));
    REQUIRE(view.size() == 50);
    CHECK(std::equal(view.rows().begin(), view.rows().end(), whole.begin()));
    while (!view.finished()) {
        Looks more(5);
        view.update(things, looking, query, {.budget = &more});
    }
    CHECK(view.rows() == whole);
}

TEST_CASE("the first screen of what is typed on stands there at once, also where matches are rare among all rows")
{
    table::Table<Thing> things;
    Looking             looking{things};
    View                view(columns);
    Thing               one;
    // In the order by name the rare matches are last.
    for (int number = 0; number < 45000; ++number) {
        const auto digits = std::to_string(100000 + number);
        one.id.value      = "id" + digits;
        one.name          = (number < 40000 ? "a " : "z ") + digits +
                            (number < 40000    ? ""
                             : number % 5 == 0 ? " wanted"
                                               : " wander");
        things.put(one);
    }
    Query query{.search = "wan", .sort = {{.column = 0}}};
    view.update(things, looking, query);
    REQUIRE(view.size() == 5000);

    query.search = "want";
    Looks few(40);
    CHECK_FALSE(view.update(things, looking, query, {.budget = &few}));
    REQUIRE(view.size() == 50);
    for (const auto row : view.rows()) CHECK(things.row(row).name.ends_with(" wanted"));
    const auto first = view.rows();
    view.update(things, looking, query);
    REQUIRE(view.size() == 1000);
    CHECK(std::equal(first.begin(), first.end(), view.rows().begin()));
}

TEST_CASE("a search that is about to be made is made ready while the customer reads")
{
    table::Table<Thing> things;
    Looking             looking{things};
    View                view(columns);
    Random              random(6);
    fill(things, 20000, random);
    for (int frames = 0; !view.warm(); ++frames) {
        REQUIRE(frames < 100);
        Looks few(2);
        view.update(things, looking, {}, {.budget = &few});
    }
    CHECK(view.finished());
    CHECK(view.size() == things.size());
}

TEST_CASE("who takes a letter back waits for no search, whether it was typed before or stood in the address")
{
    Random              random(8);
    table::Table<Thing> things;
    Looking             looking{things};
    fill(things, 40000, random);
    Query      query;
    const auto looks_needed = [&](View& view, std::string search) {
        query.search = std::move(search);
        for (int looks = 1;; ++looks) {
            REQUIRE(looks < 1000);
            Looks one(1);
            if (view.update(things, looking, query, {.budget = &one})) return looks;
        }
    };
    const auto rest = [&](View& view) {
        Looks much(1000000);
        for (int frames = 0; !view.warm(); ++frames) {
            REQUIRE(frames < 1000);
            view.update(things, looking, query, {.budget = &much});
        }
    };
    View typed(columns), opened(columns);
    for (auto* view : {&typed, &opened}) {
        looks_needed(*view, "");
        rest(*view);
    }
    const int search = looks_needed(typed, "a");
    CHECK(looks_needed(typed, "ab") > 1);
    CHECK(looks_needed(typed, "a") < search / 2);
    looks_needed(opened, "ab");
    rest(opened);
    CHECK(looks_needed(opened, "a") < search / 2);
    CHECK(opened.rows() == typed.rows());

    // Rows that have changed are searched again.
    looks_needed(typed, "ab");
    Thing changed = things.row(20000);
    changed.name  = changed.name.find('a') == std::string::npos ? "a" : "z";
    changed.owner = {};
    things.put(changed);
    looks_needed(typed, "a");
    check(typed, things, looking, query);
}

TEST_CASE("what is made ready for one list is not mixed up with what a list beside it asks")
{
    Random              random(10);
    table::Table<Thing> things;
    Looking             looking{things};
    fill(things, 9000, random);
    const auto asked = [](const char* colour, std::string search) {
        return Query{.tab    = Condition{"colour", colour, is_colour, query::Reach::row, {"colour"}},
                     .search = std::move(search)};
    };
    View list(columns);
    View beside = list.beside();
    for (const auto* search : {"ab", "ba", "zz"}) {
        Looks one(1);
        list.update(things, looking, asked("red", search), {.budget = &one});
        for (int frames = 0; !list.warm(); ++frames) {
            REQUIRE(frames < 1000);
            beside.update(things, looking, asked(frames % 2 == 0 ? "blue" : "green", search));
            Looks few(2);
            list.update(things, looking, asked("red", search), {.budget = &few});
        }
        const auto query = asked("red", std::string(1, search[0]));
        list.update(things, looking, query);
        check(list, things, looking, query);
    }
}

TEST_CASE("rare words are found in every order, also when the places of the rows were made ready, and after an edit")
{
    Random              random(7);
    table::Table<Thing> things;
    Looking             looking{things};
    View                view(columns);
    fill(things, 9000, random);
    for (int edit = 0; edit < 4; ++edit) {
        Thing one = random.thing("id" + std::to_string(random.below(9000)));
        one.name  = random.text(4) + "wanted" + random.text(2);
        things.put(one);
        for (int column = 0; column < static_cast<int>(std::size(columns)); ++column)
            for (const bool descending : {false, true}) {
                CAPTURE(edit);
                CAPTURE(column);
                CAPTURE(descending);
                Query query{.sort = {{.column = column, .descending = descending}}};
                Looks much(1000000);
                for (int frames = 0; !view.update(things, looking, query, {.budget = &much}) || !view.warm(); ++frames)
                    REQUIRE(frames < 100);
                for (const auto* word : {"want", "wanted", "wantedness"}) {
                    query.search = word;
                    view.update(things, looking, query, {.budget = &much});
                    check(view, things, looking, query);
                }
            }
    }
}
