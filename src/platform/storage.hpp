// The store of bytes by key that outlives the page: IndexedDB in the browser, files natively,
// memory in tests and kiosks. It knows nothing of what the bytes mean.
#pragma once
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

// Every call is answered exactly once, later, outside of a frame, whatever happens. Calls are carried out in
// the order they were made: a read sees all writes asked for before it.
class Storage {
public:
    using Read = std::function<void(bool ok, std::vector<Entry> entries)>;
    using Done = std::function<void(bool ok)>;

    virtual ~Storage() = default;

    // All entries whose key begins with `prefix`, in ascending order of the key's bytes.
    virtual void read(std::string prefix, Read) = 0;

    // All of the changes or none, in one transaction. Keys are ASCII.
    virtual void write(std::vector<Write>, Durability, Done) = 0;

    // Erases everything.
    virtual void clear(Done) = 0;

    // Why the last refused call was refused: "unavailable", "quota", "blocked", "closed" (another tab holds a
    // newer database), "elsewhere" (another tab has read everything since, and is the one that writes), "aborted",
    // "damaged"; empty while nothing was refused.
    virtual std::string_view fault() const = 0;

    // Whether what is written outlives this page. False in memory: private windows, kiosks, tests.
    virtual bool lasting() const = 0;
};

// The storage of this device. In the browser: IndexedDB, or memory when there is none (`lasting()` is then
// false as soon as the first call is answered). Natively: a folder, one file a key.
std::unique_ptr<Storage> open_storage(std::string_view name);

}  // namespace platform
