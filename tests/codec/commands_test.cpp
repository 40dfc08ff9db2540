#include "codec/commands.hpp"

#include "codec/json.hpp"

#include <doctest/doctest.h>

using namespace model;

namespace {

const Command commands[] = {
    ChangeNameservers{{"s1"}, {"ns1.old.example"}, {"ns1.example.fr 192.0.2.1", "ns2.example.fr"}},
    Renew{.service = {"s1"}, .seen_expiry = base::date(2026, 3, 1), .seen_price = {1308}, .years = 2},
    SetAutoRenew{{"s1"}, true},
    SetAutoRenew{{"s1"}, false},
    Associate{{"d1"}, {"h1"}, true, true},
    Dissociate{{"d1"}},
    Describe{{"s1"}, "l’été \"2026\"", "a\nb"},
};

}  // namespace

TEST_CASE("every command that waits is read back as it was written")
{
    std::uint64_t seq = 0;
    for (const auto& command : commands) {
        const Mutation mutation{++seq, "phone." + std::to_string(seq), *base::parse_instant("2026-03-01T08:30:00.125Z"),
                                command};
        const auto     json = codec::write_mutation(mutation);
        CAPTURE(json);
        CHECK(codec::read_mutation(json) == mutation);
    }
}

TEST_CASE("a command is written so that it can be read by eye")
{
    CHECK(
        codec::write_mutation(
            {3, "phone.3", *base::parse_instant("2026-03-01T08:30:00Z"), SetAutoRenew{{"s1"}, true}}) ==
        R"({"seq":3,"id":"phone.3","asked_at":"2026-03-01T08:30:00Z","command":"set_auto_renew","set_auto_renew":{"service":"s1","on":true}})");
}

TEST_CASE("a waiting command that is damaged, or of a newer program, is not guessed")
{
    const auto json = codec::write_mutation({3, "phone.3", {1}, commands[1]});
    for (std::size_t length = 0; length < json.size(); ++length)
        CHECK_FALSE(codec::read_mutation(std::string_view(json).substr(0, length)));
    for (const char* text : {
             R"({"seq":3,"id":"a","command":"fly","fly":{}})",
             R"({"seq":3,"id":"a","command":"dissociate"})",
             R"({"seq":3,"id":"a","command":"renew","dissociate":{"domain":"d"}})",
             R"({"seq":3,"id":"a","command":"dissociate","dissociate":{"domain":"d"},"renew":{}})",
             R"({"seq":3,"id":"a","command":"dissociate","dissociate":{"domain":"d","gently":true}})",
             R"({"seq":0,"id":"a","command":"dissociate","dissociate":{"domain":"d"}})",
             R"({"seq":"3","id":"a","command":"dissociate","dissociate":{"domain":"d"}})",
             R"([])",
         })
        CHECK_MESSAGE(!codec::read_mutation(text), text);
}
