// Which letters the shipped fonts have, what belongs together, and in what parts a text is drawn.
#include "base/runs.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace base;

namespace {

// The letters, or runs, with a bar between them; a foreign run in brackets.
std::string letters(std::string_view text)
{
    std::string all;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = letter_end(text, at);
        all.append(at ? "|" : "").append(text.substr(at, end - at));
        at = end;
    }
    return all;
}
std::string runs(std::string_view text)
{
    std::string all;
    while (!text.empty()) {
        const auto run = first_run(text);
        all.append(run.foreign ? "[" : "").append(run.words).append(run.foreign ? "]" : "");
        text.remove_prefix(run.words.size());
    }
    return all;
}

}  // namespace

TEST_CASE("a letter is what a person counts as one")
{
    CHECK(letters("aé") == "a|é");
    CHECK(letters("e\u0301t") == "e\u0301|t");
    CHECK(letters("👨‍👩‍👧👍🏽x") == "👨‍👩‍👧|👍🏽|x");
    CHECK(letters("🇫🇷🇧🇪") == "🇫🇷|🇧🇪");
    CHECK(letters("1️⃣2") == "1️⃣|2");
    CHECK(letters("नमस्ते") == "न|म|स्ते");
    CHECK(letters("\xff"
                  "a") == "\xff|a");
}

TEST_CASE("what Inter has is drawn as it is, and only what it lacks by the text engine")
{
    CHECK(all_shipped("Łódź – 12 €, « l’été » : ← ✓\u202f!"));
    CHECK_FALSE(all_shipped("l\u02bcatelier"));
    CHECK(runs("exemple.fr") == "exemple.fr");
    CHECK(runs("пример.рф") == "[пример].[рф]");
    CHECK(runs("Ελένη 😀") == "[Ελένη] [😀]");
    CHECK(runs("cafe\u0301.fr") == "caf[e\u0301].fr");
    CHECK(runs("日本語 site") == "[日][本][語] site");
}

TEST_CASE("words from right to left are one run, which moves no identifier beside it")
{
    CHECK(runs("« شركة المثال » : exemple.fr") == "« [شركة المثال] » : exemple.fr");
    CHECK(runs("שלום exemple.fr עולם") == "[שלום] exemple.fr [עולם]");
    CHECK(runs("שלום 12 ימים, fin") == "[שלום 12 ימים], fin");
    CHECK(runs("שלום 12") == "[שלום 12]");
    CHECK(runs("« שלום » (2)") == "« [שלום] » (2)");
}

TEST_CASE("bytes that are no text make runs too, and never none")
{
    for (const char* text : {"\x80", "\xe2\x82", "\xf0\x9f", "\u200d", "\ufe0f", "\u0301"})
        CHECK(first_run(text).words == text);
}
