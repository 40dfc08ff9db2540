// One notice for one reason that applies to many things.
#include "store/notices.hpp"

#include <doctest/doctest.h>

#include <string>

using store::Notice;
using store::NoticeKind;
using store::Notices;

namespace {

Notice refused(const std::string& service, base::TextKey why = "why.expired")
{
    return {.kind = NoticeKind::request_refused, .service = {service}, .why = {{}, why, {}}};
}

}  // namespace

TEST_CASE("what is to be said of many services for one reason is said once, of all of them")
{
    Notices notices;
    for (int n = 0; n < 5'000; ++n) CHECK(notices.add(refused("s" + std::to_string(n))));
    CHECK(notices.add(refused("s1", "why.price_changed")));
    REQUIRE(notices.list().size() == 2);
    CHECK(notices.list()[0].service.value == "s0");
    CHECK(notices.list()[0].more == 4'999);
    CHECK(notices.list()[1].more == 0);
}

TEST_CASE("what is there already is not said twice; once it is dismissed it may be said again")
{
    Notices notices;
    CHECK(notices.add(refused("a")));
    CHECK_FALSE(notices.add(refused("a")));
    CHECK(notices.add(NoticeKind::unreadable, 3));
    CHECK_FALSE(notices.add(NoticeKind::unreadable, 3));
    CHECK(notices.add(NoticeKind::unreadable, 4));
    notices.dismiss(notices.list().front().number);
    CHECK(notices.add(refused("a")));
    CHECK(notices.withdraw(NoticeKind::unreadable));
    CHECK_FALSE(notices.withdraw(NoticeKind::unreadable));
    CHECK(notices.list().size() == 1);
}
