// What the customer must be told although nobody asked: a refusal that came later, a change that could not be stored,
// data that could not be read. Which it is; the words are the screen's.
#pragma once
#include "base/problems.hpp"
#include "model/services/service.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace store {

enum class NoticeKind : std::uint8_t {
    slow_storage,        // the storage has said nothing yet; do_without_storage() goes on without it
    memory_only,         // nothing outlives this page
    storage_full,        // the last change is not stored: there is no room
    not_stored,          // the last change is not stored, for whatever other reason
    newer,               // a newer program has taken the data over
    starts_anew,         // nothing could be read: the account to begin with
    unreadable,          // rows are missing, `count` of them
    lost_changes,        // the last changes are missing
    unreadable_request,  // a command that waited could not be read
    repaired,            // something was damaged, and nothing is missing
    request_refused,     // a command was refused after it had been shown as done: `why`
    operation_failed,    // what the host was asked for could not be done: `why`
};
constexpr std::array<std::string_view, 12> enum_names(NoticeKind)
{
    return {"slow_storage", "memory_only",  "storage_full",       "not_stored", "newer",           "starts_anew",
            "unreadable",   "lost_changes", "unreadable_request", "repaired",   "request_refused", "operation_failed"};
}

struct Notice {
    std::uint64_t    number  = 0;  // never reused while the page lives
    NoticeKind       kind    = NoticeKind::repaired;
    std::int64_t     count   = 0;
    model::ServiceId service = {};  // what it is about; empty when it is about everything
    base::Problem    why     = {};  // its field is empty
    std::int64_t     more    = 0;   // so many other services of which the same is to be said
};

class Notices {
public:
    const std::vector<Notice>& list() const { return list_; }

    // Gives it a number. What is there already is not said twice, and what is the same of several services is said once, of
    // all of them. Whether it says anything new.
    bool add(Notice);
    bool add(NoticeKind kind, std::int64_t count = 0) { return add(Notice{.kind = kind, .count = count}); }
    void dismiss(std::uint64_t number);
    bool withdraw(NoticeKind);  // what is no longer true; whether it was there

private:
    struct Said {
        std::uint64_t         number = 0;
        std::set<std::string> services;  // ids
    };
    std::vector<Notice>         list_;
    std::map<std::string, Said> said_;  // by all that a notice says but its service
    std::uint64_t               last_ = 0;
};

}  // namespace store
