// One record of the log: the rows that one write changed. It is small, so an edit in a table of a million rows costs no
// more than in one of ten; the pages that it changes are written when there is time.
#pragma once
#include "store/disk/records.hpp"

namespace store {

struct LogRecord {
    bool        too_large = false;  // more rows than are logged: the pages are to be written instead
    std::string bytes;              // empty when nothing has changed
};

// What has changed in the tables since this, or pages, were last asked for.
LogRecord take_log_record(model::State&, syncing::Ledger&);

enum class Replayed : std::uint8_t { whole, damaged, newer };

// Changes the rows as the one who wrote the record changed them, in the same order. Damaged records change nothing.
Replayed replay(std::string_view record, model::State&, syncing::Ledger&);

}  // namespace store
