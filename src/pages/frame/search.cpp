#include "pages/frame/search.hpp"

#include "base/pasted.hpp"
#include "base/text.hpp"
#include "pages/frame/page_table.hpp"
#include "pages/frame/recent.hpp"
#include "pages/kit/words.hpp"
#include "pages/services/columns.hpp"
#include "pages/services/filters.hpp"
#include "store/store.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <optional>

namespace pages {
namespace {

namespace icons     = ui::icons;
using Words         = std::vector<std::string>;
using Condition     = query::Condition<model::Service, Looking>;
using ServicesQuery = query::Query<model::Service, Looking>;

constexpr std::uint32_t most_services = 8;   // shown by name
constexpr std::size_t   most_targets  = 6;   // services offered for the matching actions
constexpr std::uint32_t most_looked   = 64;  // services checked at most for whether an action fits

// Words shorter than this do not match actions: "le" and "de" occur in many names.
constexpr std::size_t shortest_name = 3;

// --- pages, tabs and commands -----------------------------------------------------

struct Place {
    ui::Icon      icon;
    base::TextKey words, about;
    std::string   href;
    bool          listed = false;  // listed while nothing is typed
};

// The pages and tabs that the customer can go to.
std::vector<Place> places(const ShellState& app)
{
    std::vector<Place> list;
    for (const auto& page : page_table())
        if (page.way == Way::menu) list.push_back({page.icon, page.words, {}, address_of(page), true});
    for (const auto& page : page_table()) {
        for (const auto& tab : page.tabs) list.push_back({tab.icon, tab.words, page.words, address_of(page, &tab)});
        if (page.way == Way::demo && app.demo) list.push_back({page.icon, page.words, "shell.demo", address_of(page)});
    }
    return list;
}

struct Command {
    std::string_view key;  // among the recent choices
    ui::Icon         icon;
    base::TextKey    words, about;
    Request (*ask)() = nullptr;
    bool resets      = false;
};

Request light_theme() { return ChooseTheme{ThemeChoice::light}; }
Request dark_theme() { return ChooseTheme{ThemeChoice::dark}; }
Request system_theme() { return ChooseTheme{ThemeChoice::system}; }
Request french() { return ChooseLanguage{base::Language::fr}; }
Request english() { return ChooseLanguage{base::Language::en}; }

// The commands that would change something: not the current theme and language.
std::vector<Command> commands(const ShellState& app)
{
    std::vector<Command> list;
    const auto           theme = [&](ThemeChoice choice, Command command) {
        if (app.theme_choice != choice) list.push_back(command);
    };
    theme(ThemeChoice::light, {"light", icons::sun, "command.light", "theme.name", light_theme});
    theme(ThemeChoice::dark, {"dark", icons::moon, "command.dark", "theme.name", dark_theme});
    theme(ThemeChoice::system, {"system", icons::monitor, "command.system", "theme.name", system_theme});
    if (ui::context().language != base::Language::fr)
        list.push_back({"french", icons::languages, "command.french", "language.name", french});
    if (ui::context().language != base::Language::en)
        list.push_back({"english", icons::languages, "command.english", "language.name", english});
    list.push_back(
        {"import", icons::upload, "account.import", "shell.account", [] { return Request(PickAccountFile{}); }});
    list.push_back(
        {"export", icons::download, "account.export", "shell.account", [] { return Request(ExportAccount{}); }});
    if (app.demo) list.push_back({"reset", icons::rotate_ccw, "account.reset", "shell.account", nullptr, true});
    if (ui::context().breakpoint() == ui::Breakpoint::desktop) {
        const bool folded = app.menu_folded;
        list.push_back({"fold", folded ? icons::panel_left_open : icons::panel_left_close,
                        folded ? base::TextKey("ui.expand_menu") : base::TextKey("ui.collapse_menu"), "ui.main_menu",
                        [] { return Request(FoldMenu{}); }});
    }
    return list;
}

// --- words ------------------------------------------------------------------------

std::string in_both(base::TextKey key)
{
    return std::string(base::text(base::Language::fr, key)) + ' ' + std::string(base::text(base::Language::en, key));
}

bool has_all(std::string_view text, const Words& words)
{
    const auto folded = base::fold(text);
    return std::all_of(words.begin(), words.end(),
                       [&](const auto& word) { return folded.find(word) != std::string::npos; });
}

// A renewal has three names for one action; all are searched, since which one fits depends on the service.
std::string names_of(const ServiceAction& action)
{
    const auto  name = action.one_with.empty() ? action.name : action.one_with;
    std::string names;
    for (const auto& one : service_actions())
        if (is_same(one, name)) names += (names.empty() ? "" : " ") + in_both(one.words);
    return names;
}

// The actions that match the most words, by their beginnings, and the remaining words, which are for services.
struct Meant {
    std::vector<const ServiceAction*> actions;
    Words                             rest;
};
Meant meant_by(const Words& words)
{
    Meant meant{{}, words};
    for (const auto& one : service_actions()) {
        if (!one.one_with.empty()) continue;
        const auto names = base::words(names_of(one));
        Words      rest;
        for (const auto& word : words) {
            const bool named = word.size() >= shortest_name &&
                               std::ranges::any_of(names, [&](const auto& name) { return name.starts_with(word); });
            if (!named) rest.push_back(word);
        }
        if (rest.size() == words.size() || rest.size() > meant.rest.size()) continue;
        if (rest.size() < meant.rest.size()) meant = {{}, rest};
        if (rest == meant.rest) meant.actions.push_back(&one);
    }
    return meant;
}

// --- the results --------------------------------------------------------------------

class Search {
public:
    Search(std::string_view text, SearchViews& views, const Screen& screen, const ShellState& app)
        : text_(text),
          words_(base::search_words(text)),
          views_(views),
          screen_(screen),
          app_(app),
          looking_{screen.store.state(), screen.today, ui::context().language}
    {}

