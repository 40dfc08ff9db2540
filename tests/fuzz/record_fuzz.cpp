// A record of the log (a command that waits, the meta record), whatever has become of it: read rightly or refused.
#include "codec/commands.hpp"
#include "fuzz/fuzz.hpp"
#include "store/records.hpp"

namespace {

const model::Mutation& sample()
{
    static const model::Mutation mutation{7, "phone.7", {1'700'000'000'000}, model::Describe{{"d1"}, "étiquette", "notes"}};
    return mutation;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const auto bytes = fuzz::view(data + 1, size - 1);
    switch (data[0] % 4) {
    case 0: (void)store::read_outbox(bytes); (void)store::read_meta(bytes); break;
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
    }
    return 0;
}
