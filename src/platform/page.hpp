// The web page around the canvas: address, title, files, clipboard, preferences. In the dev window and in tests the same state
// is kept in memory. There is one page per program, so these are plain functions.
#pragma once
#include "base/instant.hpp"
#include "platform/mirror.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace platform {

// A file that the customer has provided. Its bytes are only loaded on request.
struct GivenFile {
    std::uint32_t number = 0;  // for read_file; 0: not readable
    std::string   name   = {};
    std::uint64_t size   = 0;
};

// The colours that the customer's system forces on every page, as 0xRRGGBB, named as in CSS.
struct SystemColors {
    std::uint32_t canvas, canvas_text, link_text, button_face, highlight, highlight_text;

    bool operator==(const SystemColors&) const = default;
};

// The preferences of the customer's system.
struct Appearance {
    bool                        dark           = false;
    bool                        reduced_motion = false;
    bool                        more_contrast  = false;
    bool                        coarse_pointer = false;  // a finger, rather than a mouse
    std::optional<SystemColors> forced_colors  = {};

    bool operator==(const Appearance&) const = default;
};

// Events of the page. All are called outside of a frame, and three frames follow.
struct Events {
    std::function<void(std::string_view)>                location_changed;  // back, forward, an edited address
    std::function<void()>                                appearance_changed;
    std::function<void(bool online)>                     online_changed;
    std::function<void(bool visible)>                    visibility_changed;
    std::function<void(bool on_paper)>                   print_changed;  // before and after the page is printed
    std::function<void()>                                renewed;        // a newer version of the program is ready
    std::function<void(GivenFile, std::string_view why)> file_dropped;   // `why` as in pick_file
    std::function<void(const MirrorEvent&)>              mirror;         // keyboard and assistive technology
};
Events& events();

// The part of the address after '#': "/services/active?q=exemple". Percent-encoding is not decoded.
std::string location();
void        open_apart(std::string_view address);  // "#/services/active" in a new tab
void        push_location(std::string_view);       // adds a history entry; no event
void        replace_location(std::string_view);    // replaces the current entry; no event

void reload();  // also to a newer version of the program

void        set_title(std::string_view);
void        set_language(std::string_view code);  // the document's language: "fr"
std::string preferred_language();                 // the browser's language: "fr-FR"
bool        online();
Appearance  appearance();

// Colours of the page and of the native text fields over the canvas, as 0xRRGGBB.
struct Theme {
    bool          dark                           = false;
    std::uint32_t background                     = 0xffffff;  // also the canvas's clear colour
    std::uint32_t text                           = 0x000000;
    std::uint32_t hint                           = 0x777777;  // placeholder of an empty field
    std::uint32_t selection                      = 0xb4d5fe;
    std::uint32_t accent                         = 0x0000ff;  // caret
    bool          operator==(const Theme&) const = default;
};
void         set_theme(const Theme&);
const Theme& theme();

// Larger files are refused without being read. The default is 500 MB.
void set_file_limit(std::uint64_t bytes);

// Asks the customer for one file. `why` is empty if there is one; else "cancelled", "too_large", "unreadable" or "unavailable",
// and the file has at most a name. `accept` as in HTML: ".json,application/json". Must be called soon after a user action.
void pick_file(std::string_view accept, std::function<void(GivenFile, std::string_view why)> done);

// Reads at most `length` bytes of such a file. `ok` is false if it cannot be read (any more).
void read_file(const GivenFile& file, std::uint64_t from, std::uint64_t length,
               std::function<void(std::string bytes, bool ok)> done);
void forget_file(const GivenFile& file);  // releases it

bool file_hovers();  // a file is being dragged over the page

// A file that is built in pieces, so that it is never completely in the program's memory. The customer gets it when it is
// finished; a cancelled one leaves nothing. The number is never 0 and never reused.
using FileDraft = std::uint32_t;
FileDraft begin_file(std::string_view name, std::string_view mime);
void      append_file(FileDraft, std::string_view bytes);
void      finish_file(FileDraft);
void      cancel_file(FileDraft);  // no effect on 0 or on a finished one

// Offers the file that was finished last once more: a browser may have refused it, or asked and been told no, and tells nobody.
void offer_file_again();

// As begin_file() to finish_file(), in one piece.
void save_file(std::string_view name, std::string_view mime, std::string_view bytes);
void copy_text(std::string_view text, std::function<void(bool ok)> done);

// Asks the browser to keep the program's data even when the disk is full. `promised` is also true where it cannot be asked.
void keep_storage(std::function<void(bool promised)> done);

// Asks the server that the page comes from what time it is; nothing if it cannot be reached or is this device itself.
void ask_servers_time(std::function<void(std::optional<base::Instant>)> done);

// Small settings of this browser; lost with the browser's data, never used for the customer's data.
std::optional<std::string> preference(std::string_view key);
void                       set_preference(std::string_view key, std::string_view value);
void                       forget_preference(std::string_view key);

// The name in DNS form ("café.fr" becomes "xn--caf-dma.fr"), lower case; nothing if it cannot be a host name.
std::optional<std::string> to_ascii(std::string_view host_name);

// The sort order of characters in the document's language; the format is described in query/collation.hpp. Empty without a
// browser.
std::string collate(std::string_view characters);

// True if text fields are native ones, which the mirror places over the drawn ones: the kit then leaves typing to them and does
// not draw the focused one's text. False in the dev window and in tests, which use ImGui's fields.
bool has_page_fields();

// Key chords that the program handles regardless of the focus, separated by spaces: "Ctrl+k / F1". Chords of one character
// without Ctrl are ignored while a text field has the focus. They arrive as MirrorEvent::key with id 0.
void set_shortcuts(std::string_view chords);

}  // namespace platform
