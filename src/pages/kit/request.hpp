// What a page may ask for while it is drawn. What the store or the app does is done after the frame, in the order in which
// it was asked for, so that no widget sees the world change under it; a popup of another room opens behind the page.
//     if (ui::button("account.export")) screen.ask(ExportAccount{});
#pragma once
#include "base/enums.hpp"
#include "base/problems.hpp"
#include "base/texts.hpp"
#include "exchange/peer.hpp"
#include "model/billing/invoice.hpp"
#include "model/command.hpp"
#include "pages/kit/act.hpp"
#include "pages/kit/list_export.hpp"
#include "pages/kit/route.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pages {

// --- of the frame: a popup of another room ------------------------------------------

// That of an action, by its name; where it has none, what it does. An action that does not concern the service, and a
// service that is gone, open nothing.
struct OpenAction {
    std::string_view act = act_details;
    model::ServiceId service;
    bool             operator==(const OpenAction&) const = default;
};

// The form that hands services over to another account; without a service, of services yet to be chosen.
struct OpenTrade {
    model::ServiceId service;
    bool             operator==(const OpenTrade&) const = default;
};

// The form for a question about a service.
struct OpenTicket {
    model::ServiceId service;
    bool             operator==(const OpenTicket&) const = default;
};

using PopupRequest = std::variant<OpenAction, OpenTrade, OpenTicket>;

// --- of the store ------------------------------------------------------------------

// Commands, each as alone, in their order. `answered` hears what is wrong with each; it may be empty. What it holds on to
// outlives the frame.
struct Dispatch {
    using Answered = std::function<void(const std::vector<base::Problems>&)>;
    std::vector<model::Command> commands;
    Answered                    answered = {};
};

// What a link of a letter asks for: answered at once by the host, and stored nowhere before. `answered` hears why not.
struct PressLink {
    model::Command                             command;
    std::function<void(const base::Problems&)> answered;
};

struct Dismiss {
    std::uint64_t notice                           = 0;
    bool          operator==(const Dismiss&) const = default;
};

// The storage does not answer: on without it.
struct DoWithoutStorage {
    bool operator==(const DoWithoutStorage&) const = default;
};

// What must be answered at once and is stored nowhere. `under_way` is given what is to be kept for as long as the answer is
// wanted. Popups ask through Awaited.
struct AskHost {
    exchange::Question                   question;
    exchange::Answered                   answered;
    std::function<void(exchange::Asked)> under_way;
};

// --- of the app --------------------------------------------------------------------

// The host's clock goes ahead; the demo only.
struct AdvanceClock {
    std::int64_t ms                                    = 0;
    bool         operator==(const AdvanceClock&) const = default;
};

// Somewhere else. Typing in a search stays in the same entry of the history; opening something makes a new one.
struct Go {
    Route to;
    bool  same_entry                  = false;
    bool  operator==(const Go&) const = default;
};

struct PickAccountFile {
    bool operator==(const PickAccountFile&) const = default;
};
// The file that was read takes the account's place, or is forgotten.
struct AcceptImport {
    bool operator==(const AcceptImport&) const = default;
};
struct DropImport {
    bool operator==(const DropImport&) const = default;
};
struct ExportAccount {
    bool operator==(const ExportAccount&) const = default;
};
struct ResetDemo {
    bool operator==(const ResetDemo&) const = default;
};

// What Pages::work shows.
struct CancelWork {
    bool operator==(const CancelWork&) const = default;
};

// A list, and an invoice, that the customer wants as a file.
struct ExportList {
    std::unique_ptr<Sheet> sheet;
};
struct SaveInvoice {
    model::InvoiceId invoice;
    bool             operator==(const SaveInvoice&) const = default;
};

enum class ThemeChoice : std::uint8_t { system, light, dark };
constexpr std::array<std::string_view, 3> enum_names(ThemeChoice) { return {"system", "light", "dark"}; }

struct ChooseLanguage {
    base::Language language                                = base::Language::fr;
    bool           operator==(const ChooseLanguage&) const = default;
};
struct ChooseTheme {
    ThemeChoice theme                                = ThemeChoice::system;
    bool        operator==(const ChooseTheme&) const = default;
};

// The menu, to icons and back.
struct FoldMenu {
    bool operator==(const FoldMenu&) const = default;
};

// What was chosen lately in the global search, to be kept in this browser: see ShellState::recent.
struct KeepRecent {
    std::string recent;
    bool        operator==(const KeepRecent&) const = default;
};

using Request = std::variant<Dispatch, PressLink, Dismiss, DoWithoutStorage, AskHost, AdvanceClock, Go, PickAccountFile,
                             AcceptImport, DropImport, ExportAccount, ResetDemo, CancelWork, ExportList, SaveInvoice,
                             ChooseLanguage, ChooseTheme, FoldMenu, KeepRecent>;

}  // namespace pages
