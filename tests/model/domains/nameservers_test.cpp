#include "model/account.hpp"

using namespace account;

static std::string fault(const char* entry) { return reason(fault_of_nameserver(entry, "example-one.fr")); }

TEST_CASE("a name server is a host name")
{
    CHECK(fault("ns1.example.net").empty());
    CHECK(fault("  NS1.Example.NET. ").empty());
    CHECK(fault("ns1") == "nameserver.not_a_host_name");
    CHECK(fault("ns1..example.net") == "nameserver.not_a_host_name");
    CHECK(fault("-ns1.example.net") == "nameserver.not_a_host_name");
    CHECK(fault("ns_1.example.net") == "nameserver.not_a_host_name");
    CHECK(fault("192.0.2.1") == "nameserver.address_instead_of_name");
}

TEST_CASE("name servers are read as they are pasted")
{
    for (const auto* pasted : {" ns1.example.net", "ns1–a.example.net", "ns1.example.net,", "https://ns1.example.net/",
                               "ns1.example\u200b.net."}) {
        CAPTURE(pasted);
        CHECK(fault(pasted).empty());
    }
    CHECK(fault("ns1.example-one.fr (192.0.2.1)").empty());
    CHECK(to_text(read_nameserver("NS1.example-one.fr. [2001:DB8:0:0::1]")) == "ns1.example-one.fr 2001:db8::1");
    CHECK(to_text(read_nameserver("ns1–a.host.example")) == "ns1-a.host.example");
}

TEST_CASE("a server inside the domain needs its address, and only such a server may have one")
{
    CHECK(fault("ns1.example-one.fr") == "nameserver.glue_missing");
    CHECK(fault("example-one.fr") == "nameserver.glue_missing");
    CHECK(fault("NS1.EXAMPLE-ONE.FR") == "nameserver.glue_missing");
    CHECK(fault("ns1.example-one.fr 192.0.2.1").empty());
    CHECK(fault("ns1.example-one.fr 2001:db8::1").empty());
    CHECK(fault("ns1.example-one.fr 192.0.2.1 2001:db8::1").empty());
    CHECK(fault("ns1.my-example-one.fr").empty());
    CHECK(fault("ns1.example.net 192.0.2.1") == "nameserver.glue_superfluous");
}

TEST_CASE("an address is one that anybody can reach")
{
    const auto with = [](std::string address) { return fault(("ns1.example-one.fr " + address).c_str()); };
    for (const auto* wrong : {"1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.a",
                              "::1::", "12345::", "2001:db8:::1", "fe80::1%eth0"}) {
        CAPTURE(wrong);
        CHECK(with(wrong) == "nameserver.not_an_address");
    }
    for (const auto* closed : {"10.0.0.1", "127.0.0.1", "0.0.0.0", "172.16.0.1", "172.31.255.255", "192.168.1.1",
                               "169.254.0.1", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1",
                               "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:10.0.0.1"}) {
        CAPTURE(closed);
        CHECK(with(closed) == "nameserver.private_address");
    }
    for (const auto* open : {"9.9.9.9", "172.15.0.1", "172.32.0.1", "192.167.1.1", "100.128.0.1", "223.255.255.255",
                             "2001:db8::1", "2a01:4f8::2"}) {
        CAPTURE(open);
        CHECK(with(open).empty());
    }
}

