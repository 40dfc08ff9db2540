#include "base/domain_name.hpp"
#include "model/account.hpp"

using namespace account;

namespace {

template <class Command>
std::string refusal(const State& state, const Command& command, Date day = today)
{
    return reasons(check(state, command, on(day)));
}

}  // namespace

TEST_CASE("locking and the WHOIS are asked of the registry, one operation at a time, by the owner only")
{
    auto state = small();
    CHECK(refusal(state, SetLock{{"h1"}, true}) == "why.not_a_domain");
    CHECK(refusal(state, SetLock{{"d1"}, false}) == "why.already_unlocked");
    carry_out(state, SetLock{{"d1"}, true});
    CHECK_FALSE(service(state, "d1").locked);  // not before the registry has done it
    CHECK(kind_of(*open_operation(state, {"d1"})) == OperationKind::lock);
    CHECK(refusal(state, SetWhoisPrivacy{{"d1"}, true}) == "why.operation_under_way");
    CHECK(refusal(state, nameservers(state, "d1", {"a.example.net", "b.example.net"})) == "why.operation_under_way");

    change(state, "d2", [](Service& s) { s.owner = {"C-9"}; });
    CHECK(refusal(state, SetLock{{"d2"}, true}) == "why.owner_only");
    CHECK(refusal(state, SetWhoisPrivacy{{"d2"}, true}) == "why.owner_only");
    CHECK(refusal(state, SetWhoisPrivacy{{"nobody"}, true}) == "why.no_such_service");
}

TEST_CASE("a transfer code unlocks the domain for seven days, and is refused with the reason where it cannot be had")
{
    auto state = small();
    change(state, "d1", [](Service& s) { s.locked = true; });
    carry_out(state, UnlockForTransfer{{"d1"}});
    CHECK_FALSE(service(state, "d1").locked);
    CHECK(service(state, "d1").unlocked_until == in(7));

    change(state, "d2", [](Service& s) { s.held_until = in(20); });
    const auto held = check(state, UnlockForTransfer{{"d2"}}, on(today));
    CHECK(reasons(held) == "why.held_until");
    CHECK(held.list.front().args == base::Args{in(20)});
    CHECK(refusal(state, UnlockForTransfer{{"d2"}}, in(20)) == "why.held_until");
    CHECK(refusal(state, UnlockForTransfer{{"d2"}}, in(21)).empty());

    state.services.put(domain("d3", "example-three.be", in(90)));
    CHECK(refusal(state, UnlockForTransfer{{"d3"}}) == "why.no_code");
    change(state, "d3", [](Service& s) { s.expires_on = in(-1); });
    CHECK(refusal(state, UnlockForTransfer{{"d3"}}) == "why.expired");
    CHECK_FALSE(may_wait_offline(UnlockForTransfer{}));
}

TEST_CASE("a link to a new password is for hosting accounts that run, works once and for a day")
{
    auto state = small();
    CHECK(refusal(state, ResetHostingPassword{{"d1"}}) == "why.hosting_only");
    change(state, "h2", [](Service& s) { s.expires_on = in(-3); });
    CHECK(refusal(state, ResetHostingPassword{{"h2"}}) == "why.hosting_suspended");
    carry_out(state, ResetHostingPassword{{"h1"}}, on(today, "phone.7"));

    auto operation = *open_operation(state, {"h1"});
    CHECK(refusal(state, UseLink{operation.id}) == "why.link_used");  // not sent yet
    operation.state = OperationState::done;
    state.operations.put(operation);
    CHECK(refusal(state, UseLink{operation.id}, in(1)) == "why.link_used");
    carry_out(state, UseLink{operation.id});
    CHECK(refusal(state, UseLink{operation.id}) == "why.link_used");
}

