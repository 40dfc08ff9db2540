#include "ui/core/label.hpp"

#include "ui/core/context.hpp"
#include "ui/format.hpp"

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

// Rules know no language: the days in their sentences come as ISO dates.
std::string say(const base::Problem& problem)
{
    auto shown = problem;
    for (auto& arg : shown.args)
        if (const auto day = base::parse_date(arg)) arg = short_date(*day);
    return base::say(context().language, shown);
}

}  // namespace ui
