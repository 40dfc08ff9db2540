// The list of a select: its filter, letters that lead to a choice, and choices that are too many to be named.
#include "ui/ui.hpp"

#include "ui_harness.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace std::string_view_literals;
using ui::Role;

TEST_CASE("a long list of choices is filtered, whatever the accents")
{
    std::string chosen;
    Customer    customer([&] {
        std::vector<ui::Option> options;
        for (int at = 0; at < 20; ++at) options.push_back({std::to_string(at), "hébergement " + std::to_string(at)});
        ui::select("Hébergement"sv, chosen, options);
    });
    customer.press(Role::combobox, "Hébergement");
    CHECK(customer.focused() == "Filtrer la liste");
    customer.type("HEBERGEMENT 17");
    CHECK(customer.how_many(Role::option) == 1);
    customer.key("Enter");
    CHECK(chosen == "17");
    CHECK(customer.focused() == "Hébergement");
}

TEST_CASE("a letter leads to the next choice that begins with it, in a list that is open or closed")
{
    std::string                   chosen;
    const std::vector<ui::Option> options = {{"a", "Allemagne"}, {"b", "Belgique"}, {"c", "Canada"}, {"d", "Chili"}};
    Customer                      customer([&] { ui::select("Pays"sv, chosen, options); });
    customer.press(Role::combobox, "Pays");
    customer.key("Escape");
    REQUIRE_FALSE(customer.sees(Role::listbox, "Pays"));

    customer.key("c");
    REQUIRE(customer.sees(Role::listbox, "Pays"));
    customer.key("Enter");
    CHECK(chosen == "c");
    customer.waits(1200);
    customer.key("c");
    customer.key("Enter");
    CHECK(chosen == "d");
    customer.waits(1200);
    customer.press(Role::combobox, "Pays");
    customer.key("b");
    customer.key("Enter");
    CHECK(chosen == "b");
}

TEST_CASE("a letter on a long list of choices begins its filter")
{
    std::string chosen;
    Customer    customer([&] {
        std::vector<ui::Option> options;
        for (int at = 0; at < 20; ++at) options.push_back({std::to_string(at), "hébergement " + std::to_string(at)});
        ui::select("Hébergement"sv, chosen, options);
    });
    customer.press(Role::combobox, "Hébergement");
    customer.key("Escape");
    customer.key("7");
    CHECK(customer.how_many(Role::option) == 2);
    CHECK(customer.focused() == "Filtrer la liste");
}

TEST_CASE("of very many choices a list shows fifty and says so, and its filter finds each of the others")
{
    std::string             chosen;
    std::vector<ui::Option> options;
    for (int at = 0; at < 3'000; ++at) options.push_back({std::to_string(at), "service " + std::to_string(at)});
    Customer customer([&] { ui::select("Service"sv, chosen, options); });
    customer.press(Role::combobox, "Service");
    CHECK(customer.how_many(Role::option) == 50);
    CHECK(customer.sees(Role::status, "50 premiers sur 3\u202f000"));
    customer.type("service 2999");
    CHECK(customer.how_many(Role::option) == 1);
    CHECK_FALSE(customer.sees(Role::status, "50 premiers sur 3\u202f000"));
    customer.key("Enter");
    CHECK(chosen == "2999");
    customer.press(Role::combobox, "Service");  // what is chosen is not among the first
    customer.key("ArrowDown");
    customer.key("Enter");
    CHECK(chosen == "0");
}

TEST_CASE("choices may come from a search, which is asked for what the filter says and only while the list is open")
{
    std::vector<std::string> asked;
    std::vector<ui::Option>  options;
    std::string              chosen, chosen_words;
    std::int64_t             all = 1'000'000;
    ui::Dialog               dialog{.open = true};
    Customer                 customer([&] {
        ui::Form form(dialog, "trade.form_title", {});
        if (!form) return;
        const auto find = [&](std::string_view words) -> ui::OptionSearch::Found {
            asked.emplace_back(words);
            options.clear();
            for (int at = 0; at < 50; ++at)
                options.push_back({std::string(words) + std::to_string(at), "service " + std::to_string(at)});
            return {options, all};
        };
        if (form.select("service", "Service"sv, chosen, ui::OptionSearch{find, chosen_words}))
            chosen_words = "chosen: " + chosen;
        form.accepted("ui.done");
    });
    CHECK(asked.empty());
    customer.press(Role::combobox, "Service");
    CHECK(customer.focused() == "Filtrer la liste");
    CHECK(customer.how_many(Role::option) == 50);
    CHECK(customer.sees(Role::status, "50 premiers sur 1\u202f000\u202f000"));
    customer.type("abc");
    CHECK(asked.back() == "abc");
    customer.key("ArrowDown");
    customer.key("ArrowDown");
    customer.key("Enter");
    CHECK(chosen == "abc1");
    CHECK(customer.value(Role::combobox, "Service") == "chosen: abc1");
    const auto before = asked.size();
    customer.waits();
    CHECK(asked.size() == before);

    all = -1;  // the search takes longer than a frame
    customer.press(Role::combobox, "Service");
    CHECK(customer.how_many(Role::option) == 50);
    CHECK(customer.how_many(Role::status) == 0);
}
