#include "store/replica.hpp"

#include <algorithm>
#include <utility>

namespace store {

Replica::Replica(const model::Catalogue& catalogue) : catalogue_(catalogue) { record(&journal_); }

// A waiting command is performed as of the moment it was asked for, however often it is performed again.
model::Context Replica::context_of(const model::Mutation& mutation) const
{
    return {mutation.asked_at, mutation.id, catalogue_};
}

void Replica::ask(model::Mutation mutation)
{
    base::must(!lifted_);
    perform(state_, mutation.command, context_of(mutation));
    outbox_.push_back(std::move(mutation));
}

void Replica::adopt(model::State state, std::vector<model::Mutation> outbox)
{
    lift();
    state_  = std::move(state);
    outbox_ = std::move(outbox);
    lay();
}

void Replica::add(model::Mutation mutation)
{
    base::must(lifted_);
    // Thousands may come at once: what is here is looked through once.
    if (waiting_.empty())
        for (const auto& one : outbox_) waiting_.insert(one.id);
    if (waiting_.insert(mutation.id).second) outbox_.push_back(std::move(mutation));
}

void Replica::lift()
{
    base::must(!lifted_);
    lifted_ = true;
    waiting_.clear();
    journal_.undo();
    record(nullptr);
}

void Replica::lay()
{
    base::must(lifted_);
    lifted_ = false;
    record(&journal_);
    // A queued command that the new rows no longer allow is skipped, not dropped:
    // the backend decides, and says so when it answers.
    for (const auto& mutation : outbox_)
        if (const auto context = context_of(mutation); check(state_, mutation.command, context).none())
            perform(state_, mutation.command, context);
}

void Replica::record(table::Journal* journal)
{
    for (const auto& table : tables_of(state_)) table.rows->record_into(journal);
}

}  // namespace store
