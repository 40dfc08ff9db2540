// Public suffixes, the names under which domains can be registered: "fr", "co.uk", "github.io". The list is Mozilla's,
// from Debian's package, in a compact form that a build step makes (tools/generate_public_suffixes.mjs).
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

enum class SuffixKind : std::uint8_t {
    registry,  // of a registry: "fr", "co.uk"
    any,       // also of a company that lets others have names below its own: "github.io", "uk.com"
};

class PublicSuffixes {
public:
    // Takes the content of the build's file public_suffixes.txt; nothing when it is damaged.
    static std::optional<PublicSuffixes> read(std::string compact);

    // The longest public suffix of a host name in ASCII and lower case: "co.uk" of "www.example.co.uk". The last label
    // when the list has no suffix for it.
    std::string_view public_suffix(std::string_view host, SuffixKind kind = SuffixKind::any) const;

    // The suffix and one more label: "example.co.uk". Nothing for a host that is itself a suffix.
    std::optional<std::string_view> registrable_domain(std::string_view host, SuffixKind kind = SuffixKind::any) const;

private:
    struct Node {
        std::uint32_t begin = 0;  // of its label in text_
        std::uint16_t size  = 0;
        std::uint16_t flags = 0;
        std::uint32_t first = 0;  // its children lie together, sorted
        std::uint32_t count = 0;
    };
    class Parser;

    std::string_view label(const Node& node) const { return std::string_view(text_).substr(node.begin, node.size); }
    const Node*      below(const Node& node, std::string_view label) const;

    std::string       text_;
    std::vector<Node> nodes_;  // the last one is the root
};

}  // namespace base
