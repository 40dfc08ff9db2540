// The pictures of text that the shipped fonts lack, as the text engine made them: in ImGui's own texture, so that they cost
// no further draw call, and only as many as a screen or two need.
#pragma once
#include "ui/core/theme.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ui {

class Pictures {
public:
    void begin_frame(float density)
    {
        ++frame_;
        if (!known_.empty()) tidy(density);
    }

    float width(std::string_view words, Type type);
    void  draw(float x, float base_line, std::string_view words, Type type, Color color);

    std::size_t count() const { return known_.size(); }

private:
    struct Known {
        float         width = 0;
        int           left = 0, up = 0, area = 0;  // in device pixels; area 0: nothing to see
        int           rect     = -1;               // of ImGui's texture
        bool          drawn    = false;
        bool          coloured = false;
        std::uint64_t frame    = 0;  // that needed it last
    };
    Known& known(std::string_view words, Type type);
    void   make(Known&, std::string_view words, Type type);
    void   tidy(float density);

    std::unordered_map<std::string, Known> known_;  // by type and words
    std::uint64_t                          frame_   = 0;
    int                                    area_    = 0;  // of all pictures
    float                                  density_ = 0;
};

}  // namespace ui
