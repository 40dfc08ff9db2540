// One copy of the customer's data: confirmed rows, and over them the commands that wait, performed with a journal on.
// Whoever needs the confirmed rows alone has the waiting commands undone for a moment.
#pragma once
#include "base/must.hpp"
#include "model/command.hpp"
#include "model/state.hpp"
#include "table/journal.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace store {

class Replica {
public:
    // By which commands are carried out; it outlives the replica.
    explicit Replica(const model::Catalogue&);
    Replica(const Replica&)            = delete;  // the journal points into the tables
    Replica& operator=(const Replica&) = delete;

    const model::State&                 state() const { return state_; }
    const std::vector<model::Mutation>& outbox() const { return outbox_; }

    // Requires check() to have found nothing. Not inside of with_confirmed, as adopt() is not.
    void ask(model::Mutation);

    // Other rows, and other commands waiting over them.
    void adopt(model::State, std::vector<model::Mutation> outbox);

    // Calls work(confirmed rows); what is still in the outbox afterwards is performed again on top. Not inside of itself.
    template <class Work>
    void with_confirmed(Work work)
    {
        base::must(!lifted_);
        lift();
        work(state_);
        lay();
    }

    // Inside of with_confirmed: state() lacks what waits.
    bool lifted() const { return lifted_; }

    // --- only inside of with_confirmed -----------------------------------------
    // Commands that are part of the confirmed rows now, or refused.
    template <class Settled>
    void drop(Settled settled)
    {
        base::must(lifted_);
        std::erase_if(outbox_, settled);
        waiting_.clear();
    }
    // A command that another page has asked for; nothing when it is here already.
    void add(model::Mutation);

private:
    model::Context context_of(const model::Mutation&) const;
    void           lift();
    void           lay();
    void           record(table::Journal*);

    const model::Catalogue&      catalogue_;
    model::State                 state_;
    table::Journal               journal_;
    std::vector<model::Mutation> outbox_;
    std::set<std::string>        waiting_;         // the ids of the outbox, while commands are added
    bool                         lifted_ = false;  // the waiting commands are undone for a moment
};

}  // namespace store
