// Text that the shipped fonts lack: what the kit asks of the text engine, and what it does with the answers.
#include "base/runs.hpp"
#include "base/text.hpp"
#include "ui/core/item.hpp"
#include "ui/core/paint.hpp"
#include "ui/core/parts.hpp"
#include "ui/ui.hpp"

#include "ui_harness.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace std::string_view_literals;

namespace {

int measured = 0, pictured = 0;

// An engine by which every letter is ten wide, and its picture a square.
constexpr float ten = 10;
float           width(std::string_view words, float, bool)
{
    ++measured;
    float sum = 0;
    for (std::size_t at = 0; at < words.size(); at = base::letter_end(words, at)) sum += ten;
    return sum;
}
base::TextPicture picture(std::string_view words, float, bool, float density)
{
    ++pictured;
    if (words == "\u200b"sv) return {};
    const int side = static_cast<int>(ten * density);
    return {.width    = side,
            .height   = side,
            .up       = side,
            .coloured = words == "😀"sv,
            .rgba     = std::string(static_cast<std::size_t>(4 * side * side), '\x7f')};
}

// The colours of the squares that were drawn, each once.
std::vector<ImU32> squares()
{
    std::vector<ImU32> colors;
    for (const auto* list : ImGui::GetDrawData()->CmdLists)
        for (int at = 0; at + 3 < list->VtxBuffer.Size; ++at) {
            const auto* v = &list->VtxBuffer[at];
            if (v[2].pos.x - v[0].pos.x == ten && v[2].pos.y - v[0].pos.y == ten && v[2].uv.x > v[0].uv.x &&
                v[1].pos.y == v[0].pos.y && v[3].pos.x == v[0].pos.x)
                colors.push_back(v[0].col);
        }
    return colors;
}

struct World {
    std::string words = "Ελένη 😀";
    ui::Color   color{0x102030ff};
    float       width    = 0;
    std::size_t pictures = 0;
    Customer    customer{[this] {
        ui::text(words);
        width = ui::text_width(words, ui::Type::body);
        ui::words_at(20, 100, words, ui::Type::body, color);
        pictures = ui::context().parts().pictures.count();
    }};

    World()
    {
        measured = pictured = 0;
        customer.ui.engine  = {::width, ::picture};
        customer.waits();
    }
};

}  // namespace

TEST_CASE("the table of letters that are shipped agrees with the fonts")
{
    Customer customer([] {});
    for (const auto* font : {customer.ui.fonts.regular, customer.ui.fonts.semibold})
        for (std::uint32_t point = 0x20; point < 0xffff; ++point)
            if (point < 0x7f || point > 0x9f)
                if (const bool known = const_cast<ImFont*>(font)->IsGlyphInFont(static_cast<ImWchar>(point));
                    known != base::in_shipped_font(point))
                    FAIL_CHECK(point);
}

TEST_CASE("what Inter lacks is measured and drawn once, in the colour of the ink; an emoji keeps its own")
{
    World      world;
    const auto space = ui::text_width(" ", ui::Type::body);
    CHECK(world.width == doctest::Approx(6 * ten + space));
    CHECK(measured == 2);
    CHECK(pictured == 2);
    const auto drawn = squares();
    CHECK(std::ranges::count(drawn, ImU32{0xff302010}) == 1);
    CHECK(std::ranges::count(drawn, ImU32{0xffffffff}) == 2);  // the emoji of both lines
    world.customer.waits(1000);
    CHECK(measured == 2);
    CHECK(pictured == 2);
}

TEST_CASE("Latin asks nothing of the text engine, and an invisible letter draws nothing")
{
    World world;
    world.words = "L’été à Łódź – 12 €";
    world.customer.waits();
    measured = pictured = 0;
    world.customer.waits();
    CHECK(measured + pictured == 0);
    world.words = "a\u200b";
    world.customer.waits();
    CHECK(pictured == 1);
    CHECK(squares().empty());
}

TEST_CASE("pictures are forgotten when they are many, but never those on the screen")
{
    World world;
    for (int at = 0; at < 12'000; at += 40) {
        world.words = "😀 ";
        for (int next = at; next < at + 40; ++next)
            base::append_utf8(world.words, 0x4e00 + static_cast<unsigned>(next));
        world.customer.turns_to(1280, 800);
        REQUIRE(world.pictures < 8192 + 200);
    }
    CHECK(pictured < 12'100);
    CHECK(std::ranges::count(squares(), ImU32{0xffffffff}) == 2);
}

TEST_CASE("at another density every picture is made anew")
{
    World world;
    ImGui::GetIO().DisplayFramebufferScale = {2, 2};
    world.customer.waits();
    CHECK(pictured == 4);
    CHECK(squares().size() == 4);
}

TEST_CASE("a name that was cut shows as a whole under the pointer and at the keyboard's focus, and only then")
{
    const std::string name = "un-nom-tres-long-dont-la-fin-seule-dit-lequel-un.fr";
    std::string       whole;
    Customer          customer([&] {
        const ui::Rect room{100, 100, 120, 30};
        ui::item(room, {.id = 7, .role = ui::Role::button, .name = name});
        ui::words_in(room, name, ui::Type::body, ui::palette().text);
        ui::item({100, 300, 120, 30}, {.id = 8, .role = ui::Role::button, .name = "court"});
        ui::words_in({100, 300, 120, 30}, "court", ui::Type::body, ui::palette().text);
        whole = ui::context().parts().bubble_id ? ui::context().parts().bubble_words : std::string();
    });
    CHECK(whole.empty());
    customer.hover(ui::Role::button, name);
    CHECK(whole == name);
    customer.hover(ui::Role::button, "court");
    CHECK(whole.empty());
    customer.ui.hear({.kind = ui::Event::Kind::focus, .id = 7, .ring = true});
    customer.waits();
    CHECK(whole == name);
}
