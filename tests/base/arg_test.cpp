#include "base/arg.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace base;

namespace {

std::string kind_of(std::string_view text)
{
    const char* kinds[] = {"text", "day", "moment", "amount", "number"};
    return kinds[arg_of(text).index()];
}

}  // namespace

TEST_CASE("a value is one text, which says what it is")
{
    CHECK(to_text(std::string("boutique.fr")) == "boutique.fr");
    CHECK(to_text(date(2026, 3, 1)) == "2026-03-01");
    CHECK(to_text(Instant{midnight_utc(date(2026, 3, 1)).ms + 250}) == "i:2026-03-01T00:00:00.250Z");
    CHECK(to_text(Money{-1250}) == "c:-1250 EUR");
    CHECK(to_text(std::int64_t{-42}) == "n:-42");
    CHECK(to_text(std::string("n:42")) == "t:n:42");
    CHECK(to_text(std::string("2026-03-01")) == "t:2026-03-01");
    CHECK(to_text(std::string("t:n:42")) == "t:t:n:42");
    CHECK(to_text(std::string("t:42")) == "t:42");
}

TEST_CASE("what earlier programs wrote reads as texts, and their days as days")
{
    CHECK(arg_of("2026-03-01") == Arg(date(2026, 3, 1)));
    for (const char* text :
         {"", "café.fr", "12", "-5", "2026-02-30", "2026-3-01", "2026-03-01 ", "2026-03-01T08:30:00Z", "12,50 €",
          "a, b et c", "http://example.com", "n:", "n:x", "i:", "c:", "t:"})
        CHECK(arg_of(text) == Arg(std::string(text)));
}

TEST_CASE("a value spelled in another way than it is written is a text")
{
    for (const char* text :
         {"n:042", "n:+1", "n:-0", "n: 1", "n:1 ", "n:99999999999999999999", "c:12 eur", "c:12 EUR ", "c:12EUR", "c:12",
          "c: EUR", "c:01 EUR", "i:2026-03-01T08:30:00+00:00", "i:2026-03-01T08:30:00.0Z", "i:2026-03-01", "N:42"}) {
        CAPTURE(text);
        CHECK(kind_of(text) == "text");
        CHECK(to_text(arg_of(text)) == text);
    }
}

TEST_CASE("every value comes back as it was")
{
    std::mt19937_64 random(3);
    const Arg       ends[] = {date(1, 1, 1),    date(9999, 12, 31),          Date{},
                              Instant{},        midnight_utc(date(1, 1, 1)), Money{INT64_MIN},
                              Money{INT64_MAX}, std::int64_t{INT64_MIN},     std::int64_t{INT64_MAX},
                              std::string(),    std::string("\0t:", 3)};
    for (const auto& value : ends) CHECK(arg_of(to_text(value)) == value);
    for (int step = 0; step < 5000; ++step) {
        const auto any    = random();
        const Arg  some[] = {Date{static_cast<std::int32_t>(any % 2'000'000) - 700'000},
                             Instant{static_cast<std::int64_t>(any % 200'000'000'000'000) - 50'000'000'000'000},
                             Money{static_cast<std::int64_t>(any)}, static_cast<std::int64_t>(any)};
        for (const auto& value : some) {
            CAPTURE(to_text(value));
            REQUIRE(arg_of(to_text(value)) == value);
        }
    }
    CHECK(arg_of(to_text(Date{INT32_MAX})) == Arg(date(9999, 12, 31)));
    CHECK(arg_of(to_text(Instant{INT64_MIN})) == Arg(midnight_utc(date(1, 1, 1))));
}

TEST_CASE("any bytes read as one value, and that is written as the same bytes")
{
    std::mt19937_64            random(4);
    constexpr std::string_view pieces[] = {"t:", "n:",   "c:", "i:",   "2026-03-01", "T08:30:00Z", "-", "0",
                                           "42", " EUR", "\0", "\xff", "é",          ".5",         " ", ":"};
    for (int step = 0; step < 20000; ++step) {
        std::string text;
        for (auto left = random() % 5; left > 0; --left) text += pieces[random() % std::size(pieces)];
        CAPTURE(text);
        const auto value = arg_of(text);
        REQUIRE(to_text(value) == text);
        // Any text given as an Arg is read back as the same text.
        REQUIRE(arg_of(to_text(Arg(text))) == Arg(text));
    }
}