    Found run()
    {
        add_recent();
        for (const auto& place : places(app_))
            if (place.listed || !words_.empty()) add_place(place);
        for (const auto& command : commands(app_)) add_command(command);
        if (words_.empty()) return std::move(found_);
        if (screen_.store.ready()) add_actions();
        add_services();
        return std::move(found_);
    }

private:
    // Adds a result unless its key is there already, among the recent ones.
    void add(ui::Suggestion shown, Choice choice)
    {
        if (!choice.key.empty() && std::ranges::find(found_.choices, choice.key, &Choice::key) != found_.choices.end())
            return;
        if (!group_.empty()) shown.group = group_;
        found_.shown.push_back(std::move(shown));
        found_.choices.push_back(std::move(choice));
    }

    void add_place(const Place& place)
    {
        if (!has_all(in_both(place.words), words_)) return;
        add({.icon  = place.icon,
             .words = ui::say(place.words),
             .hint  = ui::say(place.about),
             .href  = place.href,
             .group = ui::say("search.pages")},
            {.key = place.href});
    }

    void add_command(const Command& command)
    {
        if (!has_all(in_both(command.words) + ' ' + in_both(command.about), words_)) return;
        add({.icon  = command.icon,
             .words = ui::say(command.words),
             .hint  = ui::say(command.about),
             .group = ui::say("search.actions")},
            {.key = "do " + std::string(command.key), .ask = command.ask, .resets = command.resets});
    }

    void add_service(const model::Service& service)
    {
        auto hint = ui::say(word(service.kind)) + " · " + ui::say(word(model::status_on(service, screen_.today)));
        if (!service.label.empty()) hint += " · " + service.label;
        add({.icon  = icon_of(service.kind),
             .words = model::shown_name(service),
             .hint  = std::move(hint),
             .href  = address_of(service, screen_.today),
             .group = ui::say("search.services")},
            {.key = "service " + service.id.value});
    }

    // False if it makes no sense for the service: only one of two opposite actions does, and a hosting account has no
    // lock.
    bool add_action(const ServiceAction& action, const model::Service& service)
    {
        const auto& one = fitting(action, service, screen_.today);
        if (!concerns(one, service.kind) || !fits(one, service, screen_.today)) return false;
        const auto reason = why_not(one, looking_.state, service, screen_.today);
        add({.icon    = one.icon,
             .words   = ui::say(one.on_it, {ui::say(one.words), model::shown_name(service)}),
             .group   = ui::say("search.actions"),
             .why_not = reason ? ui::say(*reason) : std::string()},
            {.key     = "act " + std::string(base::key_name(one.words)) + ' ' + service.id.value,
             .act     = one.name,
             .service = service.id});
        return true;
    }

