#include "model/account.hpp"

using namespace account;

namespace {

SaveCart cart_of(const State& state, std::vector<std::string> services, int years = 1)
{
    SaveCart cart;
    for (const auto& id : services) {
        cart.services.push_back(id);
        cart.years.push_back(std::to_string(years));
        cart.cents.push_back(
            std::to_string(renewal_price(state, service(state, id.c_str()), years, today).total().cents));
    }
    return cart;
}

Cart the_cart(const State& state) { return state.carts.row(0); }

}  // namespace

TEST_CASE("a cart is saved, edited and deleted")
{
    auto state = small();
    CHECK(reasons(check(state, SaveCart{}, on(today))) == "why.cart_empty");
    CHECK(reasons(check(state, cart_of(state, {"d1", "d1"}), on(today))) == "why.twice_in_cart");
    CHECK(reasons(check(state, cart_of(state, {"d1"}, 11), on(today))) == "years: why.years_out_of_range");
    carry_out(state, cart_of(state, {"d1", "h1"}), on(today, "phone.4"));
    REQUIRE(state.carts.size() == 1);
    auto edited = cart_of(state, {"h1"}, 2);
    edited.cart = the_cart(state).id;
    carry_out(state, edited, on(today, "phone.5"));
    REQUIRE(state.carts.size() == 1);
    CHECK(lines_of(state, the_cart(state).id).front().years == 2);
    carry_out(state, DeleteCart{the_cart(state).id});
    CHECK(state.carts.empty());
}

TEST_CASE("a cart is paid at today's prices, which the customer has seen, and becomes renewals and an order")
{
    auto state = small();
    carry_out(state, cart_of(state, {"d1", "h1"}), on(today, "phone.4"));
    const auto total = total_today(state, lines_of(state, the_cart(state).id), today);
    CHECK(total == renewal(state, "d1").seen_price + renewal(state, "h1").seen_price);
    CHECK(reasons(check(state, PayCart{the_cart(state).id, {total.cents - 1}}, on(today))) == "why.price_changed");
    carry_out(state, PayCart{the_cart(state).id, total}, on(today, "phone.5"));
    CHECK(state.carts.empty());
    REQUIRE(state.orders.size() == 1);
    CHECK(state.orders.row(0).total == total);
    for (const auto* id : {"d1", "h1"}) CHECK(kind_of(*open_operation(state, {id})) == OperationKind::renewal);
}

TEST_CASE("a line that cannot be paid today is left out of the sum, and of the payment")
{
    auto state = small();
    carry_out(state, cart_of(state, {"d1", "h1"}), on(today, "phone.4"));
    carry_out(state, renewal(state, "d1"), on(today, "phone.5"));
    const auto total = total_today(state, lines_of(state, the_cart(state).id), today);
    CHECK(total == renewal(state, "h1").seen_price);
    carry_out(state, PayCart{the_cart(state).id, total}, on(today, "phone.6"));
    const auto order = state.orders.row(0).id;
    REQUIRE(lines_of(state, order).size() == 1);
    CHECK(lines_of(state, order).front().service == ServiceId{"h1"});
    CHECK(names_of(state, order) == "host0001");
    CHECK(operations_of_order(state, order).size() == 1);
    CHECK(operations_of(state, ServiceId{"d1"}).size() == 1);
}

TEST_CASE("damaged lines of a cart are worth nothing and break nothing")
{
    const auto state = small();
    CHECK_FALSE(check(state, SaveCart{{}, {"d1", "d2"}, {"one", "99999999999999999999"}, {"-"}}, on(today)).none());
    CHECK_FALSE(check(state, SaveCart{{}, {"d1"}, {"99999999999999999999"}, {"1"}}, on(today)).none());
    CartLine line;
    line.service = {"nobody"};
    line.years   = -3;
    CHECK(total_today(state, {line}, today).cents == 0);
}

TEST_CASE("a cart that goes takes its lines along, and one that is saved anew has the new ones alone")
{
    auto state = small();
    carry_out(state, cart_of(state, {"d1", "h1", "d2"}), on(today, "phone.4"));
    auto edited = cart_of(state, {"h1"});
    edited.cart = the_cart(state).id;
    carry_out(state, edited, on(today, "phone.5"));
    CHECK(state.cart_lines.size() == 1);
    CHECK(carts_with(state, {"h1"}).size() == 1);
    CHECK(carts_with(state, {"d1"}).empty());
    carry_out(state, DeleteCart{the_cart(state).id});
    CHECK(state.cart_lines.empty());
}
