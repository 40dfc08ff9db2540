// What can be done with many services at once: a row of a table each. What it does to one service is the command of
// the single action, and that command's own rules say where it cannot be done.
#pragma once
#include "model/command.hpp"
#include "model/services/life.hpp"
#include "ui/core/icon.hpp"
#include "ui/core/theme.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pages {

// What the customer is asked for, the same for all services.
struct BulkDraft {
    std::int32_t             years = 1;
    std::vector<std::string> nameservers;
    bool                     operator==(const BulkDraft&) const = default;
};

enum class Asks : std::uint8_t { nothing, years, nameservers };

struct BulkAction {
    base::TextKey words;  // in the menu, and the popup's title
    ui::Icon      icon;
    base::TextKey verb;
    base::TextKey will;  // "{0} services seront renouvelés"
    base::TextKey done;

    model::Command (*command)(const model::State&, const model::Service&, const BulkDraft&, base::Date today);
    // Whether the service is so already; null: the command's own rules say it.
    bool (*needless)(const model::Service&) = nullptr;

    Asks                      asks = Asks::nothing;
    base::TextKey             note = {};  // what the customer should know before
    ui::Tone                  tone = ui::Tone::warning;
    std::optional<model::Tab> only = {};  // the list it is offered in
};

std::span<const BulkAction> bulk_actions();

}  // namespace pages
