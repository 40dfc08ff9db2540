#include "base/shape.hpp"
#include "codec/account_file.hpp"
#include "model/state.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

using base::Form;
using nlohmann::ordered_json;

namespace {

std::string text_of(const char* path)
{
    std::ifstream file(std::string(GUICHET_SOURCE_DIR) + path, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

ordered_json expected_type(const base::Field& field);

// Part of a row, whose members are all known.
ordered_json expected_object(const base::Shape& shape)
{
    auto properties = ordered_json::object();
    for (const auto& field : shape.fields) properties[std::string(field.name)] = expected_type(field);
    return {{"type", "object"}, {"additionalProperties", false}, {"properties", properties}};
}

// An object with exactly one member.
ordered_json expected_choice(const base::Choice& choice)
{
    auto properties = ordered_json::object();
    for (const auto& one : choice.alternatives) properties[std::string(one.word)] = expected_object(*one.shape);
    return {{"type", "object"},
            {"minProperties", 1},
            {"maxProperties", 1},
            {"additionalProperties", false},
            {"properties", properties}};
}

// The type of a field in terms of the schema.
ordered_json expected_type(const base::Field& field)
{
    const auto reference = [](const char* name) { return ordered_json{{"$ref", std::string("#/$defs/") + name}}; };
    switch (field.form) {
    case Form::boolean:       return {{"type", "boolean"}};
    case Form::int32:         return reference(field.bounds == base::years_bounds ? "years" : "count");
    case Form::int64:         return {{"type", "integer"}};
    case Form::enumeration:   return {{"enum", std::vector<std::string>(field.words.begin(), field.words.end())}};
    case Form::interned_text:
    case Form::text:          return reference("text");
    case Form::id:            return reference("id");
    case Form::date:          return reference("date");
    case Form::instant:       return reference("instant");
    case Form::money:         return reference("money");
    case Form::texts:         return reference("texts");
    case Form::args:          return reference("args");
    case Form::object:        return expected_object(*field.object);
    case Form::choice:        return expected_choice(*field.choice);
    }
    return {};
}

// Removes the descriptions for people, at any depth.
void strip(ordered_json& said)
{
    said.erase("default");
    said.erase("description");
    if (said.contains("properties"))
        for (auto& property : said["properties"]) strip(property);
}

void check_struct(const ordered_json& schema, const char* name, const base::Shape& shape)
{
    CAPTURE(name);
    const auto&              properties = schema["$defs"][name]["properties"];
    std::vector<std::string> documented, known;
    for (const auto& property : properties.items()) documented.push_back(property.key());
    for (const auto& field : shape.fields) known.emplace_back(field.name);
    REQUIRE(documented == known);

    for (const auto& field : shape.fields) {
        CAPTURE(std::string(field.name));
        auto        said = properties[std::string(field.name)];
        std::string by_default;
        if (field.form == Form::enumeration) by_default = field.words[field.in<std::uint8_t>(shape.defaults)];
        if (field.form == Form::enumeration) CHECK(said.value("default", "") == by_default);
        strip(said);
        CHECK(said == expected_type(field));
    }
    CHECK(shape.keeps_unknown);
    CHECK_FALSE(schema["$defs"][name].contains("additionalProperties"));
}

// Collects the names of referenced definitions, at any depth.
void find_references(const ordered_json& said, std::vector<std::string>& names)
{
    if (said.is_object() && said.contains("$ref")) names.push_back(said["$ref"].get<std::string>());
    for (const auto& part : said)
        if (part.is_structured()) find_references(part, names);
}

}  // namespace

TEST_CASE("all that the published schema refers to is defined in it, with the bounds that the program holds to")
{
    const auto               schema = ordered_json::parse(text_of("/docs/account.schema.json"), nullptr, false);
    std::vector<std::string> names;
    find_references(schema, names);
    CHECK(names.size() > 50);
    for (const auto& name : names) {
        CAPTURE(name);
        REQUIRE(name.starts_with("#/$defs/"));
        CHECK(schema["$defs"].contains(name.substr(8)));
    }
    const auto bounds = [](const ordered_json& number) {
        return base::Bounds{number.value("minimum", std::int64_t{0}), number.value("maximum", std::int64_t{0})};
    };
    CHECK(bounds(schema["$defs"]["years"]) == base::years_bounds);
    CHECK(bounds(schema["$defs"]["count"]) == base::int32_bounds);
    CHECK(bounds(schema["$defs"]["money"]["properties"]["cents"]) == base::cents_bounds);
}

TEST_CASE("the published schema lists exactly the fields, types and words that the program reads")
{
    const auto schema = ordered_json::parse(text_of("/docs/account.schema.json"), nullptr, false);
    REQUIRE(schema.is_object());
    check_struct(schema, "profile", base::shape_of<model::Profile>());
    model::State state;
    model::for_each_table(state, [&]<class T>(std::string_view name, table::Table<T>&) {
        // The profile is an object, not an array; the schema does not describe unknown members.
        if (name == "profile" || name == "extras") return;
        // "services" contains what "service" describes.
        const auto one = std::string(name.substr(0, name.size() - 1));
        CAPTURE(one);
        CHECK(schema["properties"][std::string(name)]["items"]["$ref"] == "#/$defs/" + one);
        check_struct(schema, one.c_str(), base::shape_of<T>());
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
