#include "pages/kit/words.hpp"

#include "model/domains/transfer.hpp"
#include "pages/kit/list_address.hpp"
#include "pages/kit/route.hpp"
#include "ui/core/label.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"

namespace pages {

namespace icons = ui::icons;

base::TextKey word(model::ServiceKind kind)
{
    return kind == model::ServiceKind::hosting ? base::TextKey("kind.hosting") : base::TextKey("kind.domain");
}

base::TextKey word(model::Status status)
{
    switch (status) {
    case model::Status::active:    return "status.active";
    case model::Status::expired:   return "status.expired";
    case model::Status::suspended: return "status.suspended";
    case model::Status::inactive:  return "status.inactive";
    case model::Status::refunded:  return "status.refunded";
    case model::Status::pending:   return "status.pending";
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

base::TextKey word(model::TransferStep step)
{
    using enum model::TransferStep;
    switch (step) {
    case awaiting_payment:          return "transfer.awaiting_payment";
    case awaiting_unlock:           return "transfer.awaiting_unlock";
    case awaiting_code:             return "transfer.awaiting_code";
    case code_checking:             return "transfer.code_checking";
    case code_invalid:              return "transfer.code_invalid";
    case submitted:                 return "transfer.submitted";
    case awaiting_validation:       return "transfer.awaiting_validation";
    case awaiting_losing_registrar: return "transfer.awaiting_losing_registrar";
    case completed:                 return "transfer.completed";
    case refused:                   return "transfer.refused";
    case cancelled:                 return "transfer.cancelled";
    }
    return {};
}

base::TextKey word(model::TradeState state)
{
    using enum model::TradeState;
    switch (state) {
    case awaiting_both:      return "trade.awaiting_both";
    case awaiting_owner:     return "trade.awaiting_owner";
    case awaiting_recipient: return "trade.awaiting_recipient";
    case approved:           return "trade.approved";
    case executing:          return "trade.executing";
    case done:               return "trade.done";
    case refused:            return "trade.refused";
    case expired:            return "trade.expired";
    case cancelled:          return "trade.cancelled";
    case failed:             return "trade.failed";
    }
    return {};
}

base::TextKey word(model::OrderStep step)
{
    switch (step) {
    case model::OrderStep::payment_received: return "order.payment_received";
    case model::OrderStep::checking:         return "order.checking";
    case model::OrderStep::processing:       return "order.processing";
    case model::OrderStep::delivered:        return "order.delivered";
    }
    return {};
}

base::TextKey word(model::TicketState state)
{
    switch (state) {
    case model::TicketState::open:           return "ticket.open";
    case model::TicketState::answered:       return "ticket.answered";
    case model::TicketState::customer_reply: return "ticket.customer_reply";
    case model::TicketState::in_progress:    return "ticket.in_progress";
    case model::TicketState::on_hold:        return "ticket.on_hold";
    case model::TicketState::closed:         return "ticket.closed";
    }
    return {};
}

base::TextKey word(model::Department department)
{
    switch (department) {
    case model::Department::technical: return "department.technical";
    case model::Department::sales:     return "department.sales";
    case model::Department::billing:   return "department.billing";
    case model::Department::domains:   return "department.domains";
    case model::Department::abuse:     return "department.abuse";
    }
    return {};
}

base::TextKey word(model::OfferRight right)
{
    switch (right) {
    case model::OfferRight::none:      return "offer.none";
    case model::OfferRight::available: return "offer.available";
    case model::OfferRight::chosen:    return "offer.chosen";
    case model::OfferRight::consumed:  return "offer.used";
    case model::OfferRight::forfeited: return "offer.lost";
    }
    return {};
}

ui::Icon icon_of(model::ServiceKind kind) { return kind == model::ServiceKind::hosting ? icons::server : icons::globe; }

ui::Tone tone_of(model::Status status)
{
    switch (status) {
    case model::Status::active:    return ui::Tone::success;
    case model::Status::expired:   return ui::Tone::danger;
    case model::Status::suspended: return ui::Tone::warning;
    case model::Status::pending:   return ui::Tone::info;
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
    case model::Level::urgent:   return ui::Tone::danger;
    case model::Level::warning:  return ui::Tone::warning;
    case model::Level::info:     return ui::Tone::info;
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

ui::Tone tone_of(model::TransferStep step)
{
    if (step == model::TransferStep::completed) return ui::Tone::success;
    if (step == model::TransferStep::refused || step == model::TransferStep::code_invalid) return ui::Tone::danger;
    if (step == model::TransferStep::cancelled) return ui::Tone::neutral;
    return model::actor_of(step) == model::TransferParty::customer ? ui::Tone::warning : ui::Tone::info;
}

ui::Tone tone_of(model::TradeState state)
{
    using enum model::TradeState;
    switch (state) {
    case awaiting_both:
    case awaiting_owner:
    case awaiting_recipient: return ui::Tone::warning;
    case approved:
    case executing:          return ui::Tone::info;
    case done:               return ui::Tone::success;
    case refused:
    case failed:             return ui::Tone::danger;
    case expired:
    case cancelled:          return ui::Tone::neutral;
    }
    return ui::Tone::neutral;
}

ui::Tone tone_of(model::TicketState state)
{
    if (state == model::TicketState::answered) return ui::Tone::success;
    return state == model::TicketState::closed ? ui::Tone::neutral : ui::Tone::info;
}

ui::Tone tone_of_days(std::optional<std::int32_t> days_left)
{
    const auto level = days_left ? model::expiry_level(*days_left) : std::nullopt;
    return level ? tone_of(*level) : ui::Tone::neutral;
}

std::string life_in_words(const model::Service& service, model::Day today)
{
    // These were set by the host and do not follow from the dates.
    if (service.status == model::Status::refunded || service.status == model::Status::inactive)
        return ui::say(word(service.status));

    const auto left = model::days_left(service, today);
    if (!left) return ui::say("phase.unknown");
    const auto       life  = model::life_of(service, today);
    const base::Args until = {life.until};
    const auto       when  = ui::days_from_now(*left);
    switch (life.phase) {
    case model::Phase::active:         return when;
    case model::Phase::grace:          return when + " · " + ui::say("phase.grace", until);
    case model::Phase::redemption:     return when + " · " + ui::say("phase.redemption", until);
    case model::Phase::pending_delete: return when + " · " + ui::say("phase.pending_delete", until);
    case model::Phase::released:       return when + " · " + ui::say("phase.released");
    case model::Phase::suspended:      return when + " · " + ui::say("phase.suspended", until);
    case model::Phase::deleted:        return when + " · " + ui::say("phase.deleted");
    }
    return when;
}

namespace {

struct TitleOf {
    std::string operator()(const model::NameserverChange&) const { return ui::say("operation.nameservers"); }
    std::string operator()(const model::TermExtension& term) const
    {
        return ui::say("operation.renewal", {std::to_string(term.years)});
    }
    std::string operator()(const model::LockChange& change) const
    {
        return ui::say(change.locked ? base::TextKey("operation.lock") : base::TextKey("operation.unlock"));
    }
    std::string operator()(const model::WhoisChange& change) const
    {
        return ui::say(change.hidden ? base::TextKey("operation.whois_hide") : base::TextKey("operation.whois_show"));
    }
    std::string operator()(const model::PasswordLink&) const { return ui::say("operation.hosting_password"); }
    std::string operator()(const model::OfferedRegistration&) const { return ui::say("operation.offered_domain"); }
    std::string operator()(const model::HolderLink&) const { return ui::say("operation.holder_email"); }
};

}  // namespace

std::string title_of(const model::Operation& operation) { return std::visit(TitleOf(), operation.detail); }

std::string_view name_of_tab(model::Tab tab)
{
    switch (tab) {
    case model::Tab::active:  return "active";
    case model::Tab::expired: return "expired";
    case model::Tab::pending: return "pending";
    }
    return {};
}

std::string full_name(const model::Service& service)
{
    const auto& shown = model::shown_name(service);
    return shown == service.name ? shown : shown + " (" + service.name + ")";
}

std::string address_of_tab(model::Tab tab) { return "#/services/" + std::string(name_of_tab(tab)); }

std::string address_of_kind(model::ServiceKind kind)
{
    return to_hash(Route{"services", "active", "", {{std::string(filter_of_kind), std::string(base::name_of(kind))}}});
}

std::string address_of_month(base::Date day)
{
    constexpr std::size_t iso_month = 7;
    return to_hash(
        Route{"services", "active", "", {{std::string(filter_of_expiry), base::to_iso(day).substr(0, iso_month)}}});
}

std::string address_of(const model::Service& service, model::Day today)
{
    return to_hash({"services", std::string(name_of_tab(model::tab_of(service, today))), service.id.value, {}});
}

}  // namespace pages
