#include "model/account.hpp"

using namespace account;

TEST_CASE("linking a domain to a hosting account")
{
    auto       state = small();
    const auto ask   = [&](const Associate& command) { return reasons(check(state, command, on(today))); };

    SUBCASE("makes the first one the main domain, and leaves a later one beside it")
    {
        carry_out(state, Associate{{"d1"}, {"h1"}, false, false});
        carry_out(state, Associate{{"d2"}, {"h1"}, false, false});
        CHECK(service(state, "h1").main_domain == ServiceId{"d1"});
        CHECK(domains_of(state, {"h1"}).size() == 2);
    }
    SUBCASE("makes it the main domain when that is wished")
    {
        carry_out(state, Associate{{"d1"}, {"h1"}, false, false});
        carry_out(state, Associate{{"d2"}, {"h1"}, true, false});
        CHECK(service(state, "h1").main_domain == ServiceId{"d2"});
    }
    SUBCASE("is refused when it is linked already: a domain is linked to at most one")
    {
        carry_out(state, Associate{{"d1"}, {"h1"}, false, false});
        CHECK(ask({{"d1"}, {"h2"}, false, false}) == "why.already_linked");
    }
    SUBCASE("needs a hosting account that is active")
    {
        CHECK(ask({{"d1"}, {}, false, false}) == "hosting: why.choose_hosting");
        CHECK(ask({{"d1"}, {"nobody"}, false, false}) == "hosting: why.no_such_service");
        CHECK(ask({{"d1"}, {"d2"}, false, false}) == "hosting: why.not_a_hosting");
        change(state, "h1", [](Service& h) { h.expires_on = in(-1); });
        CHECK(ask({{"d1"}, {"h1"}, false, false}) == "hosting: why.hosting_not_active");
    }
    SUBCASE("is not for hosting accounts, nor for expired domains")
    {
        CHECK(ask({{"h2"}, {"h1"}, false, false}) == "why.not_a_domain");
        change(state, "d1", [](Service& d) { d.expires_on = in(-1); });
        CHECK(ask({{"d1"}, {"h1"}, false, false}) == "why.expired");
    }
    SUBCASE("asks the host to change the name servers too, when that is wished")
    {
        carry_out(state, Associate{{"d1"}, {"h1"}, false, true});
        CHECK(service(state, "d1").linked_to == ServiceId{"h1"});
        const auto operation = open_operation(state, {"d1"});
        REQUIRE(operation);
        CHECK(std::get<NameserverChange>(operation->detail).after == nameservers_of_host(demo::catalogue()));
    }
    SUBCASE("asks for no change where the host's name servers are already used")
    {
        change(state, "d1", [](Service& d) { d.nameservers = nameservers_of_host(demo::catalogue()); });
        carry_out(state, Associate{{"d1"}, {"h1"}, false, true});
        CHECK_FALSE(open_operation(state, {"d1"}));
    }
    SUBCASE("is possible during another operation, but not with a change of name servers")
    {
        carry_out(state, renewal(state, "d1"));
        CHECK(ask({{"d1"}, {"h1"}, false, true}) == "change_nameservers: why.renewal_under_way");
        CHECK(ask({{"d1"}, {"h1"}, false, false}).empty());
    }
}

TEST_CASE("unlinking a domain")
{
    auto state = small();
    carry_out(state, Associate{{"d1"}, {"h1"}, false, false});
    carry_out(state, Associate{{"d2"}, {"h1"}, false, false});

    SUBCASE("leaves the hosting account without a main domain when it was that one")
    {
        carry_out(state, Dissociate{{"d1"}});
        CHECK(service(state, "d1").linked_to.empty());
        CHECK(service(state, "h1").main_domain.empty());
        CHECK(service(state, "d2").linked_to == ServiceId{"h1"});
    }
    SUBCASE("leaves the main domain when it was another one")
    {
        carry_out(state, Dissociate{{"d2"}});
        CHECK(service(state, "h1").main_domain == ServiceId{"d1"});
    }
    SUBCASE("warns beforehand when it is the offered domain, and when it is the main one")
    {
        change(state, "h1", [](Service& h) { h.offered_domain = {"d1"}; });
        CHECK(warnings_before_dissociating(state, service(state, "d1")).size() == 2);
        CHECK(warnings_before_dissociating(state, service(state, "d2")).empty());
    }
    SUBCASE("is refused when it is linked to none")
    {
        carry_out(state, Dissociate{{"d1"}});
        CHECK(reason(why_not_dissociate(state, service(state, "d1"), today)) == "why.not_linked");
    }
    SUBCASE("makes it free for another hosting account")
    {
        carry_out(state, Dissociate{{"d1"}});
        carry_out(state, Associate{{"d1"}, {"h2"}, false, false});
        CHECK(service(state, "h2").main_domain == ServiceId{"d1"});
    }
}

TEST_CASE("a label and notes")
{
    auto       state = small();
    const auto ask   = [&](std::string label, std::string notes) {
        return reasons(check(state, Describe{{"d1"}, std::move(label), std::move(notes)}, on(today)));
    };
    const auto times = [](const char* text, int count) {
        std::string all;
        while (count-- > 0) all += text;
        return all;
    };

    SUBCASE("are kept as they were written, the label without blanks around it")
    {
        carry_out(state, Describe{{"d1"}, "  Boutique d’été ", "une\n\tdeux"});
        CHECK(service(state, "d1").label == "Boutique d’été");
        CHECK(service(state, "d1").notes == "une\n\tdeux");
    }
    SUBCASE("are counted in characters, not in bytes")
    {
        CHECK(ask(times("é", 80), times("œ", 2000)).empty());
        CHECK(ask(times("é", 81), "") == "label: why.too_many_characters");
        CHECK(ask("", times("a", 2001)) == "notes: why.too_many_characters");
    }
    SUBCASE("are counted as a person counts: an accent on its own, a family, a flag")
    {
        CHECK(ask(times("e\u0301", 80), "").empty());
        CHECK(
            ask(times("\U0001f468\u200d\U0001f469\u200d\U0001f467", 80), times("\U0001f1eb\U0001f1f7", 2000)).empty());
        CHECK(ask(times("e\u0301", 81), "") == "label: why.too_many_characters");
    }
    SUBCASE("are put right where something was pasted along")
    {
        carry_out(state, Describe{{"d1"}, "site 1\t", std::string("a\0b\r\nc", 6)});
        CHECK(service(state, "d1").label == "site 1");
        CHECK(service(state, "d1").notes == "ab\nc");
        carry_out(state, Describe{{"d1"}, "facture \u202efdp.exe", "\u3164"});
        CHECK(service(state, "d1").label == "facture fdp.exe");
        CHECK(service(state, "d1").notes.empty());
    }
    SUBCASE("must be text") { CHECK(ask("\xff", "") == "label: why.not_text"); }
}
