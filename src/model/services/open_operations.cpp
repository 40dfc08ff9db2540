#include "model/services/open_operations.hpp"

#include "model/columns.hpp"
#include "table/hash.hpp"

namespace model {
namespace {

bool is_open_at(const table::Table<Operation>& operations, std::uint32_t row)
{
    static const auto state_column = column_of<Operation>("state");
    return row < operations.size() && is_open(static_cast<OperationState>(operations.number_at(state_column, row)));
}

std::string_view service_at(const table::Table<Operation>& operations, std::uint32_t row)
{
    static const auto service_column = column_of<Operation>("service");
    return operations.text_at(service_column, row);
}

}  // namespace

OpenOperations& OpenOperations::operator=(const OpenOperations& other)
{
    if (this == &other) return *this;
    rows_.clear();
    stale_    = 0;
    revision_ = 0;
    return *this;
}

std::optional<std::uint32_t> OpenOperations::find(const table::Table<Operation>& operations, const ServiceId& service)
{
    follow(operations);
    const auto [first, last] = rows_.equal_range(table::hash(service.value));
    for (auto one = first; one != last; ++one)
        if (is_open_at(operations, one->second) && service_at(operations, one->second) == service.value)
            return one->second;
    return std::nullopt;
}

void OpenOperations::follow(const table::Table<Operation>& operations)
{
    if (revision_ == operations.revision()) return;
    const auto touched = operations.rows().touched_since(revision_);
    revision_          = operations.revision();
    if (touched && stale_ + touched->size() <= operations.size() / 2 + table::Rows::most_changes) {
        for (const auto row : *touched) add(operations, row);
        stale_ += touched->size();
        return;
    }
    rows_.clear();
    stale_ = 0;
    for_each_page(operations, [&](const table::Page& page, std::uint32_t first) {
        for (std::uint32_t row = 0; row < page.rows; ++row) add(operations, first + row);
    });
}

void OpenOperations::add(const table::Table<Operation>& operations, std::uint32_t row)
{
    if (is_open_at(operations, row)) rows_.emplace(table::hash(service_at(operations, row)), row);
}

}  // namespace model