    // --- the recent choices by their keys; what a key names may no longer exist

    void add_recent()
    {
        group_ = ui::say("search.recent");
        for (const std::string_view key : read_recent(app_.recent)) {
            if (key.starts_with('#')) recall_place(key);
            else if (key.starts_with("do ")) recall_command(key.substr(3));
            else if (key.starts_with("service ")) recall_service(key.substr(8));
            else if (key.starts_with("act ")) recall_action(key.substr(4));
        }
        group_.clear();
    }

    void recall_place(std::string_view href)
    {
        for (const auto& place : places(app_))
            if (place.href == href) add_place(place);
    }

    void recall_command(std::string_view key)
    {
        for (const auto& command : commands(app_))
            if (command.key == key) add_command(command);
    }

    void recall_service(std::string_view id)
    {
        const auto service = known(id);
        if (service && has_all(service->name + ' ' + service->display_name + ' ' + service->label, words_))
            add_service(*service);
    }

    void recall_action(std::string_view key)
    {
        const auto blank   = std::min(key.find(' '), key.size());
        const auto service = known(key.substr(std::min(blank + 1, key.size())));
        if (!service) return;
        for (const auto& one : service_actions())
            if (base::key_name(one.words) == key.substr(0, blank) &&
                has_all(names_of(one) + ' ' + service->name + ' ' + service->display_name, words_))
                add_action(one, *service);
    }

    std::optional<model::Service> known(std::string_view id) const
    {
        if (!screen_.store.ready()) return {};
        return looking_.state.services.get({std::string(id)});
    }

    // --- services, and actions on them

    void add_services()
    {
        auto& view = views_.named;
        ask(view, search_for(text_));
        for (std::uint32_t place = 0; place < std::min(view.size(), most_services); ++place)
            add_service(looking_.state.services.row(view[place]));
        if (view.size() > most_services)
            add({.icon  = icons::search,
                 .words = ui::say("search.all_services"),
                 .href  = to_hash(Route{"services", "active", "", {{"q", text_}}}),
                 .group = ui::say("search.services")},
                {});
    }

    // "renouveler exemple" offers the action on the services that "exemple" finds. Without further words it offers to
    // fill in the action's name, and the action on the services that expire next.
    void add_actions()
    {
        auto meant = meant_by(words_);
        if (meant.actions.empty()) return;
        const bool any    = meant.rest.empty();
        const auto filled = std::ranges::find(meant.actions, text_, fill_of);
        if (filled != meant.actions.end()) meant.actions = {*filled};
        else if (any)
            for (const auto* action : meant.actions)
                add({.icon  = action->icon,
                     .words = ui::say(action->words),
                     .hint  = ui::say("search.choose_service"),
                     .group = ui::say("search.actions"),
                     .fills = fill_of(action)},
                    {});

        auto& view = views_.aimed;
        ask(view, any ? expiring_next() : ServicesQuery{.search = base::joined(meant.rest, " ")});
        const auto share = std::max<std::size_t>(1, most_targets / meant.actions.size());
        for (const auto* action : meant.actions) {
            std::size_t shown = 0;
            for (std::uint32_t place = 0; place < std::min(view.size(), most_looked) && shown < share; ++place)
                if (add_action(*action, looking_.state.services.row(view[place]))) ++shown;
        }
    }

    static std::string fill_of(const ServiceAction* action) { return ui::say(action->words) + ' '; }

    void ask(ServicesView& view, const ServicesQuery& query)
    {
        update(view, looking_, query, screen_);
        found_.whole = found_.whole && view.finished();
    }

    static ServicesQuery expiring_next()
    {
        return {.tab  = Condition{"palette", "active",
                                  [](const model::Service& service, const Looking& looking, std::string_view) {
                                     return model::is_active(service, looking.today);
                                  },
                                  query::Reach::row, status_fields},
                .sort = sort_of(first_order())};
    }

    std::string       text_;
    Words             words_;
    SearchViews&      views_;
    const Screen&     screen_;
    const ShellState& app_;
    Looking           looking_;
    std::string       group_;  // if not empty, replaces the group of each suggestion
    Found             found_;
};

}  // namespace

Found search(std::string_view text, SearchViews& views, const Screen& screen, const ShellState& app)
{
    return Search(text, views, screen, app).run();
}

}  // namespace pages
