#include "pages/services/rehearsal.hpp"

#include "base/sort.hpp"

#include <algorithm>
#include <utility>

namespace pages {
namespace {

constexpr std::size_t most_names  = 5;
constexpr std::size_t at_a_time   = 16;   // services between two checks of the clock
constexpr std::size_t most_groups = 200;  // reasons may contain dates or owners, so there may be many

}  // namespace

void Rehearsal::start(std::uint64_t revision, model::Day today, const BulkDraft& draft)
{
    revision_ = revision;
    today_    = today;
    draft_    = draft;
    started_  = true;
    done_     = 0;
    rates_    = {};
    commands_.clear();
    names_.clear();
    refused_.clear();
    mistakes_ = {};
}

void Rehearsal::update(const model::State& state, const model::Context& context, std::uint64_t revision,
                       const BulkDraft& draft, query::Budget* budget)
{
    const auto today = model::day_of(context);
    if (!started_ || revision_ != revision || today_ != today || draft_ != draft) start(revision, today, draft);
    while (!finished()) {
        const auto end = std::min(done_ + at_a_time, services_.size());
        for (; done_ < end; ++done_) look_at(services_[done_], state, context, today);
        if (query::is_spent(budget)) return;
    }
    base::sort(refused_, [](const Refused& a, const Refused& b) { return a.count > b.count; });
}

void Rehearsal::look_at(const model::ServiceId& id, const model::State& state, const model::Context& context,
                        model::Day today)
{
    const auto service = state.services.get(id);
    if (!service) return refuse({{}, "why.no_such_service", {}}, id.value);
    auto name     = model::shown_name(*service);
    auto command  = action_->command(state, *service, draft_, today);
    auto problems = model::check(state, command, context);
    if (problems.none()) {
        if (action_->needless && action_->needless(*service))
            return refuse({{}, "bulk.nothing_changes", {}}, std::move(name));
        if (const auto* renewal = std::get_if<model::Renew>(&command))
            model::add(rates_, model::renewal_price(state, *service, renewal->years, today));
        if (names_.size() < most_names) names_.push_back(std::move(name));
        commands_.push_back(std::move(command));
        return;
    }
    // A problem of the service itself is reported before problems of the draft.
    const auto whole = std::ranges::find_if(problems.list, [](const auto& problem) { return problem.field.empty(); });
    if (whole == problems.list.end() && mistakes_.none()) mistakes_ = problems;
    refuse(whole == problems.list.end() ? problems.list.front() : *whole, std::move(name),
           whole == problems.list.end());
}

void Rehearsal::refuse(base::Problem why, std::string name, bool by_draft)
{
    why.field.clear();
    auto known = std::ranges::find(refused_, why, &Refused::why);
    if (known == refused_.end()) {
        if (refused_.size() >= most_groups) return;
        known = refused_.insert(refused_.end(), Refused{std::move(why), 0, {}, by_draft});
    }
    ++known->count;
    if (known->names.size() < most_names) known->names.push_back(std::move(name));
}

base::Problems Rehearsal::mistakes() const { return commands_.empty() ? mistakes_ : base::Problems(); }

}  // namespace pages
