#include "model/services/overview.hpp"

#include "base/sort.hpp"
#include "model/billing/cart.hpp"
#include "model/columns.hpp"
#include "model/find.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace model {
namespace {

constexpr std::int32_t info_days     = ends_soon_days;
constexpr std::int32_t warning_days  = 15;
constexpr std::int32_t urgent_days   = 7;
constexpr std::int32_t critical_days = 60;  // after the expiry

Alert alert_about(const Service& service, Day today)
{
    Alert alert;
    alert.service   = service.id;
    alert.days_left = days_left(service, today).value_or(std::numeric_limits<std::int32_t>::max());
    return alert;
}

// Fills in the sentence and the remedy for an expiry.
void speak_of_expiry(Alert& alert, const Service& service, Day today)
{
    const auto& name = shown_name(service);
    const auto  life = life_of(service, today);
    const auto  left = base::days_between(today, life.until);
    const bool  last = left == 0;  // "0 days left" would sound as if it were too late
    const auto  ago  = -alert.days_left;

    alert.chance = left;
    switch (life.phase) {
    case Phase::active:
        alert.remedy = Remedy::renew;
        alert.args   = {name, alert.days_left};
        if (alert.days_left == 0) alert.sentence = "alert.expires_today";
        else if (service.auto_renew) alert.sentence = "alert.renews_itself";
        else alert.sentence = "alert.expires";
        break;
    case Phase::suspended:
        alert.remedy   = Remedy::reactivate;
        alert.sentence = last ? base::TextKey("alert.hosting_last_day") : base::TextKey("alert.hosting_suspended");
        alert.args     = {name, left};
        break;
    case Phase::grace:
        alert.remedy   = Remedy::reactivate;
        alert.sentence = last ? base::TextKey("alert.in_grace_last_day") : base::TextKey("alert.in_grace");
        alert.args     = {name, ago, left};
        break;
    case Phase::redemption:
        alert.remedy   = Remedy::restore;
        alert.sentence = last ? base::TextKey("alert.in_redemption_last_day") : base::TextKey("alert.in_redemption");
        alert.args     = {name, ago, left};
        break;
    case Phase::pending_delete:
        alert.remedy   = Remedy::none;
        alert.sentence = "alert.pending_delete";
        alert.args     = {name, left};
        break;
    case Phase::released:
        alert.remedy   = Remedy::none;
        alert.sentence = "alert.released";
        alert.args     = {name, ago};
        break;
    case Phase::deleted:
        alert.remedy   = Remedy::none;
        alert.sentence = "alert.deleted";
        alert.args     = {name, ago};
        break;
    }
}

// What is said of each is_fault().
struct Fault {
    Level         level;
    base::TextKey sentence;
};
std::optional<Fault> fault_of(Condition condition)
{
    switch (condition) {
    case Condition::ns_rejected:             return Fault{Level::urgent, "alert.ns_rejected"};
    case Condition::suspended_registry:      return Fault{Level::urgent, "alert.suspended_registry"};
    case Condition::dispute:                 return Fault{Level::urgent, "alert.dispute"};
    case Condition::transfer_refused:        return Fault{Level::urgent, "alert.transfer_refused"};
    case Condition::transfer_code_missing:   return Fault{Level::warning, "alert.transfer_code_missing"};
    case Condition::transfer_code_invalid:   return Fault{Level::warning, "alert.transfer_code_invalid"};
    case Condition::locked_at_registrar:     return Fault{Level::warning, "alert.locked_at_registrar"};
    case Condition::holder_email_unverified: return Fault{Level::warning, "alert.holder_email_unverified"};
    case Condition::holder_data_incomplete:  return Fault{Level::warning, "alert.holder_data_incomplete"};
    default:                                 return {};
    }
}

bool is_being_renewed(const State& state, const Service& service)
{
    const auto operation = open_operation(state, service.id);
    return operation && kind_of(*operation) == OperationKind::renewal;
}

}  // namespace

std::optional<Level> expiry_level(std::int32_t days)
{
    if (days < -critical_days || days > info_days) return {};
    if (days < 0) return Level::critical;
    if (days <= urgent_days) return Level::urgent;
    return days <= warning_days ? Level::warning : Level::info;
}

