// What a page may request while it is drawn. Requests to the store and the app are carried out after the frame, in
// order, so that the state does not change while widgets are drawn; a popup of another room opens behind the page.
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

// --- to the frame: a popup of another room --------------------------------------------

// Opens the popup of an action, by the action's name, or runs the action if it has no popup. Does nothing if the action
// does not apply to the service or the service no longer exists.
struct OpenAction {
    std::string_view act = act_details;
    model::ServiceId service;
    bool             operator==(const OpenAction&) const = default;
};

// The popup that renews many services with one payment.
struct OpenRenewal {
    std::vector<model::ServiceId> services;
    bool                          operator==(const OpenRenewal&) const = default;
};

// The form that transfers services to another account; without a service the customer chooses them there.
struct OpenTrade {
    model::ServiceId service;
    bool             operator==(const OpenTrade&) const = default;
};

// The form for a support question about a service.
struct OpenTicket {
    model::ServiceId service;
    bool             operator==(const OpenTicket&) const = default;
};

// A question before a command that cannot be taken back; it is sent once the customer has said yes.
struct AskFirst {
    model::Command command;
    base::TextKey  title, words, verb, keep;  // `keep`: on the button that leaves all as it is
    std::string    about;                     // the argument of `words`: what is ended, by its name
    std::string    said;                      // shown as a toast once the command is sent
};

using PopupRequest = std::variant<OpenAction, OpenRenewal, OpenTrade, OpenTicket, AskFirst>;

// --- to the store ------------------------------------------------------------------

// Dispatches the commands one by one, in order. `answered` gets the problems of each; it may be empty. Everything it
// captures must outlive the frame.
struct Dispatch {
    using Answered = std::function<void(const std::vector<base::Problems>&)>;
    std::vector<model::Command> commands;
    Answered                    answered = {};
};

// The command of a letter's link, which the host answers directly: it is not stored first. `answered` gets the
// problems.
struct PressLink {
    model::Command                             command;
    std::function<void(const base::Problems&)> answered;
};

// What is being written in a popup: to be kept as a draft, or, with nothing written, forgotten.
struct KeepDraft {
    model::Command draft;
    bool           nothing = false;
};

struct Dismiss {
    std::uint64_t notice                           = 0;
    bool          operator==(const Dismiss&) const = default;
};

// Continues without storage, which does not respond.
struct DoWithoutStorage {
    bool operator==(const DoWithoutStorage&) const = default;
};

// A question that the host answers directly and that is not stored. `under_way` receives the handle that must be kept
// while the answer is wanted. Popups use Awaited.
struct AskHost {
    exchange::Question                   question;
    exchange::Answered                   answered;
    std::function<void(exchange::Asked)> under_way;
};

// --- to the app --------------------------------------------------------------------

// Advances the host's clock; in the demo only.
struct AdvanceClock {
    std::int64_t ms                                    = 0;
    bool         operator==(const AdvanceClock&) const = default;
};

// The customer says that the device's clock is right: see Screen::doubted.
struct TrustClock {
    bool operator==(const TrustClock&) const = default;
};

// Goes to another route. Typing in a search replaces the current history entry; opening something adds one.
struct Go {
    Route to;
    bool  same_entry                  = false;
    bool  operator==(const Go&) const = default;
};

struct PickAccountFile {
    bool operator==(const PickAccountFile&) const = default;
};
// Replaces the account with the file that was read, or drops that file.
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

// Cancels the work shown by Pages::work.
struct CancelWork {
    bool operator==(const CancelWork&) const = default;
};

// Saves a list, or an invoice, as a file.
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

// Folds the menu to icons, or unfolds it.
struct FoldMenu {
    bool operator==(const FoldMenu&) const = default;
};

// Loads the page again, with the newest version of the program.
struct Reload {
    bool operator==(const Reload&) const = default;
};

// Stores the recent choices of the global search in this browser: see ShellState::recent.
struct KeepRecent {
    std::string recent;
    bool        operator==(const KeepRecent&) const = default;
};

using Request =
    std::variant<Dispatch, PressLink, KeepDraft, Dismiss, DoWithoutStorage, AskHost, AdvanceClock, TrustClock, Go,
                 PickAccountFile, AcceptImport, DropImport, ExportAccount, ResetDemo, CancelWork, ExportList,
                 SaveInvoice, ChooseLanguage, ChooseTheme, FoldMenu, Reload, KeepRecent>;

}  // namespace pages
