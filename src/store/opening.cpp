// How a store opens: with what the storage holds, with what of it can be read, or anew.
#include "store/parts.hpp"

#include <algorithm>
#include <utility>

namespace store {

void Store::Parts::storage_has_been_read(bool ok, const std::vector<platform::Entry>& entries)
{
    for (const auto& entry : entries) keeper.know(entry.key);
    auto opened = read_entries(entries);
    unusable    = !ok || opened.newer;
    if (unusable) {
        keeper.give_up();
        opened       = {};
        opened.empty = true;
    }
    if (ok && unusable) notices.add(Tone::bad, "notice.newer");

    const bool nothing_usable =
        !opened.empty && opened.state.services.empty() && (!opened.meta || opened.lost_rows > 0);
    bool must_store = true;
    if (opened.empty || nothing_usable) {
        begin_anew();
        if (nothing_usable) notices.add(Tone::bad, "notice.starts_anew");
    } else {
        warn_of(opened);
        must_store = opened.damaged() || !opened.stale_outbox.empty();
        take_over(std::move(opened));
    }
    if (notices.list().empty() && !lasting() && !settings.may_forget) notices.add(Tone::warning, "notice.memory_only");

    ready = true;
    if (must_store)
        store_everything(entries);
    else
        last_meta = meta_bytes(meta_of(replica.state()));
    rows_changed();
    exchange();
}

void Store::Parts::begin_anew()
{
    device = settings.device;
    peer.ledger.devices.put({{device}, 0});
    replica.adopt(settings.initial(base::paris_day(now())), {});
}

void Store::Parts::take_over(Opened opened)
{
    // Under a name whose ledger is lost, a number could be given out twice.
    const bool known = opened.meta && !opened.lost_ledger;
    device           = known ? opened.meta->device : settings.device;
    if (opened.meta)
        clock.offset_ms = opened.meta->clock_offset_ms;
    else
        opened.state.profile = settings.initial(base::paris_day(now())).profile;

    peer.ledger = std::move(opened.ledger);
    if (!known) peer.ledger.devices.put({{device}, 0});
    last_seq = peer.ledger.through(device);
    for (auto& mutation : opened.outbox) {
        mutation.id = name_of(mutation.seq);
        last_seq    = std::max(last_seq, mutation.seq);
    }
    stored_through = last_seq;
    replica.adopt(std::move(opened.state), std::move(opened.outbox));
}

void Store::Parts::warn_of(const Opened& opened)
{
    if (opened.lost_commands > 0) notices.add(Tone::bad, "notice.unreadable_request");
    if (opened.lost_rows > 0)
        notices.add(Tone::bad, "notice.unreadable", {std::to_string(opened.lost_rows)});
    else if (opened.damaged() && opened.lost_commands == 0)
        notices.add(Tone::warning, "notice.repaired");
}

}  // namespace store
