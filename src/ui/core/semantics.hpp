// What is on screen, in words: every widget of the kit tells its role, name, state and place here while it is
// drawn. The page mirrors it into native elements, headless tests press controls through it.
// The bytes are those of platform/mirror.hpp, which this layer may not include; tests/ui/mirror_test.cpp holds the two together.
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
    Rect             rect = {}, clip = {};
    float            text_px = 0, text_x = 0, text_y = -1;
    std::int32_t     row = 0, column = 0, row_count = 0, column_count = 0;
    std::uint32_t    controls = 0, active = 0;
    std::int32_t     parent = -1;  // index of a node before this one; filled in by add()

    bool is(std::uint32_t bit) const { return (state & bit) != 0; }
};

// The nodes of one frame, in reading order. Text is copied into the frame's own memory and lives until clear().
class Semantics {
public:
    void clear();

    // A leaf, or a scope that holds what follows until leave(). The index of the new node.
    int  add(Node node);
    int  enter(Node node);
    void leave();

    // For what is known only after the children are drawn, such as a card's height.
    Node&            at(int index) { return nodes_[static_cast<std::size_t>(index)]; }
    const Node&      at(int index) const { return nodes_[static_cast<std::size_t>(index)]; }
    std::string_view keep(std::string_view text);
    int              size() const { return static_cast<int>(nodes_.size()); }

    std::span<const Node> nodes() const { return nodes_; }
    const Node*           find(std::uint32_t id) const;

    // The first match that a customer can reach: inside the innermost modal node, when there is one.
    const Node* find(Role role, std::string_view name) const;
    bool        reachable(const Node& node) const;
    bool        within(const Node& node, const Node& ancestor) const;

    // The screen in the bytes of platform/mirror.hpp. The span lives until the next call.
    std::span<const std::uint8_t> bytes();

private:
    int modal() const;

    struct Block {
        std::unique_ptr<char[]> bytes;
        std::size_t             size = 0, used = 0;
    };
    std::vector<Node>         nodes_;
    std::vector<int>          open_;
    std::vector<Block>        blocks_;  // kept from frame to frame
    std::size_t               block_ = 0;
    std::vector<std::uint8_t> bytes_;
};

}  // namespace ui
