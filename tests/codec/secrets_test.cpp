// No row and no command has a field for a secret or a token, so none can be stored, sent or exported.
#include "base/shape.hpp"
#include "exchange/ledger.hpp"
#include "model/command.hpp"
#include "model/state.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>
#include <variant>

namespace {

// Every field of a struct by its path, nested structs and choices included.
void each_field(const base::Shape& shape, const std::string& path, const std::function<void(const std::string&)>& visit)
{
    for (const auto& field : shape.fields) {
        const auto name = path + "." + std::string(field.name);
        visit(name);
        if (field.form == base::Form::object) each_field(*field.object, name, visit);
        if (field.form == base::Form::choice)
            for (const auto& alternative : field.choice->alternatives)
                each_field(*alternative.shape, name + "." + std::string(alternative.word), visit);
    }
}

bool names_a_secret(std::string_view path)
{
    for (const auto* word : {"token", "secret", "password", "passphrase", "auth", "code", "hash", "key", "session"})
        if (path.find(word) != std::string_view::npos) return true;
    return false;
}

// Fields with suspicious names that are harmless, each one checked by hand.
const std::set<std::string> harmless = {
    "profile.postal_code",
    "invoices.seller.postal_code",
    "invoices.buyer.postal_code",
    // Whether the link that sets a password was used.
    "operations.detail.hosting_password.used",
    "refused.problems.key",
};

}  // namespace

TEST_CASE("no row of an account, no command and nothing of the ledger has a field for a secret or a token")
{
    std::set<std::string> found;
    const auto            note = [&](const std::string& path) {
        if (names_a_secret(path) && !harmless.contains(path)) found.insert(path);
    };
    model::State state;
    model::for_each_table(state, [&]<class T>(std::string_view name, table::Table<T>&) {
        each_field(base::shape_of<T>(), std::string(name), note);
    });
    each_field(base::shape_of<exchange::Device>(), "devices", note);
    each_field(base::shape_of<exchange::Refused>(), "refused", note);
    [&]<class... Commands>(const std::variant<Commands...>*) {
        (each_field(base::shape_of<Commands>(), "command", note), ...);
    }(static_cast<const model::AnyCommand*>(nullptr));
    for (const auto& path : found) {
        CAPTURE(path);
        CHECK(harmless.contains(path));
    }
}
