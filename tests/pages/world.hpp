// A customer using all pages, on a device of the store tests: an account, a host, a clock that only moves when told.
#pragma once
#include "pages/frame/carry_out.hpp"
#include "pages/frame/frame.hpp"
#include "store/device.hpp"
#include "ui/format.hpp"
#include "ui_harness.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

// h1 has shop.fr as its main domain and has a label; d4 and d5 are past their term.
inline model::State pages_account()
{
    using namespace account;
    auto state = small();
    state.services.put(domain("d3", "shop.fr", in(200)));
    state.services.put(domain("d4", "late.com", in(-10)));
    state.services.put(domain("d5", "redeem.fr", in(-20)));
    change(state, "d3", [](Service& service) { service.linked_to = {"h1"}; });
    change(state, "h1", [](Service& service) {
        service.label       = "Boutique";
        service.main_domain = {"d3"};
    });
    return state;
}

// How the customer opens the site.
struct WorldStyle {
    float                           width    = 1280;
    float                           height   = 900;
    base::Language                  language = base::Language::fr;
    bool                            online   = true;
    model::State                    account  = pages_account();
    account::MemoryStorage::Answers answers  = account::MemoryStorage::Answers::at_once;
};

class World {
    // Declared before `customer`, whose first frames read them.
    bool ready_ = false;

public:
    explicit World(std::string_view hash = "#/services/active", WorldStyle style = {})
        : device(style.answers),
          route(pages::parse_route(hash)),
          customer([this] { draw(); }, style.width, style.height)
    {
        device.initial = std::move(style.account);
        device.storage.damage().clear();
        device.opens(style.online);
        customer.ui.language = style.language;
        customer.after_frame = [this] { carry_out(); };
        ready_               = true;
        waits();
    }

    account::Device                 device;
    pages::Pages                    pages;
    pages::ShellState               app;
    std::string                     recent;  // the browser's recent choices of the global search
    pages::Route                    route;
    pages::Preferences              preferences;
    int                             entries = 1;  // in the browser's history
    std::vector<pages::Request>     asked;        // requests to the app since the last press
    std::unique_ptr<pages::Sheet>   sheet;        // the last requested file
    std::optional<model::InvoiceId> invoice;      // the last requested invoice
    Customer                        customer;

    const model::State& state() const { return device.state(); }
    model::Service      service(const char* id) const { return account::service(state(), id); }
    std::string         amount(base::Money money) const { return plain(ui::money(money)); }
    std::string         title()
    {
        const auto screen = this->screen();
        return pages.title(screen);
    }

    // --- what the customer sees ---
    bool sees(ui::Role role, std::string_view name) const { return customer.sees(role, called(role, name)); }
    bool sees_any(ui::Role role) const { return customer.how_many(role) > 0; }
    bool reads(std::string_view words) const
    {
        for (const auto& node : customer.ui.semantics().nodes())
            for (const auto text : {node.name, node.value, node.description})
                if (plain(text).find(words) != std::string::npos) return true;
        return false;
    }
    bool may_press(ui::Role role, std::string_view name) const { return customer.may_press(role, called(role, name)); }
    bool is(ui::Role role, std::string_view name, std::uint32_t state) const
    {
        return customer.is(role, called(role, name), state);
    }
    std::string value(ui::Role role, std::string_view name) const
    {
        return plain(customer.value(role, called(role, name)));
    }
    std::string reason(ui::Role role, std::string_view name) const
    {
        return plain(customer.reason(role, called(role, name)));
    }

    // The names of all nodes with that role, in order.
    std::vector<std::string> all(ui::Role role) const
    {
        std::vector<std::string> names;
        for (const auto& node : customer.ui.semantics().nodes())
            if (node.role == role) names.emplace_back(node.name);
        return names;
    }
    // The names of the rows on screen, from their action buttons.
    std::vector<std::string> names() const
    {
        constexpr std::string_view prefix = "Actions pour ";
        std::vector<std::string>   names;
        for (const auto& name : all(ui::Role::button))
            if (name.starts_with(prefix)) names.push_back(name.substr(prefix.size()));
        return names;
    }
    // True if no control is wider than the screen or crosses its sides.
    bool nothing_sticks_out() const
    {
        for (const auto& node : customer.ui.semantics().nodes()) {
            const bool pressed = node.role == ui::Role::button || node.role == ui::Role::link ||
                                 node.role == ui::Role::textbox;
            if (!pressed || node.clip.w <= 0) continue;
            if (node.rect.x >= -0.5f && node.rect.right() <= customer.ui.width() + 0.5f) continue;
            MESSAGE(std::string(node.name) << " from " << node.rect.x << " to " << node.rect.right());
            return false;
        }
        return true;
    }

