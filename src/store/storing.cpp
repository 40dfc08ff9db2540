// What the store gives to its keeper: changed pages, whole accounts; and what it hears back.
#include "store/parts.hpp"

#include <algorithm>
#include <utility>

namespace store {

Meta Store::Parts::meta_of(const model::State& confirmed) const
{
    Meta meta;
    meta.device          = device;
    meta.clock_offset_ms = clock.offset_ms;
    meta.services        = confirmed.services.size();
    meta.operations      = confirmed.operations.size();
    meta.profile         = confirmed.profile;
    meta.account_unknown = confirmed.unknown.json;
    return meta;
}

std::vector<platform::Write> Store::Parts::changes(model::State& confirmed)
{
    auto writes = changed_pages(confirmed, peer.ledger);
    if (auto bytes = meta_bytes(meta_of(confirmed)); bytes != last_meta) {
        last_meta = bytes;
        writes.push_back({std::string(meta_key), std::move(bytes)});
    }
    return writes;
}

void Store::Parts::store_everything(const std::vector<platform::Entry>& there)
{
    std::vector<platform::Write> writes;
    replica.with_confirmed([&](model::State& confirmed) {
        writes    = all_pages(confirmed, peer.ledger);
        last_meta = meta_bytes(meta_of(confirmed));
    });
    writes.push_back({std::string(meta_key), last_meta});
    for (const auto& mutation : replica.outbox()) writes.push_back({outbox_key(mutation.seq), outbox_bytes(mutation)});

    // What is not part of it any more goes in the same write.
    for (const auto& entry : there)
        if (std::none_of(writes.begin(), writes.end(),
                         [&](const platform::Write& write) { return write.key == entry.key; }))
            writes.push_back({entry.key, {}});
    keeper.write(std::move(writes));
}

void Store::Parts::store_meta()
{
    std::vector<platform::Write> writes;
    replica.with_confirmed([&](model::State& confirmed) { writes = changes(confirmed); });
    if (!writes.empty()) keeper.write(std::move(writes));
}

void Store::Parts::replace(model::State with, host::Clock with_clock, Done done)
{
    if (!ready || replacing) {
        if (done) done(false);
        return;
    }
    struct Next {
        model::State state;
        DemoPeer     peer;
        std::string  meta;
    };
    const auto next = std::make_shared<Next>();
    next->state     = std::move(with);
    // Commands that still wait are given up with the old account; their numbers are not used again.
    next->peer.ledger.devices.put({{device}, static_cast<std::int64_t>(last_seq)});

    auto       writes     = all_pages(next->state, next->peer.ledger);
    const auto this_clock = std::exchange(clock, with_clock);
    next->meta            = meta_bytes(meta_of(next->state));
    clock                 = this_clock;
    writes.push_back({std::string(meta_key), next->meta});

    replacing = true;
    tell();
    keeper.replace(std::move(writes), [this, next, with_clock, done = std::move(done)](bool ok) {
        replacing = false;
        if (ok) {
            peer           = std::move(next->peer);
            clock          = with_clock;
            last_meta      = std::move(next->meta);
            stored_through = last_seq;
            notices        = {};
            replica.adopt(std::move(next->state), {});
            rows_changed();
        } else {
            tell();
        }
        if (done) done(ok);
        exchange();
    });
}

void Store::Parts::storage_has_answered()
{
    const bool failing = keeper.failing();
    elsewhere          = failing && storage.fault() == "elsewhere";
    const auto notice  = !failing                       ? base::TextKey()
                         : elsewhere                    ? base::TextKey("notice.elsewhere")
                         : storage.fault() == "quota"   ? base::TextKey("notice.storage_full")
                                                        : base::TextKey("notice.not_stored");
    for (const auto other : {base::TextKey("notice.elsewhere"), base::TextKey("notice.storage_full"),
                             base::TextKey("notice.not_stored")})
        if (other != notice) notices.withdraw(other);
    if (failing) notices.add(elsewhere ? Tone::warning : Tone::bad, notice);
    tell();
}

}  // namespace store
