// The global search: places by their names, services as in the lists.
#include "base/text.hpp"
#include "pages/shell.hpp"
#include "pages/words.hpp"
#include "ui/icons.hpp"

#include <algorithm>

namespace pages {
namespace {

namespace icons = ui::icons;

constexpr std::uint32_t most_services = 8;

struct Place {
    ui::Icon         icon;
    base::TextKey    words;
    std::string_view href;
};

constexpr Place tabs_of_services[] = {
    {icons::server, "services.tab_active", "#/services/active"},
    {icons::history, "services.tab_expired", "#/services/expired"},
    {icons::globe, "services.tab_domains", "#/services/domains"},
    {icons::clock, "services.tab_pending", "#/services/pending"},
    {icons::arrow_right_left, "services.tab_trade", "#/services/trade"},
};

bool has_all(std::string_view text, const std::vector<std::string>& words)
{
    const auto folded = base::fold(text);
    return std::all_of(words.begin(), words.end(),
                       [&](const auto& word) { return folded.find(word) != std::string::npos; });
}

void add_place(std::vector<ui::Suggestion>& found, const Place& place, const std::vector<std::string>& words,
               std::string hint)
{
    auto name = ui::say(place.words);
    if (!has_all(name, words)) return;
    found.push_back({.icon = place.icon,
                     .words = std::move(name),
                     .hint = std::move(hint),
                     .href = std::string(place.href),
                     .group = ui::say("search.pages")});
}

}  // namespace

std::vector<ui::Suggestion> suggestions_for(std::string_view text, ServicesView& view, const Screen& screen)
{
    const auto                  words = base::words(text);
    std::vector<ui::Suggestion> found;
    for (const auto& entry : menu_entries()) add_place(found, {entry.icon, entry.words, entry.href}, words, {});
    if (words.empty()) return found;
    for (const auto& place : tabs_of_services) add_place(found, place, words, ui::say("services.title"));

    const Looking looking{screen.store.state(), screen.today, ui::context().language};
    update(view, looking, {.search = std::string(text)}, screen);
    for (std::uint32_t place = 0; place < std::min(view.size(), most_services); ++place) {
        const auto service = looking.state.services.row(view[place]);
        auto hint = ui::say(word(service.kind)) + " · " + ui::say(word(model::status_on(service, screen.today)));
        if (!service.label.empty()) hint += " · " + service.label;
        found.push_back({.icon  = icon_of(service.kind),
                         .words = model::shown_name(service),
                         .hint  = std::move(hint),
                         .href  = address_of(service, screen.today),
                         .group = ui::say("search.services")});
    }
    if (view.size() > most_services)
        found.push_back({.icon  = icons::search,
                         .words = ui::say("search.all_services"),
                         .hint  = {},
                         .href  = to_hash(Route{"services", "active", "", {{"q", std::string(text)}}}),
                         .group = ui::say("search.services")});
    return found;
}

}  // namespace pages
