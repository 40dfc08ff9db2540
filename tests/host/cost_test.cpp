// The cost of a command and of the host's reaction depends on what changes, not on the number of services.
#include "kit/company.hpp"
#include "kit/random_commands.hpp"
#include "table/counting.hpp"

using namespace account;

namespace {

State account_with(std::uint32_t services)
{
    State state = with_account({}, "C-000001");
    for (std::uint32_t n = 0; n < services; ++n) {
        const auto number = std::to_string(n);
        const bool hosts  = n % 10 == 0;
        auto service = hosts ? hosting("h" + number, "host" + number, in(100 + static_cast<int>(n % 200)))
                             : domain("d" + number, "example-" + number + ".fr", in(100 + static_cast<int>(n % 200)));
        if (!hosts) service.linked_to = {"h" + std::to_string(n - n % 10)};
        state.services.put(service);
        Operation past;
        past.id      = {"past-" + number};
        past.service = service.id;
        past.state   = OperationState::done;
        past.detail  = LockChange{true};
        state.operations.put(past);
    }
    return state;
}

// The maximum cost of each command (check, perform and the host's next step), in rows read.
std::map<std::string, std::uint64_t> costs(std::uint32_t services)
{
    Company company;
    company.state = account_with(services);
    company.host  = demo::Company(demo::catalogue());
    company.after_ms(0);
    const auto play = [&](std::uint64_t seed, std::map<std::string, std::uint64_t>* most) {
        Random random(seed);
        for (int step = 0; step < 400; ++step) {
            const auto command = random_command(random, company.state, company.day());
            const auto before  = table::rows_looked_at();
            auto       context = company.context("phone." + std::to_string(seed) + "." + std::to_string(step));
            if (is_host(context.actor) || !who(command, context.actor)) context.actor.kind = Actor::Kind::link;
            if (!who(command, context.actor)) context.actor.kind = Actor::Kind::host;
            if (check(company.state, command, context).none()) perform(company.state, command, context);
            company.after_ms(1'000);
            const auto cost = table::rows_looked_at() - before;
            if (most) {
                auto& of = (*most)[std::string(word_of(command))];
                of       = std::max(of, cost);
            }
        }
    };
    play(1, nullptr);  // builds the indexes
    std::map<std::string, std::uint64_t> most;
    play(2, &most);
    return most;
}

}  // namespace

TEST_CASE("no command, and no step of the host, looks at more rows in an account of many services than in a small one")
{
    const auto few = costs(50), many = costs(5'000);
    REQUIRE(few.size() == std::variant_size_v<AnyCommand>);
    REQUIRE(many.size() == few.size());
    std::uint64_t most_of_few = 0;
    for (const auto& [word, rows] : few) most_of_few = std::max(most_of_few, rows);
    CHECK(most_of_few > 0);
    for (const auto& [word, rows] : many) {
        const auto& of = word;
        CAPTURE(of);
        CHECK(rows <= most_of_few + 50);
    }
}