TEST_CASE("a service that is to end stops renewing itself, and goes on when the customer thinks better of it")
{
    auto state = small();
    change(state, "d1", [](Service& s) { s.auto_renew = true; });
    CHECK(refusal(state, EndService{{"d1"}, in(1), false}) == "why.renewed_meanwhile");
    carry_out(state, EndService{{"d1"}, in(50), false});
    CHECK(service(state, "d1").ends_on == in(50));
    CHECK_FALSE(service(state, "d1").auto_renew);
    CHECK(refusal(state, EndService{{"d1"}, in(50), true}) == "why.already_ending");
    CHECK(reason(why_not_renew(state, service(state, "d1"), today)) == "why.ending");
    CHECK(refusal(state, SetAutoRenew{{"d1"}, true}) == "why.ending");
    carry_out(state, KeepService{{"d1"}});
    CHECK_FALSE(is_set(service(state, "d1").ends_on));
    CHECK(refusal(state, KeepService{{"d1"}}) == "why.not_ending");

    carry_out(state, EndService{{"h1"}, in(200), true});
    CHECK(service(state, "h1").ends_on == today);
}

TEST_CASE("a service that is over says how: ended by its customer, released by its registry, deleted by the host")
{
    auto       state = small();
    const auto why   = [&](const char* id, int days) {
        return reason(why_not_renew(state, service(state, id), in(days)));
    };
    for (const auto* id : {"d1", "h2"}) change(state, id, [](Service& s) { s.status = Status::inactive; });
    CHECK(why("d1", 10) == "why.ended");
    CHECK(why("h2", 10) == "why.ended");
    CHECK(why("d1", 50 + 31) == "why.released");
    CHECK(why("h2", 100 + 31) == "why.deleted");
}

TEST_CASE("the offered domain is chosen once, among the endings that are offered")
{
    auto       state = small();
    const auto ask   = [&](std::string name, bool final = true) {
        return refusal(state, ChooseOfferedDomain{{"h1"}, std::move(name), {}, false, final});
    };
    CHECK(ask("mine-example.fr") == "offer.no_right");
    change(state, "h1", [](Service& s) { s.offer_right = OfferRight::available; });
    CHECK(ask("") == "name: offer.name_missing");
    CHECK(ask("not a name") == "name: offer.not_a_domain");
    CHECK(ask("mine-example.paris") == "name: offer.ending_not_offered");
    CHECK(ask("www.mine-example.fr") == "name: offer.ending_not_offered");
    CHECK(ask("example-one.fr") == "name: offer.already_yours");
    CHECK(ask("mine-example.fr", false) == "seen_final: offer.confirm_final");
    CHECK(ask("mine-example") == "name: offer.ending_missing");
    carry_out(state, ChooseOfferedDomain{{"h1"}, "mine-example.fr", {}, false, true});
    CHECK(service(state, "h1").offer_right == OfferRight::chosen);
    CHECK(ask("other-example.fr") == "offer.chosen_already");

    // Another hosting account's offer is not used up for a name that is on its way.
    change(state, "h2", [](Service& s) { s.offer_right = OfferRight::available; });
    CHECK(refusal(state, ChooseOfferedDomain{{"h2"}, "mine-example.fr", {}, false, true}) == "name: offer.on_order");
}

TEST_CASE("an offered name has the letters that its registry takes, and is the one that is shown")
{
    auto state = small();
    change(state, "h1", [](Service& s) { s.offer_right = OfferRight::available; });
    const auto ask = [&](std::string name) {
        const auto shown = base::to_unicode(name);
        return refusal(state, ChooseOfferedDomain{{"h1"}, name, shown == name ? "" : shown, false, true});
    };
    CHECK(ask("xn--caf-dma.fr").empty());                             // café
    CHECK(ask("xn--e1afmkfd.com").empty());                           // пример
    CHECK(ask("xn--wgv71a.com").empty());                             // 日本
    CHECK(ask("xn--wgv71a.fr") == "name: offer.letter_not_taken");    // 日本
    CHECK(ask("xn--ls8h.fr") == "name: offer.letter_not_taken");      // 💩
    CHECK(ask("xn--ls8h.com") == "name: offer.letter_not_taken");     // 💩
    CHECK(ask("xn--a.fr") == "name: offer.not_a_domain");             // no Punycode
    CHECK(ask("xn--xample-2of.com") == "name: offer.mixed_scripts");  // еxample with a Cyrillic е
    CHECK(refusal(state, ChooseOfferedDomain{{"h1"}, "mechant-exemple.fr", "exemple-vrai.com", false, true}) ==
          "name: offer.not_a_domain");
}
