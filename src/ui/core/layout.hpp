// Layout. A page flows from top to bottom; a Row flows from left to right and wraps; a Grid makes columns of equal
// width. Each closes at the end of its C++ scope. Lengths are CSS pixels: use ui::space.
#pragma once
#include "ui/core/context.hpp"
#include "ui/core/icon.hpp"
#include "ui/core/label.hpp"

#include <cstdint>
#include <string_view>

namespace ui {

// Gives the widgets inside ids of their own. Required around repeated items, with the item's own id, never its index.
class IdScope {
public:
    explicit IdScope(std::string_view id);
    explicit IdScope(std::uint32_t id);
    ~IdScope();
    IdScope(const IdScope&)            = delete;
    IdScope& operator=(const IdScope&) = delete;
};

// A node around what follows: Group list(Role::list, "home.alerts").
class Group {
public:
    Group(Role role, Label name, std::uint32_t state = 0);
    ~Group();
    Group(const Group&)            = delete;
    Group& operator=(const Group&) = delete;

private:
    int  node_;
    Rect place_;
};

void  gap(float px);      // an empty space of that height (in a Row: width)
float available_width();  // of the column, or what is left of the row
void  line();             // a thin horizontal line

enum class Align : std::uint8_t { start, center, end };

struct RowStyle {
    float gap    = 8;
    float height = 0;  // items are centred on this height; 0: a control's height
    bool  wrap   = true;
    Align align  = Align::start;
};

class Row {
public:
    explicit Row(RowStyle style = {});
    ~Row();
    Row(const Row&)            = delete;
    Row& operator=(const Row&) = delete;

    // Moves what follows to the right end.
    void push_right();
};

// A sub-column: indented, of limited width, or with another gap between its items.
struct StackStyle {
    float gap    = 12;
    float inset  = 0;  // on all sides
    float width  = 0;  // at most; 0: all there is
    float indent = 0;
};
class Stack {
public:
    explicit Stack(StackStyle style = {});
    ~Stack();
    Stack(const Stack&)            = delete;
    Stack& operator=(const Stack&) = delete;
};

struct GridStyle {
    float min = 240;  // of a column; as many columns as fit
    int   max = 12;   // columns
    float gap = 16;
};
// All cells of a line have the same height: the cards in them stretch.
class Grid {
public:
    explicit Grid(GridStyle style = {});
    ~Grid();
    Grid(const Grid&)            = delete;
    Grid& operator=(const Grid&) = delete;

    // Begins the next cell. It spans `span` columns, or all if there are fewer.
    void cell(int span = 1);
    int  columns() const { return columns_; }

private:
    void close_cell();
    void close_line();

    GridStyle style_;
    int       columns_      = 1;
    int       next_         = 0;
    int       lines_        = 0;
    float     column_width_ = 0;
    bool      open_         = false;
};

struct CardStyle {
    Icon             icon  = {};
    Label            hint  = {};  // below the title
    float            inset = 20;
    bool             flush = false;  // no inset: for lines that span the whole width
    Tone             tone  = Tone::neutral;
    Label            link  = {};  // at the right of the title
    std::string_view href  = {};
};
// A region with a title (heading level 2). Without a title it is only a frame.
class Card {
public:
    explicit Card(Label title = {}, CardStyle style = {});
    ~Card();
    Card(const Card&)            = delete;
    Card& operator=(const Card&) = delete;

private:
    Rect      outer_;
    int       node_  = -1;
    float     inset_ = 0;
    bool      scope_ = false;
    CardStyle style_;
};

}  // namespace ui
