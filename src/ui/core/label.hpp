// The words on a widget: a key of assets/texts, shown in the frame's language, or words as they are
// (a customer's domain name). A key that does not exist is not built.
#pragma once
#include "base/problems.hpp"
#include "base/texts.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace ui {

// Holds no copy: meant for arguments, which live until the call returns.
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

    // Lasts through a change of language, so that a widget keeps its id.
    std::uint32_t seed() const;

private:
    base::TextKey    key_;
    std::string_view words_;
    bool             as_it_is_ = false;
};

// A sentence in the frame's language, its gaps filled: by words as they are, or by values as that language writes them.
std::string say(base::TextKey key, std::initializer_list<std::string_view> args = {});
std::string say(base::TextKey key, const base::Args& args);
std::string say(const base::Problem& problem);

// A sentence whose name came with data; empty where this program does not know it.
std::string say_known(std::string_view name, const base::Args& args = {});

}  // namespace ui
