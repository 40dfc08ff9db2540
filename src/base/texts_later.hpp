// The texts that the first frame does not need: all except those of assets/texts/first.txt. In the browser they are
// loaded with the rest of the program (tools/split_module.mjs); asking for one earlier waits for that.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace base {

enum class Text : std::uint8_t { french, english, key };

// `place` is the key's place among all keys; empty for a text of the first frame.
std::string_view later_text(Text kind, std::size_t place);

// Access by number to texts stored one after the other, each ended by a NUL.
class JoinedTexts {
public:
    explicit JoinedTexts(std::string_view all) : all_(all)
    {
        for (std::size_t at = 0; at < all.size(); ++at)
            if (all[at] == '\0') ends_.push_back(static_cast<std::uint32_t>(at));
    }
    // The NUL that ends the literal does not belong to a text.
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
