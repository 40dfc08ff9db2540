// The vocabulary of what is on screen and of the user's actions on it, shared by the kit, the platform and the page
// (web/mirror_elements.js, web/mirror.js; tests/web/words.test.mjs checks that those match this file).
#pragma once
#include <cstdint>
#include <string>

namespace base {

// The role of something on screen. The numbers are those of web/mirror_elements.js: append only.
enum class Role : std::uint8_t {
    group,         //  0 <div role=group>; without a name a plain <div>
    main,          //  1 <main>
    navigation,    //  2 <nav>
    banner,        //  3 <header role=banner>
    region,        //  4 <section role=region>
    heading,       //  5 <h1> to <h6> by level
    text,          //  6 <div>, text without interaction
    link,          //  7 <a href>
    button,        //  8 <button>
    tablist,       //  9
    tab,           // 10 <button role=tab>
    tabpanel,      // 11
    searchbox,     // 12 <input type=search>
    textbox,       // 13 <input type=text>, <textarea> when multiline, type=password when secret
    spinbutton,    // 14 <input role=spinbutton inputmode=numeric>
    combobox,      // 15 <input role=combobox> when editable, else <button role=combobox>
    listbox,       // 16
    option,        // 17
    checkbox,      // 18 <button role=checkbox>
    radiogroup,    // 19
    radio,         // 20 <button role=radio>
    switch_,       // 21 <button role=switch>
    table,         // 22
    rowgroup,      // 23
    row,           // 24
    columnheader,  // 25
    cell,          // 26
    menu,          // 27
    menuitem,      // 28 <button role=menuitem>
    dialog,        // 29
    alertdialog,   // 30
    list,          // 31
    listitem,      // 32
    status,        // 33 aria-live=polite
    alert,         // 34 aria-live=assertive
    image,         // 35 role=img
    progressbar,   // 36
    separator,     // 37
    rowheader,     // 38 a cell that names its row
    grid,          // 39 a table whose cells are reached with the arrow keys
    count_
};

// State of a node; bits.
namespace state {
enum : std::uint32_t {
    disabled     = 1u << 0,  // aria-disabled; stays focusable, the reason is the description
    selected     = 1u << 1,
    checked      = 1u << 2,
    mixed        = 1u << 3,  // a checkbox that is neither checked nor unchecked
    expandable   = 1u << 4,  // has aria-expanded at all
    expanded     = 1u << 5,
    invalid      = 1u << 6,  // the description is the error
    current      = 1u << 7,  // aria-current=page
    modal        = 1u << 8,  // everything outside of this node is inert
    multiline    = 1u << 9,
    secret       = 1u << 10,
    busy         = 1u << 11,
    required     = 1u << 12,
    read_only    = 1u << 13,
    editable     = 1u << 14,  // a combobox one can type into
    opens_menu   = 1u << 15,  // aria-haspopup=menu
    opens_dialog = 1u << 16,  // aria-haspopup=dialog
    focusable    = 1u << 17,  // takes the focus although its role does not by itself (a table)
    skip_tab     = 1u << 18,  // takes the focus, but not by Tab (roving: the others of a tablist)
    focus_wanted = 1u << 19,  // gets the focus as soon as this bit appears on it
    select_all   = 1u << 20,  // with focus_wanted: the field's text is selected
    selectable   = 1u << 21,  // a row: has aria-selected at all; an entry of a menu: is on or off
};
}

// Keys that a node and its descendants handle instead of the browser; bits.
namespace keys {
enum : std::uint32_t {
    up_down    = 1u << 0,
    left_right = 1u << 1,
    home_end   = 1u << 2,
    pages      = 1u << 3,  // PageUp, PageDown
    escape     = 1u << 4,
    enter      = 1u << 5,  // where a press event does not do, such as in a field of a form
    space      = 1u << 6,
    erase      = 1u << 7,   // Delete, Backspace
    letters    = 1u << 8,   // one printable character without Ctrl, Alt, Meta
    select_all = 1u << 9,   // Ctrl+A
    tab        = 1u << 10,  // rarely: a menu closes on it
    copy       = 1u << 11,  // Ctrl+C, while no text of the page is selected
    menu       = 1u << 12,  // the menu key or Shift+F10, a right click, a long press of a finger: "ContextMenu"
};
}

// Sorting of a column header.
enum class Sort : std::uint8_t { none, ascending, descending, sortable };

// An action of the keyboard or of assistive technology. It gets no reply: the next frame shows the result.
struct ScreenEvent {
    enum class Kind : std::uint8_t {
        press,   // Enter or Space on a button or link, or an assistive press; mouse and touch go to ImGui
        focus,   // this node has the keyboard focus now; the one before it has lost it
        blur,    // no node has the focus any more
        value,   // a field's text is now `text`, its caret at `caret`; sent at each change, also while composing
        commit,  // a field was left, or Enter pressed in it, after a change
        key,  // one of the keys that `owner` asked for, while `id` has the focus. "ContextMenu" of a pointer: where, in
              // `caret` and `selection`
        show,  // scroll until the node is wholly visible: it got the focus while clipped
    };
    Kind          kind  = Kind::press;
    std::uint32_t id    = 0;  // the node it happened on; 0: none has the focus
    std::uint32_t owner = 0;  // key: the node that asked for the key; 0: one of set_shortcuts()
    std::string   text = {};  // value, commit: the text. key: the name as in DOM's KeyboardEvent.key ("ArrowDown", "k")
    std::uint32_t caret     = 0;  // value: in UTF-16 units from the start
    std::uint32_t selection = 0;  // value: the other end of the selection
    bool          shift     = false;
    bool          control   = false;  // Ctrl, or Cmd on a Mac
    bool          alt       = false;
    bool          composing = false;  // value: an input method is still composing
    bool          ring      = false;  // focus: it came by the keyboard, so the focus ring is drawn
    bool          taken     = false;  // a widget has handled it
};

}  // namespace base
