// What the page of the dev window and of tests remembers. Tests set and read it as a customer would.
#pragma once
#include "platform/page.hpp"

#include <cstddef>
#include <map>
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
    std::string                          next_pick;  // path that the next pick_file gives; empty: GUICHET_IMPORT
    SavedFile                            saved;      // the last file that was finished
    std::map<FileDraft, SavedFile>       drafts;     // files that are neither finished nor cancelled
    FileDraft                            last_draft = 0;
    std::map<std::uint32_t, std::string> given;  // paths of files that were given and not forgotten
    std::uint32_t                        last_given    = 0;
    bool                                 saves_to_disk = false;  // the dev window does
    std::string                          copied;
    std::string               assets_folder;  // empty: GUICHET_FONTS, else generated/fonts beside the program
    std::vector<std::uint8_t> screen;         // that the mirror last saw
    std::map<std::string, std::string, std::less<>> preferences;
};
NativePage& native_page();

// Back and forward in the history, as with the browser's buttons.
void travel(int steps);

// A file lands on the window.
void drop_file(const std::string& path);

// So much time goes by at once, for all clocks and timers. Nothing is called: `pump` does that.
void pass_time(double ms);

}  // namespace platform
