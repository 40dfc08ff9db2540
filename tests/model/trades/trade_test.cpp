#include "model/account.hpp"

using namespace account;

namespace {

State with_trade(TradeState in = TradeState::awaiting_both)
{
    auto state = with_account(small(), "C-000001");
    carry_out(state, StartTrade{{"d1", "h2"}, "C-118203", "someone@example.org", "", "Sold.", true},
              on(today, "phone.3"));
    auto trade       = state.trades.row(0);
    trade.state      = in;
    trade.invited_at = noon(today);
    state.trades.put(trade);
    return state;
}

Trade the_trade(const State& state) { return state.trades.row(0); }

}  // namespace

TEST_CASE("a trade says what is missing at the field where it is missing")
{
    auto       state = with_account(small(), "C-000001");
    const auto ask   = [&](StartTrade trade) { return reasons(check(state, trade, on(today))); };
    CHECK(ask({{}, "C-118203", "someone@example.org", "", "Sold.", true}) == "services: trade.choose_services");
    CHECK(ask({{"d1"}, "X-118203", "someone@example.org", "", "Sold.", true}) == "to: trade.bad_account");
    CHECK(ask({{"d1"}, "C-1182030", "someone@example.org", "", "Sold.", true}) == "to: trade.account_length");
    CHECK(ask({{"d1"}, "C-11820", "someone@example.org", "", "Sold.", true}) == "to: trade.account_length");
    CHECK(ask({{"d1"}, "C-000001", "someone@example.org", "", "Sold.", true}) == "to: trade.to_oneself");
    const std::pair<const char*, const char*> faults[] = {
        {"", "trade.bad_email"},
        {"someone", "email.at_missing"},
        {"@example.org", "email.bad_dots"},
        {"some..one@example.org", "email.bad_dots"},
        {".someone@example.org", "email.bad_dots"},
        {"someone.@example.org", "email.bad_dots"},
        {"some one@example.org", "email.bad_sign"},
        {"a@b@example.org", "email.bad_sign"},
        {"someone@example", "email.bad_host"},
        {"someone@-example.org", "email.bad_host"},
    };
    for (const auto& fault : faults) {
        CAPTURE(fault.first);
        CHECK(ask({{"d1"}, "C-118203", fault.first, "", "Sold.", true}) == std::string("to_email: ") + fault.second);
    }
    CHECK(ask({{"d1"}, "C-118203", "someone@example.org", "", "  ", true}) == "reason: why.empty_text");
    CHECK(ask({{"d1"}, "C-118203", "someone@example.org", "", "Sold.", false}) == "terms: trade.terms_missing");
    CHECK(ask({{"d1", "d1"}, "C-118203", "someone@example.org", "", "Sold.", true}) == "services: why.twice_in_cart");
}

TEST_CASE("a recipient is read as it was pasted")
{
    for (const auto* to : {"C-118203", "c 118203", "C–118203", "118203", " C-118203. "})
        for (const auto* email :
             {"someone@example.org", " mailto:someone@Example.org ", "Some One <someone@example.org>"}) {
            auto state = with_account(small(), "C-000001");
            CAPTURE(to);
            CAPTURE(email);
            carry_out(state, StartTrade{{"d1"}, to, email, "\u200b", " Vendu.\r\n", true});
            const auto trade = state.trades.row(0);
            CHECK(trade.to.value == "C-118203");
            CHECK(trade.to_email == "someone@example.org");
            CHECK(trade.holder.empty());
            CHECK(trade.reason == "Vendu.");
        }
    auto state = with_account(small(), "C-000001");
    CHECK(reasons(check(state, StartTrade{{"d1"}, "c 000001", "someone@example.org", "", "Sold.", true}, on(today))) ==
          "to: trade.to_oneself");
    for (const auto* blank : {"\u200b", "\u3164", "\u2800", "\u3000"})
        CHECK(reasons(check(state, StartTrade{{"d1"}, "C-118203", "someone@example.org", "", blank, true},
                            on(today))) == "reason: why.empty_text");
}

TEST_CASE("a trade is refused while something else runs, is unpaid, or the registry holds the domain")
{
    auto       state = small();
    const auto why   = [&](const char* id) { return reason(why_not_trade(state, service(state, id), today)); };
    CHECK(why("d1").empty());
    carry_out(state, renewal(state, "d1"));
    CHECK(why("d1") == "why.renewal_under_way");
    carry_out(state, SaveCart{{}, {"d2"}, {"1"}, {"1308"}});
    CHECK(why("d2") == "why.unpaid_cart");
    change(state, "h1", [](Service& s) { s.held_until = in(3); });
    CHECK(why("h1") == "why.held_until");
    change(state, "h2", [](Service& s) { s.owner = {"C-9"}; });
    CHECK(why("h2") == "why.owner_only");
}

TEST_CASE("both sides of a trade confirm by their own link, in any order, each once")
{
    for (const bool owner_first : {true, false}) {
        CAPTURE(owner_first);
        auto              state = with_trade();
        const TradeId     id    = the_trade(state).id;
        const AnswerTrade owner{id, Side::owner, true}, recipient{id, Side::recipient, true};
        // Only through a link, not by a signed-in owner.
        CHECK(reasons(check(state, Command(owner), on(today))) == "why.by_link_only");
        carry_out(state, owner_first ? owner : recipient);
        CHECK(the_trade(state).state == (owner_first ? TradeState::awaiting_recipient : TradeState::awaiting_owner));
        CHECK(reasons(check(state, owner_first ? owner : recipient, on(today))) == "why.link_used");
        carry_out(state, owner_first ? recipient : owner);
        CHECK(the_trade(state).state == TradeState::approved);
        CHECK(reason(why_not_cancel(state, the_trade(state))) == "why.trade_over");
    }
}

TEST_CASE("while a trade is under way its services are held; when it ends without effect they are free again")
{
    auto state = with_trade();
    for (const auto* id : {"d1", "h2"})
        CHECK(reason(why_not_trade(state, service(state, id), today)) == "why.trade_under_way");
    SUBCASE("cancelled") { carry_out(state, CancelTrade{the_trade(state).id}); }
    SUBCASE("refused") { carry_out(state, AnswerTrade{the_trade(state).id, Side::recipient, false}); }
    CHECK_FALSE(is_open(the_trade(state).state));
    for (const auto* id : {"d1", "h2"}) CHECK(why_not_trade(state, service(state, id), today) == std::nullopt);
}

TEST_CASE("a service that leaves the account takes its links and operations along, and nothing else")
{
    auto state = small();
    change(state, "d1", [](Service& s) { s.linked_to = {"h1"}; });
    change(state, "d2", [](Service& s) { s.linked_to = {"h1"}; });
    change(state, "h1", [](Service& s) { s.main_domain = s.offered_domain = {"d1"}; });
    carry_out(state, renewal(state, "h1"), on(today, "phone.1"));
    carry_out(state, renewal(state, "d2"), on(today, "phone.2"));
    remove_service(state, {"d1"});
    CHECK(service(state, "h1").main_domain.empty());
    CHECK(service(state, "h1").offered_domain.empty());
    CHECK(operations_of(state, ServiceId{"h1"}).size() == 1);
    remove_service(state, {"h1"});
    CHECK(service(state, "d2").linked_to.empty());
    CHECK(operations_of(state, ServiceId{"h1"}).empty());
    CHECK(operations_of(state, ServiceId{"d2"}).size() == 1);
    CHECK(state.services.size() == 2);
}
