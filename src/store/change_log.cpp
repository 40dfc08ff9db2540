#include "store/change_log.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace store {
namespace {

// Of one table.
struct Part {
    base::Id<Part>           id;      // the table's name
    std::vector<std::string> steps;   // "+<id>" and "-<id>" in the order in which rows were put and erased
    std::string              page;    // the rows that were put, as they are at the end
};

template <class Visit>
constexpr void fields(Visit&& visit, Part& p)
{
    visit("id", p.id);
    visit("steps", p.steps);
    visit("page", p.page);
}

template <class T>
Part part_of(std::string_view name, const table::Table<T>& table, const std::vector<table::Rows::Change>& changes)
{
    Part            part{{std::string(name)}, {}, {}};
    table::Table<T> put;
    for (const auto& change : changes) {
        const auto row = table.get({change.id});
        // What was put and is gone again was never there, for whoever reads the record.
        if (!change.erased && !row) continue;
        part.steps.push_back((change.erased ? '-' : '+') + change.id);
        if (!change.erased) put.put(*row);
    }
    if (!put.empty()) part.page = table::write_page(put.rows(), 0, schema_number);
    return part;
}

// The rows of a part, once it is certain that all of it can be read.
template <class T>
Replayed read_part(const Part& part, table::Table<T>& rows)
{
    if (!part.page.empty()) {
        auto read = table::read_page(part.page, table::schema_of<T>(), schema_number);
        if (read.damage == table::Damage::newer) return Replayed::newer;
        if (read.damage != table::Damage::none) return Replayed::damaged;
        rows.adopt(std::move(read.page));
    }
    const bool all_there = std::all_of(part.steps.begin(), part.steps.end(), [&](const std::string& step) {
        return !step.empty() && (step[0] == '-' || (step[0] == '+' && rows.contains({step.substr(1)})));
    });
    return all_there ? Replayed::whole : Replayed::damaged;
}

template <class T>
void carry_out(const Part& part, const table::Table<T>& rows, table::Table<T>& table)
{
    for (const auto& step : part.steps) {
        const base::Id<T> id{step.substr(1)};
        if (step[0] == '-') table.erase(id);
        else table.put(*rows.get(id));
    }
}

}  // namespace

LogRecord take_log_record(model::State& state, syncing::Ledger& ledger)
{
    LogRecord           record;
    table::Table<Part>  parts;
    for_each_table(state, ledger, [&](std::string_view name, auto& table) {
        const auto changes = table.take_changes();
        if (!changes) record.too_large = true;
        else if (!changes->empty()) parts.put(part_of(name, table, *changes));
    });
    if (!record.too_large && !parts.empty()) record.bytes = table::write_page(parts.rows(), 0, schema_number);
    return record;
}

Replayed replay(std::string_view record, model::State& state, syncing::Ledger& ledger)
{
    auto read = table::read_page(record, table::schema_of<Part>(), schema_number);
    if (read.damage == table::Damage::newer) return Replayed::newer;
    if (read.damage != table::Damage::none || read.page.rows == 0) return Replayed::damaged;
    table::Table<Part> parts;
    parts.adopt(std::move(read.page));

    // 1. All of it can be read, or nothing of it counts. A table that this program does not have is a newer one's.
    Replayed      result = Replayed::whole;
    std::uint32_t known  = 0;
    model::State    rows;
    syncing::Ledger ledger_rows;
    for_each_table(rows, ledger_rows, [&](std::string_view name, auto& of) {
        const auto part = parts.get({std::string(name)});
        if (!part) return;
        ++known;
        if (const auto came = read_part(*part, of); result == Replayed::whole) result = came;
    });
    if (result == Replayed::whole && known < parts.size()) return Replayed::newer;
    if (result != Replayed::whole) return result;

    // 2. Table by table, for no row's meaning depends on the order between tables.
    for_each_table(rows, ledger_rows, [&](std::string_view name, auto& from) {
        const auto part = parts.get({std::string(name)});
        if (!part) return;
        for_each_table(state, ledger, [&](std::string_view, auto& to) {
            if constexpr (std::is_same_v<decltype(from), decltype(to)>) carry_out(*part, from, to);
        });
    });
    return result;
}

}  // namespace store
