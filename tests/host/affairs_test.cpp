// The host's own actions: renewals, transfers, trades, orders, letters.
#include "base/pasted.hpp"
#include "demo/desk.hpp"
#include "kit/company.hpp"

using namespace account;

namespace {

std::vector<std::string> services_on(const State& state, const InvoiceId& invoice)
{
    std::vector<std::string> ids;
    for (const auto& line : lines_of(state, invoice)) ids.push_back(line.service.value);
    return ids;
}

}  // namespace

TEST_CASE("an automatic renewal is announced at fifteen days, charged at seven")
{
    Company company;
    change(company.state, "d1", [](Service& s) { s.auto_renew = true; });  // expires in 50 days
    company.after_days(34);
    CHECK(company.letters("mail.renewal_soon") == 0);
    company.after_days(1);
    CHECK(company.letters("mail.renewal_soon") == 1);
    CHECK(company.state.carts.size() == 1);
    company.after_days(7);
    CHECK(operations_of(company.state, ServiceId{"d1"}).empty());
    company.after_days(1);
    CHECK(company.letters("mail.renewed") == 1);
    CHECK(company.state.carts.empty());
    company.after_ms(10'000);
    CHECK(service(company.state, "d1").expires_on == base::years_after(in(50), 1));
}

TEST_CASE("days that went by at once are gone through one by one")
{
    Company company;
    change(company.state, "d1", [](Service& s) { s.auto_renew = true; });
    company.after_days(60);
    CHECK(company.letters("mail.renewal_soon") == 1);
    CHECK(company.letters("mail.renewed") == 1);
    CHECK(service(company.state, "d1").expires_on == base::years_after(in(50), 1));
    CHECK(service(company.state, "d1").status == Status::active);
}

TEST_CASE("a card that is refused is tried at seven, five, three and one day, and then no more")
{
    Company company;
    auto    me    = profile_of(company.state);
    me.card_until = in(1);
    company.becomes(me);
    change(company.state, "d1", [](Service& s) { s.auto_renew = true; });
    company.after_days(43);
    CHECK(company.letters("mail.payment_refused") == 1);
    company.after_days(1);
    CHECK(company.letters("mail.payment_refused") == 1);
    company.after_days(5);
    CHECK(company.letters("mail.payment_refused") == 4);
    company.after_days(1);
    CHECK(company.letters("mail.payment_refused") == 4);
    CHECK(company.state.carts.row(0).attempts == 4);
    CHECK(operations_of(company.state, ServiceId{"d1"}).empty());
}

TEST_CASE("the link of the announcement calls the renewal off, once and without a login")
{
    Company company;
    change(company.state, "d1", [](Service& s) { s.auto_renew = true; });
    company.after_days(36);
    CHECK(company.letters("mail.renewal_soon") == 1);
    const CallOffRenewal call_off{company.state.carts.row(0).id};
    company.presses(call_off);
    CHECK(reasons(company.host.press(company.state, call_off, company.now)) == "why.link_used");
    company.after_days(10);
    CHECK_FALSE(service(company.state, "d1").auto_renew);
    CHECK(company.state.carts.empty());
    CHECK(operations_of(company.state, ServiceId{"d1"}).empty());
}

TEST_CASE("a cart that nobody pays is gone after thirty days")
{
    Company company;
    company.asks(SaveCart{{}, {"d1"}, {"1"}, {"1020"}});
    company.after_days(30);
    CHECK(company.state.carts.size() == 1);
    company.after_days(1);
    CHECK(company.state.carts.empty());
}

TEST_CASE("what was paid is invoiced once it is done: by itself, or with what was paid together with it; numbers have "
          "no gaps")
{
    Company    company;
    const auto price = [&](const char* id) {
        return renewal_price(company.state, service(company.state, id), 1, company.day()).total();
    };
    company.asks(Renew{{"d1"}, in(50), price("d1"), 1}, "phone.1");
    CHECK(company.state.invoices.empty());
    company.after_ms(10'000);
    REQUIRE(company.state.invoices.size() == 1);
    const auto alone = company.state.invoices.row(0);
    CHECK(alone.id.value == "F-000001");
    CHECK(services_on(company.state, alone.id) == std::vector<std::string>{"d1"});

    company.asks(SaveCart{{}, {"d2", "h1"}, {"1", "1"}, {"0", "0"}}, "phone.2");
    const auto cart = company.state.carts.row(0);
    company.asks(PayCart{cart.id, total_today(company.state, lines_of(company.state, cart.id), company.day())},
                 "phone.3");
    company.after_days(2);
    REQUIRE(company.state.invoices.size() == 2);
    const auto together = company.state.invoices.row(1);
    CHECK(together.id.value == "F-000002");
    CHECK(services_on(company.state, together.id) == std::vector<std::string>{"d2", "h1"});
    CHECK(sum_of(lines_of(company.state, together.id)).total() == company.state.orders.row(0).total);
    CHECK(together.order == company.state.orders.row(0).id);
}

TEST_CASE("an invoice of many services lists them as they were paid")
{
    Company                  company;
    SaveCart                 save;
    std::vector<std::string> paid;
    for (int n = 1; n <= 12; ++n) {
        paid.push_back("many" + std::to_string(n));
        company.state.services.put(domain(paid.back(), paid.back() + ".fr", in(50)));
        save.services.push_back(paid.back());
        save.years.emplace_back("1");
        save.cents.emplace_back("0");
    }
    company.asks(save, "phone.1");
    const auto cart = company.state.carts.row(0);
    company.asks(PayCart{cart.id, total_today(company.state, lines_of(company.state, cart.id), company.day())},
                 "phone.2");
    company.after_days(2);
    REQUIRE(company.state.invoices.size() == 1);
    CHECK(services_on(company.state, company.state.invoices.row(0).id) == paid);
}

TEST_CASE("five renewals that are paid at once make one invoice with five lines, however the work on them ends")
{
    for (const bool delivered_first : {false, true}) {
        CAPTURE(delivered_first);
        Company       company;
        RenewTogether together;
        Rates         rates;
        for (const std::string id : {"d1", "d2", "h1", "h2", "d3"}) {
            if (id == "d3") company.state.services.put(domain(id, "three.fr", in(50)));
            const auto one = service(company.state, id.c_str());
            together.services.push_back(id);
            together.seen_expiries.push_back(base::to_iso(one.expires_on));
            add(rates, renewal_price(company.state, one, 1, company.day()));
        }
        together.seen_total = total_of(rates);
        auto dearer         = together;
        dearer.seen_total   = dearer.seen_total + base::Money{1};
        CHECK(reasons(check(company.state, dearer, company.context())) == "why.price_changed");
        auto stale                  = together;
        stale.seen_expiries.front() = "2020-01-01";
        CHECK(reasons(check(company.state, stale, company.context())) == "why.renewed_meanwhile");

        company.asks(together, "phone.1");
        REQUIRE(company.state.orders.size() == 1);
        auto order = company.state.orders.row(0);
        CHECK(order.total == together.seen_total);
        CHECK(reasons(check(company.state, together, company.context())) == "why.renewal_under_way");
        if (delivered_first) {
            order.step = OrderStep::delivered;
            company.state.orders.put(order);
        }
        company.after_days(2);
        REQUIRE(company.state.invoices.size() == 1);
        const auto invoice = company.state.invoices.row(0);
        CHECK(services_on(company.state, invoice.id) == together.services);
        CHECK(sum_of(lines_of(company.state, invoice.id)).total() == together.seen_total);
        CHECK(invoice.order == order.id);
    }
}

TEST_CASE("what fails or is free is not invoiced; a restoration and a transfer are called by their names")
{
    Company company;
    company.begins_transfer("coming.com");
    company.asks(PayTransfer{{"t1"}, transfer_price(service(company.state, "t1"), company.day()).total()});
    company.asks(RetryTransfer{{"t1"}});
    company.asks(GiveTransferCode{{"t1"}, demo::hand_in_code(service(company.state, "t1"), "Right-Code-1")});
    company.after_ms(10'000);
    company.presses(ValidateTransfer{{"t1"}, true});
    CHECK(company.state.invoices.empty());
    company.after_days(6);
    REQUIRE(company.state.invoices.size() == 1);
    CHECK(lines_of(company.state, company.state.invoices.row(0).id).front().item == InvoiceItem::transfer);

    const auto phase = [&] { return life_of(service(company.state, "d1"), company.day()).phase; };
    for (int days = 0; days < 100 && phase() != Phase::redemption; ++days) company.after_days(1);
    REQUIRE(phase() == Phase::redemption);
    company.asks(
        Renew{{"d1"}, in(50), renewal_price(company.state, service(company.state, "d1"), 1, company.day()).total(), 1},
        "phone.4");
    company.after_ms(10'000);
    REQUIRE(company.state.invoices.size() == 2);
    CHECK(lines_of(company.state, company.state.invoices.row(1).id).front().item == InvoiceItem::restoration);

    company.asks(
        ChangeNameservers{{"d2"}, service(company.state, "d2").nameservers, {"a.nowhere.invalid", "b.nowhere.invalid"}},
        "phone.5");
    company.after_ms(10'000);
    CHECK(company.state.invoices.size() == 2);
}

TEST_CASE("a transfer of a .com goes its way: payment, unlocking, code, registry, holder, other registrar")
{
    Company company;
    company.begins_transfer("coming.com");
    CHECK(tab_of(service(company.state, "t1"), today) == Tab::pending);
    company.asks(PayTransfer{{"t1"}, transfer_price(service(company.state, "t1"), company.day()).total()});
    CHECK(company.step() == TransferStep::awaiting_unlock);
    company.asks(RetryTransfer{{"t1"}});

    company.asks(GiveTransferCode{{"t1"}, demo::hand_in_code(service(company.state, "t1"), "wrong-code-1")});
    company.after_ms(5'000);
    CHECK(company.step() == TransferStep::code_invalid);
    CHECK(company.letters("mail.transfer_code_invalid") == 1);
    company.asks(GiveTransferCode{{"t1"}, demo::hand_in_code(service(company.state, "t1"), "Right-Code-1")});
    company.after_ms(10'000);
    CHECK(company.step() == TransferStep::awaiting_validation);
    company.presses(ValidateTransfer{{"t1"}, true});
    CHECK(company.step() == TransferStep::awaiting_losing_registrar);
    company.after_days(6);
    CHECK(company.step() == TransferStep::completed);
    CHECK(tab_of(service(company.state, "t1"), company.day()) == Tab::active);
    CHECK(service(company.state, "t1").expires_on == base::years_after(in(100), 1));
    CHECK(service(company.state, "t1").held_until > in(60));
    for (const Transfer& transfer : company.state.transfers) CHECK(transfer.receipt.find("Code") == std::string::npos);
}

TEST_CASE("a .fr needs no consent; nobody's answer in time ends a transfer; an ended one is no service of ours")
{
    Company company;
    SUBCASE(".fr")
    {
        company.begins_transfer("coming.fr");
        enter_step(company.state, company.state.transfers.row(0), TransferStep::awaiting_code, company.now);
        company.asks(GiveTransferCode{{"t1"}, demo::hand_in_code(service(company.state, "t1"), "Right-Code-1")});
        company.after_ms(10'000);
        CHECK(company.step() == TransferStep::awaiting_losing_registrar);
    }
    SUBCASE("too late")
    {
        company.begins_transfer("coming.com");
        company.after_days(15);
        CHECK(company.step() == TransferStep::refused);
        CHECK(company.letters("mail.transfer_refused") == 1);
        CHECK(tab_of(service(company.state, "t1"), company.day()) == Tab::expired);
    }
    SUBCASE("cancelled")
    {
        company.begins_transfer("coming.com");
        company.asks(CancelTransfer{{"t1"}});
        CHECK(company.step() == TransferStep::cancelled);
        CHECK(reasons(check(company.state, CancelTransfer{{"t1"}}, on(today))) == "why.no_transfer");
    }
}

TEST_CASE("a trade: both are written to, both confirm, and the services leave the account")
{
    Company company;
    change(company.state, "d1", [](Service& s) { s.auto_renew = true; });
    company.asks(StartTrade{{"d1"}, "C-118203", "other@example.org", "", "Sold.", true});
    company.after_ms(1);
    CHECK(company.letters("mail.trade_owner") == 1);
    CHECK(company.letters("mail.trade_recipient") == 1);
    const auto id = company.state.trades.row(0).id;
    company.presses(AnswerTrade{id, Side::owner, true});
    company.presses(AnswerTrade{id, Side::recipient, true});
    company.after_ms(10'000);
    CHECK(company.trade() == TradeState::done);
    CHECK_FALSE(company.state.services.contains({"d1"}));
    CHECK(company.letters("mail.trade_done") == 2);
    CHECK(company.state.carts.empty());
}

TEST_CASE("a trade that is not confirmed within fourteen days ends, and one that cannot be carried out changes nothing")
{
    Company company;
    company.asks(StartTrade{{"d1"}, "C-000000", "other@example.org", "", "Sold.", true});
    company.after_ms(1);
    SUBCASE("not confirmed")
    {
        company.after_days(15);
        CHECK(company.trade() == TradeState::expired);
    }
    SUBCASE("the recipient's profile is incomplete")
    {
        const auto id = company.state.trades.row(0).id;
        company.presses(AnswerTrade{id, Side::owner, true});
        company.presses(AnswerTrade{id, Side::recipient, true});
        company.after_ms(10'000);
        CHECK(company.trade() == TradeState::failed);
        CHECK(company.state.trades.row(0).problem == "trade.recipient_incomplete");
    }
    CHECK(why_not_trade(company.state, service(company.state, "d1"), company.day()) == std::nullopt);
}

TEST_CASE("a service ends on the day that was asked for, an unlocking by itself, and the customer hears of both ends")
{
    Company company;
    company.asks(EndService{{"h1"}, in(200), true});
    change(company.state, "d1", [](Service& s) { s.unlocked_until = in(3); });
    company.after_days(1);
    CHECK(service(company.state, "h1").status == Status::inactive);
    CHECK(company.letters("mail.ended") == 1);
    CHECK_FALSE(service(company.state, "d1").locked);
    company.after_days(3);
    CHECK(service(company.state, "d1").locked);
    CHECK_FALSE(is_set(service(company.state, "d1").unlocked_until));
}

TEST_CASE(
    "the offered domain is registered, or comes over by a transfer; a name that is taken leaves the right as it was")
{
    Company    company;
    const auto choose = [&](const char* name, bool transfers) {
        change(company.state, "h1", [](Service& s) { s.offer_right = OfferRight::available; });
        company.asks(ChooseOfferedDomain{{"h1"}, name, {}, transfers, true}, name);
        company.after_ms(6'000);
    };
    choose("mine-example.fr", false);
    CHECK(service(company.state, "h1").offer_right == OfferRight::consumed);
    const auto offered = service(company.state, "h1").offered_domain;
    CHECK(company.state.services.get(offered)->linked_to == ServiceId{"h1"});
    choose("exemple.fr", false);
    CHECK(service(company.state, "h1").offer_right == OfferRight::available);
    choose("elsewhere-example.com", true);
    CHECK(company.step() == TransferStep::awaiting_unlock);
}

TEST_CASE("a domain is active until its last paid day, then in grace, redemption, pending deletion, and released; a "
          "hosting account is suspended, then deleted")
{
    Company company;
    change(company.state, "h2", [](Service& s) { s.expires_on = in(80); });
    std::vector<std::string> lives;
    for (int days = 0; days < 170; ++days) {
        company.after_days(1);
        const auto domain = service(company.state, "d2"), hosting = service(company.state, "h2");
        const auto life = std::string(base::name_of(domain.status)) + " " + std::string(base::name_of(hosting.status));
        if (lives.empty() || lives.back() != life) lives.push_back(life);
    }
    CHECK(lives ==
          std::vector<std::string>{"active active", "expired suspended", "expired inactive", "inactive inactive"});
    CHECK(company.letters("mail.expired") >= 2);
    CHECK(company.letters("mail.released") == 2);  // one for each domain
    CHECK(company.letters("mail.deleted") == 1);
}

TEST_CASE("the transfer code of a domain is given with the right password only, and is always the same one")
{
    const auto one = domain("d1", "example-one.fr", in(50));
    CHECK_FALSE(demo::transfer_code(one, "wrong"));
    const auto code = demo::transfer_code(one, demo::demo_password);
    REQUIRE(code);
    CHECK(code->size() == 14);
    CHECK(demo::transfer_code(one, demo::demo_password) == code);
    CHECK(demo::transfer_code(domain("d2", "example-two.com", in(50)), demo::demo_password) != code);
    const auto fault = [](std::string_view pasted) {
        return reason(model::fault_of_transfer_code(base::pasted_code(pasted)));
    };
    CHECK(fault(" AB–12-cd\n").empty());
    CHECK(fault("\u200b") == "why.code_missing");
    CHECK(fault("abcd") == "transfer.code_too_short");
    CHECK(fault(std::string(81, 'a')) == "transfer.code_too_long");
    CHECK(fault("with a blank") == "transfer.code_has_blank");
    CHECK(fault("accentué") == "transfer.code_bad_sign");
    CHECK(demo::hand_in_code(one, "good-code").find("good") == std::string::npos);
}
