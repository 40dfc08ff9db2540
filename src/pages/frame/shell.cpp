#include "pages/frame/shell.hpp"

#include "pages/frame/recent.hpp"
#include "pages/letters/mail.hpp"
#include "store/store.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

namespace pages {
namespace {

namespace icons = ui::icons;

void draw_sync(ui::TopBar& bar, const store::Store& store)
{
    const auto state   = store.sync_state();
    const auto waiting = state.waiting == 0 ? std::string() : ui::say("sync.waiting", {std::to_string(state.waiting)});
    if (!store.ready()) return bar.status(ui::Tone::info, icons::cloud, "ui.loading");
    switch (state.sync) {
    case store::Sync::up_to_date:
        return bar.status(ui::Tone::success, icons::cloud, "sync.up_to_date", "sync.up_to_date_hint");
    case store::Sync::waiting: return bar.status(ui::Tone::info, icons::cloud_upload, waiting, "sync.waiting_hint");
    case store::Sync::catching_up:
        return bar.status(ui::Tone::info, icons::cloud_upload,
                          ui::say("sync.catching_up", {std::to_string(state.days_left)}), "sync.catching_up_hint");
    case store::Sync::offline: return bar.status(ui::Tone::warning, icons::cloud_off, "sync.offline", waiting);
    case store::Sync::error:
        return bar.status(ui::Tone::danger, icons::triangle_alert, "sync.error", "sync.error_hint");
    }
}

void add_languages(ui::Menu& menu, Screen& screen)
{
    const auto language = ui::context().language;
    if (menu.item("language.fr", {.checked = language == base::Language::fr}))
        screen.ask(ChooseLanguage{base::Language::fr});
    if (menu.item("language.en", {.checked = language == base::Language::en}))
        screen.ask(ChooseLanguage{base::Language::en});
}

void add_themes(ui::Menu& menu, Screen& screen, ThemeChoice chosen)
{
    const auto add = [&](ThemeChoice theme, base::TextKey words, ui::Icon icon) {
        if (menu.item(words, {.icon = icon, .checked = chosen == theme})) screen.ask(ChooseTheme{theme});
    };
    add(ThemeChoice::light, "theme.light", icons::sun);
    add(ThemeChoice::dark, "theme.dark", icons::moon);
    add(ThemeChoice::system, "theme.system", icons::monitor);
}

void ask_to_reset(Shell& shell)
{
    shell.reset      = {};
    shell.reset.open = true;
}

std::string name_of(const model::Profile& profile)
{
    if (!profile.company.empty()) return profile.company;
    auto name = profile.first_name;
    if (!name.empty() && !profile.last_name.empty()) name += ' ';
    return name + profile.last_name;
}

// What a visitor can do with the demo: advance the time, read the host's letters, reset.
void draw_demo_menu(Shell& shell, Screen& screen)
{
    const bool wide = ui::context().breakpoint() == ui::Breakpoint::desktop;
    ui::Menu   menu(
        "shell.demo",
        {.icon = icons::sparkles, .kind = ui::Kind::secondary, .icon_only = !wide, .small = true, .arrow = wide});
    if (!menu) return;
    menu.heading(ui::say("demo.day", {ui::long_date(screen.today)}));
    struct Step {
        int           days;
        base::TextKey words;
    };
    constexpr Step steps[] = {{1, "demo.a_day"}, {7, "demo.a_week"}, {30, "demo.a_month"}, {365, "demo.a_year"}};
    for (const auto& step : steps)
        if (menu.item(step.words, {.icon = icons::fast_forward}))
            screen.ask(AdvanceClock{step.days * base::ms_per_day});
    menu.separator();
    const auto letters = unread(screen);
    const auto words   = letters == 0 ? ui::say("demo.mail") : ui::say("demo.mail_unread", {std::to_string(letters)});
    menu.item(words, {.icon = icons::mail, .href = "#/mail"});
    menu.separator();
    if (menu.item("account.reset", {.icon = icons::rotate_ccw, .danger = true})) ask_to_reset(shell);
}

void draw_account_menu(Screen& screen, const ShellState& app)
{
    ui::Menu menu("shell.account", {.icon = icons::circle_user});
    if (!menu) return;

    const auto profile = model::profile_of(screen.store.state());
    const auto name    = name_of(profile);
    if (!name.empty()) menu.heading(name);
    if (const auto& id = profile.id.value; !id.empty()) {
        menu.heading(ui::say("shell.account_id", {id}));
        // A recipient gives it to who hands a service over.
        if (menu.item(ui::say("ui.copy", {id}), {.icon = icons::copy})) ui::context().copy(id, ui::say("ui.copied"));
    }
    menu.separator();
    if (menu.item("account.import", {.icon = icons::upload})) screen.ask(PickAccountFile{});
    if (menu.item("account.export", {.icon = icons::download})) screen.ask(ExportAccount{});
    // On a phone the bar has no room for the language and theme menus.
    if (!ui::is_phone()) return;
    menu.separator();
    menu.heading("language.name");
    add_languages(menu, screen);
    menu.separator();
    menu.heading("theme.name");
    add_themes(menu, screen, app.theme_choice);
}

// Everything that the results depend on beside the data.
std::string question(const Shell& shell, const ShellState& app)
{
    return shell.search + '\n' + std::to_string(static_cast<int>(app.theme_choice)) + (app.menu_folded ? 'f' : '-') +
           std::to_string(static_cast<int>(ui::context().breakpoint())) + std::string(app.recent);
}

void carry_out(const Choice& choice, Shell& shell, Screen& screen, const ShellState& app)
{
    if (!choice.key.empty()) screen.ask(KeepRecent{with_chosen(app.recent, choice.key)});
    if (choice.ask) screen.ask(choice.ask());
    if (choice.resets) ask_to_reset(shell);
    if (!choice.service.empty()) screen.ask(OpenAction{choice.act, choice.service});
}

}  // namespace

void draw_top_bar(Shell& shell, SearchViews& views, Screen& screen, const ShellState& app)
{
    ui::TopBar bar(shell.frame);
    // The frame that opens the search sets `opened`, so results appear in the next frame.
    static const Found nothing;
    const bool         asked = shell.frame.opened || !shell.search.empty();
    const auto&        found = asked ? shell.found.of(
                                           screen, [&] { return search(shell.search, views, screen, app); },
                                           question(shell, app))
                                     : nothing;
    if (const auto chosen = bar.search(shell.search, found.shown))
        carry_out(found.choices[static_cast<std::size_t>(*chosen)], shell, screen, app);
    if (!found.whole) shell.found.forget();
    if (!asked && shell.frame.opened) ui::context().animate();

    const bool only_search = ui::is_phone() && shell.frame.searching;  // it takes the whole bar
    if (app.demo && screen.store.ready() && !only_search) draw_demo_menu(shell, screen);
    draw_sync(bar, screen.store);
    if (!ui::is_phone()) {
        if (ui::Menu menu("language.name", {.icon = icons::languages}); menu) add_languages(menu, screen);
        const bool dark = ui::context().theme.scheme == ui::Scheme::dark;
        if (ui::Menu menu("theme.name", {.icon = dark ? icons::moon : icons::sun}); menu)
            add_themes(menu, screen, app.theme_choice);
    }
    if (!only_search) draw_account_menu(screen, app);
}

void draw_reset(Shell& shell, Screen& screen)
{
    if (shell.reset.open && ui::confirm(shell.reset, "reset.title", "reset.words", "reset.verb", ui::Kind::danger))
        screen.ask(ResetDemo{});
}

}  // namespace pages
