#include "ui/raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

namespace raster {
namespace {

struct Texture {
    const std::uint8_t* pixels = nullptr;  // four bytes per pixel
    int                 width = 0, height = 0;
};

std::array<float, 4> sample(const Texture& texture, float u, float v)
{
    const float x = u * static_cast<float>(texture.width) - 0.5f, y = v * static_cast<float>(texture.height) - 0.5f;
    const int   left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
    const float fx = x - static_cast<float>(left), fy = y - static_cast<float>(top);
    std::array<float, 4> sum{};
    for (int dy = 0; dy < 2; ++dy)
        for (int dx = 0; dx < 2; ++dx) {
            const int   px    = std::clamp(left + dx, 0, texture.width - 1),
                        py    = std::clamp(top + dy, 0, texture.height - 1);
            const float share = (dx ? fx : 1 - fx) * (dy ? fy : 1 - fy);
            const auto* from  = texture.pixels + 4 * (static_cast<std::ptrdiff_t>(py) * texture.width + px);
            for (std::size_t c = 0; c < 4; ++c) sum[c] += share * static_cast<float>(from[c]) / 255.0f;
        }
    return sum;
}

float edge(const ImVec2& a, const ImVec2& b, float x, float y)
{
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}

// Pixels on the shared edge of two triangles belong to one of them only.
bool inside(float w, const ImVec2& a, const ImVec2& b)
{
    return w > 0 || (w == 0 && (a.y == b.y ? b.x < a.x : b.y > a.y));
}

struct Corner {
    ImVec2               at;
    ImVec2               uv;
    std::array<float, 4> color{};
};

Corner corner(const ImDrawVert& vertex, const ImDrawData& data)
{
    Corner made;
    made.at = {(vertex.pos.x - data.DisplayPos.x) * data.FramebufferScale.x,
               (vertex.pos.y - data.DisplayPos.y) * data.FramebufferScale.y};
    made.uv = vertex.uv;
    for (std::size_t c = 0; c < 4; ++c) made.color[c] = static_cast<float>(vertex.col >> (8 * c) & 255u) / 255.0f;
    return made;
}

void triangle(std::vector<float>& canvas, int width, const std::array<int, 4>& clip, Corner a, Corner b, Corner c,
              const Texture& texture)
{
    float area = edge(a.at, b.at, c.at.x, c.at.y);
    if (area == 0) return;
    if (area < 0) {
        std::swap(b, c);
        area = -area;
    }
    const int  left   = std::max(clip[0], static_cast<int>(std::floor(std::min({a.at.x, b.at.x, c.at.x}))));
    const int  right  = std::min(clip[2], static_cast<int>(std::ceil(std::max({a.at.x, b.at.x, c.at.x}))));
    const int  top    = std::max(clip[1], static_cast<int>(std::floor(std::min({a.at.y, b.at.y, c.at.y}))));
    const int  bottom = std::min(clip[3], static_cast<int>(std::ceil(std::max({a.at.y, b.at.y, c.at.y}))));
    const bool plain  = a.uv.x == b.uv.x && b.uv.x == c.uv.x && a.uv.y == b.uv.y && b.uv.y == c.uv.y;
    const auto white  = sample(texture, a.uv.x, a.uv.y);
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) {
            const float px = static_cast<float>(x) + 0.5f, py = static_cast<float>(y) + 0.5f;
            const float wa = edge(b.at, c.at, px, py), wb = edge(c.at, a.at, px, py), wc = edge(a.at, b.at, px, py);
            if (!inside(wa, b.at, c.at) || !inside(wb, c.at, a.at) || !inside(wc, a.at, b.at)) continue;
            const float          sa = wa / area, sb = wb / area, sc = wc / area;
            const auto           texel = plain ? white
                                               : sample(texture, sa * a.uv.x + sb * b.uv.x + sc * c.uv.x,
                                                        sa * a.uv.y + sb * b.uv.y + sc * c.uv.y);
            std::array<float, 4> ink{};
            for (std::size_t k = 0; k < 4; ++k)
                ink[k] = (sa * a.color[k] + sb * b.color[k] + sc * c.color[k]) * texel[k];
            float* to = canvas.data() + 3 * (static_cast<std::ptrdiff_t>(y) * width + x);
            for (std::size_t k = 0; k < 3; ++k) to[k] += (ink[k] - to[k]) * ink[3];
        }
}

std::uint32_t crc(const std::string& bytes)
{
    std::uint32_t sum = 0xffffffffu;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xedb88320u : 0);
    }
    return ~sum;
}

