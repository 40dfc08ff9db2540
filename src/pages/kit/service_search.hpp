// Services to choose from in a form, however many the customer has: found by the same search as in the lists.
#pragma once
#include "pages/kit/fresh.hpp"
#include "ui/fields/fields.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pages {

class ServiceSearch {
public:
    enum class Of : std::uint8_t { active, hostings };
    struct Found {
        std::vector<std::uint32_t> first;         // rows of the first few, by name
        std::int64_t               all      = 0;  // below 0: the search is still going on
        std::uint64_t              revision = 0;  // another one when the rows may be others
    };

    virtual ~ServiceSearch()                                      = default;
    virtual Found find(std::string_view words, Of, const Screen&) = 0;
};

// What a select offers for the words of its filter field. `option_of(row)` makes an option, and `made` keeps those of the frame
// before.
template <class OptionOf>
ui::OptionSearch::Found offered(std::string_view words, ServiceSearch::Of of, const Screen& screen,
                                Fresh<std::vector<ui::Option>>& made, OptionOf option_of)
{
    const auto  found = screen.services->find(words, of, screen);
    const auto& first = made.of(
        screen,
        [&] {
            std::vector<ui::Option> options;
            for (const auto row : found.first) options.push_back(option_of(row));
            return options;
        },
        std::to_string(found.revision));
    return {first, found.all};
}

}  // namespace pages
