// Storage over web/storage.js.
#include "platform/requests.hpp"
#include "platform/storage.hpp"
#include "platform/web/bridge.hpp"

namespace platform {
namespace {

class PageStorage final : public Storage {
public:
    explicit PageStorage(std::string_view name) : store_(web::js_storage_open(name.data(), name.size())) {}

    void read(std::string prefix, Read done) override
    {
        const auto request = expect([this, done = std::move(done)](Answer answer) {
            note(answer);
            // Half a list is no list.
            done(answer.ok, answer.ok ? std::move(answer.entries) : std::vector<Entry>{});
        });
        web::js_storage_read(store_, request, prefix.data(), prefix.size());
    }

    void write(std::vector<Write> changes, Durability durability, Done done) override
    {
        const auto packed = pack(changes);
        web::js_storage_write(store_, expect_done(std::move(done)), packed.data(), packed.size(),
                              durability == Durability::strict);
    }

    void clear(Done done) override { web::js_storage_clear(store_, expect_done(std::move(done))); }

    std::string_view fault() const override { return fault_; }
    bool             lasting() const override { return web::js_storage_lasting(store_) != 0; }

private:
    std::uint32_t expect_done(Done done)
    {
        return expect([this, done = std::move(done)](Answer answer) {
            note(answer);
            if (done) done(answer.ok);
        });
    }

    void note(const Answer& answer)
    {
        if (!answer.ok) fault_ = answer.bytes;
    }

    // As web/storage.js unpacks it.
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

    int         store_;
    std::string fault_;
};

}  // namespace

std::unique_ptr<Storage> open_storage(std::string_view name) { return std::make_unique<PageStorage>(name); }

}  // namespace platform
