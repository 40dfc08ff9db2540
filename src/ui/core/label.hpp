// The words on a widget: a key of assets/texts, shown in the frame's language, or literal words (a customer's domain
// name). An unknown key is a compile error.
#pragma once
#include "base/problems.hpp"
#include "base/texts.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace ui {

// Holds a view, no copy: use it for arguments only.
class Label {
public:
    constexpr Label() = default;
    consteval Label(const char* key) : key_(key) {}
    constexpr Label(base::TextKey key) : key_(key) {}
    constexpr Label(std::string_view words) : words_(words), as_it_is_(true) {}
    Label(const std::string& words) : words_(words), as_it_is_(true) {}

    bool             empty() const { return as_it_is_ ? words_.empty() : key_.empty(); }
    std::string_view words() const;
    std::string      str() const { return std::string(words()); }

    // The same in every language, so that a widget keeps its id when the language changes.
    std::uint32_t seed() const;

private:
    base::TextKey    key_;
    std::string_view words_;
    bool             as_it_is_ = false;
};

// A sentence in the frame's language with its gaps filled, by literal words or by values formatted for that language.
std::string say(base::TextKey key, std::initializer_list<std::string_view> args = {});
std::string say(base::TextKey key, const base::Args& args);
std::string say(const base::Problem& problem);

// The sentence whose key came with data; empty if this program does not have the key.
std::string say_known(std::string_view name, const base::Args& args = {});

}  // namespace ui
