#include "codec/account_file.hpp"
#include "codec/slots.hpp"
#include "model/state.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

using codec::Form;
using nlohmann::ordered_json;

namespace {

std::string text_of(const char* path)
{
    std::ifstream file(std::string(GUICHET_SOURCE_DIR) + path, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

// How the schema says the type of a field.
ordered_json expected_type(const codec::Slot& slot)
{
    const auto reference = [](const char* name) { return ordered_json{{"$ref", std::string("#/$defs/") + name}}; };
    switch (slot.form) {
    case Form::boolean: return {{"type", "boolean"}};
    case Form::int32:   return reference("count");
    case Form::int64:   return {{"type", "integer"}};
    case Form::word:    return {{"enum", std::vector<std::string>(slot.words.begin(), slot.words.end())}};
    case Form::text:    return reference("text");
    case Form::id:      return reference("id");
    case Form::date:    return reference("date");
    case Form::instant: return reference("instant");
    case Form::money:   return reference("money");
    case Form::list:    return reference("texts");
    }
    return {};
}

void check_struct(const ordered_json& schema, const char* name, const codec::Slots& slots)
{
    CAPTURE(name);
    const auto&              properties = schema["$defs"][name]["properties"];
    std::vector<std::string> documented, known;
    for (const auto& property : properties.items()) documented.push_back(property.key());
    for (const auto& slot : slots.fields) known.emplace_back(slot.name);
    REQUIRE(documented == known);

    for (const auto& slot : slots.fields) {
        CAPTURE(std::string(slot.name));
        auto        said = properties[std::string(slot.name)];
        std::string by_default;
        if (slot.form == Form::word) by_default = slot.words[slot.in<std::uint8_t>(slots.defaults)];
        if (slot.form == Form::word) CHECK(said.value("default", "") == by_default);
        said.erase("default");
        said.erase("description");
        CHECK(said == expected_type(slot));
    }
    CHECK(slots.keeps_unknown);
    CHECK_FALSE(schema["$defs"][name].contains("additionalProperties"));
}

}  // namespace

TEST_CASE("the published schema lists exactly the fields, types and words that the program reads")
{
    const auto schema = ordered_json::parse(text_of("/docs/account.schema.json"), nullptr, false);
    REQUIRE(schema.is_object());
    check_struct(schema, "profile", codec::slots_of<model::Profile>());
    model::State state;
    model::for_each_table(state, [&]<class T>(std::string_view name, table::Table<T>&) {
        // "services" holds what "service" describes.
        const auto one = std::string(name.substr(0, name.size() - 1));
        CAPTURE(one);
        CHECK(schema["properties"][std::string(name)]["items"]["$ref"] == "#/$defs/" + one);
        check_struct(schema, one.c_str(), codec::slots_of<T>());
    });
}

TEST_CASE("the example of the documentation is an account")
{
    const auto        page  = text_of("/docs/account-format.md");
    const std::string fence = "```json\n";
    const auto        from  = page.find(fence) + fence.size();
    const auto        json  = page.substr(from, page.find("```", from) - from);
    const auto        state = codec::read_account(json);
    REQUIRE(state);
    CHECK(codec::write_account(*state) == json);
}
