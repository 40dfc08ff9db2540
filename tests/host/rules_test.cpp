// Some of the sequences, under sanitizers; `tools/test rules` plays 100,000 of them in the browser build.
//     GUICHET_SEED=N GUICHET_SEQUENCES=1 build/native-debug/specs -tc="*rule that must always hold*"
#include "host/rules.hpp"
#include "model/properties.hpp"

using namespace account;

TEST_CASE("every rule that must always hold does, over random sequences of commands and host events")
{
    for (const auto& broken : play_rules(number_from("GUICHET_SEED", 1), number_from("GUICHET_SEQUENCES", 1'000))) {
        CAPTURE(broken.seed);
        CAPTURE(broken.steps);
        CAPTURE(broken.shortest);
        FAIL_CHECK(broken.rule);
    }
}
