// The functions of web/*.js as declared for C++, and shared helpers. Strings are passed as address and length; memory that
// JavaScript passes was allocated with malloc and is freed here.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace platform::web {

// The kinds of app_event; must match web/page.js.
enum class Event : int { location, appearance, online, visibility, drag, drop, print, renewed };

// Takes ownership of bytes that JavaScript allocated.
std::string take(char* at, std::size_t length);

// Takes ownership of a NUL-terminated text; nothing for a null pointer.
std::optional<std::string> take_text(char* at);

// The window's callbacks for the page. The window sets them, as only it includes SDL and OpenGL.
struct WindowHooks {
    void (*frame)()                                                                = nullptr;
    void (*resize)(double width, double height, int pixel_width, int pixel_height) = nullptr;
    void (*wheel)(double x_px, double y_px)                                        = nullptr;
    void (*touch)(int phase, int finger, double x, double y)                       = nullptr;  // down, move, up, cancel
    void (*held)(bool shift, bool control)                                         = nullptr;
    void (*context)(bool back)                                                     = nullptr;
};
WindowHooks& window_hooks();

extern "C" {
void   js_rest(int bit, int busy);
void   js_start_frames();
void   js_request_frame();
void   js_call_after(std::uint32_t timer, double delay_ms);
double js_elapsed();
double js_now();
int    js_zone_minutes(double at_ms);

void js_start_mirror();
void js_mirror(const std::uint8_t* at, std::size_t length);
void js_set_shortcuts(const char* at, std::size_t length);

void          js_start_page();
void          js_start_files();
char*         js_location();
void          js_go(const char* at, std::size_t length, int replace);
void          js_open_apart(const char* at, std::size_t length);
void          js_reload();
void          js_keep_storage(std::uint32_t request);
void          js_servers_time(std::uint32_t request);
void          js_set_title(const char* at, std::size_t length);
void          js_set_language(const char* at, std::size_t length);
char*         js_preferred_language();
int           js_online();
int           js_appearance();
std::uint32_t js_system_color(int number);
void  js_set_theme(int dark, std::uint32_t background, std::uint32_t text, std::uint32_t hint, std::uint32_t selection,
                   std::uint32_t caret);
char* js_preference(const char* at, std::size_t length);
void  js_set_preference(const char* key, std::size_t key_length, const char* value, std::size_t value_length);
void  js_copy_text(std::uint32_t request, const char* at, std::size_t length);
char* js_collate(const char* at, std::size_t length);
char* js_to_ascii(const char* at, std::size_t length);
int   js_asset_size(const char* at, std::size_t length);
void  js_take_asset(const char* at, std::size_t length, char* to);
void  js_fetch_asset(std::uint32_t request, const char* at, std::size_t length);
void  js_set_file_limit(double bytes);
void  js_pick_file(std::uint32_t request, const char* at, std::size_t length);
void  js_read_file(std::uint32_t request, std::uint32_t file, double from, double to);
void  js_forget_file(std::uint32_t file);
std::uint32_t js_begin_file(const char* name, std::size_t name_length, const char* mime, std::size_t mime_length);
void          js_append_file(std::uint32_t file, const char* at, std::size_t length);
void          js_finish_file(std::uint32_t file);
void          js_offer_file_again();
void          js_cancel_file(std::uint32_t file);

double        js_text_width(const char* at, std::size_t length, double size, int strong);
std::uint8_t* js_text_picture(const char* at, std::size_t length, double size, int strong, double density,
                              std::int32_t* facts);

int  js_storage_open(const char* at, std::size_t length);
void js_storage_read(int store, std::uint32_t request, const char* first, std::size_t first_length);
void js_storage_write(int store, std::uint32_t request, const char* at, std::size_t length, int strict, int lead);
int  js_storage_lasting(int store);
int  js_storage_used(int store);
int  js_storage_lost(int store);
int  js_storage_seat(int store);
int  js_storage_leads(int store);
void js_storage_claim(int store);
void js_storage_do_without(int store);
}

}  // namespace platform::web
