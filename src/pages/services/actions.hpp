// What can be done with one service. Each action is a row of action_table.hpp, and whatever offers actions is made of these
// rows: the menus of lists, the buttons of the details, the global search, the remedies for a domain's state, what can be
// done with many services at once, and the popups.
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

// Whether an action has a button on the page of a service; all others are in the menu beside.
enum class Button : std::uint8_t { no, yes, when_possible };

// What there is to say of an action that needs no more than a yes: see switch_popup.hpp.
struct Question {
    model::Command (*command)(const model::ServiceId&) = nullptr;
    base::TextKey explains                             = {};
    base::TextKey done                                 = {};  // with the service's name
    base::TextKey warning                              = {};
};

struct ServiceAction {
    std::string_view name;  // in OpenAction
    base::TextKey    words;
    ui::Icon         icon;

    // Makes its popup; null when it does without one.
    PopupPtr (*open)(const ServiceAction&, const model::Service&, Screen&);

    // Null: always possible.
    std::optional<base::Problem> (*why_not)(const model::State&, const model::Service&, model::Day today) = nullptr;

    // A hosting account has no name servers: what does not concern its kind is left out.
    std::optional<model::ServiceKind> only = {};

    // Of opposite actions, and of several names of one action, one fits a service; null: it always does. Those that fit
    // are shown even where they are not possible, with the reason.
    bool (*fits)(const model::Service&, model::Day today) = nullptr;
    std::string_view one_with                             = {};  // the name of the action that has this name too

    Conditions mends           = {};  // a domain in one of these needs it
    Button     button          = Button::no;
    bool       separator_above = false;  // in a menu of all of them
    Question   question        = {};     // of a switch popup

    std::array<const BulkAction*, 2> bulk = {};  // what it is for many services at once
};

// In the order of a menu; without details_action.
std::span<const ServiceAction> service_actions();

// By its name; null when there is none.
const ServiceAction* find_action(std::string_view name);

bool concerns(const ServiceAction&, model::ServiceKind);
bool fits(const ServiceAction&, const model::Service&, model::Day today);

std::optional<base::Problem> why_not(const ServiceAction&, const model::State&, const model::Service&,
                                     model::Day today);

// Whether two rows are one action under different names.
bool is_same(const ServiceAction&, std::string_view name);

// The name of the action that fits the service now: to renew, to reactivate or to restore it.
const ServiceAction& fitting(const ServiceAction&, const model::Service&, model::Day today);

// What is to be done about a domain's condition; null where there is nothing.
const ServiceAction* remedy_for(const model::Service&, model::Day today);

}  // namespace pages
