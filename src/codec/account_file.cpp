#include "codec/account_file.hpp"

#include "codec/account_head.hpp"
#include "codec/write.hpp"

namespace codec {
namespace {

template <class T>
void write_rows(std::string& json, std::string_view name, const table::Table<T>& rows)
{
    json += ",\n\"";
    json += name;
    json += "\":[";
    bool first = true;
    for (const T& row : rows) {
        json += first ? "\n" : ",\n";
        first = false;
        write_object(json, base::shape_of<T>(), &row, Fields::not_defaults);
    }
    json += first ? "]" : "\n]";
}

}  // namespace

base::Result<model::State> read_account(std::string_view bytes, const base::PublicSuffixes* suffixes)
{
    AccountReader reader(suffixes);
    reader.add(bytes);
    reader.end();
    while (reader.step()) {}
    return reader.take();
}

std::string write_account(const model::State& state)
{
    const auto  profile = profile_of(state);
    std::string json    = "{\n\"format\":";
    write_text(json, account_format);
    json += ",\n\"version\":" + std::to_string(account_version) + ",\n\"profile\":";
    write_object(json, base::shape_of<model::Profile>(), &profile, Fields::not_defaults);
    // Services and operations are written even when empty, other tables only if they have rows.
    for_each_table(state, [&](std::string_view name, const auto& rows) {
        if (name == "profile" || name == "extras") return;
        if (!rows.empty() || name == "services" || name == "operations") write_rows(json, name, rows);
    });
    if (const auto unknown = state.extras.get({std::string(model::account_members)});
        unknown && unknown->json.size() > 2) {
        json += ",\n";
        json.append(unknown->json, 1, unknown->json.size() - 2);
    }
    json += "\n}\n";
    return json;
}

}  // namespace codec
