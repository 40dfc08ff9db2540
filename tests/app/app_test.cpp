// The app between the pages and the web page around the canvas: requests for frames, and requests of pages carried out
// after them.
#include "app/visitor.hpp"

#include <tuple>

using ui::Role;

namespace {

// Advances the demo's clock by a day, which shows a toast.
void move_clock(Visitor& visitor)
{
    visitor.press(Role::button, ui::say("shell.demo"));
    visitor.press(Role::menuitem, ui::say("demo.a_day"));
}

bool sees_toast(const Visitor& visitor) { return visitor.sees(Role::link, ui::say("demo.see_mail")); }

}  // namespace

TEST_CASE("a toast on a page that nobody touches leaves when its time is over")
{
    Visitor visitor;
    move_clock(visitor);
    CHECK(sees_toast(visitor));
    visitor.rests(5000);
    CHECK(sees_toast(visitor));
    visitor.rests(2000);
    CHECK_FALSE(sees_toast(visitor));
}

TEST_CASE("a toast that answers a press after a long rest is there to be read")
{
    Visitor visitor;
    visitor.press(Role::button, ui::say("shell.demo"));
    visitor.rests(60'000);
    visitor.press(Role::menuitem, ui::say("demo.a_day"));
    CHECK(sees_toast(visitor));
    visitor.rests(5000);
    CHECK(sees_toast(visitor));
}

TEST_CASE("a toast of a page that was in the background is still there when the customer comes back")
{
    Visitor visitor;
    move_clock(visitor);
    visitor.is_hidden(60'000);
    CHECK(sees_toast(visitor));
    visitor.rests(7000);
    CHECK_FALSE(sees_toast(visitor));
}

TEST_CASE("the focus ring is drawn where the keyboard brought the focus, and not where a finger did")
{
    Visitor    visitor;
    const auto menu = visitor.id(Role::button, ui::say("shell.demo"));
    for (const bool by_keyboard : {true, false}) {
        visitor.hears({.kind = base::ScreenEvent::Kind::focus, .id = menu, .ring = by_keyboard});
        CHECK(ui::context().focus_ring(menu) == by_keyboard);
    }
}

TEST_CASE("every wish of the customer's system reaches the kit, and its colours the page")
{
    using platform::Appearance;
    const auto seen_with = [](const Appearance& wanted) {
        // A member that is added here must be added to `wishes` too.
        const auto& [dark, reduced_motion, more_contrast, coarse_pointer, forced_colors] = wanted;
        platform::native_page().appearance = {dark, reduced_motion, more_contrast, coarse_pointer, forced_colors};
        platform::events().appearance_changed();
        const auto& ui = ui::context();
        const auto& p  = ui.theme.palette;
        return std::tuple(p.background.rgba, p.text_soft.rgba, p.line.rgba, ui.theme.control, ui.reduced_motion,
                          platform::theme().background, platform::theme().dark);
    };
    Visitor          visitor;
    const auto       usual    = seen_with({});
    const Appearance wishes[] = {
        {.dark = true},
        {.reduced_motion = true},
        {.more_contrast = true},
        {.coarse_pointer = true},
        {.forced_colors = platform::SystemColors{.canvas         = 0x000000,
                                                 .canvas_text    = 0xffffff,
                                                 .link_text      = 0xffff00,
                                                 .button_face    = 0x000000,
                                                 .highlight      = 0x1aebff,
                                                 .highlight_text = 0x000000}},
    };
    for (const auto& wish : wishes) CHECK(seen_with(wish) != usual);
    CHECK(seen_with(wishes[4]) == seen_with(wishes[4]));
    CHECK(platform::theme().background == 0x000000);
    CHECK(platform::theme().text == 0xffffff);
    CHECK(platform::theme().dark);
    platform::native_page().appearance = {};
}

TEST_CASE("before a page is printed the program draws for paper, and for the screen afterwards")
{
    Visitor visitor;
    for (const bool on_paper : {true, false}) {
        platform::events().print_changed(on_paper);
        CHECK(ui::context().on_paper == on_paper);
    }
}

TEST_CASE("a page that shows nothing new draws nothing")
{
    Visitor visitor;
    visitor.rests(1000);
    const int before = visitor.frames;
    visitor.rests(10'000);
    CHECK(visitor.frames == before);
}

namespace {

// Chooses "Copier le nom" in the menu of the first row of the services. Returns the name.
std::string copies_a_name(Visitor& visitor)
{
    const std::string before = "Actions pour ";
    platform::events().location_changed("/services/active");
    platform::request_frame();
    visitor.rests(100);
    std::string button;
    for (const auto& node : ui::context().semantics().nodes())
        if (button.empty() && node.role == Role::button && node.name.starts_with(before)) button = node.name;
    REQUIRE_FALSE(button.empty());
    visitor.press(Role::button, button);
    visitor.press(Role::menuitem, "Copier le nom");
    return button.substr(before.size());
}

}  // namespace

TEST_CASE("a text is called copied when the clipboard has it")
{
    Visitor    visitor;
    const auto name = copies_a_name(visitor);
    CHECK(platform::native_page().copied == name);
    CHECK(visitor.sees(Role::status, "Copié"));
}

TEST_CASE("a text that the clipboard did not take is shown to be copied by hand, and not called copied")
{
    Visitor visitor;
    platform::native_page().takes_copies = false;
    const auto name                      = copies_a_name(visitor);
    CHECK_FALSE(visitor.sees(Role::status, "Copié"));
    const auto* field = ui::context().semantics().find(Role::textbox, "Texte à copier");
    REQUIRE(field);
    CHECK(field->value == name);
}

TEST_CASE("a newer version is said, and loaded only when the customer says so")
{
    Visitor visitor;
    CHECK_FALSE(visitor.sees(Role::button, "Recharger"));
    platform::events().renewed();
    visitor.rests(100);
    REQUIRE(visitor.sees(Role::button, "Recharger"));
    CHECK(platform::native_page().reloads == 0);
    visitor.press(Role::button, "Recharger");
    CHECK(platform::native_page().reloads == 1);
}

TEST_CASE("a clock that leaps is judged by the server, and where there is none the customer is asked")
{
    Visitor    visitor;
    const auto leaps = [&] { visitor.is_hidden(700.0 * base::ms_per_day); };
    const auto today = [&] { return base::paris_day(platform::SystemClock().now()); };
    const auto title = ui::say("clock.title"), right = ui::say("clock.is_right");
    SUBCASE("a server that agrees: no question")
    {
        platform::native_page().servers_time = base::ms_after(platform::SystemClock().now(), 700 * base::ms_per_day);
        leaps();
        CHECK_FALSE(visitor.sees(Role::button, right));
        CHECK(base::paris_day(ui::context().now) == today());
    }
    SUBCASE("a server that does not: no question, and the server's day")
    {
        const auto before                    = today();
        platform::native_page().servers_time = base::ms_after(platform::SystemClock().now(), 1000);
        leaps();
        CHECK_FALSE(visitor.sees(Role::button, right));
        CHECK(base::paris_day(ui::context().now) == before);
    }
    SUBCASE("no server: the question, until it is answered")
    {
        const auto before = today();
        leaps();
        CHECK(visitor.sees(Role::button, right));
        CHECK(base::paris_day(ui::context().now) == before);
        visitor.rests(60'000);
        CHECK(visitor.sees(Role::button, right));
        visitor.press(Role::button, right);
        CHECK_FALSE(visitor.sees(Role::button, right));
        CHECK(base::paris_day(ui::context().now) == today());
    }
    SUBCASE("no server at first: it is asked again when the network is back")
    {
        leaps();
        CHECK(visitor.sees(Role::button, right));
        platform::native_page().servers_time = platform::SystemClock().now();
        platform::events().online_changed(false);
        platform::events().online_changed(true);
        visitor.is_hidden(10);
        CHECK_FALSE(visitor.sees(Role::button, right));
    }
}
