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
            std::to_string(renewal_price(state, service(state, id.c_str()), years, today).total.cents));
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
    CHECK(lines_of(the_cart(state)).front().years == 2);
    carry_out(state, DeleteCart{the_cart(state).id});
    CHECK(state.carts.empty());
}

TEST_CASE("a cart is paid at today's prices, which the customer has seen, and becomes renewals and an order")
{
    auto state = small();
    carry_out(state, cart_of(state, {"d1", "h1"}), on(today, "phone.4"));
    const auto total = total_today(state, the_cart(state), today);
    CHECK(total == renewal(state, "d1").seen_price + renewal(state, "h1").seen_price);
    CHECK(reasons(check(state, PayCart{the_cart(state).id, {total.cents - 1}}, on(today))) == "why.price_changed");
    carry_out(state, PayCart{the_cart(state).id, total}, on(today, "phone.5"));
    CHECK(state.carts.empty());
    REQUIRE(state.orders.size() == 1);
    CHECK(state.orders.row(0).total == total);
    for (const auto* id : {"d1", "h1"}) CHECK(open_operation(state, {id})->kind == OperationKind::renewal);
}

TEST_CASE("a line that cannot be paid today is left out of the sum, and of the payment")
{
    auto state = small();
    carry_out(state, cart_of(state, {"d1", "h1"}), on(today, "phone.4"));
    carry_out(state, renewal(state, "d1"), on(today, "phone.5"));
    const auto total = total_today(state, the_cart(state), today);
    CHECK(total == renewal(state, "h1").seen_price);
    carry_out(state, PayCart{the_cart(state).id, total}, on(today, "phone.6"));
    CHECK(state.orders.row(0).services == std::vector<std::string>{"h1"});
    CHECK(operations_of(state, {"d1"}).size() == 1);
}

TEST_CASE("damaged lines of a cart are worth nothing and break nothing")
{
    Cart cart;
    cart.services = {"d1", "d2"};
    cart.years    = {"one", "99999999999999999999"};
    cart.cents    = {"-"};
    CHECK(lines_of(cart).size() == 1);
    const auto state = small();
    CHECK(total_today(state, cart, today).cents == 0);
}
