// Actions on many services at once. Each service gets the command of the single action, and that command's rules decide
// where it is impossible.
#pragma once
#include "model/command.hpp"
#include "model/services/life.hpp"
#include "ui/core/icon.hpp"
#include "ui/core/theme.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pages {

// The customer's input, the same for all services.
struct BulkDraft {
    std::int32_t             years = 1;
    std::vector<std::string> nameservers;
    bool                     operator==(const BulkDraft&) const = default;
};

enum class Asks : std::uint8_t { nothing, years, nameservers };

struct BulkAction {
    base::TextKey words;  // in the menu, and as the popup's title
    ui::Icon      icon;
    base::TextKey verb;
    base::TextKey will;  // "{0} services seront renouvelés"
    base::TextKey done;

    model::Command (*command)(const model::State&, const model::Service&, const BulkDraft&, model::Day today);
    // True if the service already has this setting; null: the command's own rules say it.
    bool (*needless)(const model::Service&) = nullptr;

    Asks                      asks  = Asks::nothing;
    base::TextKey             note  = {};  // a notice shown before confirming
    ui::Tone                  tone  = ui::Tone::warning;
    std::optional<model::Tab> only  = {};     // only in the list of this tab
    bool                      first = false;  // above the others in the menu
};

// Each is used in a row of action_table.hpp.
extern const BulkAction bulk_renew, bulk_reactivate, bulk_auto_renew_on, bulk_auto_renew_off, bulk_nameservers,
    bulk_dissociate, bulk_lock, bulk_hide_whois, bulk_end;

// Those offered in a tab's list, in the order of its menu.
std::vector<const BulkAction*> bulk_actions(model::Tab);

}  // namespace pages
