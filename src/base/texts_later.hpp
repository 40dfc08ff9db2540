// The texts that the first frame does not say: all but those of assets/texts/first.txt. In the browser they come with the
// rest of the program (tools/split_module.mjs); asking for one before waits for that.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace base {

enum class Text : std::uint8_t { french, english, key };

// By its place among all keys; empty where it is one of the first.
std::string_view later_text(Text kind, std::size_t place);

// Texts that lie one after the other, each up to its NUL, by their place.
class JoinedTexts {
public:
    explicit JoinedTexts(std::string_view all) : all_(all)
    {
        for (std::size_t at = 0; at < all.size(); ++at)
            if (all[at] == '\0') ends_.push_back(static_cast<std::uint32_t>(at));
    }
    // A literal ends with a NUL of its own, which is no text's.
    template <std::size_t size>
    explicit JoinedTexts(const char (&all)[size]) : JoinedTexts(std::string_view(all, size - 1))
    {}
    std::string_view operator[](std::size_t place) const
    {
        const auto from = place == 0 ? 0 : ends_[place - 1] + 1;
        return all_.substr(from, ends_[place] - from);
    }

private:
    std::string_view           all_;
    std::vector<std::uint32_t> ends_;
};

}  // namespace base
