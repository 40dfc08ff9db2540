// Implements the page with web/page.js and web/files.js.
#include "platform/page_state.hpp"
#include "platform/requests.hpp"
#include "platform/web/bridge.hpp"
#include "platform/window.hpp"

#include <charconv>
#include <map>

namespace platform {

std::string location() { return web::take_text(web::js_location()).value_or(""); }
void        push_location(std::string_view to) { web::js_go(to.data(), to.size(), 0); }
void        open_apart(std::string_view to) { web::js_open_apart(to.data(), to.size()); }
void        replace_location(std::string_view to) { web::js_go(to.data(), to.size(), 1); }

void        reload() { web::js_reload(); }
void        set_title(std::string_view title) { web::js_set_title(title.data(), title.size()); }
void        set_language(std::string_view code) { web::js_set_language(code.data(), code.size()); }
std::string preferred_language() { return web::take_text(web::js_preferred_language()).value_or(""); }
bool        online() { return web::js_online() != 0; }

namespace {

// In the order of `page.COLORS` in web/page.js.
SystemColors system_colors()
{
    return {web::js_system_color(0), web::js_system_color(1), web::js_system_color(2),
            web::js_system_color(3), web::js_system_color(4), web::js_system_color(5)};
}

}  // namespace

Appearance appearance()
{
    const int bits = web::js_appearance();
    return {
        .dark           = (bits & 1) != 0,
        .reduced_motion = (bits & 2) != 0,
        .more_contrast  = (bits & 4) != 0,
        .coarse_pointer = (bits & 8) != 0,
        .forced_colors  = (bits & 16) != 0 ? std::optional(system_colors()) : std::nullopt,
    };
}

void show_theme(const Theme& theme)
{
    web::js_set_theme(theme.dark, theme.background, theme.text, theme.hint, theme.selection, theme.accent);
}

void set_file_limit(std::uint64_t bytes) { web::js_set_file_limit(static_cast<double>(bytes)); }

void pick_file(std::string_view accept, std::function<void(GivenFile, std::string_view why)> done)
{
    const auto request = expect([done = std::move(done)](Answer answer) {
        GivenFile file;
        if (!answer.entries.empty())
            file = given_file(std::move(answer.entries.front().key), answer.entries.front().bytes);
        done(std::move(file), answer.bytes);
    });
    web::js_pick_file(request, accept.data(), accept.size());
}

void read_file(const GivenFile& file, std::uint64_t from, std::uint64_t length,
               std::function<void(std::string bytes, bool ok)> done)
{
    const auto request = expect([done = std::move(done)](Answer answer) { done(std::move(answer.bytes), answer.ok); });
    web::js_read_file(request, file.number, static_cast<double>(from), static_cast<double>(from + length));
}

void forget_file(const GivenFile& file) { web::js_forget_file(file.number); }

FileDraft begin_file(std::string_view name, std::string_view mime)
{
    return web::js_begin_file(name.data(), name.size(), mime.data(), mime.size());
}

void append_file(FileDraft file, std::string_view bytes) { web::js_append_file(file, bytes.data(), bytes.size()); }
void finish_file(FileDraft file) { web::js_finish_file(file); }
void offer_file_again() { web::js_offer_file_again(); }
void cancel_file(FileDraft file) { web::js_cancel_file(file); }

void copy_text(std::string_view text, std::function<void(bool ok)> done)
{
    const auto request = expect([done = std::move(done)](Answer answer) {
        if (done) done(answer.ok);
    });
    web::js_copy_text(request, text.data(), text.size());
}

void keep_storage(std::function<void(bool promised)> done)
{
    web::js_keep_storage(expect([done = std::move(done)](Answer answer) { done(answer.ok); }));
}

void ask_servers_time(std::function<void(std::optional<base::Instant>)> done)
{
    web::js_servers_time(expect([done = std::move(done)](Answer answer) {
        base::Instant time;
        std::from_chars(answer.bytes.data(), answer.bytes.data() + answer.bytes.size(), time.ms);
        done(answer.ok ? std::optional(time) : std::nullopt);
    }));
}

std::optional<std::string> preference(std::string_view key)
{
    return web::take_text(web::js_preference(key.data(), key.size()));
}

void set_preference(std::string_view key, std::string_view value)
{
    // Not null, even if empty: a null address erases the preference.
    const char* at = value.empty() ? "" : value.data();
    web::js_set_preference(key.data(), key.size(), at, value.size());
}

void forget_preference(std::string_view key) { web::js_set_preference(key.data(), key.size(), nullptr, 0); }

std::optional<std::string> to_ascii(std::string_view host_name)
{
    return checked_host_name(web::take_text(web::js_to_ascii(host_name.data(), host_name.size())));
}

std::string collate(std::string_view characters)
{
    return web::take_text(web::js_collate(characters.data(), characters.size())).value_or("");
}

bool has_page_fields() { return true; }
void set_shortcuts(std::string_view chords) { web::js_set_shortcuts(chords.data(), chords.size()); }

void send_mirror(std::span<const std::uint8_t> screen) { web::js_mirror(screen.data(), screen.size()); }

namespace {

std::map<std::string, std::string, std::less<>>& loaded_assets()
{
    static std::map<std::string, std::string, std::less<>> loaded;
    return loaded;
}

}  // namespace

std::string_view asset(std::string_view name)
{
    auto&      loaded = loaded_assets();
    const auto found  = loaded.find(name);
    if (found != loaded.end()) return found->second;
    const int size = web::js_asset_size(name.data(), name.size());
    if (size < 0) return {};
    std::string bytes(static_cast<std::size_t>(size), '\0');
    web::js_take_asset(name.data(), name.size(), bytes.data());
    return loaded.emplace(std::string(name), std::move(bytes)).first->second;
}

void fetch_asset(std::string_view name, std::function<void(std::string_view bytes)> done)
{
    const auto request = expect([name = std::string(name), done = std::move(done)](Answer answer) {
        if (!answer.ok) return done({});
        done(loaded_assets().emplace(name, std::move(answer.bytes)).first->second);
    });
    web::js_fetch_asset(request, name.data(), name.size());
}

}  // namespace platform
