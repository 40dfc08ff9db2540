#include "model/account.hpp"

using namespace account;

TEST_CASE("a renewal")
{
    auto       state = small();
    const auto ask   = [&](const Renew& command) { return reasons(check(state, command, on(today))); };

    SUBCASE("is an operation that carries its price and both dates; the expiry moves when the host has done it")
    {
        carry_out(state, renewal(state, "d1", 2));
        const auto operation = open_operation(state, {"d1"});
        REQUIRE(operation);
        CHECK(kind_of(*operation) == OperationKind::renewal);
        const auto& term = std::get<TermExtension>(operation->detail);
        CHECK(term.years == 2);
        CHECK(term.charge.total() == base::Money{2040});
        CHECK(term.before == in(50));
        CHECK(term.after == base::years_after(in(50), 2));
        CHECK(term.charge.total() == renewal(state, "d1", 2).seen_price);
        CHECK(term.charge.vat_per_mille == 200);
        CHECK(service(state, "d1").expires_on == in(50));
    }
    SUBCASE("is counted from the old expiry, even when late")
    {
        change(state, "d2", [](Service& d) { d.expires_on = in(-20); });
        CHECK(expiry_after(service(state, "d2"), 1) == base::years_after(in(-20), 1));
        CHECK(ask(renewal(state, "d2")).empty());
    }
    SUBCASE("of 29 February ends on the last day of February")
    {
        change(state, "d1", [](Service& d) { d.expires_on = date(2028, 2, 29); });
        CHECK(expiry_after(service(state, "d1"), 1) == date(2029, 2, 28));
    }
    SUBCASE("is for 1 to 10 years, and says so beside the field")
    {
        for (const int years : {-1, 0, 11, 1000}) {
            auto command  = renewal(state, "d1");
            command.years = years;
            CHECK(ask(command) == "years: why.years_out_of_range");
        }
        CHECK(ask(renewal(state, "d1", 10)).empty());
    }
    SUBCASE("is for one year at a time where the registry wants it so")
    {
        change(state, "d1", [](Service& d) { d.name = "example-one.be"; });
        CHECK(max_years(service(state, "d1"), today) == 1);
        CHECK(ask(renewal(state, "d1", 1)).empty());
        CHECK(ask(renewal(state, "d1", 2)) == "years: why.years_out_of_range");
    }
    SUBCASE("never pays more than ten years ahead")
    {
        change(state, "d1", [](Service& d) { d.expires_on = base::years_after(today, 7); });
        CHECK(max_years(service(state, "d1"), today) == 3);
        change(state, "d1", [](Service& d) { d.expires_on = base::years_after(today, 10); });
        CHECK(max_years(service(state, "d1"), today) == 0);
        CHECK(reason(why_not_renew(state, service(state, "d1"), today)) == "why.paid_far_ahead");
    }
    SUBCASE("that was asked for on another device first is refused, not bought again")
    {
        const auto mine   = renewal(state, "d1");
        const auto theirs = renewal(state, "d1");
        carry_out(state, mine);
        CHECK(ask(theirs) == "why.renewal_under_way");

        // …even after the host has finished the first one.
        auto operation  = *open_operation(state, {"d1"});
        operation.state = OperationState::done;
        state.operations.put(operation);
        change(state, "d1", [](Service& d) { d.expires_on = base::years_after(d.expires_on, 1); });
        CHECK(ask(theirs) == "why.renewed_meanwhile");
    }
    SUBCASE("at a price that has changed since is refused")
    {
        auto command       = renewal(state, "d1");
        command.seen_price = {command.seen_price.cents - 1};
        CHECK(ask(command) == "why.price_changed");
    }
    SUBCASE("is possible in grace and in redemption, not afterwards")
    {
        const auto why = [&](int days_left) {
            change(state, "d2", [&](Service& d) { d.expires_on = in(days_left); });
            return reason(why_not_renew(state, service(state, "d2"), today));
        };
        CHECK(why(-45).empty());
        CHECK(why(-75).empty());
        CHECK(why(-76) == "why.past_redemption");
        CHECK(why(-81) == "why.released");
    }
    SUBCASE("reactivates a suspended hosting account until its data is deleted")
    {
        change(state, "h1", [](Service& h) {
            h.expires_on = in(-30);
            h.status     = Status::suspended;
        });
        CHECK(ask(renewal(state, "h1")).empty());
        change(state, "h1", [](Service& h) { h.expires_on = in(-31); });
        CHECK(reason(why_not_renew(state, service(state, "h1"), today)) == "why.deleted");
    }
    SUBCASE("is refused for what was refunded, is being transferred or traded")
    {
        const auto why = [&](auto with) {
            change(state, "d1", with);
            return reason(why_not_renew(state, service(state, "d1"), today));
        };
        CHECK(why([](Service& d) { d.condition = Condition::outgoing_transfer; }) == "why.transfer_under_way");
        CHECK(why([](Service& d) { d.condition = Condition::trade_in_progress; }) == "why.trade_under_way");
        CHECK(why([](Service& d) { d.status = Status::refunded; }) == "why.refunded");
    }
}

