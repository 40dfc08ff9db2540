#include "base/public_suffix.hpp"

#include <algorithm>
#include <utility>

namespace base {
namespace {

enum Flag : std::uint16_t { suffix = 1, wildcard = 2, exception = 4 };

// A node's flags: those of registries, and for SuffixKind::any also those of companies.
std::uint16_t flags_for(std::uint16_t flags, SuffixKind kind)
{
    return static_cast<std::uint16_t>((flags & 7) | (kind == SuffixKind::any ? flags >> 3 : 0));
}

}  // namespace

// Reads a list of nodes: name[/flags][(children)], …
class PublicSuffixes::Parser {
public:
    Parser(const std::string& text, std::vector<Node>& nodes) : text_(text), nodes_(nodes) {}

    bool read()
    {
        Node root;
        if (!read_children(root, 0) || at_ != text_.size()) return false;
        nodes_.push_back(root);
        return true;
    }

private:
    static constexpr int max_depth = 16;

    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char letter)
    {
        if (next() != letter) return false;
        ++at_;
        return true;
    }

    bool read_children(Node& parent, int depth)
    {
        std::vector<Node> children;
        if (depth == max_depth) return false;
        do {
            Node child;
            child.begin = static_cast<std::uint32_t>(at_);
            while ((next() >= 'a' && next() <= 'z') || (next() >= '0' && next() <= '9') || next() == '-') ++at_;
            child.size  = static_cast<std::uint16_t>(at_ - child.begin);
            child.flags = suffix;
            if (child.size == 0 || at_ - child.begin > 63) return false;
            if (take('/')) {
                child.flags = 0;
                if (next() < '0' || next() > '9') return false;
                while (next() >= '0' && next() <= '9' && child.flags < 64)
                    child.flags = static_cast<std::uint16_t>(child.flags * 10 + (text_[at_++] - '0'));
            }
            if (take('(') && (!read_children(child, depth + 1) || !take(')'))) return false;
            const auto name = std::string_view(text_).substr(child.begin, child.size);
            if (!children.empty() &&
                std::string_view(text_).substr(children.back().begin, children.back().size) >= name)
                return false;
            children.push_back(child);
        } while (take(','));
        parent.first = static_cast<std::uint32_t>(nodes_.size());
        parent.count = static_cast<std::uint32_t>(children.size());
        nodes_.insert(nodes_.end(), children.begin(), children.end());
        return true;
    }

    const std::string& text_;
    std::vector<Node>& nodes_;
    std::size_t        at_ = 0;
};

std::optional<PublicSuffixes> PublicSuffixes::read(std::string compact)
{
    PublicSuffixes suffixes;
    suffixes.text_ = std::move(compact);
    if (!Parser(suffixes.text_, suffixes.nodes_).read()) return std::nullopt;
    return suffixes;
}

const PublicSuffixes::Node* PublicSuffixes::below(const Node& node, std::string_view wanted) const
{
    const auto* first = nodes_.data() + node.first;
    const auto* last  = first + node.count;
    const auto* found = std::lower_bound(first, last, wanted,
                                         [&](const Node& one, std::string_view name) { return label(one) < name; });
    return found != last && label(*found) == wanted ? found : nullptr;
}

std::string_view PublicSuffixes::public_suffix(std::string_view host, SuffixKind kind) const
{
    // Where the label before `end` begins.
    const auto begin_of = [&](std::size_t end) {
        const auto dot = end == 0 ? std::string_view::npos : host.rfind('.', end - 1);
        return dot == std::string_view::npos ? 0 : dot + 1;
    };
    auto        end     = host.size();
    auto        begin   = begin_of(end);
    auto        longest = begin;
    const Node* node    = &nodes_.back();
    for (;;) {
        node = below(*node, host.substr(begin, end - begin));
        if (!node) break;
        const auto flags = flags_for(node->flags, kind);
        // An exception: the suffix is one label shorter than by the wildcard.
        if (flags & exception) return host.substr(std::min(end + 1, host.size()));
        if (flags & suffix) longest = begin;
        if (begin == 0) break;
        end   = begin - 1;
        begin = begin_of(end);
        if (flags & wildcard) longest = begin;
    }
    return host.substr(longest);
}

std::optional<std::string_view> PublicSuffixes::registrable_domain(std::string_view host, SuffixKind kind) const
{
    const auto suffix = public_suffix(host, kind);
    if (suffix.size() >= host.size()) return std::nullopt;
    const auto before = host.substr(0, host.size() - suffix.size() - 1);  // without the dot
    const auto dot    = before.rfind('.');
    return host.substr(dot == std::string_view::npos ? 0 : dot + 1);
}

}  // namespace base
