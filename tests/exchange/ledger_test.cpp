// The ledger remembers refusals, so that repeated commands get the same answer.
#include "exchange/ledger.hpp"

#include <doctest/doctest.h>

using base::Problems;
using exchange::Ledger;

namespace {

Problems two_problems()
{
    Problems problems;
    problems.add("label", "why.too_many_characters", {std::int64_t{80}, std::int64_t{81}});
    problems.add("", "why.held_until", {base::date(2026, 3, 1)});
    return problems;
}

}  // namespace

TEST_CASE("a refusal is remembered with each of its problems, whatever bytes they hold")
{
    Ledger     ledger;
    Problems   problems = two_problems();
    const auto hostile  = std::string("\0\xff,\"2026-01-01\n", 16);
    problems.add(hostile, "filters.name_taken", {hostile, std::string("n:5"), base::Money{-5}, base::Instant{250}});
    ledger.settle("phone", 1, problems);
    ledger.settle("phone", 2, {});
    CHECK(ledger.refusal("phone", 1) == problems);
    CHECK_FALSE(ledger.refusal("phone", 2));
    CHECK_FALSE(ledger.refusal("phon", 1));
    CHECK(ledger.reasons.get({"phone.1/1"})->args == base::Args{base::date(2026, 3, 1)});
}

TEST_CASE("refusals are forgotten with all their problems, and no other's are")
{
    Ledger ledger;
    ledger.settle("phone", 1, two_problems());
    ledger.settle("phone", 11, two_problems());
    ledger.settle("phone", 1 + Ledger::remembered, {});
    CHECK_FALSE(ledger.refusal("phone", 1));
    CHECK(ledger.refusal("phone", 11) == two_problems());
    CHECK(ledger.refused.size() == 1);
    CHECK(ledger.reasons.size() == 2);
}

TEST_CASE("a refusal that a program of schema 2 packed into one list is read, and its dates are dates")
{
    Ledger ledger;
    ledger.refused.put(
        {{"phone.3"},
         {"phone"},
         3,
         {"label", "why.too_many_characters", "2", "80", "81", "", "why.held_until", "1", "2026-03-01"}});
    const auto problems = ledger.refusal("phone", 3);
    REQUIRE(problems);
    REQUIRE(problems->list.size() == 2);
    CHECK(problems->list[0].field == "label");
    CHECK(problems->list[0].args == base::Args{std::string("80"), std::string("81")});
    CHECK(problems->list[1] == two_problems().list[1]);

    const std::vector<std::string> damaged[] = {{"label"},
                                                {"label", "no.such_sentence", "99999999999999999999", "x"},
                                                {"label", "why.held_until", "7", "2026-03-01"},
                                                {"a", "b", "-1", "c", "d", "e"}};
    for (const auto& packed : damaged) {
        ledger.refused.put({{"phone.4"}, {"phone"}, 4, packed});
        const auto read = ledger.refusal("phone", 4);
        REQUIRE(read);
        CHECK_FALSE(read->none());
    }
}

TEST_CASE("a refusal whose words are lost, or of another version, is still a refusal")
{
    Ledger ledger;
    ledger.settle("phone", 1, two_problems());
    ledger.reasons.erase({"phone.1/0"});
    REQUIRE(ledger.refusal("phone", 1));
    CHECK_FALSE(ledger.refusal("phone", 1)->none());

    ledger.settle("phone", 2, two_problems());
    auto reason = *ledger.reasons.get({"phone.2/0"});
    reason.text = {"no.such_sentence"};
    ledger.reasons.put(reason);
    const auto problems = ledger.refusal("phone", 2);
    REQUIRE(problems);
    CHECK(problems->list.size() == 2);
    CHECK(problems->list[0].text.empty());
    CHECK(problems->list[1] == two_problems().list[1]);
}
