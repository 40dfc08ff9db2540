#include "app/app.hpp"

#include "app/bridge.hpp"
#include "app/device.hpp"
#include "codec/account_file.hpp"
#include "pages/frame/carry_out.hpp"
#include "pages/frame/recent.hpp"
#include "platform/lettering.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace app {
namespace {

// The browser's own search stays the browser's: mirror_keys.OVERHEARD.
constexpr std::string_view shortcuts = "Ctrl+k Ctrl+f";

// Larger account files are refused without being read.
constexpr std::uint64_t file_limit_bytes = std::uint64_t{codec::max_account_megabytes} * 1'000'000;

// Time per frame for building lists; the rest is done in later frames. While nothing is shown yet, smooth frames do not matter.
constexpr double list_budget_ms  = 6;
constexpr double empty_budget_ms = 80;

class FrameBudget final : public query::Budget {
public:
    explicit FrameBudget(double ms) : end_ms_(platform::elapsed_ms() + ms) {}
    bool spent() override { return platform::elapsed_ms() >= end_ms_; }

private:
    double end_ms_;
};

template <class... Each>
struct Overloads : Each... {
    using Each::operator()...;
};
template <class... Each>
Overloads(Each...) -> Overloads<Each...>;

// A preference: the customer knows that the browser may erase the data.
constexpr std::string_view told_unkept = "told_unkept";

}  // namespace

App::App(std::string_view account)
    : account_(account),
      storage_(platform::open_storage(database_of(account))),
      peer_({.later = [](std::int64_t          delay_ms,
                         std::function<void()> answer) { platform::call_after(delay_ms, std::move(answer)); },
             .shown = [this]() -> const model::State& { return store_.state(); }}),
      store_(*storage_, clock_, peer_, {.device = random_name_or_stop()}),
      settings_(load_settings(account)),
      preferences_(load_preferences(account)),
      kept_preferences_(preferences_),
      route_(pages::parse_route(platform::location()))
{
    store_.on_change   = [] { platform::request_frame(); };
    store_.on_progress = [this] {
        tell_busy();
        wake_when_due();
    };
    worker_.on_change = [this] { tell_busy(); };
    listen();
    store_.open();
}

// Cancels everything that could call the app after its end.
App::~App()
{
    platform::cancel(timer_);
    platform::cancel(frame_timer_);
    platform::events() = {};
}

platform::Program App::program()
{
    return {
        .title = "Guichet",
        .start = [this] { start(); },
        .draw  = [this] { draw(); },
        .stop  = [this] { stop(); },
    };
}

// --- the window ---------------------------------------------------------------

void App::start()
{
    ui_              = std::make_unique<ui::Context>();
    ui_->page_fields = platform::has_page_fields();
    ui_->engine      = platform::text_engine();
    ui_->fonts       = ui::load_fonts({
        .regular  = platform::asset(regular_font),
        .semibold = platform::asset(semibold_font),
        .icons    = platform::asset(icon_font),
    });
    look_as_chosen();
}

void App::stop() { ui_.reset(); }

