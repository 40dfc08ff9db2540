#include "pages/services/filters.hpp"

#include "base/sort.hpp"
#include "model/columns.hpp"
#include "pages/kit/list_address.hpp"
#include "pages/kit/words.hpp"
#include "pages/services/columns.hpp"
#include "ui/core/label.hpp"
#include "ui/format.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace pages {
namespace {

using model::Service;
using model::Tab;

constexpr std::size_t most_endings   = 200;
constexpr std::size_t longest_ending = 63;

std::string_view ending_of(std::string_view domain_name)
{
    const auto dot = domain_name.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : domain_name.substr(dot + 1);
}

bool is_ending(std::string_view text)
{
    const auto plain = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    };
    return !text.empty() && text.size() <= longest_ending && std::ranges::all_of(text, plain);
}

bool has_kind(const Service& service, const Looking&, std::string_view value)
{
    return base::name_of(service.kind) == value;
}
bool has_status(const Service& service, const Looking& looking, std::string_view value)
{
    return base::name_of(model::status_on(service, looking.today)) == value;
}
bool renews(const Service& service, const Looking&, std::string_view value)
{
    return service.auto_renew == (value == "on");
}
bool is_linked(const Service& service, const Looking&, std::string_view value)
{
    return service.kind == model::ServiceKind::domain && service.linked_to.empty() == (value == "no");
}
// "2026-12"
std::optional<base::Date> month_in(std::string_view value)
{
    return value.size() == 7 ? base::parse_date(std::string(value) + "-01") : std::nullopt;
}
bool        is_month(std::string_view value) { return month_in(value).has_value(); }
std::string words_of_month(std::string_view value)
{
    return ui::say("services.expires_in", {ui::month(*month_in(value))});
}
std::string words_of_ending(std::string_view value) { return '.' + std::string(value); }

bool expires(const Service& service, const Looking& looking, std::string_view value)
{
    if (const auto month = month_in(value))
        return service.expires_on >= *month && service.expires_on < base::months_after(*month, 1);
    const auto left = model::days_left(service, looking.today);
    int        most = 0;
    if (std::from_chars(value.data(), value.data() + value.size(), most).ec != std::errc()) return left < 0;
    return left >= 0 && left <= most;
}
bool is_owned(const Service& service, const Looking&, std::string_view value)
{
    return model::is_mine(service) == (value == "me");
}
bool ends_with(const Service& service, const Looking&, std::string_view value)
{
    return service.kind == model::ServiceKind::domain && ending_of(service.name) == value;
}

constexpr FilterChoice kinds[] = {
    {"hosting", "services.only_hostings"},
    {"domain", "services.only_domains"},
};
constexpr FilterChoice statuses[] = {
    {"expired", "status.expired"},
    {"suspended", "status.suspended"},
    {"inactive", "status.inactive"},
    {"refunded", "status.refunded"},
};
constexpr FilterChoice renewals[] = {
    {"on", "common.on", "services.chip_auto_on"},
    {"off", "common.off", "services.chip_auto_off"},
};
constexpr FilterChoice links[] = {
    {"yes", "services.linked_yes"},
    {"no", "services.linked_no"},
};
constexpr FilterChoice expiries[] = {
    {"7", "services.expires_7", "services.expires_7_chip", Tab::active},
    {"30", "services.expires_30", "services.expires_30_chip", Tab::active},
    {"90", "services.expires_90", "services.expires_90_chip", Tab::active},
    {"late", "services.expires_late", "services.expires_late_chip", Tab::expired},
};
constexpr FilterChoice owners[] = {
    {"me", "owner.me", "services.chip_mine"},
    {"contact", "services.via_contact"},
};

