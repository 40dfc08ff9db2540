// The store of bytes by key that outlives the page: IndexedDB in the browser, files natively,
// memory in tests and kiosks. It knows nothing of what the bytes mean.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

struct Entry {
    std::string key;
    std::string bytes;
};

// One change of one key; without bytes the key is erased.
struct Write {
    std::string                key;
    std::optional<std::string> bytes;
};

// `strict` is answered when the device says the bytes are on the disk; `relaxed` may be lost with the power.
enum class Durability : std::uint8_t { relaxed, strict };

// Why a storage refuses. The names are the words of web/storage.js.
enum class StorageFault : std::uint8_t {
    none,
    unavailable,  // there is none, or it may not be used
    quota,        // there is no room left
    blocked,      // it does not open
    closed,       // a newer program has the database open
    behind,       // another page has written what this one has not heard of, or leads: read everything anew
    gone,         // somebody has erased everything: the next write begins anew
    aborted,      // this time, for whatever reason
    damaged,      // what lies there cannot be read
};
constexpr std::array<std::string_view, 9> enum_names(StorageFault)
{
    return {"none", "unavailable", "quota", "blocked", "closed", "behind", "gone", "aborted", "damaged"};
}

// Several pages may have the same storage open. Each may append entries under keys that no other page uses; one of them
// leads, and it alone changes what is there.
enum class Right : std::uint8_t { append, lead };

// Every call is answered exactly once, later, outside of a frame, whatever happens. Calls are carried out in
// the order they were made: a read sees all writes asked for before it.
class Storage {
public:
    using Read = std::function<void(bool ok, std::vector<Entry> entries)>;
    using Some = std::function<void(const std::vector<Entry>& entries)>;
    using Done = std::function<void(bool ok)>;

    virtual ~Storage() = default;

    // All entries, in ascending order of the key's bytes. With `some`, they are handed over as they come, each once, and
    // the answer has none; after a refusal they count for nothing. The one under `first`, for which somebody waits, may
    // then come before all others. This is also how a page joins the others, and how it catches up with them.
    virtual void read(Read, Some some = {}, std::string_view first = {}) = 0;

    // All of the changes or none, in one transaction. Keys are ASCII.
    virtual void write(std::vector<Write>, Durability, Right, Done) = 0;

    // Why the last refused call was refused; none while nothing was.
    virtual StorageFault fault() const = 0;

    // Whether what is written outlives this page. False in memory: private windows, kiosks, tests.
    virtual bool lasting() const = 0;

    // --- the other pages; known once it has read -------------------------------------
    // Which of the pages that are open at the same time this is: 0, 1, 2…; no two have the same. A page keeps its seat
    // until it reads again, and a seat that has become free is given to the next page.
    virtual int  seat() const  = 0;
    virtual bool leads() const = 0;

    // This page leads from now on, even where the one that does never answers.
    virtual void claim() = 0;

    // What is asked for from now on stays in memory, and a reading under way ends at once without an entry: for a storage
    // that does not answer.
    virtual void do_without() = 0;

    // Whether a reading found less than had been stored, and nothing strict has been written since by the page that leads.
    virtual bool lost_something() const = 0;

    // Called outside of frames, in the order in which it happened.
    struct Heard {
        std::function<void(std::vector<Write>)> written;  // what another page has stored
        std::function<void()>                   leading;  // leads() has changed
        std::function<void()>                   missed;   // something was not heard: read everything anew
    };
    Heard heard;
};

// The storage of this device. In the browser: IndexedDB, or memory when there is none (`lasting()` is then
// false as soon as the first call is answered). Natively: a folder, one file a key.
std::unique_ptr<Storage> open_storage(std::string_view name);

}  // namespace platform
