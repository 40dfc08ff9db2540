// The selection of rows while rows move and disappear.
#include "ui/list/selection.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace {

using Keys = std::vector<ui::Selection::Key>;

struct Found {
    Keys          keys;
    std::uint64_t stamp = 1;

    std::int64_t count(const ui::Selection& selection) const
    {
        return selection.count(static_cast<std::int64_t>(keys.size()), stamp,
                               [&](std::int64_t row) { return keys[static_cast<std::size_t>(row)]; });
    }
    Keys selected(const ui::Selection& selection) const
    {
        Keys selected;
        for (const auto key : keys)
            if (selection.holds(key)) selected.push_back(key);
        return selected;
    }
};

}  // namespace

TEST_CASE("a selection keeps its rows when the order changes")
{
    Found         found{{3, 7, 900}};
    ui::Selection selection;
    selection.set(7, true);
    found = {{900, 7, 3}, 2};
    CHECK(found.selected(selection) == Keys{7});
    CHECK(found.count(selection) == 1);
}

TEST_CASE("a selection is emptied by another search, filter or tab, and by nothing else")
{
    Found         found{{1, 2, 3}};
    ui::Selection selection;
    selection.ask("kind=domain?shop");
    selection.set(2, true);
    selection.ask("kind=domain?shop");
    CHECK(found.count(selection) == 1);
    selection.ask("kind=domain?sho");
    CHECK(selection.empty());
    selection.set_all();
    selection.ask("?");
    CHECK(selection.empty());
}

TEST_CASE("all means all that answer, now and later, but those taken out")
{
    Found         found{{1, 2, 3}};
    ui::Selection selection;
    selection.set_all();
    CHECK(found.count(selection) == 3);
    selection.set(2, false);
    CHECK(found.selected(selection) == Keys{1, 3});
    CHECK(found.count(selection) == 2);
    found = {{1, 2, 3, 4}, 2};
    CHECK(found.selected(selection) == Keys{1, 3, 4});
    CHECK(found.count(selection) == 3);
    selection.set(2, true);
    CHECK(found.count(selection) == 4);
}

TEST_CASE("a selected row that answers no longer is not counted, and is again when it answers again")
{
    Found         found{{1, 2, 3}};
    ui::Selection selection;
    selection.set(1, true);
    selection.set(2, true);
    CHECK(found.count(selection) == 2);
    CHECK(Found{{1, 3}, 2}.count(selection) == 1);
    CHECK(Found{{1, 2, 3}, 3}.count(selection) == 2);
}

TEST_CASE("a selected row stays selected when it moves, and one that is gone is forgotten")
{
    ui::Selection selection;
    selection.set(2, true);
    selection.set_anchor(2);
    // Row 2 is erased, and the last one, 5, moves into its place.
    selection.drop(2);
    selection.move(5, 2);
    CHECK_FALSE(selection.holds(2));
    CHECK_FALSE(selection.has_anchor());

    selection.set(9, true);
    selection.set_anchor(9);
    selection.move(9, 4);
    CHECK(selection.holds(4));
    CHECK_FALSE(selection.holds(9));
    CHECK(selection.anchor() == 4);

    // Deselected from "all" and then moved: still deselected.
    selection.set_all();
    selection.set(4, false);
    selection.move(4, 1);
    CHECK_FALSE(selection.holds(1));
    CHECK(selection.holds(4));
}