void App::draw()
{
    look_at_the_clock();
    ui_->now        = store_.now();
    ui_->says_paris = platform::zone_offset_ms(ui_->now) != base::paris_offset_ms(ui_->now);
    ui_->begin();
    FrameBudget   budget(list_is_empty_ ? empty_budget_ms : list_budget_ms);
    pages::Screen screen{
        .store       = store_,
        .route       = route_,
        .preferences = preferences_,
        .today       = store_.today(),
        .to_ascii    = platform::to_ascii,
        .work        = {.budget = &budget, .collate = platform::collate},
    };
    pages_.draw(screen, {
                            .menu_folded  = settings_.menu_collapsed,
                            .theme_choice = settings_.theme,
                            .file_hovers  = platform::file_hovers(),
                            .renewed      = renewed_,
                            .unkept       = unkept_,
                            .doubted      = doubted_,
                            .demo         = true,
                            .recent       = settings_.recent,
                        });
    ui_->end();
    platform::mirror(ui_->semantics().bytes());

    if (auto title = pages_.title(screen); title != title_) {
        title_ = std::move(title);
        platform::set_title(title_);
    }
    // Carry out the frame's requests after it, in order, so that no widget sees the state change while the frame is drawn.
    list_is_empty_ = screen.list_is_empty;
    for (auto& request : screen.asked) carry_out(request);
    if (const auto href = ui_->followed()) go(pages::parse_route(*href), false);
    if (const auto href = ui_->opened_apart()) platform::open_apart(*href);
    if (auto copy = ui_->copied()) copy_out(std::move(*copy));
    if (preferences_ != kept_preferences_ && !screen.dragging) {
        // Another tab may have saved since: keep its changes.
        preferences_      = merged(kept_preferences_, preferences_, load_preferences(account_));
        kept_preferences_ = preferences_;
        save_preferences(account_, preferences_);
    }
    if (!asked_to_keep_ && store_.sync_state().waiting > 0) ask_to_keep();
    platform::cancel(std::exchange(frame_timer_, 0));
    if (ui_->animating()) platform::request_frame();
    else if (const float wakes_in_ms = ui_->wakes_in_ms(); wakes_in_ms >= 0)
        frame_timer_ = platform::call_after(static_cast<std::int64_t>(std::ceil(wakes_in_ms)), [this] {
            frame_timer_ = 0;
            platform::request_frame();
        });
}

// A leap of the device's clock is judged by the server's; where that cannot be had, the customer is asked.
void App::look_at_the_clock()
{
    const auto here = clock_.now();
    if (!peer_.clock().doubts(here)) {
        asked_time_ = false;
        doubted_    = {};
    } else if (!std::exchange(asked_time_, true))
        platform::ask_servers_time([this](std::optional<base::Instant> server) {
            const auto now = clock_.now();
            if (!peer_.clock().doubts(now)) return;
            if (!server) doubted_ = base::ms_after(now, peer_.clock().offset_ms());
            else {
                peer_.clock().judge(now, *server);
                time_goes_on();
            }
        });
}

void App::time_goes_on()
{
    store_.change_peer([] {});
    platform::request_frame();
}

void App::copy_out(ui::Copy copy)
{
    const auto text = copy.text;
    platform::copy_text(text, [this, copy = std::move(copy)](bool ok) {
        if (!ui_) return;
        if (ok) ui_->toast(ui::Tone::success, copy.done);
        else pages_.uncopied.show(copy.text);
        platform::request_frame();
    });
}

// --- events of the page ---------------------------------------------------------

void App::listen()
{
    auto& events              = platform::events();
    events.location_changed   = [this](std::string_view hash) { route_ = pages::parse_route(hash); };
    events.appearance_changed = [this] { look_as_chosen(); };
    events.online_changed     = [this](bool online) {
        asked_time_ = false;
        store_.set_online(online);
    };
    events.visibility_changed = [this](bool visible) {
        // Timers of hidden tabs fire late: do now what fell due meanwhile.
        if (visible) store_.tick();
        else store_.store_drafts();
        // Another tab may have saved a filter, which the next save must not undo.
        if (visible) preferences_ = kept_preferences_ = load_preferences(account_);
        worker_.set_hidden(!visible);
    };
    events.print_changed = [this](bool on_paper) {
        if (ui_) ui_->on_paper = on_paper;
    };
    events.renewed = [this] {
        renewed_ = true;
        platform::request_frame();
    };
    events.file_dropped = [this](platform::GivenFile file, std::string_view why) {
        read_account(std::move(file), why);
    };
    events.mirror = [this](const platform::MirrorEvent& heard) {
        if (ui_) ui_->hear(heard);
    };
    platform::set_shortcuts(shortcuts);
    platform::set_file_limit(file_limit_bytes);
    store_.set_online(platform::online());
}

