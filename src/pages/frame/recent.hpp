// What was chosen lately in the global search, the latest first: keys, one a line. The app keeps it in this browser,
// where anybody may write: whatever is read is bounded, and a key that names nothing is passed over by whoever asks.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace pages {

std::vector<std::string> read_recent(std::string_view text);

// The same text with this key at its head; the oldest is forgotten where there are too many.
std::string with_chosen(std::string_view text, std::string_view key);

}  // namespace pages
