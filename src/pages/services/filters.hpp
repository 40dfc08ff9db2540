// The filters of the lists of services, beside the search. Each is kept in the address under its name and shown above
// the list as a chip; a row must match all. Unknown names and values are ignored.
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
    std::span<const FilterChoice> choices;  // none: the TLDs of the tab's domains
    base::TextKey                 chip;     // a sentence around the choice's words; none: the choice's own
    bool (*holds)(const model::Service&, const Looking&, std::string_view value);
    query::Reads<model::Service, Looking> reads;
    std::optional<model::Tab>             only = {};

    // Accepts values other than those of `choices`, and returns their words.
    bool (*accepts)(std::string_view value)         = nullptr;
    std::string (*words_of)(std::string_view value) = nullptr;
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

// True if the value is none of the choices, such as a month.
bool is_other(const Filter&, std::string_view value);

// The same list without filters; search and order stay.
Route without_filters(Route);

// The filters and the search as one line, to tell when they change.
std::string question_of(const Route&, model::Tab);

// The name endings (TLDs) of the tab's domains, most frequent first.
struct Ending {
    std::string   name;  // "fr"
    std::uint32_t domains = 0;
};
std::vector<Ending> endings_of(const model::State&, model::Tab, model::Day today);

}  // namespace pages
