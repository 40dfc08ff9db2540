#include "ui/core/label.hpp"

#include "base/format.hpp"
#include "ui/core/context.hpp"

namespace ui {

std::string_view Label::words() const { return as_it_is_ ? words_ : base::text(context().language, key_); }

std::uint32_t Label::seed() const
{
    if (!as_it_is_) return 0x9e3779b9u + static_cast<std::uint32_t>(key_.number()) * 0x85ebca6bu;
    std::uint32_t hash = 2166136261u;
    for (const char letter : words_) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619u;
    return hash;
}

std::string say(base::TextKey key, std::initializer_list<std::string_view> args)
{
    return base::say(context().language, key, args);
}

std::string say(base::TextKey key, const base::Args& args) { return base::say(context().language, key, args); }

std::string say(const base::Problem& problem) { return base::say(context().language, problem); }

std::string say_known(std::string_view name, const base::Args& args)
{
    return base::say_known(context().language, name, args);
}

}  // namespace ui
