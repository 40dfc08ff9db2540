// From the entries of the storage back to an account: what can be read is taken, what cannot is counted.
#pragma once
#include "platform/storage.hpp"
#include "store/disk/records.hpp"

#include <map>
#include <memory>
#include <set>

namespace store {

struct Opened {
    bool                         empty = false;  // there was nothing: the first visit
    bool                         newer = false;  // written by a newer program: to be left alone
    bool                         older = false;  // written by an older one: to be stored anew
    model::State                 state;
    exchange::Ledger             ledger;
    std::optional<Meta>          meta;    // nothing when it cannot be read
    std::vector<model::Mutation> outbox;  // in order; without those that are settled already
    std::set<std::string>        log;     // keys of records

    std::vector<std::string> stale_outbox;       // keys of entries that are settled, or cannot be read
    std::size_t              lost_commands = 0;  // of these, how many cannot be read
    std::int64_t             lost_rows     = 0;  // of the account
    bool                     lost_ledger   = false;
    std::size_t              lost_changes  = 0;      // log records that cannot be read
    bool                     shifted       = false;  // pages must be stored anew, and all other keys erased

    bool damaged() const
    {
        return !empty && (!meta || shifted || lost_commands > 0 || lost_ledger || lost_rows > 0 || lost_changes > 0);
    }
};

// Reads entries as they come, in the order of their keys: what can be shown is there before the last of them. A storage
// that failed half-way and is tried again hands over some of them a second time: each counts once.
class Reading {
public:
    void                add(const std::vector<platform::Entry>&);
    const model::State& so_far() const { return opened_.state; }

    // Nothing more comes. Reads nothing further itself.
    Opened finish();

    const std::set<std::string>& keys() const { return keys_; }

private:
    struct Pages {
        std::uint32_t next  = 0;  // the number that comes next
        bool          whole = true;
    };
    void         read_page(const platform::Entry&, table::Rows&, Pages&);
    void         add(const platform::Entry&);
    void         refuse_repeated_ids();
    void         read_log();
    void         read_outbox_entries();
    std::int64_t rows_read() const;

    // Those that these bytes are about, in the columns of the program that wrote them.
    std::vector<model::NamedRows> tables_for(std::string_view bytes);

    Opened                                   opened_;
    std::unique_ptr<model::schema_2::Tables> earlier_;  // of an earlier program's pages; made when there are such
    std::string                              meta_;
    std::map<std::string, Pages>             pages_;  // by table
    std::vector<platform::Entry>             log_;    // small, and for when all pages are there
    std::vector<platform::Entry>             outbox_;
    std::set<std::string>                    keys_;
};

}  // namespace store
