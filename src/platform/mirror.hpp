// The page's mirror of the screen in native elements: the interface for the keyboard and assistive technology. Describes the
// bytes that go to the page, in the terms of base/screen_words.hpp, and the events that come back.
#pragma once
#include "base/screen_words.hpp"

#include <cstdint>
#include <span>

namespace platform {

using MirrorEvent = base::ScreenEvent;

// The screen as bytes, all little-endian, in reading order:
//
//   header   u32 magic 'GMR1' (0x31524d47), u32 number of nodes
//   node     u32 id            unique on this screen, stable between frames; never 0
//            u32 parent        index of a node before this one; 0xffffffff: the root
//            u8  role
//            u8  level         of a heading, 1 to 6; else 0
//            u8  sort          of a columnheader
//            u8  strong        1: the text is drawn semibold
//            u32 state         bits of base::state
//            u32 keys          bits of base::keys
//            f32 x, y, w, h    CSS pixels, absolute on the canvas
//            f32 x, y, w, h    the part of it that is not clipped away, absolute
//            f32 text_px       size of the font the text is drawn with; 0: 14
//            f32 text_x        from the left edge of the rectangle to the text (a field's padding)
//            f32 text_y        from its top edge to the top of the text's line; below 0: centred
//            i32 row           aria-rowindex, from 1; 0: none. progressbar, spinbutton: current value
//            i32 column        aria-colindex, from 1; 0: none. progressbar, spinbutton: minimum
//            i32 row_count     table: aria-rowcount; list items, options: position in the set.
//                              progressbar, spinbutton: maximum
//            i32 column_count  table: aria-colcount; list items, options: size of the set
//            string name       the label; of text, heading, cell, status: the content
//            string value      of fields and comboboxes: the text in it
//            string description  why it is disabled or invalid, or a help text
//            string href       of links: "#/services/active"; else empty
//            string hint       of fields, words separated by spaces: "autocomplete=email inputmode=email
//                              type=email spellcheck=false enterkeyhint=search username=C-204518" (of a
//                              password: its account); placeholder=REST
//                              comes last and takes the rest
//            u32 controls      id of the node that it opens or controls (aria-controls); 0: none
//            u32 active        id of the active descendant (aria-activedescendant); 0: none
//   string   u32 length in bytes, then that many bytes of UTF-8
//
// Parents come before their children, children in reading order; Tab follows that order. A visible label
// that only repeats a field's name is left out.
inline constexpr std::uint32_t mirror_magic = 0x31524d47;
inline constexpr std::uint32_t no_parent    = 0xffffffff;

// Sends the screen to the page. May be called in every frame: unchanged bytes only cost a comparison.
void mirror(std::span<const std::uint8_t> screen);

// The node that has the keyboard focus; 0 if none.
std::uint32_t focused();

}  // namespace platform