TEST_CASE("changing the name servers of a domain")
{
    auto       state = small();
    const auto ask   = [&](std::vector<std::string> wanted) {
        return reasons(check(state, nameservers(state, "d1", std::move(wanted)), on(today)));
    };

    SUBCASE("takes from two to six")
    {
        CHECK(ask({"a.example.net"}) == "nameservers: nameserver.count");
        CHECK(ask({"a.example.net", "b.example.net"}).empty());
        CHECK(ask({"a.e.net", "b.e.net", "c.e.net", "d.e.net", "e.e.net", "f.e.net"}).empty());
        CHECK(ask({"a.e.net", "b.e.net", "c.e.net", "d.e.net", "e.e.net", "f.e.net", "g.e.net"}) ==
              "nameservers: nameserver.count");
    }
    SUBCASE("overlooks empty lines of the form")
    {
        CHECK(ask({"a.example.net", "", "  ", "b.example.net"}).empty());
        CHECK(ask({"a.example.net", "", ""}) == "nameservers: nameserver.count");
    }
    SUBCASE("names the line that is wrong")
    {
        CHECK(ask({"a.example.net", "", "b example net"}) == "nameservers.2: nameserver.not_a_host_name");
        CHECK(ask({"a.example.net", "b.example.net", "A.example.net."}) == "nameservers.2: nameserver.twice");
    }
    SUBCASE("to what they already are is not a change")
    {
        CHECK(ask({"DNS1.old.example", "dns2.old.example."}) == "nameserver.nothing_changed");
    }
    SUBCASE("becomes an operation for the host, in tidy form; the domain itself is unchanged until it is done")
    {
        carry_out(state, nameservers(state, "d1", {" NS1.Example.net. ", "", "ns2.example-one.fr   192.0.2.1"}));
        const auto operation = open_operation(state, {"d1"});
        REQUIRE(operation);
        CHECK(operation->state == OperationState::to_do);
        const auto& change = std::get<NameserverChange>(operation->detail);
        CHECK(change.before == std::vector<std::string>{"dns1.old.example", "dns2.old.example"});
        CHECK(change.after == std::vector<std::string>{"ns1.example.net", "ns2.example-one.fr 192.0.2.1"});
        CHECK(service(state, "d1").nameservers == change.before);
    }
    SUBCASE("is refused while another operation runs, for a change as for a renewal")
    {
        carry_out(state, renewal(state, "d1"));
        CHECK(ask({"a.example.net", "b.example.net"}) == "why.renewal_under_way");
        carry_out(state, nameservers(state, "d2", {"a.example.net", "b.example.net"}), on(today, "phone.2"));
        CHECK(reason(why_not_change_nameservers(state, service(state, "d2"), today)) == "why.nameservers_under_way");
    }
    SUBCASE("is refused when somebody else changed them while the popup was open")
    {
        auto late = nameservers(state, "d1", {"a.example.net", "b.example.net"});
        change(state, "d1", [](Service& d) { d.nameservers = {"x.example.net", "y.example.net"}; });
        CHECK(reasons(check(state, late, on(today))) == "why.nameservers_changed_meanwhile");
    }
    SUBCASE("is refused during a transfer, a trade, a dispute, and after the expiry")
    {
        const auto why = [&](auto with) {
            change(state, "d1", with);
            return reason(why_not_change_nameservers(state, service(state, "d1"), today));
        };
        CHECK(why([](Service& d) { d.condition = Condition::outgoing_transfer; }) == "why.transfer_under_way");
        CHECK(why([](Service& d) { d.condition = Condition::transfer_code_missing; }) == "why.transfer_under_way");
        CHECK(why([](Service& d) { d.condition = Condition::trade_in_progress; }) == "why.trade_under_way");
        CHECK(why([](Service& d) { d.condition = Condition::dispute; }) == "why.dispute");
        CHECK(why([](Service& d) { d.condition = Condition::suspended_registry; }) == "why.suspended_by_registry");
        CHECK(why([](Service& d) { d.condition = Condition::ns_rejected; }).empty());
        CHECK(why([](Service& d) { d.expires_on = in(-1); }) == "why.expired");
        CHECK(why([](Service& d) { d.expires_on = in(-90); }) == "why.released");
        CHECK(reason(why_not_change_nameservers(state, service(state, "h1"), today)) == "why.not_a_domain");
    }
    SUBCASE("of a domain that is gone from the account says so")
    {
        CHECK(reasons(check(state, ChangeNameservers{{"nobody"}, {}, {}}, on(today))) == "why.no_such_service");
    }
}