std::string big_endian(std::uint32_t number)
{
    return {static_cast<char>(number >> 24), static_cast<char>(number >> 16), static_cast<char>(number >> 8),
            static_cast<char>(number)};
}

std::string chunk(const std::string& kind, const std::string& bytes)
{
    return big_endian(static_cast<std::uint32_t>(bytes.size())) + kind + bytes + big_endian(crc(kind + bytes));
}

}  // namespace

Picture draw(const ImDrawData& data, std::uint32_t background)
{
    Picture picture;
    picture.width  = static_cast<int>(std::lround(data.DisplaySize.x * data.FramebufferScale.x));
    picture.height = static_cast<int>(std::lround(data.DisplaySize.y * data.FramebufferScale.y));
    std::vector<float> canvas(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3);
    for (std::size_t at = 0; at < canvas.size(); ++at)
        canvas[at] = static_cast<float>(background >> (16 - 8 * (at % 3)) & 255u) / 255.0f;

    for (const ImDrawList* list : data.CmdLists)
        for (const auto& command : list->CmdBuffer) {
            if (command.UserCallback) continue;
            const auto* from = command.TexRef._TexData;
            if (!from || !from->Pixels) continue;
            const Texture texture{from->Pixels, from->Width, from->Height};
            const auto    px = [](float position, float scale, int most) {
                return std::clamp(static_cast<int>(std::lround(position * scale)), 0, most);
            };
            const std::array<int, 4> clip{px(command.ClipRect.x, data.FramebufferScale.x, picture.width),
                                          px(command.ClipRect.y, data.FramebufferScale.y, picture.height),
                                          px(command.ClipRect.z, data.FramebufferScale.x, picture.width),
                                          px(command.ClipRect.w, data.FramebufferScale.y, picture.height)};
            const auto*              indices  = list->IdxBuffer.Data + command.IdxOffset;
            const auto*              vertices = list->VtxBuffer.Data + command.VtxOffset;
            for (unsigned at = 0; at + 2 < command.ElemCount; at += 3)
                triangle(canvas, picture.width, clip, corner(vertices[indices[at]], data),
                         corner(vertices[indices[at + 1]], data), corner(vertices[indices[at + 2]], data), texture);
        }
    picture.rgb.resize(canvas.size());
    std::ranges::transform(canvas, picture.rgb.begin(), [](float value) {
        return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0f, 1.0f) * 255));
    });
    return picture;
}

// Uncompressed: these files are temporary.
bool save_png(const Picture& picture, const std::string& path)
{
    std::string lines;
    for (int y = 0; y < picture.height; ++y) {
        lines += '\0';
        const auto* from = picture.rgb.data() + static_cast<std::ptrdiff_t>(y) * picture.width * 3;
        lines.append(reinterpret_cast<const char*>(from), static_cast<std::size_t>(picture.width) * 3);
    }
    std::string   packed = "\x78\x01";
    std::uint32_t a = 1, b = 0;
    for (const char byte : lines) {
        a = (a + static_cast<unsigned char>(byte)) % 65521;
        b = (b + a) % 65521;
    }
    for (std::size_t at = 0; at < lines.size(); at += 65535) {
        const auto size = std::min<std::size_t>(65535, lines.size() - at);
        packed += at + size == lines.size() ? '\1' : '\0';
        const auto low = [](std::size_t number) {
            return std::string{static_cast<char>(number), static_cast<char>(number >> 8)};
        };
        packed += low(size) + low(~size) + lines.substr(at, size);
    }
    packed += big_endian(b << 16 | a);
    std::string head = big_endian(static_cast<std::uint32_t>(picture.width)) +
                       big_endian(static_cast<std::uint32_t>(picture.height));
    head += {'\x08', '\x02', '\0', '\0', '\0'};
    std::ofstream file(path, std::ios::binary);
    file << "\x89PNG\r\n\x1a\n" << chunk("IHDR", head) << chunk("IDAT", packed) << chunk("IEND", "");
    return static_cast<bool>(file);
}

}  // namespace raster
