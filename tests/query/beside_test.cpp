// Views of one table that share expensive data: none delays another or makes its results wrong.
#include "query/naive.hpp"

#include <utility>

using namespace naive;

namespace {

// The view must find the same rows as one that shares nothing.
void check_alone(const View& list, const table::Table<Thing>& things, const Looking& looking, const Query& query)
{
    View alone(columns);
    alone.update(things, looking, query);
    REQUIRE(list.rows() == alone.rows());
}

// Updates a view in `turns` minimal slices.
void update_in_turns(View& list, const table::Table<Thing>& things, const Looking& looking, const Query& query,
                     int turns)
{
    for (int turn = 0; turn < turns; ++turn) {
        Looks one(1);
        list.update(things, looking, query, {.budget = &one});
    }
}

}  // namespace

TEST_CASE("lists beside each other that are sorted in different ways at the same time are all there in about the time "
          "that they take one by one")
{
    Random              random(11);
    table::Table<Thing> things;
    Looking             looking{things};
    fill(things, 70000, random);
    const Query queries[] = {
        {.sort = {{.column = 0}}},
        {.sort = {{.column = 5}}},
        {.sort = {{.column = 1}, {.column = 0, .descending = true}, {.column = 5}, {.column = 6}}},
        {.sort = {{.column = 6, .descending = true}, {.column = 1}}},
        {.sort = {{.column = 1, .descending = true}}},
    };
    std::vector<View> lists(1, View(columns));
    while (lists.size() < std::size(queries)) lists.push_back(lists.front().beside());

    const auto looks_needed = [&](bool in_turn) {
        // More changes than orders are repaired for: they are rebuilt.
        for (int number = 0; number < 1200; ++number) {
            Thing one = things.row(static_cast<std::uint32_t>(random.below(70000)));
            one.name  = random.text(6);
            things.put(one);
        }
        int looks = 0;
        for (bool waiting = true; std::exchange(waiting, false);)
            for (std::size_t at = 0; at < lists.size(); ++at)
                for (bool again = true; std::exchange(again, false);) {
                    REQUIRE(++looks < 20000);
                    Looks      one(1);
                    const bool whole = lists[at].update(things, looking, queries[at], {.budget = &one});
                    REQUIRE(lists[at].progress() >= 0);
                    REQUIRE(lists[at].progress() <= 1);
                    waiting = waiting || !whole;
                    again   = !whole && !in_turn;
                }
        for (std::size_t at = 0; at < lists.size(); ++at) check_alone(lists[at], things, looking, queries[at]);
        return looks;
    };
    const int one_by_one = looks_needed(false);
    CHECK(looks_needed(true) < one_by_one * 3 / 2);
}

TEST_CASE("an order that is being made is right when another list meets characters meanwhile that nobody had seen")
{
    table::Table<Thing> things;
    Looking             looking{things};
    Thing               one;
    for (int number = 0; number < 40000; ++number) {
        one.id.value = "id" + std::to_string(number);
        one.name     = std::string("\u0436\u0437\u0438\u043a\u043b\u043c\u043d\u043e")
                           .substr(static_cast<std::size_t>(number % 8) * 2, 2) +
                       std::to_string(number);
        one.owner.value =
            number < 39990
                ? "owner"
                : std::string("\u0430\u0431\u0432\u0433\u0434").substr(static_cast<std::size_t>(number % 5) * 2, 2);
        things.put(one);
    }
    const Query by_name{.sort = {{.column = 0}}}, by_owner{.sort = {{.column = 5}}};
    View        alone(columns);
    alone.update(things, looking, by_name);
    for (int before = 1; before < 40; before += 3) {
        CAPTURE(before);
        View list(columns);
        View beside = list.beside();
        update_in_turns(list, things, looking, by_name, before);
        beside.update(things, looking, by_owner);
        list.update(things, looking, by_name);
        REQUIRE(list.rows() == alone.rows());
    }
}

TEST_CASE("orders of one language are not gone on with, nor mended, after another language was shown in between")
{
    Random              random(12);
    table::Table<Thing> things;
    Looking             looking{things};
    for (int number = 0; number < 9000; ++number) {
        Thing one = random.thing("id" + std::to_string(number));
        one.name  = std::string("\u00e9\u00e8\u00ea\u00eb\u0436\u0437").substr(random.below(6) * 2, 2) + one.name;
        if (number < 20) one.name = "\u0434" + one.name;  // only on the first page
        things.put(one);
    }
    const Query by_name{.sort = {{.column = 0}}}, by_begin{.sort = {{.column = 2}}};
    for (int turns = 1; turns < 8; ++turns) {
        CAPTURE(turns);
        View list(columns);
        View beside = list.beside();
        update_in_turns(list, things, looking, by_name, turns);
        looking.language = 1;
        beside.update(things, looking, by_begin);
        looking.language = 0;
        list.update(things, looking, by_name);
        check_alone(list, things, looking, by_name);
    }

    View list(columns);
    list.update(things, looking, by_name);
    looking.language = 1;
    list.update(things, looking, by_begin);
    looking.language = 0;
    Thing changed    = things.row(4000);
    changed.name     = "\u00eb middle";
    things.put(changed);
    list.update(things, looking, by_name);
    check_alone(list, things, looking, by_name);
}

TEST_CASE("orders are kept for a few sorts only, whole or half made")
{
    Random              random(13);
    table::Table<Thing> things;
    Looking             looking{things};
    fill(things, 20000, random);
    View       list(columns);
    const auto sorts = [&](auto each) {
        for (int first = 0; first < 9; ++first)
            for (int second = first + 1; second < first + 4; ++second)
                each(Query{.sort = {{.column = first}, {.column = second % 9}}});
    };
    for (int column = 0; column < 9; ++column) list.update(things, looking, {.sort = {{.column = column}}});
    const auto before = list.memory();
    sorts([&](const Query& query) { list.update(things, looking, query); });
    CHECK(list.memory() < before + 20000 * 8);
    // The same with interrupted updates.
    sorts([&](const Query& query) { update_in_turns(list, things, looking, query, 20); });
    CHECK(list.memory() < before + 20000 * 8);
}
