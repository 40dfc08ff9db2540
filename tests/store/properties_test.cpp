// A store with random commands, nights, lost connections, refusing storage and killed tabs.
#include "model/properties.hpp"
#include "store/device.hpp"

using namespace account;

static bool speaks_of_damage(const Device& device)
{
    for (const auto& notice : device.store->notices())
        if (notice.kind != store::NoticeKind::request_refused && notice.kind != store::NoticeKind::operation_failed) {
            MESSAGE(base::name_of(notice.kind));
            return true;
        }
    return false;
}

TEST_CASE("over random work and accidents, nothing that was stored is lost, and every rule holds")
{
    play_sequences(60, [](Random& random) {
        Device device(MemoryStorage::Answers::when_told);
        device.is_killed();
        device.initial = random_account(random);
        device.opens();
        device.storage.answer_all();
        bool online = true;
        for (int step = 0; step < 50; ++step) {
            switch (random.below(12)) {
            case 0: device.passes_ms(random.from(1, 7'000)); break;
            case 1: device.passes_ms(random.from(1, 10) * base::ms_per_day); break;
            case 2: device.store->set_online(online = !online); break;
            case 3:
                device.storage.refuse(static_cast<std::size_t>(random.from(1, 3)), platform::StorageFault::aborted);
                break;
            case 4: {
                // Everything is on the disk: killing the tab changes nothing that the customer sees.
                device.storage.refuse(0, platform::StorageFault::none);
                device.passes_ms(60'000);
                REQUIRE(device.store->settled());
                const auto shown  = device.state();
                const auto outbox = device.store->outbox();
                device.is_killed();
                device.opens(online);
                device.storage.answer_all();
                CHECK(same(device.state(), shown));
                CHECK(device.store->outbox() == outbox);
                CHECK_FALSE(speaks_of_damage(device));
                break;
            }
            case 5: {
                // Some commands may still be in progress: only those may be lost, and only as a whole.
                const auto settled = device.store->settled();
                const auto shown   = device.state();
                device.storage.refuse(0, platform::StorageFault::none);
                device.is_killed();
                device.opens(online);
                device.storage.answer_all();
                CHECK_FALSE(speaks_of_damage(device));
                if (settled) CHECK(same(device.state(), shown));
                break;
            }
            case 6:  device.storage.answer_one(); break;
            case 7:  device.storage.answer_all(); break;
            default: device.store->dispatch(random_command(random, device.state(), device.store->today()));
            }
            if (device.store->ready()) must_hold(device.state(), device.store->today());
            for (const auto& notice : std::vector(device.store->notices())) device.store->dismiss(notice.number);
        }
        // In the end everything is settled and stays unchanged.
        device.storage.refuse(0, platform::StorageFault::none);
        device.store->set_online(true);
        for (int round = 0; round < 4; ++round) device.passes_ms(60'000);
        CHECK(device.store->settled());
        CHECK(device.store->outbox().empty());
        const auto shown = device.state();
        device.reloads();
        CHECK(same(device.state(), shown));
    });
}
