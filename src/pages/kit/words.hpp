// The names, states, colours and addresses of services that several pages share.
#pragma once
#include "base/texts.hpp"
#include "model/services/life.hpp"
#include "model/services/overview.hpp"
#include "model/state.hpp"
#include "ui/core/icon.hpp"
#include "ui/core/theme.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pages {

base::TextKey word(model::ServiceKind);
base::TextKey word(model::Status);
base::TextKey word(model::Condition);
base::TextKey word(model::OperationState);
base::TextKey word(model::TransferStep);
base::TextKey word(model::TradeState);
base::TextKey word(model::OrderStep);
base::TextKey word(model::TicketState);
base::TextKey word(model::Department);
base::TextKey word(model::OfferRight);

ui::Icon icon_of(model::ServiceKind);

ui::Tone tone_of(model::Status);
ui::Tone tone_of(model::Colour);
ui::Tone tone_of(model::Level);
ui::Tone tone_of(model::OperationState);
ui::Tone tone_of(model::TransferStep);
ui::Tone tone_of(model::TradeState);
ui::Tone tone_of(model::TicketState);

// The urgency of a service by the days left until it expires.
ui::Tone tone_of_days(std::optional<std::int32_t> days_left);

// The time to the expiry, and what is still possible after it.
std::string life_in_words(const model::Service&, model::Day today);

// The name where something is confirmed: with its ASCII form, since letters of other scripts may look alike.
std::string full_name(const model::Service&);

// The title of an operation: "Renouvellement de 2 ans".
std::string title_of(const model::Operation&);

// The address of a tab, its name in the address ("expired"), and the address of a service's details.
std::string      address_of_tab(model::Tab);
std::string_view name_of_tab(model::Tab);
std::string      address_of_kind(model::ServiceKind);  // the active ones
std::string      address_of_month(base::Date);         // active ones that expire in the month of that day
std::string      address_of(const model::Service&, model::Day today);

}  // namespace pages
