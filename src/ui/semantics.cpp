#include "ui/semantics.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace ui {
namespace {

constexpr std::uint32_t magic = 0x31524d47;

static_assert(std::endian::native == std::endian::little, "the bytes are little-endian");

template <class Number>
void put(std::vector<std::uint8_t>& bytes, Number number)
{
    const auto at = bytes.size();
    bytes.resize(at + sizeof number);
    std::memcpy(bytes.data() + at, &number, sizeof number);
}

void put(std::vector<std::uint8_t>& bytes, const Rect& rect)
{
    put(bytes, rect.x);
    put(bytes, rect.y);
    put(bytes, rect.w);
    put(bytes, rect.h);
}

void put(std::vector<std::uint8_t>& bytes, std::string_view text)
{
    put(bytes, static_cast<std::uint32_t>(text.size()));
    bytes.insert(bytes.end(), text.begin(), text.end());
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
    bytes_.clear();
    put(bytes_, magic);
    put(bytes_, static_cast<std::uint32_t>(nodes_.size()));
    for (const auto& node : nodes_) {
        put(bytes_, node.id);
        put(bytes_, static_cast<std::uint32_t>(node.parent));
        put(bytes_, static_cast<std::uint8_t>(node.role));
        put(bytes_, node.level);
        put(bytes_, static_cast<std::uint8_t>(node.sort));
        put(bytes_, std::uint8_t{0});
        put(bytes_, node.state);
        put(bytes_, node.keys);
        put(bytes_, node.rect);
        put(bytes_, node.clip);
        put(bytes_, node.text_px);
        put(bytes_, node.text_x);
        put(bytes_, node.text_y);
        put(bytes_, node.row);
        put(bytes_, node.column);
        put(bytes_, node.row_count);
        put(bytes_, node.column_count);
        put(bytes_, node.name);
        put(bytes_, node.value);
        put(bytes_, node.description);
        put(bytes_, node.href);
        put(bytes_, node.hint);
        put(bytes_, node.controls);
        put(bytes_, node.active);
    }
    return bytes_;
}

}  // namespace ui
