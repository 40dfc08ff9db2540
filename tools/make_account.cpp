// Writes an invented account of any size to standard output; see tools/make_account.
#include "codec/account_file.hpp"
#include "invented_account.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>

namespace {

template <class Number>
bool read_number(const char* text, Number& number)
{
    const auto end = text + std::strlen(text);
    return std::from_chars(text, end, number).ptr == end && end != text;
}

std::optional<tools::Invented> read_arguments(int count, char** arguments)
{
    using namespace std::chrono;
    tools::Invented asked;
    asked.today = base::paris_day({duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()});
    for (int index = 1; index + 1 < count; index += 2) {
        const std::string_view name  = arguments[index];
        const char*            value = arguments[index + 1];
        if (name == "--services" && read_number(value, asked.services)) continue;
        if (name == "--seed" && read_number(value, asked.seed)) continue;
        const auto day = base::parse_date(value);
        if (name != "--today" || !day) return std::nullopt;
        asked.today = *day;
    }
    return count % 2 == 1 ? std::optional(asked) : std::nullopt;
}

}  // namespace

int main(int count, char** arguments)
{
    const auto asked = read_arguments(count, arguments);
    if (!asked) {
        std::fputs("usage: make_account [--services N] [--seed S] [--today YYYY-MM-DD] > account.json\n", stderr);
        return 2;
    }
    const auto json = codec::write_account(tools::invented_account(*asked));
    return std::fwrite(json.data(), 1, json.size(), stdout) == json.size() ? 0 : 1;
}
