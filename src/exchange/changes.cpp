#include "exchange/changes.hpp"

#include "table/pages.hpp"

#include <algorithm>
#include <list>
#include <utility>

namespace exchange {
namespace {

// The changes of one table.
struct Part {
    base::Id<Part>           id;     // the table's name
    std::vector<std::string> steps;  // "+<id>" and "-<id>" in the order in which rows were put and erased
    std::string              page;   // the rows that were put, as they are at the end
};

template <class Visit>
constexpr void fields(Visit&& visit, Part& p)
{
    visit("id", p.id);
    visit("steps", p.steps);
    visit("page", p.page);
}

Part part_of(const model::NamedRows& table, const std::vector<table::Rows::Change>& changes)
{
    Part        part{{std::string(table.name)}, {}, {}};
    table::Rows put(table.rows->schema());
    for (const auto& change : changes) {
        const auto row = table.rows->find(change.id);
        // Leave out a row that was put and erased since: for the program that replays the record it never existed.
        if (!change.erased && !row) continue;
        part.steps.push_back((change.erased ? '-' : '+') + change.id);
        if (!change.erased) put.put_row(*table.rows, *row);
    }
    if (put.size() > 0) part.page = table::write_page(put, 0, schema_number);
    return part;
}

// Reads the rows of a part, and checks that all of the part can be read.
Replayed read_part(const Part& part, table::Rows& rows)
{
    if (!part.page.empty()) {
        auto read = table::read_page(part.page, rows.schema(), schema_number);
        if (read.damage == table::Damage::newer) return Replayed::newer;
        if (read.damage != table::Damage::none) return Replayed::damaged;
        rows.adopt(std::move(read.page));
    }
    const bool all_there = std::all_of(part.steps.begin(), part.steps.end(), [&](const std::string& step) {
        return !step.empty() && (step[0] == '-' || (step[0] == '+' && rows.find(std::string_view(step).substr(1))));
    });
    return all_there ? Replayed::whole : Replayed::damaged;
}

void carry_out(const Part& part, const table::Rows& rows, table::Rows& table)
{
    for (const auto& step : part.steps) {
        const auto id = std::string_view(step).substr(1);
        if (step[0] == '-') table.erase(id);
        else table.put_row(rows, *rows.find(id));
    }
}

}  // namespace

std::vector<model::NamedRows> tables_of(model::State& state, Ledger& ledger)
{
    auto tables = model::tables_of(state);
    tables.push_back({"devices", &ledger.devices.rows()});
    tables.push_back({"refused", &ledger.refused.rows()});
    tables.push_back({"reasons", &ledger.reasons.rows()});
    return tables;
}

std::vector<model::NamedRows> tables_of(model::State& state, Ledger& ledger, model::schema_2::Tables& earlier)
{
    std::vector<model::NamedRows> tables;
    for (const auto& table : tables_of(state, ledger)) {
        auto* rows = table.rows;
        model::schema_2::for_each_table(earlier, [&](std::string_view name, auto& old) {
            if (name == table.name) rows = &old.rows();
        });
        tables.push_back({table.name, rows});
    }
    return tables;
}

bool is_of_schema_2(std::string_view bytes)
{
    const auto schema = table::schema_number_of(bytes);
    return schema && *schema <= 2;
}

Record take_changes(model::State& state, Ledger& ledger)
{
    Record             record;
    table::Table<Part> parts;
    for (const auto& table : tables_of(state, ledger)) {
        const auto changes = table.rows->take_changes();
        if (!changes) record.too_large = true;
        else if (!changes->empty()) parts.put(part_of(table, *changes));
    }
    if (!record.too_large && !parts.empty()) record.bytes = table::write_page(parts.rows(), 0, schema_number);
    return record;
}

Replayed replay(std::string_view record, const std::vector<model::NamedRows>& tables)
{
    auto read = table::read_page(record, table::schema_of<Part>(), schema_number);
    if (read.damage == table::Damage::newer) return Replayed::newer;
    if (read.damage != table::Damage::none || read.page.rows == 0) return Replayed::damaged;
    table::Table<Part> parts;
    parts.adopt(std::move(read.page));

    // 1. Read everything first: if any of it is unreadable, nothing counts. An unknown table comes from a newer program.
    struct Known {
        Part         part;
        table::Rows  came;
        table::Rows* to;
    };
    Replayed         result = Replayed::whole;
    std::list<Known> known;
    for (const auto& [name, rows] : tables) {
        auto part = parts.get({std::string(name)});
        if (!part) continue;
        auto& of = known.emplace_back(Known{std::move(*part), table::Rows(rows->schema()), rows});
        if (const auto came = read_part(of.part, of.came); result == Replayed::whole) result = came;
    }
    if (result == Replayed::whole && known.size() < parts.size()) return Replayed::newer;
    if (result != Replayed::whole) return result;

    // 2. Apply it table by table, since no row's meaning depends on the order between tables.
    for (const auto& of : known) carry_out(of.part, of.came, *of.to);
    return result;
}

}  // namespace exchange
