// What narrows the lists of services beside the search: each filter stands in the address under its name, and above the
// list as a chip. They all must hold. Words that mean nothing here are passed over.
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
    base::TextKey             words;      // under the filter's name
    base::TextKey             chip = {};  // on its own; none: the same words
    std::optional<model::Tab> only = {};  // the tab it is offered in
};

struct Filter {
    std::string_view              key;  // in the address
    base::TextKey                 name;
    std::span<const FilterChoice> choices;  // none: the endings of the tab's domains
    base::TextKey                 chip;     // a sentence round the words of the choice; none: the choice's own
    bool (*holds)(const model::Service&, const Looking&, std::string_view value);
    query::Reads<model::Service, Looking> reads;
    std::optional<model::Tab>             only = {};

    // Other values than those of the choices: which there are, and their words.
    bool (*accepts)(std::string_view value)         = nullptr;
    std::string (*words_of)(std::string_view value) = nullptr;
};

std::span<const Filter> service_filters();

// A filter in force.
struct AskedFilter {
    const Filter* filter;
    std::string   value;
};
std::vector<AskedFilter> asked_filters(const Route&, model::Tab);

query::Condition<model::Service, Looking> condition_of(const AskedFilter&);
std::string                               chip_of(const AskedFilter&);

// One that none of the choices stands for, such as a month.
bool is_other(const Filter&, std::string_view value);

// The same list without any filter; search and order stay.
Route without_filters(Route);

// What the filters and the search ask for, as one line: another one is another question.
std::string question_of(const Route&, model::Tab);

// The endings of the tab's domains, the most frequent ones first.
struct Ending {
    std::string   name;  // "fr"
    std::uint32_t domains = 0;
};
std::vector<Ending> endings_of(const model::State&, model::Tab, model::Day today);

}  // namespace pages
