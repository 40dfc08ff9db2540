// The state of the page in the dev window and in tests. Tests set and read it in place of a customer.
#pragma once
#include "base/text_engine.hpp"
#include "platform/page.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace platform {

struct SavedFile {
    std::string name;
    std::string bytes;
};

struct NativePage {
    std::vector<std::string>             history = {""};
    std::size_t                          place   = 0;
    std::string                          title;
    std::string                          language;
    bool                                 online = true;
    Appearance                           appearance;
    std::uint64_t                        file_limit = 500'000'000;
    std::string                          next_pick;  // the path for the next pick_file; empty: GUICHET_IMPORT
    SavedFile                            saved;      // the last finished file
    int                                  offered_again = 0;
    std::map<FileDraft, SavedFile>       drafts;  // files that are neither finished nor cancelled
    FileDraft                            last_draft = 0;
    std::map<std::uint32_t, std::string> given;  // paths of provided files, until they are released
    std::uint32_t                        last_given    = 0;
    bool                                 saves_to_disk = false;  // true in the dev window
    std::string                          copied;
    base::TextEngine                     text_engine;           // none, unless a test sets one
    bool                                 takes_copies  = true;  // the answer of copy_text
    int                                  reloads       = 0;
    bool                                 keeps_storage = true;  // the answer of keep_storage
    std::optional<base::Instant>         servers_time;          // the answer of ask_servers_time
    std::string                          opened_apart;          // the last address that was to open in a new tab
    std::string               assets_folder;  // empty: GUICHET_FONTS, else generated/fonts beside the program
    std::vector<std::uint8_t> screen;         // the last one sent to the mirror
    std::map<std::string, std::string, std::less<>> preferences;
};
NativePage& native_page();

// Back and forward in the history, like the browser's buttons.
void travel(int steps);

// Simulates dropping a file on the window.
void drop_file(const std::string& path);

// Advances all clocks and timers by `ms`. Calls nothing: `pump` does that.
void pass_time(double ms);

}  // namespace platform
