#include "host/host.hpp"

#include "host/letters.hpp"
#include "host/orders.hpp"
#include "host/registrar.hpp"
#include "host/renewals.hpp"
#include "host/trades.hpp"
#include "host/transfers.hpp"
#include "model/columns.hpp"
#include "model/command.hpp"
#include "model/services/life.hpp"

#include <algorithm>
#include <utility>

namespace host {
namespace {

using namespace model;

// Of more days that went by, only the last ones are gone through.
constexpr std::int32_t most_days_at_once = 800;

constexpr int most_letters_a_round = 100;

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

// What a round looks at first, of each of a million rows.
struct Look {
    Status       status;
    std::int64_t expires_on, ends_on, unlocked_until;
    bool         auto_renew;
};

// Whether the day makes another status of a service whose term is over. Made of few columns: most have been over for long.
bool status_changes(const State& state, std::uint32_t row, base::Date today)
{
    static const auto columns = [] {
        std::uint64_t bits = 0;
        for (const auto* key : {"kind", "name", "status", "expires_on"})
            bits |= std::uint64_t{1} << column_of<Service>(key);
        return bits;
    }();
    Service few;
    state.services.read(row, columns, few);
    return status_on(few, today) != few.status;
}

// Services for which a round has something to do: of those that were touched, or of all.
std::vector<Service> services_to_look_at(const State& state, base::Date today,
                                         const std::optional<std::vector<std::uint32_t>>& touched)
{
    static const auto status_column   = column_of<Service>("status");
    static const auto expires_column  = column_of<Service>("expires_on");
    static const auto ends_column     = column_of<Service>("ends_on");
    static const auto unlocked_column = column_of<Service>("unlocked_until");
    static const auto renews_column   = column_of<Service>("auto_renew");

    std::vector<Service> found;
    const auto           soon    = base::days_after(today, announces_before_days).days;
    const auto           is_over = [&](std::int64_t day) { return day != 0 && day < today.days; };
    const auto           look    = [&](std::uint32_t row, const Look& at) {
        if (at.status == Status::inactive || at.status == Status::refunded || at.status == Status::pending) return;
        const bool renews = at.auto_renew && at.expires_on >= today.days && at.expires_on <= soon;
        if (renews || is_over(at.ends_on) || is_over(at.unlocked_until) ||
            (at.expires_on < today.days && status_changes(state, row, today)))
            found.push_back(state.services.row(row));
    };
    if (touched) {
        const auto& services = state.services;
        for (const auto row : *touched)
            if (row < services.size())
                look(row, {static_cast<Status>(services.number_at(status_column, row)),
                           services.number_at(expires_column, row), services.number_at(ends_column, row),
                           services.number_at(unlocked_column, row), services.number_at(renews_column, row) != 0});
        return found;
    }
    for_each_page(state.services, [&](const table::Page& page, std::uint32_t first) {
        const auto statuses = page.columns[status_column].small();
        const auto expiries = page.columns[expires_column].ints();
        const auto ends     = page.columns[ends_column].ints();
        const auto unlocked = page.columns[unlocked_column].ints();
        const auto renewing = page.columns[renews_column].small();
        for (std::uint32_t row = 0; row < page.rows; ++row)
            look(first + row,
                 {static_cast<Status>(statuses[row]), expiries[row], ends[row], unlocked[row], renewing[row] != 0});
    });
    return found;
}

// The customer hears of what has just happened, not of what was so long ago.
void tell_of(State& state, const Service& service, base::Instant now)
{
    const auto today   = base::paris_day(now);
    const bool hosting = service.kind == ServiceKind::hosting;
    const auto name    = "mail-" + service.id.value + "-" + base::to_iso(today);
    Letter     letter{state.profile.email, {}, {}, {shown_name(service), base::to_iso(service.expires_on)}, service.id};
    if (is_set(service.ends_on)) {
        letter.subject = "mail.ended";
        letter.body    = "mail.ended_body";
    } else if (days_left(service, today) == -1) {
        letter.subject = "mail.expired";
        letter.body = hosting ? base::TextKey("mail.expired_hosting_body") : base::TextKey("mail.expired_domain_body");
        letter.link_words = "mail.see_service";
        letter.link       = "#/services/expired/" + service.id.value;
    } else if (const auto life = life_of(service, base::days_after(today, -1));
               service.status == Status::inactive && life.phase != Phase::released && life.phase != Phase::deleted) {
        letter.subject = hosting ? base::TextKey("mail.deleted") : base::TextKey("mail.released");
        letter.body    = hosting ? base::TextKey("mail.deleted_body") : base::TextKey("mail.released_body");
    } else return;
    send(state, name, now, std::move(letter));
}

// What the day makes of a service. Whether it made anything of it. Nobody reads more letters of a day than `letters`.
bool look_after(State& state, Service service, base::Instant now, int& letters)
{
    const auto today  = base::paris_day(now);
    const auto before = service;
    if (is_set(service.ends_on) && service.ends_on < today) service.status = Status::inactive;
    else service.status = status_on(service, today);
    if (is_set(service.unlocked_until) && service.unlocked_until < today) {
        service.unlocked_until = {};
        service.locked         = true;
    }
    if (service.status == Status::inactive && service.offer_right == OfferRight::available)
        service.offer_right = OfferRight::forfeited;
    if (service == before) return false;
    state.services.put(service);
    if (service.status != before.status && letters-- > 0) tell_of(state, service, now);
    return true;
}

}  // namespace

void Host::make_round(State& state, base::Instant now, Done& done)
{
    const auto today = base::paris_day(now);
    const bool again = today == round_on_;
    if (again && state.services.revision() == round_revision_) return;
    // An operation that failed left its service as it was, and free for another.
    std::optional<std::vector<std::uint32_t>> touched;
    if (again && done.failed.empty()) touched = state.services.rows().touched_since(round_revision_);
    int letters = most_letters_a_round;
    for (const auto& service : services_to_look_at(state, today, touched)) {
        if (renew_automatically(state, service, now)) done.changed = true;
        if (look_after(state, service, now, letters)) done.changed = true;
    }
    if (!again && clear_carts(state, today)) done.changed = true;
    round_on_       = today;
    round_revision_ = state.services.revision();
}

void Host::advance(State& state, base::Instant now, Done& done)
{
    advance_operations(state, now, done);
    const bool orders = advance_orders(state, now), transfers = advance_transfers(state, now),
               trades = advance_trades(state, now);
    done.changed |= orders || transfers || trades;
}

Host::Done Host::step(State& state, base::Instant now)
{
    // The host's own work of a day that went by is done in its first hours.
    constexpr std::int64_t round_ms = 6 * base::ms_per_hour;

    Done       done;
    const auto today = base::paris_day(now);
    if (std::exchange(resumes_, false)) round_revision_ = state.services.revision();
    if (is_set(round_on_))
        for (auto day         = base::days_after(std::max(round_on_, base::days_after(today, -most_days_at_once)), 1);
             day < today; day = base::days_after(day, 1)) {
            const auto moment = base::ms_after(base::paris_midnight(day), round_ms);
            advance(state, moment, done);
            make_round(state, moment, done);
        }
    advance(state, now, done);
    make_round(state, now, done);
    return done;
}

std::optional<base::Instant> Host::next_event_at(const State& state, base::Instant now) const
{
    std::optional<base::Instant> next;
    const auto                   consider = [&](std::optional<base::Instant> due) {
        if (due && (!next || *due < *next)) next = due;
    };
    if (state.services.size() > 0) consider(base::paris_midnight(base::days_after(base::paris_day(now), 1)));
    for_each_open(state.operations, [&](std::uint32_t, base::Instant due) { consider(due); });
    consider(next_order_at(state));
    consider(next_transfer_at(state));
    consider(next_trade_at(state));
    return next;
}

}  // namespace host
