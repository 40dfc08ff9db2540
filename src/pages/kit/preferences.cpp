#include "pages/kit/preferences.hpp"

#include "base/text.hpp"
#include "base/written.hpp"
#include "pages/kit/route.hpp"

#include <algorithm>

namespace pages {
namespace {

constexpr std::size_t longest_line = 4096;

std::string_view take_line(std::string_view& text)
{
    const auto end  = text.find('\n');
    const auto line = text.substr(0, end);
    text            = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return line;
}

bool is_name(std::string_view text)
{
    return !text.empty() && base::is_valid_utf8(text) && base::tidied(text) == text &&
           base::characters(text) <= longest_filter_name;
}

}  // namespace

std::vector<SavedFilter> read_filters(std::string_view words, std::string_view page)
{
    std::vector<SavedFilter> filters;
    while (!words.empty() && filters.size() < most_filters) {
        const auto line = take_line(words);
        const auto tab  = line.find('\t');
        if (tab == std::string_view::npos || line.size() > longest_line) continue;
        const auto name  = line.substr(0, tab);
        const auto route = parse_route(line.substr(tab + 1));
        if (!is_name(name) || route.page != page || !route.item.empty()) continue;
        if (std::ranges::find(filters, name, &SavedFilter::name) != filters.end()) continue;
        filters.push_back({std::string(name), to_hash(route)});
    }
    return filters;
}

std::string print_filters(const std::vector<SavedFilter>& filters)
{
    std::string words;
    for (const auto& filter : filters) words.append(filter.name).append("\t").append(filter.address).append("\n");
    return words;
}

}  // namespace pages
