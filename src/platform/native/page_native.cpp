// The page without a browser: in the dev window and in tests all state is in memory. Files are provided by GUICHET_IMPORT (a
// path) or dropped on the window; saved files go to the working folder.
#include "platform/native/page_native.hpp"

#include "platform/lettering.hpp"
#include "platform/page_state.hpp"
#include "platform/requests.hpp"
#include "platform/window.hpp"

#include <idn2.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <system_error>

namespace platform {
namespace {

std::optional<std::string> file_bytes(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

// A file as the page would provide it: without a number if it is too large.
std::pair<GivenFile, std::string> give_file(const std::string& path)
{
    GivenFile     file{.name = path.substr(path.find_last_of('/') + 1)};
    std::ifstream bytes(path, std::ios::binary | std::ios::ate);
    if (!bytes) return {file, "unreadable"};
    file.size = static_cast<std::uint64_t>(bytes.tellg());
    if (file.size > native_page().file_limit) return {file, "too_large"};
    file.number                      = ++native_page().last_given;
    native_page().given[file.number] = path;
    return {std::move(file), ""};
}

// The build writes generated files to a folder beside the program.
std::string folder_of_assets()
{
    if (const char* folder = std::getenv("GUICHET_FONTS")) return folder;
    if (!native_page().assets_folder.empty()) return native_page().assets_folder;
    std::error_code error;
    const auto      program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? "." : (program.parent_path() / "generated/fonts").string();
}

}  // namespace

NativePage& native_page()
{
    static NativePage one;
    return one;
}

void drop_file(const std::string& path)
{
    auto [file, why] = give_file(path);
    if (events().file_dropped) events().file_dropped(std::move(file), why);
    request_frame();
}

std::string location() { return native_page().history[native_page().place]; }

void push_location(std::string_view to)
{
    auto& page = native_page();
    if (to == page.history[page.place]) return;
    page.history.resize(page.place + 1);
    page.history.emplace_back(to);
    ++page.place;
}

void open_apart(std::string_view address) { native_page().opened_apart = address; }
void replace_location(std::string_view to) { native_page().history[native_page().place] = to; }

void travel(int steps)
{
    auto&      page = native_page();
    const auto to   = static_cast<std::ptrdiff_t>(page.place) + steps;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(page.history.size())) return;
    page.place = static_cast<std::size_t>(to);
    if (events().location_changed) events().location_changed(page.history[page.place]);
    request_frame();
}

void        reload() { ++native_page().reloads; }
void        set_title(std::string_view title) { native_page().title = title; }
void        set_language(std::string_view code) { native_page().language = code; }
bool        online() { return native_page().online; }
Appearance  appearance() { return native_page().appearance; }
void        set_file_limit(std::uint64_t bytes) { native_page().file_limit = bytes; }
void        show_theme(const Theme&) {}
bool        has_page_fields() { return false; }
std::string collate(std::string_view) { return {}; }
void        set_shortcuts(std::string_view) {}

std::string preferred_language()
{
    const char* language = std::getenv("LANG");
    return language ? std::string(language).substr(0, 2) : "fr";
}

void pick_file(std::string_view, std::function<void(GivenFile, std::string_view why)> done)
{
    const char* path   = std::getenv("GUICHET_IMPORT");
    auto [file, why]   = native_page().next_pick.empty() && !path
                             ? std::pair<GivenFile, std::string>{{}, "unavailable"}
                             : give_file(native_page().next_pick.empty() ? path : native_page().next_pick);
    const auto request = expect(
        [done = std::move(done), file = std::move(file)](Answer answer) { done(file, answer.bytes); });
    answer_soon(request, why.empty(), why);
}

void read_file(const GivenFile& file, std::uint64_t from, std::uint64_t length,
               std::function<void(std::string bytes, bool ok)> done)
{
    const auto  request = expect([done = std::move(done)](Answer answer) { done(std::move(answer.bytes), answer.ok); });
    std::string bytes(static_cast<std::size_t>(std::min(length, file.size - std::min(from, file.size))), '\0');
    std::ifstream stream(native_page().given[file.number], std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(from));
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    answer_soon(request, static_cast<bool>(stream), std::move(bytes));
}

void forget_file(const GivenFile& file) { native_page().given.erase(file.number); }

FileDraft begin_file(std::string_view name, std::string_view)
{
    auto& page                     = native_page();
    page.drafts[++page.last_draft] = {std::string(name), {}};
    return page.last_draft;
}

void append_file(FileDraft file, std::string_view bytes) { native_page().drafts[file].bytes += bytes; }

void finish_file(FileDraft file)
{
    auto& page = native_page();
    page.saved = std::move(page.drafts.extract(file).mapped());
    if (page.saves_to_disk) std::ofstream(page.saved.name, std::ios::binary) << page.saved.bytes;
}

void offer_file_again() { ++native_page().offered_again; }

void cancel_file(FileDraft file) { native_page().drafts.erase(file); }

void copy_text(std::string_view text, std::function<void(bool ok)> done)
{
    const bool taken = native_page().takes_copies;
    if (taken) native_page().copied = text;
    const auto request = expect([done = std::move(done)](Answer answer) {
        if (done) done(answer.ok);
    });
    answer_soon(request, taken, "");
}

void keep_storage(std::function<void(bool promised)> done)
{
    const auto request = expect([done = std::move(done)](Answer answer) { done(answer.ok); });
    answer_soon(request, native_page().keeps_storage, "");
}

void ask_servers_time(std::function<void(std::optional<base::Instant>)> done)
{
    const auto request = expect([done = std::move(done)](Answer) { done(native_page().servers_time); });
    answer_soon(request, true, "");
}

std::optional<std::string> preference(std::string_view key)
{
    const auto& all   = native_page().preferences;
    const auto  found = all.find(key);
    if (found == all.end()) return std::nullopt;
    return found->second;
}

void set_preference(std::string_view key, std::string_view value)
{
    native_page().preferences[std::string(key)] = value;
}

void forget_preference(std::string_view key) { native_page().preferences.erase(std::string(key)); }

std::optional<std::string> to_ascii(std::string_view host_name)
{
    char*             ascii = nullptr;
    const std::string name(host_name);
    const int         failed = idn2_to_ascii_8z(name.c_str(), &ascii, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
    if (failed != IDN2_OK) return std::nullopt;
    std::string found(ascii);
    idn2_free(ascii);
    return checked_host_name(std::move(found));
}

void send_mirror(std::span<const std::uint8_t> screen) { native_page().screen.assign(screen.begin(), screen.end()); }

base::TextEngine text_engine() { return native_page().text_engine; }

std::string_view asset(std::string_view name)
{
    static std::map<std::string, std::string> loaded;
    const auto                                path = folder_of_assets() + "/" + std::string(name);
    if (const auto found = loaded.find(path); found != loaded.end()) return found->second;
    // Files other than fonts are one folder higher.
    auto bytes = file_bytes(path);
    if (!bytes) bytes = file_bytes(folder_of_assets() + "/../" + std::string(name));
    if (!bytes) return {};
    return loaded.emplace(path, std::move(*bytes)).first->second;
}

void fetch_asset(std::string_view name, std::function<void(std::string_view bytes)> done)
{
    const auto request = expect([name = std::string(name), done = std::move(done)](Answer) { done(asset(name)); });
    answer_soon(request, true, "");
}

}  // namespace platform
