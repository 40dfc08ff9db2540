// The screen in words: each widget adds its role, name, state and place here while it is drawn. The page mirrors it
// into native elements; headless tests press controls through it. The binary format is that of platform/mirror.hpp,
// which this layer may not include; tests/ui/mirror_test.cpp checks that they agree.
#pragma once
#include "base/screen_words.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

using base::Role;
using base::Sort;
namespace state = base::state;
namespace keys  = base::keys;

struct Spot {
    float x = 0, y = 0;
};

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    bool  holds(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }
    bool  operator==(const Rect&) const = default;
};

struct Node {
    std::uint32_t    id          = 0;
    Role             role        = Role::group;
    std::string_view name        = {};
    std::string_view value       = {};
    std::string_view description = {};
    std::string_view href        = {};
    std::string_view hint        = {};
    std::uint32_t    state       = 0;
    std::uint32_t    keys        = 0;
    std::uint8_t     level       = 0;
    Sort             sort        = Sort::none;
    bool             strong      = false;  // the text is drawn semibold
    Rect             rect = {}, clip = {};
    float            text_px = 0, text_x = 0, text_y = -1;
    std::int32_t     row = 0, column = 0, row_count = 0, column_count = 0;
    std::uint32_t    controls = 0, active = 0;
    std::int32_t     parent = -1;  // index of an earlier node; set by add()

    bool is(std::uint32_t bit) const { return (state & bit) != 0; }
};

// The nodes of one frame, in reading order. Texts are copied into the frame's memory and are valid until clear().
class Semantics {
public:
    void clear();

    // Adds a leaf, or a node whose children follow until leave(). Return the index of the new node.
    int  add(Node node);
    int  enter(Node node);
    void leave();

    // To set what is known only after the children are drawn, such as a card's height.
    Node&            at(int index) { return nodes_[static_cast<std::size_t>(index)]; }
    const Node&      at(int index) const { return nodes_[static_cast<std::size_t>(index)]; }
    std::string_view keep(std::string_view text);
    int              size() const { return static_cast<int>(nodes_.size()); }

    std::span<const Node> nodes() const { return nodes_; }
    const Node*           find(std::uint32_t id) const;

    // The first match that the customer can reach: if there are modal nodes, only inside the innermost one.
    const Node* find(Role role, std::string_view name) const;
    bool        reachable(const Node& node) const;
    bool        within(const Node& node, const Node& ancestor) const;

    // The screen in the format of platform/mirror.hpp. The span is valid until the next call.
    std::span<const std::uint8_t> bytes();

private:
    int modal() const;

    struct Block {
        std::unique_ptr<char[]> bytes;
        std::size_t             size = 0, used = 0;
    };
    std::vector<Node>         nodes_;
    std::vector<int>          open_;
    std::vector<Block>        blocks_;  // reused from frame to frame
    std::size_t               block_ = 0;
    std::vector<std::uint8_t> bytes_;
};

}  // namespace ui