TEST_CASE("the price of a renewal")
{
    auto state = small();

    SUBCASE("is shown without VAT, with the VAT, and in all")
    {
        const auto price = renewal_price(state, service(state, "d2"), 3, today);
        CHECK(price.net == base::Money{3270});
        CHECK(price.vat == base::Money{654});
        CHECK(price.total() == base::Money{3924});
    }
    SUBCASE("has the registry's fee on top in redemption, once")
    {
        change(state, "d1", [](Service& d) { d.expires_on = in(-5); });
        CHECK(renewal_price(state, service(state, "d1"), 2, today).net == base::Money{2 * 850 + 4000});
    }
    SUBCASE("of the offered domain is nothing for the next year, as long as it is linked to its hosting account")
    {
        carry_out(state, Associate{{"d1"}, {"h1"}, false, false});
        change(state, "h1", [](Service& h) { h.offered_domain = {"d1"}; });
        CHECK(renewal_price(state, service(state, "d1"), 1, today).total() == base::Money{0});
        CHECK(renewal_price(state, service(state, "d1"), 3, today).net == base::Money{2 * 850});

        carry_out(state, Dissociate{{"d1"}});
        CHECK(renewal_price(state, service(state, "d1"), 1, today).net == base::Money{850});
    }
    SUBCASE("of the offered domain does not pile up free years")
    {
        carry_out(state, Associate{{"d1"}, {"h1"}, false, false});
        change(state, "h1", [](Service& h) { h.offered_domain = {"d1"}; });
        change(state, "d1", [](Service& d) { d.expires_on = in(201); });
        CHECK(renewal_price(state, service(state, "d1"), 1, today).net == base::Money{850});
    }
}

TEST_CASE("automatic renewal")
{
    auto state = small();
    SUBCASE("is switched at once, and switching it twice is no fault")
    {
        carry_out(state, SetAutoRenew{{"d1"}, true});
        CHECK(service(state, "d1").auto_renew);
        carry_out(state, SetAutoRenew{{"d1"}, true});
        carry_out(state, SetAutoRenew{{"d1"}, false});
        CHECK_FALSE(service(state, "d1").auto_renew);
    }
    SUBCASE("is the owner's to decide, not a contact's; a single renewal may be the contact's")
    {
        change(state, "d1", [](Service& d) { d.owner = {"C-9"}; });
        CHECK(reason(why_not_set_auto_renew(state, service(state, "d1"), today)) == "why.owner_only");
        CHECK(reason(why_not_renew(state, service(state, "d1"), today)).empty());
    }
    SUBCASE("is refused for what is gone")
    {
        change(state, "d1", [](Service& d) { d.expires_on = in(-31); });
        CHECK(reason(why_not_set_auto_renew(state, service(state, "d1"), today)) == "why.released");
    }
}
