// Any account file is either refused with a message or read; writing what was read is then stable.
#include "base/format.hpp"
#include "codec/account_file.hpp"
#include "fuzz/fuzz.hpp"

namespace {

bool accepts_in_pieces(std::string_view bytes)
{
    codec::AccountReader reader;
    for (std::size_t length = 4; !bytes.empty() && !reader.over(); length = 1 + length % 13) {
        const auto piece = bytes.substr(0, length);
        bytes.remove_prefix(piece.size());
        reader.add(piece);
        while (reader.step()) {}
    }
    reader.end();
    while (reader.step()) {}
    return static_cast<bool>(reader.take());
}

// Sums and dates beyond these would overflow.
bool in_bounds(const model::State& state)
{
    bool good = true;
    for_each_table(state, [&](std::string_view, const auto& table) {
        const auto& columns = table.rows().schema().columns;
        for (std::size_t column = 0; column < columns.size(); ++column)
            for (std::uint32_t row = 0; row < table.size(); ++row)
                good = good && columns[column].bounds.hold(table.number_at(column, row));
    });
    return good;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto result = codec::read_account(fuzz::view(data, size));
    fuzz::claim(accepts_in_pieces(fuzz::view(data, size)) == static_cast<bool>(result),
                "what is read in pieces is accepted like what is read in one go");
    if (!result) {
        fuzz::claim(!base::say(base::Language::fr, result.problem()).empty(), "a refusal says why");
        return 0;
    }
    fuzz::claim(in_bounds(*result), "what is accepted lies within its bounds");
    for (const auto& message : result->messages)
        fuzz::claim(message.link.empty() || message.link.starts_with("#/"), "a letter leads into this site");
    const auto written = codec::write_account(*result);
    const auto again   = codec::read_account(written);
    fuzz::claim(static_cast<bool>(again), "what was exported can be imported");
    fuzz::claim(codec::write_account(*again) == written, "exporting again gives the same bytes");
    return 0;
}
