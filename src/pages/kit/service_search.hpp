// Services to choose from in a form, however many the customer has: found by the same search as in the lists.
#pragma once
#include "ui/fields/fields.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace pages {

struct Screen;

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

}  // namespace pages
