// The page round the canvas: address, title, files, clipboard, preferences. In the dev window and in tests
// the same things are kept in memory. One page a program, so these are plain functions.
#pragma once
#include "platform/mirror.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace platform {

// A file that the customer gave. Its bytes stay outside until they are asked for.
struct GivenFile {
    std::uint32_t number = 0;  // for read_file; 0: there is nothing to read
    std::string   name   = {};
    std::uint64_t size   = 0;
};

// What the customer's system asks for.
struct Appearance {
    bool dark                                = false;
    bool reduced_motion                      = false;
    bool more_contrast                       = false;  // prefers-contrast or forced colours
    bool operator==(const Appearance&) const = default;
};

// What the page tells the program. All are called outside of a frame, and three frames follow.
struct Events {
    std::function<void(std::string_view)>                location_changed;  // back, forward, an edited address
    std::function<void()>                                appearance_changed;
    std::function<void(bool online)>                     online_changed;
    std::function<void(bool visible)>                    visibility_changed;
    std::function<void(GivenFile, std::string_view why)> file_dropped;  // `why` as in pick_file
    std::function<void(const MirrorEvent&)>              mirror;        // keyboard and assistive technology
};
Events& events();

// The part of the address after '#': "/services/active?q=exemple"; percent signs are left as they are.
std::string location();
void        push_location(std::string_view);     // a new entry in the history; no event
void        replace_location(std::string_view);  // the same entry; no event

void        set_title(std::string_view);
void        set_language(std::string_view code);  // of the document: "fr"
std::string preferred_language();                 // of the browser: "fr-FR"
bool        online();
Appearance  appearance();

// How the page and the real text fields over the canvas look; colours are 0xRRGGBB.
struct Theme {
    bool          dark                           = false;
    std::uint32_t background                     = 0xffffff;  // the canvas is cleared with it
    std::uint32_t text                           = 0x000000;
    std::uint32_t hint                           = 0x777777;  // placeholder of an empty field
    std::uint32_t selection                      = 0xb4d5fe;
    std::uint32_t accent                         = 0x0000ff;  // caret
    bool          operator==(const Theme&) const = default;
};
void         set_theme(const Theme&);
const Theme& theme();

// Files above this many bytes are refused without being read. 500 MB until told otherwise.
void set_file_limit(std::uint64_t bytes);

// Asks the customer for one file. `why` is empty when there is one; else "cancelled", "too_large",
// "unreadable", "unavailable", and the file has at most a name.
// `accept` as in HTML: ".json,application/json". Must be called soon after a press.
void pick_file(std::string_view accept, std::function<void(GivenFile, std::string_view why)> done);

// A part of such a file, at most `length` bytes. `ok` is false when it cannot be read (any more).
void read_file(const GivenFile& file, std::uint64_t from, std::uint64_t length,
               std::function<void(std::string bytes, bool ok)> done);
void forget_file(const GivenFile& file);  // it is read no more

bool file_hovers();  // a file is being dragged over the page

// A file that is made piece by piece, so that it never stands whole in the program's memory. The customer gets it when
// it is finished; one that is cancelled leaves nothing. The number is never 0, and is not used again.
using FileDraft = std::uint32_t;
FileDraft begin_file(std::string_view name, std::string_view mime);
void      append_file(FileDraft, std::string_view bytes);
void      finish_file(FileDraft);
void      cancel_file(FileDraft);  // does nothing with 0, and with one that is finished

// The same in one piece.
void save_file(std::string_view name, std::string_view mime, std::string_view bytes);
void copy_text(std::string_view text, std::function<void(bool ok)> done);

// Small choices of this browser; lost with the browser's data, never used for the customer's data.
std::optional<std::string> preference(std::string_view key);
void                       set_preference(std::string_view key, std::string_view value);
void                       forget_preference(std::string_view key);

// The name as DNS wants it ("café.fr" is "xn--caf-dma.fr"), lower case; nothing when it cannot be a host name.
std::optional<std::string> to_ascii(std::string_view host_name);

// How the document's language sorts characters; what is asked and answered is in query/collation.hpp. Empty where
// there is no browser to ask.
std::string collate(std::string_view characters);

// Whether text fields are the page's own, placed over the drawn ones by the mirror: then the kit leaves typing to
// them, and the text of the focused one undrawn. False in the dev window and in tests, where ImGui's are used.
bool has_page_fields();

// Key chords that the program wants wherever the focus is, separated by spaces: "Ctrl+k / F1". Chords of one
// character without Ctrl are left alone while a text field has the focus. They come as MirrorEvent::key, id 0.
void set_shortcuts(std::string_view chords);

}  // namespace platform