std::vector<Alert> alerts(const State& state, Day today)
{
    static const auto expires_column   = column_of<Service>("expires_on");
    static const auto condition_column = column_of<Service>("condition");

    struct Found {
        Alert       alert;
        std::string name;
    };
    std::vector<Found> found;

    const auto look_at = [&](const Service& service) {
        if (service.status == Status::refunded) return;
        // Services that are ending or still pending are not renewed.
        const bool renews = service.status != Status::pending && !is_set(service.ends_on);
        const auto left   = days_left(service, today);
        const auto level  = renews && left ? expiry_level(*left) : std::nullopt;
        if (level && !is_being_renewed(state, service)) {
            auto alert  = alert_about(service, today);
            alert.level = *level;
            speak_of_expiry(alert, service, today);
            // What the host has closed early can be saved by nobody, whatever the dates still promise.
            if (alert.remedy == Remedy::none || !is_gone(service, today))
                found.push_back({std::move(alert), service.name});
        }
        if (const auto fault = fault_of(service.condition); fault && !is_gone(service, today)) {
            auto alert     = alert_about(service, today);
            alert.level    = fault->level;
            alert.sentence = fault->sentence;
            alert.args     = {shown_name(service)};
            alert.remedy   = Remedy::correct;
            // Nobody says by when: what is urgent within a week, the rest within a month, and no later than the expiry.
            alert.chance = fault->level == Level::urgent ? urgent_days : info_days;
            if (alert.days_left >= 0) alert.chance = std::min(alert.chance, alert.days_left);
            found.push_back({std::move(alert), service.name});
        }
    };
    for_each_page(state.services, [&](const table::Page& page, std::uint32_t first) {
        const auto expiries   = page.columns[expires_column].ints();
        const auto conditions = page.columns[condition_column].small();
        for (std::uint32_t row = 0; row < page.rows; ++row)
            if (expiry_level(expiries[row] - today.date().days) || fault_of(static_cast<Condition>(conditions[row])))
                look_at(state.services.row(first + row));
    });

    base::sort(found, [](const Found& a, const Found& b) {
        const bool lost = a.alert.remedy == Remedy::none;
        if (lost != (b.alert.remedy == Remedy::none)) return !lost;
        if (!lost && a.alert.chance != b.alert.chance) return a.alert.chance < b.alert.chance;
        return std::tie(a.alert.level, a.alert.days_left, a.name, a.alert.service) <
               std::tie(b.alert.level, b.alert.days_left, b.name, b.alert.service);
    });
    std::vector<Alert> sorted;
    sorted.reserve(found.size());
    for (auto& one : found) sorted.push_back(std::move(one.alert));
    return sorted;
}

std::vector<ServiceId> to_renew_together(const State& state, const std::vector<Alert>& alerts, Day today)
{
    std::vector<ServiceId> found;
    for (const auto& alert : alerts) {
        if (alert.remedy != Remedy::renew) continue;
        const auto service = state.services.get(alert.service);
        if (!service || service->auto_renew || why_not_renew(state, *service, today)) continue;
        if (found.size() == most_renewed_together) return {};
        found.push_back(alert.service);
    }
    return found;
}

Counts count_services(const State& state, Day today)
{
    static const auto kind_column    = column_of<Service>("kind");
    static const auto status_column  = column_of<Service>("status");
    static const auto expires_column = column_of<Service>("expires_on");

    Counts counts;
    for_each_page(state.services, [&](const table::Page& page, std::uint32_t) {
        const auto kinds    = page.columns[kind_column].small();
        const auto statuses = page.columns[status_column].small();
        const auto expiries = page.columns[expires_column].ints();
        for (std::uint32_t row = 0; row < page.rows; ++row) {
            const bool hosting = static_cast<ServiceKind>(kinds[row]) == ServiceKind::hosting;
            switch (tab_of(static_cast<Status>(statuses[row]), base::Date{expiries[row]}, today)) {
            case Tab::active:  ++(hosting ? counts.hostings : counts.domains); break;
            case Tab::expired: ++counts.expired; break;
            case Tab::pending: ++counts.pending; break;
            }
        }
    });
    return counts;
}

std::vector<Service> latest_services(const State& state, std::size_t count)
{
    static const auto created_column = column_of<Service>("created_on");

    struct Ordered {
        std::int32_t  created_on;
        std::uint32_t row;
    };
    const auto is_later = [](const Ordered& a, const Ordered& b) {
        return std::tie(b.created_on, b.row) < std::tie(a.created_on, a.row);
    };

    // The latest so far, sorted; `count` is small, so inserting is cheap.
    std::vector<Ordered> latest;
    for_each_page(state.services, [&](const table::Page& page, std::uint32_t first) {
        const auto created = page.columns[created_column].ints();
        for (std::uint32_t row = 0; row < page.rows; ++row) {
            const Ordered one{created[row], first + row};
            if (latest.size() == count && (count == 0 || !is_later(one, latest.back()))) continue;
            if (latest.size() == count) latest.pop_back();
            latest.insert(std::upper_bound(latest.begin(), latest.end(), one, is_later), one);
        }
    });
    std::vector<Service> services;
    for (const auto& one : latest) services.push_back(state.services.row(one.row));
    return services;
}

}  // namespace model
