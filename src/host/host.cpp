#include "host/host.hpp"

#include "host/registrar.hpp"
#include "model/columns.hpp"
#include "model/command.hpp"
#include "model/life.hpp"

#include <algorithm>

namespace host {
namespace {

using namespace model;

// One service has at most one open operation, so their order does not matter; it is fixed nevertheless.
bool is_due_before(const Operation& a, const Operation& b)
{
    const auto due_a = due_at(a), due_b = due_at(b);
    return due_a != due_b ? due_a < due_b : a.id < b.id;
}

bool advance_operations(State& state, base::Instant now)
{
    bool changed = false;
    for (;;) {
        const auto open = open_operations(state);
        const auto next = std::min_element(open.begin(), open.end(), is_due_before);
        if (next == open.end() || due_at(*next) > now) return changed;
        advance(state, *next);
        changed = true;
    }
}

// Services that are stored as active and may not be, or renew themselves within days.
std::vector<Service> services_to_look_at(const State& state, base::Date today)
{
    static const auto status_column  = column_of<Service>("status");
    static const auto expires_column = column_of<Service>("expires_on");

    std::vector<Service> found;
    const auto           until = base::days_after(today, renews_before_days).days;
    for_each_page(state.services, [&](const table::Page& page, std::uint32_t first) {
        const auto statuses = page.columns[status_column].small();
        const auto expiries = page.columns[expires_column].ints();
        for (std::uint32_t row = 0; row < page.rows; ++row) {
            const auto status = static_cast<Status>(statuses[row]);
            if (expiries[row] <= until && status != Status::inactive && status != Status::refunded)
                found.push_back(state.services.row(first + row));
        }
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

bool make_daily_round(State& state, base::Instant now)
{
    const auto today   = base::paris_day(now);
    bool       changed = false;
    for (auto& service : services_to_look_at(state, today)) {
        if (renew_automatically(state, service, now)) changed = true;
        const auto status = status_on(service, today);
        if (status == service.status) continue;
        service.status = status;
        state.services.put(std::move(service));
        changed = true;
    }
    return changed;
}

}  // namespace

std::vector<Operation> open_operations(const State& state)
{
    static const auto state_column = column_of<Operation>("state");

    std::vector<Operation> open;
    for_each_page(state.operations, [&](const table::Page& page, std::uint32_t first) {
        const auto states = page.columns[state_column].small();
        for (std::uint32_t row = 0; row < page.rows; ++row)
            if (is_open(static_cast<OperationState>(states[row]))) open.push_back(state.operations.row(first + row));
    });
    return open;
}

bool Host::step(State& state, base::Instant now)
{
    bool       changed = advance_operations(state, now);
    const auto today   = base::paris_day(now);
    if (today != round_on_ || state.services.revision() != round_revision_) {
        if (make_daily_round(state, now)) changed = true;
        round_on_       = today;
        round_revision_ = state.services.revision();
    }
    return changed;
}

std::optional<base::Instant> Host::next_event_at(const State& state, base::Instant now) const
{
    std::optional<base::Instant> next;
    if (state.services.size() > 0) next = base::paris_midnight(base::days_after(base::paris_day(now), 1));
    for (const auto& operation : open_operations(state)) {
        const auto due = due_at(operation);
        if (!next || due < *next) next = due;
    }
    return next;
}

}  // namespace host
