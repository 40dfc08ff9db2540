// Dear ImGui's configuration for the browser, where every kilobyte is downloaded.
#pragma once

// The page always comes with its fonts.
#define IMGUI_DISABLE_DEFAULT_FONT

// A call out of its order is a fault of ours, found where assertions hold; customers need no sentences about it.
#define IM_ASSERT_USER_ERROR(_EXPR, _MSG) IM_ASSERT((_EXPR) && _MSG)

// Of sscanf, which brings a reader of floating-point numbers along, only this much is needed: the number in
// "#version 300 es". Settings files, which ImGui reads by it too, Guichet has none.
#include <cstdio>

namespace imgui_for_browser {

// A number of a kind known at run time only, which nothing here is.
inline int scan_number(const char*, const char*, void*) { return 0; }

template <class Number, class... Others>
int scan_number(const char* text, const char* format, Number* number, Others...)
{
    for (; *format != '%'; ++format, ++text)
        if (*format != *text) return 0;
    if (*text < '0' || *text > '9') return 0;
    *number = 0;
    for (; *text >= '0' && *text <= '9'; ++text) *number = *number * 10 + static_cast<Number>(*text - '0');
    return 1;
}

}  // namespace imgui_for_browser

#define sscanf(...) imgui_for_browser::scan_number(__VA_ARGS__)
