#include "model/services/description.hpp"

#include "base/must.hpp"
#include "model/why.hpp"

namespace model {

base::Problems check(const State& state, const Describe& command, const Context&)
{
    base::Problems problems;
    if (!state.services.find(command.service)) problems.add("", "why.no_such_service");
    check_words(problems, "label", command.label, max_label_characters);
    check_words(problems, "notes", command.notes, max_notes_characters, Lines::several);
    return problems;
}

void perform(State& state, const Describe& command, const Context&)
{
    auto service  = base::required(state.services.get(command.service));
    service.label = base::tidied(command.label);
    service.notes = base::tidied(command.notes, Lines::several);
    state.services.put(std::move(service));
}

}  // namespace model
