#include "demo/clock.hpp"
#include "kit/company.hpp"

using namespace account;

TEST_CASE("the host begins an operation after two seconds and is done after five")
{
    Company company;
    company.after_ms(0);
    carry_out(company.state, nameservers(company.state, "d1", {"a.example.net", "b.example.net"}), company.context());

    CHECK_FALSE(company.after_ms(1'999));
    CHECK(company.the_operation("d1").state == OperationState::to_do);
    CHECK(company.after_ms(1));
    CHECK(company.the_operation("d1").state == OperationState::under_way);
    CHECK_FALSE(company.after_ms(2'999));
    CHECK(company.after_ms(1));
    CHECK(company.the_operation("d1").state == OperationState::done);
    CHECK(service(company.state, "d1").nameservers == std::vector<std::string>{"a.example.net", "b.example.net"});
    CHECK(company.the_operation("d1").changed_at == base::ms_after(noon(today), 5'000));
    CHECK_FALSE(company.after_ms(60'000));
}

TEST_CASE("a host that was asleep catches up, and notes when each thing was due")
{
    Company company;
    carry_out(company.state, renewal(company.state, "d1"), company.context());
    company.after_days(1);
    CHECK(company.the_operation("d1").state == OperationState::done);
    CHECK(company.the_operation("d1").changed_at == base::ms_after(noon(today), 5'000));
}

TEST_CASE("a done renewal moves the expiry by whole years and brings the service back")
{
    Company company;
    for (const auto* id : {"d2", "h1"}) change(company.state, id, [](Service& s) { s.expires_on = in(-10); });
    company.after_ms(0);
    CHECK(service(company.state, "d2").status == Status::expired);
    CHECK(service(company.state, "h1").status == Status::suspended);

    carry_out(company.state, renewal(company.state, "d2"), company.context());
    carry_out(company.state, renewal(company.state, "h1", 2), company.context("phone.2"));
    company.after_ms(5'000);
    CHECK(service(company.state, "d2").status == Status::active);
    CHECK(service(company.state, "d2").expires_on == base::years_after(in(-10), 1));
    CHECK(service(company.state, "h1").status == Status::active);
    CHECK(service(company.state, "h1").expires_on == base::years_after(in(-10), 2));
}

TEST_CASE("name servers that no registry knows end in an error with the reason, and the domain shows it until it is "
          "put right")
{
    Company company;
    carry_out(company.state, nameservers(company.state, "d1", {"a.example.net", "ns.nowhere.invalid"}),
              company.context());
    company.after_ms(5'000);

    const auto failed = company.the_operation("d1");
    CHECK(failed.state == OperationState::error);
    CHECK(failed.reason == "operation.nameserver_unknown");
    CHECK(failed.reason_detail == "ns.nowhere.invalid");
    CHECK(service(company.state, "d1").nameservers.front() == "dns1.old.example");
    CHECK(condition_on(service(company.state, "d1"), today) == Condition::ns_rejected);

    carry_out(company.state, nameservers(company.state, "d1", {"a.example.net", "b.example.net"}),
              company.context("phone.2"));
    company.after_ms(5'000);
    CHECK(condition_on(service(company.state, "d1"), today) == Condition::ok);
}

TEST_CASE("an operation that has become impossible before the host came to it fails and says so")
{
    Company company;
    carry_out(company.state, nameservers(company.state, "d1", {"a.example.net", "b.example.net"}), company.context());
    change(company.state, "d1", [](Service& d) { d.expires_on = in(-40); });
    company.after_ms(5'000);
    CHECK(company.the_operation("d1").state == OperationState::error);
    CHECK(company.the_operation("d1").reason == "operation.not_possible_any_more");
}

TEST_CASE("what expires is closed in the night after its last day")
{
    Company company;
    company.after_days(50);
    CHECK(service(company.state, "d1").status == Status::active);
    company.after_days(1);
    CHECK(service(company.state, "d1").status == Status::expired);
    company.after_days(31);
    CHECK(service(company.state, "d1").status == Status::inactive);
    CHECK(service(company.state, "d2").status == Status::expired);
}

TEST_CASE("what renews itself is renewed seven days before the expiry, year after year, and never twice")
{
    Company company;
    change(company.state, "d1", [](Service& d) { d.auto_renew = true; });
    company.after_days(42);
    CHECK(operations_of(company.state, ServiceId{"d1"}).empty());
    company.after_days(1);
    CHECK(operations_of(company.state, ServiceId{"d1"}).size() == 1);
    company.after_ms(5'000);
    CHECK(service(company.state, "d1").expires_on == base::years_after(in(50), 1));

    for (int day = 0; day < 800; ++day) company.after_days(1);
    CHECK(service(company.state, "d1").status == Status::active);
    CHECK(operations_of(company.state, ServiceId{"d1"}).size() == 3);
}

TEST_CASE("the host says when it wants to be woken: at the next step of an operation, at midnight in Paris otherwise")
{
    Company company;
    company.after_ms(0);
    CHECK(company.host.next_event_at(company.state, company.now) == base::paris_midnight(in(1)));
    carry_out(company.state, renewal(company.state, "d1"), company.context());
    company.after_ms(0);
    CHECK(company.host.next_event_at(company.state, company.now) == base::ms_after(company.now, 2'000));
    company.after_ms(2'000);
    CHECK(company.host.next_event_at(company.state, company.now) == base::ms_after(company.now, 3'000));
    CHECK_FALSE(demo::Company(demo::catalogue()).next_event_at(State{}, company.now));
}

TEST_CASE("the same rows and the same moments give the same rows")
{
    Company one, other;
    for (auto* company : {&one, &other}) {
        carry_out(company->state, renewal(company->state, "d1"), company->context());
        carry_out(company->state, nameservers(company->state, "d2", {"a.example.net", "b.example.net"}),
                  company->context("phone.2"));
    }
    for (int step = 0; step < 100; ++step) one.after_ms(77'777);
    other.after_ms(100 * 77'777);
    CHECK(equal(one.state.services, other.state.services));
    CHECK(equal(one.state.operations, other.state.operations));
}

TEST_CASE("the clock of the host can be moved ahead of the real one")
{
    demo::Clock clock;
    clock.advance(3 * base::ms_per_day);
    CHECK(base::paris_day(clock.now(noon(today))) == in(3));
    CHECK(clock.here(clock.now(noon(today))) == noon(today));
}