// Applies the customer's choices and the system's to the kit and the page.
void App::look_as_chosen()
{
    platform::set_language(base::name_of(settings_.language));
    if (!ui_) return;
    const auto wanted   = platform::appearance();
    ui_->language       = settings_.language;
    ui_->reduced_motion = wanted.reduced_motion;
    ui_->theme          = theme_for(wanted, settings_.theme);
    platform::set_theme(to_page(ui_->theme));
    platform::request_frame();
}

// --- navigation -------------------------------------------------------------------

void App::go(pages::Route route, bool same_entry)
{
    if (route == route_) return;
    unkept_         = false;  // said once
    route_          = std::move(route);
    const auto hash = pages::to_hash(route_);
    if (same_entry) platform::replace_location(std::string_view(hash).substr(1));
    else platform::push_location(std::string_view(hash).substr(1));
    platform::request_frame();
}

void App::carry_out(pages::Request& request)
{
    using namespace pages;
    auto wanted = settings_;
    // Requests to the store have overloads in pages.
    std::visit(Overloads{
                   [&](auto& asked) { pages::carry_out(asked, store_); },
                   [&](Go& asked) { go(std::move(asked.to), asked.same_entry); },
                   [&](PickAccountFile&) { pick_account_file(); },
                   [&](AcceptImport&) { import_account(); },
                   [&](DropImport&) { read_.reset(); },
                   [&](ExportAccount&) {
                       unkept_ = false;
                       export_account();
                   },
                   [&](ResetDemo&) { store_.begin_anew(); },
                   [&](AdvanceClock& asked) {
                       store_.change_peer([this, ms = asked.ms] { peer_.clock().advance(ms); });
                       tell_moved(store_);
                   },
                   [&](TrustClock&) {
                       peer_.clock().believe(clock_.now());
                       time_goes_on();
                   },
                   [&](CancelWork&) { worker_.cancel(); },
                   [&](ExportList& asked) { export_list(std::move(asked.sheet)); },
                   [&](SaveInvoice& asked) { save_invoice(asked.invoice); },
                   [&](ChooseLanguage& asked) { wanted.language = asked.language; },
                   [&](ChooseTheme& asked) { wanted.theme = asked.theme; },
                   [&](Reload&) { platform::reload(); },
                   [&](FoldMenu&) { wanted.menu_collapsed = !wanted.menu_collapsed; },
                   [&](KeepRecent& asked) {
                       // Merged with the choices made in other tabs.
                       const auto chosen = read_recent(asked.recent);
                       wanted.recent     = load_settings(account_).recent;
                       if (!chosen.empty()) wanted.recent = with_chosen(wanted.recent, chosen.front());
                   },
               },
               request);
    change(std::move(wanted));
}

void App::change(Settings wanted)
{
    if (wanted == settings_) return;
    const bool looks_else = wanted.language != settings_.language || wanted.theme != settings_.theme;
    save_settings(account_, wanted, settings_);
    settings_ = std::move(wanted);
    if (looks_else) look_as_chosen();
    platform::request_frame();
}

// --- the store ----------------------------------------------------------------------

void App::tell_busy() { platform::set_busy(!store_.settled() || worker_.busy()); }

// After the first edit: browsers erase what they were not asked to keep when a disk is full, some after a week without a visit.
void App::ask_to_keep()
{
    asked_to_keep_ = true;
    platform::keep_storage([this](bool promised) {
        if (promised || platform::preference(told_unkept)) return;
        platform::set_preference(told_unkept, "1");
        unkept_ = true;
        platform::request_frame();
    });
}

void App::wake_when_due()
{
    platform::cancel(std::exchange(timer_, 0));
    const auto due = store_.next_wake();
    if (!due) return;
    timer_ = platform::work_after(std::max<std::int64_t>(0, due->ms - clock_.now().ms), [this] {
        timer_ = 0;
        store_.tick();
        wake_when_due();
    });
}

}  // namespace app
