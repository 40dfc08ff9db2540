// Where lines break, and what is left of a text that has too little room. Every letter is one wide here.
#include "base/lines.hpp"
#include "base/runs.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace base;

namespace {

class Letters final : public Ruler {
public:
    float width(std::string_view words) const override
    {
        int count = 0;
        for (std::size_t at = 0; at < words.size(); at = letter_end(words, at)) ++count;
        return static_cast<float>(count);
    }
};

std::vector<std::string> broken(std::string_view words, float width, Breaks breaks = Breaks::names)
{
    const auto lines = lines_of(words, width, Letters(), breaks);
    return {lines.begin(), lines.end()};
}
using Lines = std::vector<std::string>;

std::string shortened(std::string_view words, float width)
{
    const auto [head, tail] = cut(words, width, Letters());
    return std::string(head) + "…" + std::string(tail);
}

}  // namespace

TEST_CASE("lines break at blanks, and a name that fits on a line stays whole")
{
    CHECK(broken("un deux trois", 8) == Lines{"un deux", "trois"});
    CHECK(broken("voir mon-site.example.fr", 20) == Lines{"voir", "mon-site.example.fr"});
    CHECK(broken("un\n\ndeux", 20) == Lines{"un", "", "deux"});
    CHECK(broken("", 20) == Lines{""});
    CHECK(broken("abc", 0) == Lines{"abc"});
    CHECK(broken("exactement", 10) == Lines{"exactement"});
}

TEST_CASE("a name that is longer than a line breaks after a full stop or hyphen, and inside a word only if it must")
{
    CHECK(broken("association-des-anciens-eleves.example.fr", 20) ==
          Lines{"association-des-", "anciens-eleves.", "example.fr"});
    CHECK(broken("le site association-des-anciens.fr", 12) == Lines{"le site", "association-", "des-anciens.", "fr"});
    CHECK(broken("abcdefghijkl.fr", 5) == Lines{"abcde", "fghij", "kl.fr"});
}

TEST_CASE("Chinese breaks between any two letters, but not before a full stop; a mark stays with its letter")
{
    CHECK(broken("日本語の文。字", 5) == Lines{"日本語の", "文。字"});
    CHECK(broken("e\u0301e\u0301e\u0301", 2) == Lines{"e\u0301e\u0301", "e\u0301"});
}

TEST_CASE("a text field breaks where the browser does: after a hyphen, else anywhere")
{
    CHECK(broken("voir mon-site.example", 9, Breaks::field) == Lines{"voir mon-", "site.exam", "ple"});
}

TEST_CASE("of a name the middle is left out, of a sentence the end")
{
    CHECK(shortened("aaaaaaaaaaaaaaaa-un.fr", 10) == "aaaaa…un.fr");
    CHECK(shortened("aaaaaaaaaaaaaaaa-deux.fr", 10) == "aaaaa…ux.fr");
    CHECK(shortened("une phrase trop longue", 10) == "une phrase…");
    CHECK(shortened("une phrase", 4) == "une…");
    CHECK(shortened("e\u0301e\u0301e\u0301e\u0301", 2) == "e\u0301e\u0301…");
    CHECK(shortened("abc", 0) == "…");
}
