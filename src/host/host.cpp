#include "host/host.hpp"

#include "host/registrar.hpp"
#include "model/columns.hpp"
#include "model/command.hpp"
#include "model/life.hpp"

#include <algorithm>

namespace host {
namespace {

using namespace model;

base::Instant due_of(const Operation& operation) { return due_at(operation.state, operation.changed_at); }

// One service has at most one open operation, so their order does not matter; it is fixed nevertheless.
bool is_due_after(const Operation& a, const Operation& b)
{
    const auto due_a = due_of(a), due_b = due_of(b);
    return due_a != due_b ? due_b < due_a : b.id < a.id;
}

// visit(row, when it is due) for each operation that is to do or under way.
template <class Visit>
void for_each_open(const table::Table<Operation>& operations, Visit visit)
{
    static const auto state_column   = column_of<Operation>("state");
    static const auto changed_column = column_of<Operation>("changed_at");

    for_each_page(operations, [&](const table::Page& page, std::uint32_t first) {
        const auto states = page.columns[state_column].small();
        for (std::uint32_t row = 0; row < page.rows; ++row) {
            const auto state = static_cast<OperationState>(states[row]);
            if (is_open(state)) visit(first + row, due_at(state, {page.columns[changed_column].number(row)}));
        }
    });
}

// The earliest first; one that becomes due by what was done takes its place.
void advance_operations(State& state, base::Instant now, Host::Done& done)
{
    std::vector<Operation> due;
    for_each_open(state.operations, [&](std::uint32_t row, base::Instant at) {
        if (at <= now) due.push_back(state.operations.row(row));
    });
    std::make_heap(due.begin(), due.end(), is_due_after);
    while (!due.empty()) {
        std::pop_heap(due.begin(), due.end(), is_due_after);
        auto after = advance(state, std::move(due.back()));
        due.pop_back();
        done.changed = true;
        if (after.state == OperationState::error) done.failed.push_back(std::move(after));
        else if (is_open(after.state) && due_of(after) <= now) {
            due.push_back(std::move(after));
            std::push_heap(due.begin(), due.end(), is_due_after);
        }
    }
}

// Services that are stored as active and may not be, or renew themselves within days: of those that were touched, or of all.
std::vector<Service> services_to_look_at(const State& state, base::Date today,
                                         const std::optional<std::vector<std::uint32_t>>& touched)
{
    static const auto status_column  = column_of<Service>("status");
    static const auto expires_column = column_of<Service>("expires_on");

    std::vector<Service> found;
    const auto           until = base::days_after(today, renews_before_days).days;
    const auto           look  = [&](std::uint32_t row, Status status, std::int64_t expires_on) {
        if (expires_on <= until && status != Status::inactive && status != Status::refunded)
            found.push_back(state.services.row(row));
    };
    if (touched) {
        for (const auto row : *touched)
            if (row < state.services.size())
                look(row, static_cast<Status>(state.services.number_at(status_column, row)),
                     state.services.number_at(expires_column, row));
        return found;
    }
    for_each_page(state.services, [&](const table::Page& page, std::uint32_t first) {
        const auto statuses = page.columns[status_column].small();
        const auto expiries = page.columns[expires_column].ints();
        for (std::uint32_t row = 0; row < page.rows; ++row)
            look(first + row, static_cast<Status>(statuses[row]), expiries[row]);
    });
    return found;
}

bool renew_automatically(State& state, const Service& service, base::Instant now)
{
    const auto today = base::paris_day(now);
    if (!service.auto_renew || !is_active(service, today)) return false;

    // The name tells this attempt: one that failed is not repeated by itself.
    const Context context{now, "auto-" + service.id.value + "-" + base::to_iso(service.expires_on)};
    if (state.operations.find({"op-" + context.seed})) return false;

    const Renew renewal{service.id, service.expires_on, renewal_price(state, service, 1, today).total, 1};
    if (!check(state, renewal, context).none()) return false;
    perform(state, renewal, context);
    return true;
}

}  // namespace

void Host::make_round(State& state, base::Instant now, Done& done)
{
    const auto today = base::paris_day(now);
    if (today == round_on_ && state.services.revision() == round_revision_) return;
    // An operation that failed left its service as it was, and free for another.
    std::optional<std::vector<std::uint32_t>> touched;
    if (today == round_on_ && done.failed.empty()) touched = state.services.rows().touched_since(round_revision_);
    for (auto& service : services_to_look_at(state, today, touched)) {
        if (renew_automatically(state, service, now)) done.changed = true;
        const auto status = status_on(service, today);
        if (status == service.status) continue;
        service.status = status;
        state.services.put(std::move(service));
        done.changed = true;
    }
    round_on_       = today;
    round_revision_ = state.services.revision();
}

Host::Done Host::step(State& state, base::Instant now)
{
    Done done;
    advance_operations(state, now, done);
    make_round(state, now, done);
    return done;
}

std::optional<base::Instant> Host::next_event_at(const State& state, base::Instant now) const
{
    std::optional<base::Instant> next;
    if (state.services.size() > 0) next = base::paris_midnight(base::days_after(base::paris_day(now), 1));
    for_each_open(state.operations, [&](std::uint32_t, base::Instant due) {
        if (!next || due < *next) next = due;
    });
    return next;
}

}  // namespace host