constexpr Filter filters[] = {
    {filter_of_kind, "column.kind", kinds, {}, has_kind, {"kind"}},
    {"status", "column.status", statuses, "services.chip_status", has_status, status_fields, Tab::expired},
    {filter_of_expiry, "column.expires", expiries, {}, expires, {"expires_on"}, {}, is_month, words_of_month},
    {"auto", "column.auto_renew", renewals, {}, renews, {"auto_renew"}},
    {"linked", "services.filter_linked", links, {}, is_linked, {"kind", "linked_to"}},
    {"tld",
     "services.filter_ending",
     {},
     "services.chip_ending",
     ends_with,
     {"kind", "name"},
     {},
     is_ending,
     words_of_ending},
    {"owner", "column.owner", owners, {}, is_owned, {"owner"}},
};

bool stands_in(std::optional<Tab> only, Tab tab) { return !only || *only == tab; }

const FilterChoice* choice_of(const Filter& filter, std::string_view value)
{
    const auto found = std::ranges::find(filter.choices, value, &FilterChoice::value);
    return found == filter.choices.end() ? nullptr : &*found;
}

bool is_known(const Filter& filter, std::string_view value, Tab tab)
{
    if (!stands_in(filter.only, tab)) return false;
    const auto* choice = choice_of(filter, value);
    return choice ? stands_in(choice->only, tab) : is_other(filter, value);
}

}  // namespace

std::span<const Filter> service_filters() { return filters; }

bool is_other(const Filter& filter, std::string_view value)
{
    return filter.accepts && !choice_of(filter, value) && filter.accepts(value);
}

std::vector<AskedFilter> asked_filters(const Route& route, Tab tab)
{
    std::vector<AskedFilter> asked;
    for (const auto& filter : filters)
        if (const auto value = route.at(filter.key); is_known(filter, value, tab))
            asked.push_back({&filter, std::string(value)});
    return asked;
}

query::Condition<Service, Looking> condition_of(const AskedFilter& asked)
{
    const auto& filter = *asked.filter;
    return {std::string(filter.key), asked.value, filter.holds, query::Reach::row, filter.reads};
}

std::string chip_of(const AskedFilter& asked)
{
    const auto& filter = *asked.filter;
    const auto* choice = choice_of(filter, asked.value);
    const auto  words  = !choice                ? filter.words_of(asked.value)
                         : choice->chip.empty() ? ui::say(choice->words)
                                                : ui::say(choice->chip);
    return filter.chip.empty() ? words : ui::say(filter.chip, {words});
}

Route without_filters(Route route)
{
    for (const auto& filter : filters) route = route.with(filter.key, "");
    return route;
}

std::string question_of(const Route& route, Tab tab)
{
    std::string question;
    for (const auto& asked : asked_filters(route, tab))
        question.append(asked.filter->key).append("=").append(asked.value).append("&");
    return question.append("?").append(route.at("q"));
}

std::vector<Ending> endings_of(const model::State& state, Tab tab, model::Day today)
{
    static const auto kind_column    = model::column_of<Service>("kind");
    static const auto name_column    = model::column_of<Service>("name");
    static const auto status_column  = model::column_of<Service>("status");
    static const auto expires_column = model::column_of<Service>("expires_on");

    // Of a million names there are a few hundred endings: only those are copied.
    std::unordered_map<std::string_view, std::uint32_t> counts;
    for_each_page(state.services, [&](const table::Page& page, std::uint32_t) {
        const auto  kind_of = page.columns[kind_column].small();
        const auto  stored  = page.columns[status_column].small();
        const auto  until   = page.columns[expires_column].ints();
        const auto& names   = page.columns[name_column];
        for (std::uint32_t row = 0; row < page.rows; ++row)
            if (static_cast<model::ServiceKind>(kind_of[row]) == model::ServiceKind::domain &&
                tab_of(static_cast<model::Status>(stored[row]), base::Date{until[row]}, today) == tab)
                ++counts[ending_of(names.text(row))];
    });

    std::vector<Ending> endings;
    for (const auto& [ending, count] : counts)
        if (is_ending(ending)) endings.push_back({std::string(ending), count});
    base::sort(endings, [](const Ending& a, const Ending& b) {
        return a.domains != b.domains ? a.domains > b.domains : a.name < b.name;
    });
    if (endings.size() > most_endings) endings.resize(most_endings);
    return endings;
}

}  // namespace pages
