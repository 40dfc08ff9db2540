#include "pages/services/filters.hpp"

#include "base/domain_name.hpp"
#include "base/pasted.hpp"
#include "base/sort.hpp"
#include "base/text.hpp"
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

// A domain is registered directly under a public suffix: "co.uk" of "exemple.co.uk".
std::string_view ending_of(std::string_view domain_name)
{
    const auto dot = domain_name.find('.');
    return dot == std::string_view::npos ? std::string_view() : domain_name.substr(dot + 1);
}

// ".FR" is spelled "fr"; "рф" stays, in the letters of its people.
std::string spelled_ending(std::string_view text)
{
    if (text.starts_with('.')) text.remove_prefix(1);
    const auto ending = base::to_lower(text);
    const bool ascii  = std::ranges::all_of(ending,
                                            [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
    const auto name   = "a." + ending;
    return ending.empty() || (ascii && !base::is_host_name(name)) ||
                   ending.find_first_of(" /:@?&=") != std::string::npos
               ? std::string()
               : ending;
}

std::string spelled_server(std::string_view text)
{
    if (text.ends_with('.')) text.remove_suffix(1);
    auto host = base::to_lower(text);
    return base::is_host_name(host) ? host : std::string();
}

// Without the addresses behind it.
std::string host_of(std::string_view entry) { return base::to_lower(entry.substr(0, entry.find(' '))); }

std::string_view whole(std::string_view text) { return text; }

std::vector<std::string> endings_of(const Service& service) { return {std::string(ending_of(service.name))}; }
std::vector<std::string> servers_of(const Service& service)
{
    std::vector<std::string> hosts;
    for (const auto& entry : service.nameservers) hosts.push_back(host_of(entry));
    return hosts;
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
std::string spelled_month(std::string_view value) { return month_in(value) ? std::string(value) : std::string(); }
std::string words_of_month(std::string_view value)
{
    return ui::say("services.expires_in", {ui::month(*month_in(value))});
}
std::string words_of_ending(std::string_view value) { return '.' + base::to_unicode(value); }
std::string words_of_server(std::string_view value) { return base::to_unicode(value); }

bool expires(const Service& service, const Looking& looking, std::string_view value)
{
    if (const auto month = month_in(value))
        return is_set(service.expires_on) && service.expires_on >= *month &&
               service.expires_on < base::months_after(*month, 1);
    const auto left = model::days_left(service, looking.today);
    if (!left) return false;
    int most = 0;
    if (std::from_chars(value.data(), value.data() + value.size(), most).ec != std::errc()) return *left < 0;
    return *left >= 0 && *left <= most;
}
bool is_owned(const Service& service, const Looking&, std::string_view value)
{
    return model::is_mine(service) == (value == "me");
}
bool ends_with(const Service& service, const Looking&, std::string_view value)
{
    if (service.kind != model::ServiceKind::domain) return false;
    const auto ending = ending_of(service.name);
    return ending == value || (ending.find("xn--") != std::string_view::npos && base::to_unicode(ending) == value);
}
bool uses_server(const Service& service, const Looking&, std::string_view value)
{
    return std::ranges::any_of(service.nameservers, [&](const auto& entry) { return host_of(entry) == value; });
}
bool is_to_do(const Service& service, const Looking& looking, std::string_view)
{
    return model::needs_act(service, looking.today);
}
// A word of the search that may be a name server: "ns1.host.example".
bool has_word_or_server(const Service& service, const Looking&, std::string_view word)
{
    const auto has = [&](std::string_view text) { return base::fold(text).find(word) != std::string::npos; };
    return has(service.name) || has(service.display_name) || has(service.label) ||
           std::ranges::any_of(service.nameservers, has);
}
bool may_be_server(std::string_view word) { return std::ranges::count(word, '.') >= 2; }
bool is_in_tab(const Service& service, const Looking& looking, std::string_view value)
{
    return name_of_tab(model::tab_of(service, looking.today)) == value;
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

constexpr FilterChoice to_do[] = {
    {"yes", "services.todo"},
};

constexpr Filter filters[] = {
    {filter_of_act,
     "services.filter_todo",
     to_do,
     {},
     is_to_do,
     query::Fields{"kind", "name", "status", "expires_on", "auto_renew", "ends_on", "condition"}},
    {filter_of_kind, "column.kind", kinds, {}, has_kind, {"kind"}},
    {"status", "column.status", statuses, "services.chip_status", has_status, status_fields, Tab::expired},
    {filter_of_expiry, "column.expires", expiries, {}, expires, {"expires_on"}, {}, spelled_month, words_of_month},
    {"auto", "column.auto_renew", renewals, {}, renews, {"auto_renew"}},
    {"linked", "services.filter_linked", links, {}, is_linked, {"kind", "linked_to"}},
    {"tld",
     "services.filter_ending",
     {},
     "services.chip_ending",
     ends_with,
     {"kind", "name"},
     {},
     spelled_ending,
     words_of_ending,
     endings_of,
     "name",
     ending_of},
    {"server",
     "services.filter_server",
     {},
     "services.chip_server",
     uses_server,
     {"nameservers"},
     {},
     spelled_server,
     words_of_server,
     servers_of,
     "nameservers",
     whole},
    {"owner", "column.owner", owners, {}, is_owned, {"owner"}},
};

bool stands_in(std::optional<Tab> only, Tab tab) { return !only || *only == tab; }

const FilterChoice* choice_of(const Filter& filter, std::string_view value)
{
    const auto found = std::ranges::find(filter.choices, value, &FilterChoice::value);
    return found == filter.choices.end() ? nullptr : &*found;
}

// As it is spelled in the address; empty if the filter knows no such value in the tab.
std::string known_value(const Filter& filter, std::string_view value, Tab tab)
{
    if (!stands_in(filter.only, tab)) return {};
    if (const auto* choice = choice_of(filter, value)) return std::string(stands_in(choice->only, tab) ? value : "");
    return other_value(filter, value);
}

}  // namespace

std::span<const Filter> service_filters() { return filters; }

std::string other_value(const Filter& filter, std::string_view value)
{
    return filter.spelled && !choice_of(filter, value) ? filter.spelled(value) : std::string();
}

std::vector<AskedFilter> asked_filters(const Route& route, Tab tab)
{
    std::vector<AskedFilter> asked;
    for (const auto& filter : filters)
        if (auto value = known_value(filter, route.at(filter.key), tab); !value.empty())
            asked.push_back({&filter, std::move(value)});
    return asked;
}

bool understands(Tab tab, std::string_view name, std::string_view value)
{
    if (name == "q") return true;
    if (name == "sort") return is_order(value);
    const auto filter = std::ranges::find(filters, name, &Filter::key);
    return filter != std::end(filters) && !known_value(*filter, value, tab).empty();
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

query::Query<Service, Looking> search_for(std::string_view search)
{
    query::Query<Service, Looking> query;
    for (auto& word : base::search_words(search))
        if (may_be_server(word))
            query.filters.push_back({"word", std::move(word), has_word_or_server, query::Reach::row,
                                     query::Fields{"name", "display_name", "label", "nameservers"}});
        else query.search.append(query.search.empty() ? "" : " ").append(word);
    return query;
}

query::Query<Service, Looking> query_of(const Route& route, Tab tab)
{
    auto query = search_for(route.at("q"));
    query.tab  = {"tab", std::string(name_of_tab(tab)), is_in_tab, query::Reach::row, tab_fields};
    for (const auto& filter : asked_filters(route, tab)) query.filters.push_back(condition_of(filter));
    query.sort = sort_of(read_order(route.at("sort")));
    if (query.sort.empty()) query.sort = sort_of(first_order());
    return query;
}

std::vector<FilterValue> values_in(const Filter& filter, const model::State& state,
                                   const std::vector<std::uint32_t>& rows)
{
    static const auto kind_column = model::column_of<Service>("kind");
    const auto        column      = model::column_of<Service>(filter.column);
    const auto&       services    = state.services;

    // 1. Of a million rows there are a few hundred different texts: only of these are the values made.
    struct Alike {
        std::uint32_t row = 0, count = 0;
    };
    std::unordered_map<std::string_view, Alike> by_text;
    for (const auto row : rows) {
        if (static_cast<model::ServiceKind>(services.number_at(kind_column, row)) != model::ServiceKind::domain)
            continue;
        auto& alike = by_text[filter.part(services.text_at(column, row))];
        alike.row   = row;
        ++alike.count;
    }
    std::unordered_map<std::string, std::uint32_t> counts;
    for (const auto& [text, alike] : by_text)
        for (auto& value : filter.values(services.row(alike.row))) counts[std::move(value)] += alike.count;

    // 2. The most frequent ones.
    std::vector<FilterValue> values;
    for (const auto& [value, count] : counts)
        if (!filter.spelled(value).empty()) values.push_back({value, count});
    base::sort(values, [](const FilterValue& a, const FilterValue& b) {
        return a.rows != b.rows ? a.rows > b.rows : a.value < b.value;
    });
    return values;
}

}  // namespace pages