    // True if the app got this request since the last press.
    template <class Request>
    bool asks(const Request& request) const
    {
        return std::ranges::any_of(asked, [&](const auto& one) {
            const auto* same = std::get_if<Request>(&one);
            return same && *same == request;
        });
    }

    // --- what the customer does ---
    void press(ui::Role role, std::string_view name)
    {
        asked.clear();
        customer.press(role, called(role, name));
    }
    void types(ui::Role role, std::string_view name, std::string_view text)
    {
        customer.fill(role, called(role, name), text);
    }
    void key(std::string_view name) { customer.key(name); }
    void selects(std::string_view combobox, int place)  // by keyboard
    {
        customer.press(ui::Role::combobox, combobox);
        for (int at = 0; at < place; ++at) customer.key("ArrowDown");
        customer.key("Enter");
    }
    void chooses(std::string_view service, std::string_view action)
    {
        press(ui::Role::button, "Actions pour " + std::string(service));
        press(ui::Role::menuitem, action);
    }
    void waits() { customer.waits(); }
    void hears()  // delivers the host's direct answers
    {
        device.passes_ms(1'000);
        waits();
    }
    void goes_to(std::string_view hash)
    {
        route = pages::parse_route(hash);
        waits();
    }

    // Replaces non-breaking spaces by spaces.
    static std::string plain(std::string_view text)
    {
        std::string words;
        for (std::size_t at = 0; at < text.size();) {
            const auto rest  = text.substr(at);
            const auto blank = rest.starts_with("\u00a0") ? 2u : rest.starts_with("\u202f") ? 3u : 0u;
            if (blank) words += ' ';
            else words += text[at];
            at += blank ? blank : 1;
        }
        return words;
    }

private:
    // The exact name, with its non-breaking spaces, of the first node whose plain name is `name`.
    std::string called(ui::Role role, std::string_view name) const
    {
        const auto& screen = customer.ui.semantics();
        for (const auto& node : screen.nodes())
            if (node.role == role && screen.reachable(node) && plain(node.name) == name) return std::string(node.name);
        return std::string(name);
    }

    pages::Screen screen()
    {
        return {.store       = *device.store,
                .route       = route,
                .preferences = preferences,
                .today       = device.store->today(),
                .to_ascii    = to_ascii};
    }
    static std::optional<std::string> to_ascii(std::string_view host)
    {
        if (host == "ns1.café.example") return "ns1.xn--caf-dma.example";
        return {};
    }

    void draw()
    {
        if (!ready_) return;
        ui::context().now = device.store->now();
        auto screen       = this->screen();
        app.recent        = recent;
        pages.draw(screen, app);
        drawn_ = std::move(screen.asked);
    }

    // Carries out the requests of a frame after it, as the app does.
    void carry_out()
    {
        for (auto& request : std::exchange(drawn_, {})) {
            std::visit(
                [&]<class Asked>(Asked& one) {
                    if constexpr (requires { pages::carry_out(one, *device.store); })
                        pages::carry_out(one, *device.store);
                    else if constexpr (std::is_same_v<Asked, pages::AdvanceClock>) {
                        device.advance_clock(one.ms);
                        pages::tell_moved(*device.store);
                    } else if constexpr (std::is_same_v<Asked, pages::Go>) {
                        if (one.to == route) return;
                        entries += one.same_entry ? 0 : 1;
                        route = one.to;
                    } else if constexpr (std::is_same_v<Asked, pages::KeepRecent>) recent = one.recent;
                    else if constexpr (std::is_same_v<Asked, pages::ExportList>) sheet = std::move(one.sheet);
                    else if constexpr (std::is_same_v<Asked, pages::SaveInvoice>) invoice = one.invoice;
                },
                request);
            asked.push_back(std::move(request));
        }
        if (const auto href = customer.followed()) {
            entries += 1;
            route = pages::parse_route(*href);
        }
    }

    std::vector<pages::Request> drawn_;  // of the frame being drawn
};

// The link of the letter with this subject; empty if there is none.
inline std::string link_of(const World& world, std::string_view subject)
{
    for (const model::Message& message : world.state().messages)
        if (message.subject.value == subject) return message.link;
    return {};
}
