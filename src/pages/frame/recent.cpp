#include "pages/frame/recent.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstddef>

namespace pages {
namespace {

constexpr std::size_t most_kept   = 6;
constexpr std::size_t longest_key = 256;

bool is_key(std::string_view line) { return !line.empty() && line.size() <= longest_key && base::is_valid_utf8(line); }

}  // namespace

std::vector<std::string> read_recent(std::string_view text)
{
    text = text.substr(0, 2 * most_kept * longest_key);
    std::vector<std::string> keys;
    while (!text.empty() && keys.size() < most_kept) {
        const auto end  = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (is_key(line) && std::find(keys.begin(), keys.end(), line) == keys.end()) keys.emplace_back(line);
    }
    return keys;
}

std::string with_chosen(std::string_view text, std::string_view key)
{
    if (!is_key(key) || key.find('\n') != std::string_view::npos) return std::string(text);
    auto keys = read_recent(text);
    std::erase(keys, key);
    keys.insert(keys.begin(), std::string(key));
    if (keys.size() > most_kept) keys.pop_back();
    std::string printed;
    for (const auto& one : keys) {
        if (!printed.empty()) printed += '\n';
        printed += one;
    }
    return printed;
}

}  // namespace pages
