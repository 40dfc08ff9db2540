// WCAG 2.2 AA contrast: 4.5:1 for text, 3:1 for what is needed to use the screen.
#include "ui/core/theme.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace ui;

namespace {

using Named = std::pair<std::string, Color>;

std::vector<Named> surfaces(const Palette& p)
{
    return {{"background", p.background},
            {"surface", p.surface},
            {"raised", p.raised},
            {"hover", p.hover},
            {"pressed", p.pressed}};
}

}  // namespace

TEST_CASE("every text on every surface has 4.5:1 contrast")
{
    for (const auto scheme : {Scheme::light, Scheme::dark}) {
        CAPTURE(int(scheme));
        const auto  theme = make_theme(scheme);
        const auto& p     = theme.palette;
        for (const auto& on : surfaces(p)) {
            CAPTURE(on.first);
            CHECK(contrast(p.text, on.second) >= 7);
            CHECK(contrast(p.text_soft, on.second) >= 4.5f);
            for (const auto& tone : p.tones) CHECK(contrast(tone.text, on.second) >= 4.5f);
        }
        for (const auto& tone : p.tones) {
            CHECK(contrast(tone.text, tone.soft) >= 4.5f);
            CHECK(contrast(tone.on, tone.solid) >= 4.5f);
            CHECK(contrast(p.text, tone.soft) >= 7);
            CHECK(contrast(p.text_soft, tone.soft) >= 4.5f);
        }
        CHECK(contrast(p.on_accent, p.accent) >= 4.5f);
        CHECK(contrast(p.on_accent, p.accent_hover) >= 4.5f);
        CHECK(contrast(p.text, p.selection) >= 4.5f);
    }
}

TEST_CASE("fields, focus rings, choices and signs have 3:1 contrast on every surface they stand on")
{
    for (const auto scheme : {Scheme::light, Scheme::dark}) {
        CAPTURE(int(scheme));
        const auto& p = make_theme(scheme).palette;
        for (const auto& on :
             {Named{"background", p.background}, Named{"surface", p.surface}, Named{"raised", p.raised}}) {
            CAPTURE(on.first);
            CHECK(contrast(p.boundary, on.second) >= 3);
            CHECK(contrast(p.focus, on.second) >= 3);
            CHECK(contrast(p.accent, on.second) >= 3);
            for (const auto& tone : p.tones) CHECK(contrast(tone.solid, on.second) >= 3);
        }
    }
}

TEST_CASE("with more contrast every text has 7:1, and every border 4.5:1")
{
    for (const auto scheme : {Scheme::light, Scheme::dark}) {
        CAPTURE(int(scheme));
        auto theme = make_theme(scheme);
        raise_contrast(theme);
        const auto& p = theme.palette;
        for (const auto& on : surfaces(p)) {
            CAPTURE(on.first);
            CHECK(contrast(p.text, on.second) >= 14);
            CHECK(contrast(p.text_soft, on.second) >= 7);
            for (const auto& tone : p.tones) CHECK(contrast(tone.text, on.second) >= 7);
        }
        for (const auto& tone : p.tones) {
            CHECK(contrast(tone.text, tone.soft) >= 7);
            CHECK(contrast(tone.on, tone.solid) >= 7);
            CHECK(contrast(tone.line, p.background) >= 4.5f);
        }
        CHECK(contrast(p.on_accent, p.accent) >= 7);
        CHECK(contrast(p.on_accent, p.accent_hover) >= 7);
        for (const auto border : {p.line, p.boundary, p.focus}) CHECK(contrast(border, p.background) >= 4.5f);
    }
}

TEST_CASE("the contrast of black on white is 21, of a colour on itself 1")
{
    CHECK(contrast({0x000000ff}, {0xffffffff}) == doctest::Approx(21));
    CHECK(contrast({0x777777ff}, {0x777777ff}) == doctest::Approx(1));
    CHECK(contrast({0x00000000}, {0xffffffff}) == doctest::Approx(1));
}
