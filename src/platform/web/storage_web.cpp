// Implements Storage with web/storage.js.
#include "base/enums.hpp"
#include "platform/requests.hpp"
#include "platform/storage.hpp"
#include "platform/web/bridge.hpp"

#include <emscripten.h>

#include <algorithm>
#include <utility>

namespace platform {
namespace {

class PageStorage final : public Storage {
public:
    explicit PageStorage(std::string_view name) : store_(web::js_storage_open(name.data(), name.size()))
    {
        open_ones().push_back(this);
    }
    ~PageStorage() override { std::erase(open_ones(), this); }

    void read(Read done, Some some, std::string_view first) override
    {
        const auto request = expect(
            [this, done = std::move(done)](Answer answer) {
                note(answer);
                // A partial list is discarded.
                done(answer.ok, answer.ok ? std::move(answer.entries) : std::vector<Entry>{});
            },
            std::move(some));
        web::js_storage_read(store_, request, first.data(), first.size());
    }

    void write(std::vector<Write> changes, Durability durability, Right right, Done done) override
    {
        const auto packed  = pack(changes);
        const auto request = expect_unseen([this, done = std::move(done)](Answer answer) {
            note(answer);
            if (done) done(answer.ok);
        });
        web::js_storage_write(store_, request, packed.data(), packed.size(), durability == Durability::strict,
                              right == Right::lead);
    }

    StorageFault fault() const override { return fault_; }
    bool         lasting() const override { return web::js_storage_lasting(store_) != 0; }
    int          seat() const override { return web::js_storage_seat(store_); }
    bool         leads() const override { return web::js_storage_leads(store_) != 0; }
    void         claim() override { web::js_storage_claim(store_); }
    void         do_without() override { web::js_storage_do_without(store_); }
    bool         used_before() const override { return web::js_storage_used(store_) != 0; }
    bool         lost_something() const override { return web::js_storage_lost(store_) != 0; }

    static PageStorage* of(int store)
    {
        for (auto* one : open_ones())
            if (one->store_ == store) return one;
        return nullptr;
    }

    // Changes by another page arrive as entries with a prefix byte: 1 and the bytes, or 0 for an erased key.
    std::uint32_t expect_written()
    {
        return expect([store = store_](Answer answer) {
            std::vector<Write> writes;
            for (auto& entry : answer.entries) {
                auto& write = writes.emplace_back();
                write.key   = std::move(entry.key);
                if (!entry.bytes.empty() && entry.bytes.front() != 0) write.bytes = entry.bytes.substr(1);
            }
            if (const auto* to = of(store); to && to->heard.written) to->heard.written(std::move(writes));
        });
    }

private:
    static std::vector<PageStorage*>& open_ones()
    {
        static std::vector<PageStorage*> all;
        return all;
    }

    void note(const Answer& answer)
    {
        // Unknown reason: `aborted`, i.e. refused without further detail.
        if (!answer.ok) fault_ = base::find_enum<StorageFault>(answer.bytes).value_or(StorageFault::aborted);
    }

    // The format that web/storage.js unpacks.
    static std::string pack(const std::vector<Write>& changes)
    {
        std::size_t size = 4;
        for (const auto& change : changes) size += 8 + change.key.size() + (change.bytes ? change.bytes->size() : 0);
        std::string packed;
        packed.reserve(size);
        const auto number = [&](std::uint32_t value) {
            for (int shift = 0; shift < 32; shift += 8) packed.push_back(static_cast<char>(value >> shift & 255));
        };
        number(static_cast<std::uint32_t>(changes.size()));
        for (const auto& change : changes) {
            number(static_cast<std::uint32_t>(change.key.size()));
            packed += change.key;
            number(change.bytes ? static_cast<std::uint32_t>(change.bytes->size()) : 0xffffffff);
            if (change.bytes) packed += *change.bytes;
        }
        return packed;
    }

    int          store_;
    StorageFault fault_ = StorageFault::none;
};

}  // namespace

std::unique_ptr<Storage> open_storage(std::string_view name) { return std::make_unique<PageStorage>(name); }

extern "C" {

// Called by web/storage_pages.js. 1: another page has written; returns the number of the request by which the changes will
// follow. 2: the leader has changed. 3: everything must be read again.
EMSCRIPTEN_KEEPALIVE std::uint32_t app_storage_heard(int store, int what)
{
    auto* to = PageStorage::of(store);
    if (!to) return 0;
    if (what == 1) return to->expect_written();
    call_soon([store, what] {
        const auto* still = PageStorage::of(store);
        if (!still) return;
        if (const auto& heard = what == 2 ? still->heard.leading : still->heard.missed) heard();
    });
    return 0;
}
}

}  // namespace platform
