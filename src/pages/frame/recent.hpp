// The recent choices in the global search, newest first: keys, one per line. The app stores the text in the browser,
// where it is untrusted: its size is limited on reading, and callers skip keys that name nothing.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace pages {

std::vector<std::string> read_recent(std::string_view text);

// The same text with `key` moved to the front; the oldest keys are dropped above the limit.
std::string with_chosen(std::string_view text, std::string_view key);

}  // namespace pages
