// Random commands from customers on several devices, in any order and repeated.
#include "base/format.hpp"
#include "codec/account_file.hpp"
#include "demo/company.hpp"
#include "exchange/settle.hpp"
#include "model/properties.hpp"

using namespace account;

namespace {

struct Sender {
    std::string           name;
    std::vector<Mutation> outbox = {};
    std::uint64_t         last   = 0;
};

struct Company {
    State            state;
    exchange::Ledger ledger;
    demo::Company    host{demo::catalogue()};
    base::Instant    now           = noon(today);
    int              settled_twice = 0;

    void hears(Random& random, Sender& sender)
    {
        auto sent = sender.outbox;
        if (random.once_in(5) && !sent.empty())
            sent.erase(sent.begin() + random.below(static_cast<int>(sent.size())));  // a gap
        const auto answer = settle(state, ledger, {sender.name, sent}, now, demo::catalogue());
        if (random.once_in(3)) return;  // the answer is lost
        std::erase_if(sender.outbox, [&](const Mutation& one) { return one.seq <= answer.through; });
    }
};

}  // namespace

TEST_CASE("over random commands, devices, losses and days, every rule holds")
{
    play_sequences(300, [](Random& random) {
        Company company;
        company.state    = random_account(random);
        Sender senders[] = {{"phone"}, {"laptop"}};
        for (int step = 0; step < 60; ++step) {
            auto& sender = senders[random.below(2)];
            switch (random.below(6)) {
            case 0:
                company.now = base::ms_after(company.now, random.from(1, 6'000));
                company.host.step(company.state, company.now);
                break;
            case 1:
                company.now = base::ms_after(company.now, random.from(1, 20) * base::ms_per_day);
                company.host.step(company.state, company.now);
                break;
            case 2:  company.hears(random, sender); break;
            default: {
                const auto seq = ++sender.last;
                sender.outbox.push_back(
                    {seq, sender.name + "." + std::to_string(seq), company.now,
                     random_owners_command(random, company.state, as_day(base::paris_day(company.now)))});
            }
            }
            must_hold(company.state, as_day(base::paris_day(company.now)));
        }
    });
}

TEST_CASE("running the queue of commands again has no second effect, at any later moment")
{
    play_sequences(200, [](Random& random) {
        Company company;
        company.state = random_account(random);
        exchange::Push all{"phone", {}};
        for (std::uint64_t seq = 1; seq <= 30; ++seq) {
            all.mutations.push_back({seq, "phone." + std::to_string(seq), company.now,
                                     random_owners_command(random, company.state, today)});
            settle(company.state, company.ledger, all, company.now, demo::catalogue());
            company.now = base::ms_after(company.now, random.from(0, 4'000));
            company.host.step(company.state, company.now);
        }
        const auto before = company.state;
        const auto answer = settle(company.state, company.ledger, all, company.now, demo::catalogue());
        CHECK(answer.through == 30);
        CHECK_FALSE(answer.changed);
        CHECK(same_rows(company.state, before));
    });
}

TEST_CASE("a refusal on screen and a refusal by the backend are one rule: what may be asked for is carried out")
{
    play_sequences(300, [](Random& random) {
        auto state = random_account(random);
        for (int seq = 1; seq <= 40; ++seq) {
            const auto command = random_owners_command(random, state, today);
            const auto context = on(today, "phone." + std::to_string(seq));
            const auto about   = state.services.get(service_of(command));
            const auto refused = !check(state, command, context).none();
            if (!about) {
                // A cart or a trade does not belong to a single service.
                CHECK((refused || service_of(command).empty()));
                if (!refused) perform(state, command, context);
                continue;
            }
            std::optional<base::Problem> why_not;
            if (std::holds_alternative<Renew>(command)) why_not = why_not_renew(state, *about, today);
            if (std::holds_alternative<ChangeNameservers>(command))
                why_not = why_not_change_nameservers(state, *about, today);
            if (std::holds_alternative<SetAutoRenew>(command)) why_not = why_not_set_auto_renew(state, *about, today);
            if (std::holds_alternative<Associate>(command)) why_not = why_not_associate(state, *about, today);
            if (std::holds_alternative<Dissociate>(command)) why_not = why_not_dissociate(state, *about, today);
            if (why_not) CHECK(refused);

            const auto before = state;
            if (refused) continue;
            perform(state, command, context);
            must_hold(state, today);
            // Without effect, if the setting is so already.
            if (!std::holds_alternative<SetAutoRenew>(command) && !std::holds_alternative<Describe>(command) &&
                !std::holds_alternative<UnlockForTransfer>(command))
                CHECK_FALSE(same_rows(state, before));
        }
    });
}

TEST_CASE("whatever has become of an account, it is written to a file and read back the same")
{
    play_sequences(60, [](Random& random) {
        Company company;
        company.state = random_account(random);
        Sender phone{"phone"};
        for (std::uint64_t seq = 1; seq <= 30; ++seq) {
            phone.outbox.push_back(
                {seq, "", company.now,
                 random_owners_command(random, company.state, as_day(base::paris_day(company.now)))});
            settle(company.state, company.ledger, {"phone", phone.outbox}, company.now, demo::catalogue());
            company.now = base::ms_after(company.now, random.from(0, 9'000));
            company.host.step(company.state, company.now);
        }
        const auto written = codec::write_account(company.state);
        const auto read    = codec::read_account(written);
        if (!read) FAIL(base::say(base::Language::en, read.problem()));
        CHECK(codec::write_account(*read) == written);
        CHECK(read->services.size() == company.state.services.size());
        CHECK(same_rows(*read, company.state));
    });
}
