// Finds the open operation of a service without looking at all of them: follows the table by what was touched since it was
// last asked. A copy knows nothing and learns by itself.
#pragma once
#include "model/services/operation.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace model {

class OpenOperations {
public:
    OpenOperations() = default;
    OpenOperations(const OpenOperations&) {}
    OpenOperations& operator=(const OpenOperations&);

    // The number of the row. Always of the same table, or of a copy of it.
    std::optional<std::uint32_t> find(const table::Table<Operation>&, const ServiceId&);

private:
    void follow(const table::Table<Operation>&);
    void add(const table::Table<Operation>&, std::uint32_t row);

    // By the hash of the service's id: rows that were open once. What they are now, the table says.
    std::unordered_multimap<std::uint64_t, std::uint32_t> rows_;
    std::size_t                                           stale_    = 0;  // of these, at most
    std::uint64_t                                         revision_ = 0;
};

}  // namespace model
