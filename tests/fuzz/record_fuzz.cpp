// Any damaged record (a waiting command, the meta record, changed rows) is read correctly or refused.
#include "codec/commands.hpp"
#include "exchange/changes.hpp"
#include "fuzz/fuzz.hpp"
#include "store/disk/records.hpp"

namespace {

const model::Mutation& sample()
{
    static const model::Mutation mutation{7,
                                          "phone.7",
                                          {1'700'000'000'000},
                                          model::Describe{{"d1"}, "étiquette", "notes"}};
    return mutation;
}

model::State state_with(const char* label)
{
    model::State   state;
    model::Service service;
    service.id    = {"d1"};
    service.label = label;
    state.services.put(service);
    return state;
}

// The log's record of a changed `label`, from "before".
const std::string& sample_change()
{
    static const std::string bytes = [] {
        auto             state = state_with("before");
        exchange::Ledger ledger;
        store::all_pages(state, ledger);
        state.services.put(state_with("after").services.row(0));
        ledger.settle("phone", 7, {});
        return exchange::take_changes(state, ledger).bytes;
    }();
    return bytes;
}

void replay_claims(std::string_view stored)
{
    auto             state = state_with("before");
    exchange::Ledger ledger;
    const auto       result = exchange::replay(stored, exchange::tables_of(state, ledger));
    if (result != exchange::Replayed::whole)
        fuzz::claim(equal(state.services, state_with("before").services) && ledger.devices.empty(),
                    "a record that is refused changes nothing");
    else if (stored == sample_change())
        fuzz::claim(equal(state.services, state_with("after").services) && ledger.through("phone") == 7,
                    "a whole record does what was done");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const auto bytes = fuzz::view(data + 1, size - 1);
    switch (data[0] % 7) {
    case 0:
        (void)store::read_outbox(bytes);
        (void)store::read_meta(bytes);
        break;
    case 1: {
        const auto stored = fuzz::with_checksum(bytes);
        (void)store::read_outbox(stored);
        (void)store::read_meta(stored);
        break;
    }
    case 2:
        if (const auto mutation = codec::read_mutation(bytes)) {
            const auto again = codec::read_mutation(codec::write_mutation(*mutation));
            fuzz::claim(again && *again == *mutation, "a command that was read can be stored and read again");
        }
        break;
    case 3: {
        static const auto whole  = store::outbox_bytes(sample());
        const auto        stored = fuzz::damaged(whole, bytes);
        const auto        read   = store::read_outbox(stored);
        fuzz::claim(read.mutation.has_value() == (stored == whole), "a damaged command is refused, a whole one is not");
        if (read.mutation) fuzz::claim(*read.mutation == sample(), "a command comes back as it went");
        break;
    }
    case 4: replay_claims(bytes); break;
    case 5: replay_claims(fuzz::with_checksum(bytes)); break;
    case 6: {
        const auto       stored = fuzz::damaged(sample_change(), bytes);
        auto             state  = state_with("before");
        exchange::Ledger ledger;
        const bool whole = exchange::replay(stored, exchange::tables_of(state, ledger)) == exchange::Replayed::whole;
        fuzz::claim(whole == (stored == sample_change()), "a damaged change is refused, a whole one is not");
        break;
    }
    }
    return 0;
}
