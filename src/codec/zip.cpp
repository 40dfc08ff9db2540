#include "codec/zip.hpp"

#include <array>
#include <utility>

namespace codec {
namespace {

// Texts are UTF-8; sizes follow the bytes, since they are not known before.
constexpr std::uint16_t version = 20, flags = 0x0808, stored = 0;
constexpr std::uint32_t day = 0x5a21'0000;  // 1 January 2025, 0:00: the same rows make the same bytes

void put(std::string& out, std::uint64_t number, int bytes)
{
    for (; bytes > 0; --bytes, number >>= 8) out += static_cast<char>(number & 0xff);
}

std::uint32_t checked(std::uint32_t check, std::string_view bytes)
{
    static const auto table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t at = 0; at < made.size(); ++at) {
            auto value = at;
            for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ (value & 1U) * 0xedb8'8320U;
            made[at] = value;
        }
        return made;
    }();
    for (const char byte : bytes) check = check >> 8 ^ table[(check ^ static_cast<unsigned char>(byte)) & 0xffU];
    return check;
}

}  // namespace

void ZipWriter::file(std::string& out, std::string_view name)
{
    close(out);
    entries_.push_back({std::string(name), written_});
    const auto before = out.size();
    put(out, 0x04034b50, 4);
    put(out, version, 2);
    put(out, flags, 2);
    put(out, stored, 2);
    put(out, day, 4);
    put(out, 0, 12);
    put(out, name.size(), 2);
    put(out, 0, 2);
    out += name;
    written_ += static_cast<std::uint32_t>(out.size() - before);
    open_ = true;
}

void ZipWriter::add(std::string& out, std::string_view bytes)
{
    auto& entry = entries_.back();
    entry.check = checked(entry.check, bytes);
    entry.size += static_cast<std::uint32_t>(bytes.size());
    written_ += static_cast<std::uint32_t>(bytes.size());
    out += bytes;
}

void ZipWriter::close(std::string& out)
{
    if (!std::exchange(open_, false)) return;
    auto& entry = entries_.back();
    entry.check = ~entry.check;
    put(out, 0x08074b50, 4);
    put(out, entry.check, 4);
    put(out, entry.size, 4);
    put(out, entry.size, 4);
    written_ += 16;
}

void ZipWriter::end(std::string& out)
{
    close(out);
    const auto before = out.size();
    for (const auto& entry : entries_) {
        put(out, 0x02014b50, 4);
        put(out, version, 2);
        put(out, version, 2);
        put(out, flags, 2);
        put(out, stored, 2);
        put(out, day, 4);
        put(out, entry.check, 4);
        put(out, entry.size, 4);
        put(out, entry.size, 4);
        put(out, entry.name.size(), 2);
        put(out, 0, 12);
        put(out, entry.at, 4);
        out += entry.name;
    }
    const auto size = out.size() - before;
    put(out, 0x06054b50, 4);
    put(out, 0, 4);
    put(out, entries_.size(), 2);
    put(out, entries_.size(), 2);
    put(out, size, 4);
    put(out, written_, 4);
    put(out, 0, 2);
}

}  // namespace codec
