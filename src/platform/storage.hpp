// A key-value store of bytes that outlives the page: IndexedDB in the browser, files natively, memory in tests and kiosks. The
// values are opaque to it.
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

// One change of one key; without `bytes` the key is erased.
struct Write {
    std::string                key;
    std::optional<std::string> bytes;
};

// `strict` is answered once the device reports the bytes as flushed to disk; `relaxed` may be lost on a power failure.
enum class Durability : std::uint8_t { relaxed, strict };

// Why a storage refuses a call. The names are those used in web/storage.js.
enum class StorageFault : std::uint8_t {
    none,
    unavailable,  // missing, or access denied
    quota,        // no space left
    blocked,      // does not open
    closed,       // a newer program has the database open
    behind,       // another page has written something unknown to this one, or leads: read everything again
    gone,         // somebody has erased everything: the next write starts from scratch
    aborted,      // transaction aborted, for any other reason
    damaged,      // the stored data cannot be read
};
constexpr std::array<std::string_view, 9> enum_names(StorageFault)
{
    return {"none", "unavailable", "quota", "blocked", "closed", "behind", "gone", "aborted", "damaged"};
}

// Several pages may have the same storage open. Each may append entries under keys that no other page uses; only the leading
// page may change existing ones.
enum class Right : std::uint8_t { append, lead };

// Every call is answered exactly once, later, outside of a frame. Calls are carried out in order: a read sees all earlier
// writes.
class Storage {
public:
    using Read = std::function<void(bool ok, std::vector<Entry> entries)>;
    using Some = std::function<void(const std::vector<Entry>& entries)>;
    using Done = std::function<void(bool ok)>;

    virtual ~Storage() = default;

    // All entries, sorted by the bytes of their keys. With `some`, they are passed to it as they arrive, each once, and the
    // answer has none; discard them if the answer is a refusal. The entry under `first`, which is needed soonest, may then come
    // before all others. Reading is also how a page joins the others and catches up with them.
    virtual void read(Read, Some some = {}, std::string_view first = {}) = 0;

    // Applies all changes or none, in one transaction. Requires ASCII keys.
    virtual void write(std::vector<Write>, Durability, Right, Done) = 0;

    // The reason of the last refusal; none if there was none.
    virtual StorageFault fault() const = 0;

    // True if written data outlive this page. False in memory: private windows, kiosks, tests.
    virtual bool lasting() const = 0;

    // --- the other pages; valid after the first read ----------------------------------
    // The number of this page among the open ones: 0, 1, 2…, unique. A page keeps its seat until it reads again; a free seat is
    // given to the next page.
    virtual int  seat() const  = 0;
    virtual bool leads() const = 0;

    // Makes this page the leader, even if the current one does not respond.
    virtual void claim() = 0;

    // From now on keeps data in memory only, and ends a read in progress at once without entries: for a storage that does not
    // respond.
    virtual void do_without() = 0;

    // True if this device remembers an earlier visit, whether or not the storage answers.
    virtual bool used_before() const = 0;

    // True if a read found less than had been stored, until the leading page's next strict write.
    virtual bool lost_something() const = 0;

    // Events, called outside of frames, in order.
    struct Heard {
        std::function<void(std::vector<Write>)> written;  // what another page has stored
        std::function<void()>                   leading;  // leads() has changed
        std::function<void()>                   missed;   // an event may have been missed: read everything again
    };
    Heard heard;
};

// The storage of this device. In the browser: IndexedDB, or memory if that is missing (lasting() is then false from the first
// answer on). Natively: a folder with one file per key.
std::unique_ptr<Storage> open_storage(std::string_view name);

}  // namespace platform
