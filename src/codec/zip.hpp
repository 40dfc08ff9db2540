// Writes a ZIP archive piece by piece. Files are stored as they are: what reads an archive needs no more.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codec {

class ZipWriter {
public:
    // All append to `out`. Call file for each file, add for its pieces, and end once, after the last file.
    void file(std::string& out, std::string_view name);
    void add(std::string& out, std::string_view bytes);
    void end(std::string& out);

private:
    struct Entry {
        std::string   name;
        std::uint32_t at = 0, size = 0, check = ~std::uint32_t{0};
    };
    void close(std::string& out);

    std::vector<Entry> entries_;
    std::uint32_t      written_ = 0;
    bool               open_    = false;
};

}  // namespace codec
