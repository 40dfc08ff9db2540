// The filters of the lists of services, beside the search. Each is kept in the address under its name and shown above
// the list as a chip; a row must match all. Unknown names and values do not filter: understands() tells them.
#pragma once
#include "model/services/life.hpp"
#include "pages/kit/screen.hpp"
#include "pages/services/list.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pages {

struct FilterChoice {
    std::string_view          value;      // in the address
    base::TextKey             words;      // label below the filter's name
    base::TextKey             chip = {};  // label on its own; none: the same words
    std::optional<model::Tab> only = {};  // the tab it is offered in
};

struct Filter {
    std::string_view              key;  // in the address
    base::TextKey                 name;
    std::span<const FilterChoice> choices;  // none: the values that the rows have
    base::TextKey                 chip;     // a sentence around the choice's words; none: the choice's own
    bool (*holds)(const model::Service&, const Looking&, std::string_view value);
    query::Reads<model::Service, Looking> reads;
    std::optional<model::Tab>             only = {};

    // For values other than those of `choices`: the one spelling of a value, empty if it is none; and its words.
    std::string (*spelled)(std::string_view value)  = nullptr;
    std::string (*words_of)(std::string_view value) = nullptr;

    // Where the values of the domains are offered: those of one; the column, and the part of its text, that they depend on.
    std::vector<std::string> (*values)(const model::Service&) = nullptr;
    std::string_view column                                   = {};
    std::string_view (*part)(std::string_view text)           = nullptr;
};

std::span<const Filter> service_filters();

// An active filter.
struct AskedFilter {
    const Filter* filter;
    std::string   value;
};
std::vector<AskedFilter> asked_filters(const Route&, model::Tab);

query::Condition<model::Service, Looking> condition_of(const AskedFilter&);
std::string                               chip_of(const AskedFilter&);

// The value, spelled as in the address, if it is none of the choices, such as a month; else empty.
std::string other_value(const Filter&, std::string_view value);

// True if the list does what this part of its address asks for: a filter, the search or an order.
bool understands(model::Tab, std::string_view name, std::string_view value);

// The same list without filters; search and order stay.
Route without_filters(Route);

// The filters and the search as one line, to tell when they change.
std::string question_of(const Route&, model::Tab);

// The services that all words of a search find, also by a name server.
query::Query<model::Service, Looking> search_for(std::string_view search);

// What the list shows: the rows of the tab that the filters and the search of the address leave, in its order.
query::Query<model::Service, Looking> query_of(const Route&, model::Tab);

// The values of a filter in these rows, most frequent first.
struct FilterValue {
    std::string   value;  // "fr"
    std::uint32_t rows = 0;
};
std::vector<FilterValue> values_in(const Filter&, const model::State&, const std::vector<std::uint32_t>& rows);

}  // namespace pages
