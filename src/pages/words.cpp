#include "pages/words.hpp"

#include "pages/route.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/label.hpp"

namespace pages {

namespace icons = ui::icons;

base::TextKey word(model::Kind kind)
{
    return kind == model::Kind::hosting ? base::TextKey("kind.hosting") : base::TextKey("kind.domain");
}

base::TextKey word(model::Status status)
{
    switch (status) {
    case model::Status::active:    return "status.active";
    case model::Status::expired:   return "status.expired";
    case model::Status::suspended: return "status.suspended";
    case model::Status::inactive:  return "status.inactive";
    case model::Status::refunded:  return "status.refunded";
    }
    return {};
}

base::TextKey word(model::Condition condition)
{
    using enum model::Condition;
    switch (condition) {
    case ok:                      return "condition.ok";
    case transfer_code_missing:   return "condition.transfer_code_missing";
    case transfer_code_invalid:   return "condition.transfer_code_invalid";
    case locked_at_registrar:     return "condition.locked_at_registrar";
    case validation_pending:      return "condition.validation_pending";
    case holder_email_unverified: return "condition.holder_email_unverified";
    case holder_data_incomplete:  return "condition.holder_data_incomplete";
    case expiring:                return "condition.expiring";
    case outgoing_transfer:       return "condition.outgoing_transfer";
    case trade_in_progress:       return "condition.trade_in_progress";
    case transfer_refused:        return "condition.transfer_refused";
    case ns_rejected:             return "condition.ns_rejected";
    case expired:                 return "condition.expired";
    case grace:                   return "condition.grace";
    case redemption:              return "condition.redemption";
    case suspended_registry:      return "condition.suspended_registry";
    case dispute:                 return "condition.dispute";
    }
    return {};
}

base::TextKey word(model::OperationState state)
{
    switch (state) {
    case model::OperationState::to_do:     return "operation.to_do";
    case model::OperationState::under_way: return "operation.under_way";
    case model::OperationState::done:      return "operation.done";
    case model::OperationState::error:     return "operation.error";
    }
    return {};
}

ui::Icon icon_of(model::Kind kind) { return kind == model::Kind::hosting ? icons::server : icons::globe; }

ui::Tone tone_of(model::Status status)
{
    switch (status) {
    case model::Status::active:    return ui::Tone::success;
    case model::Status::expired:   return ui::Tone::danger;
    case model::Status::suspended: return ui::Tone::warning;
    case model::Status::inactive:
    case model::Status::refunded:  return ui::Tone::neutral;
    }
    return ui::Tone::neutral;
}

ui::Tone tone_of(model::Colour colour)
{
    switch (colour) {
    case model::Colour::green:  return ui::Tone::success;
    case model::Colour::orange: return ui::Tone::warning;
    case model::Colour::red:    return ui::Tone::danger;
    }
    return ui::Tone::neutral;
}

ui::Tone tone_of(model::Level level)
{
    switch (level) {
    case model::Level::critical:
    case model::Level::urgent:  return ui::Tone::danger;
    case model::Level::warning: return ui::Tone::warning;
    case model::Level::info:    return ui::Tone::info;
    }
    return ui::Tone::neutral;
}

ui::Tone tone_of(model::OperationState state)
{
    switch (state) {
    case model::OperationState::to_do:     return ui::Tone::neutral;
    case model::OperationState::under_way: return ui::Tone::info;
    case model::OperationState::done:      return ui::Tone::success;
    case model::OperationState::error:     return ui::Tone::danger;
    }
    return ui::Tone::neutral;
}

std::string days_in_words(std::int32_t days_left)
{
    if (days_left == 0) return ui::say("days.today");
    if (days_left < 0) return ui::say("days.ago", {ui::count(-days_left)});
    return ui::say("days.left", {ui::count(days_left)});
}

ui::Tone tone_of_days(std::int32_t days_left)
{
    const auto level = model::expiry_level(days_left);
    return level ? tone_of(*level) : ui::Tone::neutral;
}

std::string life_in_words(const model::Service& service, base::Date today)
{
    // What the host has closed no longer follows from the dates.
    if (service.status == model::Status::refunded || service.status == model::Status::inactive)
        return ui::say(word(service.status));

    const auto life  = model::life_of(service, today);
    const auto until = ui::short_date(life.until);
    const auto when  = days_in_words(model::days_left(service, today));
    switch (life.phase) {
    case model::Phase::active:         return when;
    case model::Phase::grace:          return when + " · " + ui::say("phase.grace", {until});
    case model::Phase::redemption:     return when + " · " + ui::say("phase.redemption", {until});
    case model::Phase::pending_delete: return when + " · " + ui::say("phase.pending_delete", {until});
    case model::Phase::released:       return when + " · " + ui::say("phase.released");
    case model::Phase::suspended:      return when + " · " + ui::say("phase.suspended", {until});
    case model::Phase::deleted:        return when + " · " + ui::say("phase.deleted");
    }
    return when;
}

std::string title_of(const model::Operation& operation)
{
    if (operation.kind == model::OperationKind::nameservers) return ui::say("operation.nameservers");
    return ui::say("operation.renewal", {std::to_string(operation.years)});
}

std::string address_of_tab(model::Tab tab)
{
    return tab == model::Tab::active ? "#/services/active" : "#/services/expired";
}

std::string address_of(const model::Service& service, base::Date today)
{
    const auto* tab = model::tab_of(service, today) == model::Tab::active ? "active" : "expired";
    return to_hash({"services", tab, service.id.value, {}});
}

}  // namespace pages
