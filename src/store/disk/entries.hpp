// Reads the entries of the storage back into an account: takes what can be read, and counts what cannot.
#pragma once
#include "platform/storage.hpp"
#include "store/disk/drafts.hpp"
#include "store/disk/records.hpp"

#include <map>
#include <memory>
#include <set>

namespace store {

struct Opened {
    bool                         empty = false;  // nothing was stored: the first visit
    bool                         newer = false;  // written by a newer program: must not be changed
    bool                         older = false;  // written by an older program: must be stored again
    model::State                 state;
    exchange::Ledger             ledger;
    std::optional<Meta>          meta;    // nothing if it cannot be read
    std::vector<model::Mutation> outbox;  // in order; without those that are settled already
    std::set<std::string>        log;     // keys of the log records
    Drafts::Entries              drafts;

    std::vector<std::string> stale_outbox;       // keys of outbox entries that are settled or unreadable
    std::size_t              lost_commands = 0;  // outbox entries that are unreadable
    std::int64_t             lost_rows     = 0;  // of the account
    bool                     lost_ledger   = false;
    std::size_t              lost_changes  = 0;      // log records that cannot be read
    bool                     shifted       = false;  // pages must be stored again, and all other keys erased

    bool damaged() const
    {
        return !empty && (!meta || shifted || lost_commands > 0 || lost_ledger || lost_rows > 0 || lost_changes > 0);
    }
};

// Reads entries as they come, in the order of their keys, so that the first rows can be shown before the last entry. A
// storage that failed half-way and tries again passes some entries a second time: each counts once.
class Reading {
public:
    void                add(const std::vector<platform::Entry>&);
    const model::State& so_far() const { return opened_.state; }

    // Call it after the last entry.
    Opened finish();

    const std::set<std::string>& keys() const { return keys_; }

private:
    struct Pages {
        std::uint32_t next  = 0;  // the page number that comes next
        bool          whole = true;
    };
    void         read_page(const platform::Entry&, table::Rows&, Pages&);
    void         add(const platform::Entry&);
    void         refuse_repeated_ids();
    void         read_log();
    void         read_outbox_entries();
    std::int64_t rows_read() const;

    // The tables for the data in these bytes, with the columns of the program that wrote them.
    std::vector<model::NamedRows> tables_for(std::string_view bytes);

    Opened                                   opened_;
    std::unique_ptr<model::schema_2::Tables> earlier_;  // of an earlier program's pages; only made if there are some
    std::string                              meta_;
    std::map<std::string, Pages>             pages_;  // by table
    std::vector<platform::Entry>             log_;    // kept until all pages are read; small
    std::vector<platform::Entry>             outbox_;
    std::set<std::string>                    keys_;
};

}  // namespace store
