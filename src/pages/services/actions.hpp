// The actions on one service. Each is a row of action_table.hpp; the menus of lists, the buttons of the details, the
// global search, the remedies for a domain's state, bulk actions and popups are all generated from these rows.
#pragma once
#include "base/problems.hpp"
#include "base/texts.hpp"
#include "model/command.hpp"
#include "model/state.hpp"
#include "pages/services/popup.hpp"
#include "ui/core/icon.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace pages {

struct BulkAction;

// A set of conditions of a domain.
struct Conditions {
    constexpr Conditions() = default;
    constexpr Conditions(std::initializer_list<model::Condition> list)
    {
        for (const auto one : list) bits |= bit(one);
    }
    constexpr bool has(model::Condition one) const { return (bits & bit(one)) != 0; }

    std::uint32_t bits = 0;

private:
    static constexpr std::uint32_t bit(model::Condition one) { return 1u << static_cast<unsigned>(one); }
};
static_assert(base::names_of<model::Condition>.size() <= 32);

// Whether an action has a button on a service's page; all other actions are in the menu beside it.
enum class Button : std::uint8_t { no, yes, when_possible };

// The texts of an action that only needs a confirmation: see switch_popup.hpp.
struct Question {
    model::Command (*command)(const model::ServiceId&) = nullptr;
    base::TextKey explains                             = {};
    base::TextKey done                                 = {};  // with the service's name
    base::TextKey warning                              = {};
    base::TextKey verb                                 = {};  // on the button, where the action's words do not fit
};

struct ServiceAction {
    std::string_view name;  // as in OpenAction
    base::TextKey    words;
    ui::Icon         icon;
    base::TextKey    on_it = "search.act_on";  // puts the words and the service's name together: "Renew example.fr"

    // Creates the action's popup, or runs the action and returns null if it has none.
    PopupPtr (*open)(const ServiceAction&, const model::Service&, Screen&);

    // Null: always possible.
    std::optional<base::Problem> (*why_not)(const model::State&, const model::Service&, model::Day today) = nullptr;

    // The only kind of service it applies to: a hosting account has no name servers. Not shown for others.
    std::optional<model::ServiceKind> only = {};

    // Chooses between opposite actions, and between several names of one action: only those that fit a service are
    // shown, with a reason if they are not possible. Null: always fits.
    bool (*fits)(const model::Service&, model::Day today) = nullptr;
    std::string_view one_with                             = {};  // name of the row that is the same action

    Conditions mends           = {};  // remedies a domain in one of these conditions
    Button     button          = Button::no;
    bool       separator_above = false;  // in the menu of all actions
    Question   question        = {};     // for a switch popup

    std::array<const BulkAction*, 2> bulk = {};  // the same action on many services
};

// In the order of the menu; without details_action.
std::span<const ServiceAction> service_actions();

// Null for an unknown name.
const ServiceAction* find_action(std::string_view name);

bool concerns(const ServiceAction&, model::ServiceKind);
bool fits(const ServiceAction&, const model::Service&, model::Day today);

std::optional<base::Problem> why_not(const ServiceAction&, const model::State&, const model::Service&,
                                     model::Day today);

// True if both rows are one action under different names.
bool is_same(const ServiceAction&, std::string_view name);

// The row of the same action that fits the service now: renew, reactivate or restore.
const ServiceAction& fitting(const ServiceAction&, const model::Service&, model::Day today);

// The action that remedies the domain's condition; null if there is none.
const ServiceAction* remedy_for(const model::Service&, model::Day today);

}  // namespace pages
