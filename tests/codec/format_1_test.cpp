// Files of format 1, written by earlier versions of the program.
#include "base/format.hpp"
#include "codec/account_file.hpp"
#include "model/billing/cart.hpp"
#include "model/earlier/schema_2.hpp"
#include "model/find.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using codec::read_account;
using codec::write_account;

namespace {

std::string refusal(std::string_view file)
{
    const auto result = read_account(file);
    return result ? "accepted" : base::say(base::Language::en, result.problem());
}

// A JSON member for each name that `now` has and `then` did not have.
std::string unknown_then(const base::Shape& then, const base::Shape& now)
{
    std::string members;
    for (const auto& field : now.fields)
        if (then.find(field.name) == base::Shape::none)
            members += ",\"" + std::string(field.name) + R"(":{"a, \"}":[1.50,"]"]})";
    return members;
}

}  // namespace

TEST_CASE(
    "a file of format 1 is read whole: lists become lines, before and after become what was meant, tokens are gone")
{
    std::stringstream bytes;
    bytes << std::ifstream(GUICHET_SOURCE_DIR "/tests/codec/kept/account_1.json", std::ios::binary).rdbuf();
    auto read = read_account(bytes.str());
    REQUIRE_MESSAGE(read, refusal(bytes.str()));
    const auto& state = *read;
    CHECK(state.services.size() == 62);
    CHECK(state.operations.size() == 34);
    CHECK(state.transfers.size() == 7);
    CHECK(state.trades.size() == 5);
    CHECK(state.carts.size() == 3);
    CHECK(state.orders.size() == 2);
    CHECK(state.invoices.size() == 19);
    CHECK(state.tickets.size() == 5);
    CHECK(state.posts.size() == 10);
    CHECK(state.messages.size() == 10);
    CHECK(profile_of(state).company == "Atelier Example");

    using namespace model;
    const auto lines = lines_of(state, PurchaseOrderId{"order-phone1.12"});
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].name == "atex7305");
    CHECK(lines[0].total + lines[1].total + lines[2].total == base::Money{28800});
    CHECK(operations_of_order(state, PurchaseOrderId{"order-phone1.12"}).size() == 3);
    CHECK(lines_of(state, CartId{"cart-demo-1"}).front().seen == base::Money{4188});

    const auto invoice = *state.invoices.get({"F-000001"});
    CHECK(invoice.buyer.name == "Atelier Example");
    CHECK(invoice.buyer.contact == "Camille Moreau");
    CHECK(invoice.buyer.address == "12 rue des Exemples");
    CHECK(invoice.buyer.postal_code == "35000");
    CHECK(invoice.buyer.city == "Rennes");
    CHECK(invoice.buyer.country == "FR");
    const auto billed = lines_of(state, invoice.id);
    REQUIRE(billed.size() == 1);
    CHECK(billed[0].charge == Charge{{850}, {170}, 200, VatCategory::standard});

    CHECK(std::get<OfferedRegistration>(state.operations.get({"op-phone1.10"})->detail).name == "neuf-exemple.fr");
    CHECK_FALSE(std::get<PasswordLink>(state.operations.get({"op-phone1.6"})->detail).used);
    const auto trade = *state.trades.get({"trade-demo-1"});
    CHECK(is_set(trade.invited_at));
    CHECK(trade.told == TradeNews::agreement);
    CHECK(names_of(state, trade.id) == "theatre-example.org");

    const auto written = write_account(state);
    CHECK(written.find("token") == std::string::npos);
    CHECK(written.find("a68d76125c431428") == std::string::npos);
    auto again = read_account(written);
    REQUIRE_MESSAGE(again, refusal(written));
    CHECK(same_rows(*again, state));
}

TEST_CASE("in a file of format 1 the version comes before what it is the version of")
{
    const std::string cart = R"("carts":[{"id":"c1","services":["h1"],"years":["1"],"cents":["7200"]}])";
    const std::string begin =
        R"({"format":"guichet-account","profile":{"account":"C-1"},"services":[{"id":"h1","name":"h"}],)";
    CHECK(refusal(begin + cart + R"(,"version":1})") ==
          "In a file of format 1, “version” must come before the tables.");
    CHECK(refusal(begin + R"("version":1,)" + cart + "}") == "accepted");
}

TEST_CASE("what lists of format 1 said beyond all bounds comes within them")
{
    const auto read = read_account(
        R"({"format":"guichet-account","version":1,"profile":{"account":"C-1"},"services":[{"id":"h1","name":"h"}],)"
        R"("carts":[{"id":"c1","services":["h1"],"years":["2147483647"],"cents":["9223372036854775807"]}],)"
        R"("invoices":[{"id":"F-000001","items":["renewal"],"services":["h1"],"names":["h"],"years":["-5"],)"
        R"("cents":["-9223372036854775808"]}]})");
    REQUIRE(read);
    const auto cart = lines_of(*read, model::CartId{"c1"});
    REQUIRE(cart.size() == 1);
    CHECK(cart[0].years == 100);
    CHECK(cart[0].seen == base::Money{1'000'000'000'000});
    const auto billed = lines_of(*read, model::InvoiceId{"F-000001"});
    REQUIRE(billed.size() == 1);
    CHECK(billed[0].years == 0);
    CHECK(billed[0].charge.net + billed[0].charge.vat == base::Money{-1'000'000'000'000});
}

TEST_CASE("a member that format 1 did not know is nothing but that, whatever its name means since")
{
    model::schema_2::Tables earlier;
    model::State            today;
    std::string             tables;
    model::schema_2::for_each_table(earlier, [&]<class Old>(std::string_view name, table::Table<Old>&) {
        for_each_table(today, [&]<class Now>(std::string_view other, table::Table<Now>&) {
            if (other != name) return;
            tables += ",\"" + std::string(name) + R"(":[{"id":"x")" +
                      (name == "operations" ? R"(,"service":"h1")" : "") +
                      unknown_then(base::shape_of<Old>(), base::shape_of<Now>()) + "}]";
        });
    });
    for (const auto name : model::schema_2::later_tables) tables += ",\"" + std::string(name) + R"(":[{"id":7}])";
    REQUIRE(tables.find("\"detail\"") != std::string::npos);
    const auto file = R"({"format":"guichet-account","version":1,"profile":{"account":"C-1"},)"
                      R"("services":[{"id":"h1","name":"h"}])" +
                      tables + R"(,"earlier_cart_lines":null})";
    CAPTURE(file);
    const auto read = read_account(file);
    REQUIRE_MESSAGE(read, refusal(file));
    const auto written = write_account(*read);
    CAPTURE(written);
    const auto again = read_account(written);
    REQUIRE_MESSAGE(again, refusal(written));
    CHECK(same_rows(*again, *read));
    CHECK(write_account(*again) == written);
    CHECK(written.find(R"("earlier_detail":{"a, \"}":[1.50,"]"]})") != std::string::npos);
    CHECK(written.find(R"("earlier_cart_lines":null)") != std::string::npos);
    CHECK(written.find(R"("earlier_earlier_cart_lines":[{"id":7}])") != std::string::npos);
    CHECK(again->cart_lines.empty());
}
