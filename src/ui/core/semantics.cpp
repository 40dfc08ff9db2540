#include "ui/core/semantics.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

namespace ui {
namespace {

constexpr std::uint32_t magic = 0x31524d47;

static_assert(std::endian::native == std::endian::little, "the bytes are little-endian");
static_assert(sizeof(Rect) == 4 * sizeof(float));

// Size of a node without its texts.
constexpr std::size_t node_bytes = 108;

template <class Value>
void put(std::uint8_t*& at, Value value)
{
    std::memcpy(at, &value, sizeof value);
    at += sizeof value;
}

void put(std::uint8_t*& at, std::string_view text)
{
    put(at, static_cast<std::uint32_t>(text.size()));
    if (!text.empty()) std::memcpy(at, text.data(), text.size());
    at += text.size();
}

}  // namespace

void Semantics::clear()
{
    nodes_.clear();
    open_.clear();
    for (auto& block : blocks_) block.used = 0;
    block_ = 0;
}

std::string_view Semantics::keep(std::string_view text)
{
    if (text.empty()) return {};
    while (block_ < blocks_.size() && blocks_[block_].size - blocks_[block_].used < text.size()) ++block_;
    if (block_ == blocks_.size()) {
        const auto size = std::max<std::size_t>(16384, text.size());
        blocks_.push_back({std::make_unique<char[]>(size), size, 0});
    }
    auto& block = blocks_[block_];
    char* at    = block.bytes.get() + block.used;
    std::memcpy(at, text.data(), text.size());
    block.used += text.size();
    return {at, text.size()};
}

int Semantics::add(Node node)
{
    node.parent      = open_.empty() ? -1 : open_.back();
    node.name        = keep(node.name);
    node.value       = keep(node.value);
    node.description = keep(node.description);
    node.href        = keep(node.href);
    node.hint        = keep(node.hint);
    nodes_.push_back(node);
    return size() - 1;
}

int Semantics::enter(Node node)
{
    const int index = add(node);
    open_.push_back(index);
    return index;
}

void Semantics::leave()
{
    if (!open_.empty()) open_.pop_back();
}

const Node* Semantics::find(std::uint32_t id) const
{
    for (const auto& node : nodes_)
        if (node.id == id) return &node;
    return nullptr;
}

int Semantics::modal() const
{
    for (int index = size(); index-- > 0;)
        if (at(index).is(state::modal)) return index;
    return -1;
}

bool Semantics::within(const Node& node, const Node& ancestor) const
{
    for (const Node* up = &node; up; up = up->parent < 0 ? nullptr : &at(up->parent))
        if (up == &ancestor) return true;
    return false;
}

bool Semantics::reachable(const Node& node) const
{
    const int top = modal();
    if (top < 0 || within(node, at(top))) return true;
    for (const Node* up = &node; up; up = up->parent < 0 ? nullptr : &at(up->parent))
        if (up->role == Role::status || up->role == Role::alert) return true;
    return false;
}

const Node* Semantics::find(Role role, std::string_view name) const
{
    for (const auto& node : nodes_)
        if (node.role == role && node.name == name && reachable(node)) return &node;
    return nullptr;
}

std::span<const std::uint8_t> Semantics::bytes()
{
    // Runs every frame: allocates once for all nodes.
    std::size_t size = 8;
    for (const auto& node : nodes_)
        size += node_bytes + node.name.size() + node.value.size() + node.description.size() + node.href.size() +
                node.hint.size();
    bytes_.resize(size);
    auto* at = bytes_.data();
    put(at, magic);
    put(at, static_cast<std::uint32_t>(nodes_.size()));
    for (const auto& node : nodes_) {
        put(at, node.id);
        put(at, static_cast<std::uint32_t>(node.parent));
        put(at, static_cast<std::uint8_t>(node.role));
        put(at, node.level);
        put(at, static_cast<std::uint8_t>(node.sort));
        put(at, static_cast<std::uint8_t>(node.strong));
        put(at, node.state);
        put(at, node.keys);
        put(at, node.rect);
        put(at, node.clip);
        put(at, node.text_px);
        put(at, node.text_x);
        put(at, node.text_y);
        put(at, node.row);
        put(at, node.column);
        put(at, node.row_count);
        put(at, node.column_count);
        put(at, node.name);
        put(at, node.value);
        put(at, node.description);
        put(at, node.href);
        put(at, node.hint);
        put(at, node.controls);
        put(at, node.active);
    }
    assert(at == bytes_.data() + bytes_.size());
    return bytes_;
}

}  // namespace ui
