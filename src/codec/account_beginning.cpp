#include "codec/account_beginning.hpp"

#include <algorithm>
#include <string>

namespace codec {
namespace {

constexpr std::size_t beginning_bytes = 512;

// Other files that people have at hand: the lists, invoices and archives that this program saves, among others.
std::optional<base::Problem> fault_of_kind(std::string_view bytes)
{
    if (bytes.starts_with("%PDF")) return without_line("account_file.is_document");
    if (bytes.starts_with("PK\3\4")) return without_line("account_file.is_archive");
    const auto first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || bytes[first] == '{') return std::nullopt;
    if (bytes[first] == '[') {
        const auto row = bytes.find_first_not_of(" \t\r\n", first + 1);
        return row != std::string_view::npos && bytes[row] == '{' ? std::optional(without_line("account_file.is_table"))
                                                                  : std::nullopt;
    }
    const auto end    = std::min(bytes.find('\n', first), bytes.size());
    const auto second = bytes.substr(end, bytes.find('\n', end + 1) - end);
    for (const char separator : {';', ',', '\t'}) {
        const auto cells = std::count(bytes.begin() + static_cast<std::ptrdiff_t>(first),
                                      bytes.begin() + static_cast<std::ptrdiff_t>(end), separator);
        if (cells > 1 || (cells > 0 && second.find(separator) != std::string_view::npos))
            return without_line("account_file.is_table");
    }
    return std::nullopt;
}

}  // namespace

bool shows_its_kind(std::string_view bytes)
{
    const auto first = bytes.find_first_not_of(" \t\r\n",
                                               bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    return bytes.size() >= beginning_bytes ||
           (first != std::string_view::npos && bytes[first] == '{' && first + 1 < bytes.size());
}

std::optional<base::Problem> fault_of_beginning(std::string_view bytes)
{
    const bool two_byte_mark  = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
    const bool two_byte_texts = bytes.size() > 1 && (bytes[0] == '\0') != (bytes[1] == '\0');
    if (!two_byte_mark && !two_byte_texts) return fault_of_kind(bytes);
    // Spreadsheets save tables in UTF-16 too: another encoding would not make an account of one.
    std::string letters(bytes.substr(two_byte_mark ? 2 : 0, beginning_bytes));
    std::erase(letters, '\0');
    auto fault = fault_of_kind(letters);
    return fault ? fault : without_line("account_file.utf16");
}

}  // namespace codec
