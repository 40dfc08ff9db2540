// The program: owns the store and the pages, and connects them to the web page around the canvas.
#pragma once
#include "app/settings.hpp"
#include "app/worker.hpp"
#include "base/result.hpp"
#include "demo/peer.hpp"
#include "model/state.hpp"
#include "pages/frame/frame.hpp"
#include "platform/clock.hpp"
#include "platform/page.hpp"
#include "platform/timers.hpp"
#include "platform/window.hpp"
#include "store/store.hpp"
#include "ui/core/context.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace app {

// The fonts among the files that come with the page.
inline constexpr std::string_view regular_font  = "inter-regular.otf";
inline constexpr std::string_view semibold_font = "inter-semibold.otf";
inline constexpr std::string_view icon_font     = "icons.ttf";

class App {
public:
    // For the data and preferences of one account; never reads those of other accounts on this machine.
    explicit App(std::string_view account = demos_account);
    ~App();
    App(const App&)            = delete;
    App& operator=(const App&) = delete;

    // The callbacks for the window. Requires that the app outlives it.
    platform::Program program();

private:
    void start();
    void draw();
    void stop();

    void listen();
    void look_as_chosen();
    void copy_out(ui::Copy copy);
    void go(pages::Route route, bool same_entry);
    void carry_out(pages::Request& request);
    void change(Settings wanted);
    void tell_busy();
    void wake_when_due();
    void ask_to_keep();
    void look_at_the_clock();
    void time_goes_on();
    void read_account(platform::GivenFile file, std::string_view why);
    void offer_account(base::Result<model::State> read);
    void pick_account_file();
    void import_account();
    void export_account();
    void export_list(std::unique_ptr<pages::Sheet> sheet);
    void save_invoice(const model::InvoiceId& invoice);
    void tell_ready(const std::string& file);

    std::string                        account_;
    platform::SystemClock              clock_;
    std::unique_ptr<platform::Storage> storage_;
    demo::Peer                         peer_;
    store::Store                       store_;
    Settings                           settings_;
    pages::Preferences                 preferences_, kept_preferences_;  // current; last saved
    std::unique_ptr<ui::Context>       ui_;
    pages::Pages                       pages_;
    Worker                             worker_{pages_.work};
    pages::Route                       route_;
    std::optional<model::State>        read_;                   // the account file that is previewed, not yet imported
    std::string                        title_;                  // the document's current title
    platform::Timer                    timer_         = 0;      // for the store's next work
    platform::Timer                    frame_timer_   = 0;      // for the next frame that a page has asked for
    bool                               list_is_empty_ = false;  // in the last frame
    bool                               renewed_       = false;  // a newer version of the program is ready
    bool                               asked_to_keep_ = false;  // the browser, for the data
    bool                               asked_time_    = false;  // the server, while the clock is in doubt
    bool                               unkept_        = false;  // it did not promise, which is being said
    base::Instant                      doubted_       = {};     // what the clock says, where the server says nothing
};

}  // namespace app
