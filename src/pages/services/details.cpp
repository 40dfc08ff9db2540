#include "pages/services/details.hpp"

#include "base/text.hpp"
#include "model/services/offered_domain.hpp"
#include "pages/kit/act.hpp"
#include "pages/kit/notices.hpp"
#include "pages/kit/words.hpp"
#include "pages/services/popups.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

#include <algorithm>
#include <optional>

namespace pages {
namespace {

namespace icons = ui::icons;

constexpr std::size_t most_domains    = 50;  // shown for a hosting account; the list has the others
constexpr std::size_t most_operations = 20;

// The most frequent actions have a button; the others are in a menu, to keep the top of the page short.
bool has_button(const ServiceAction& action, const std::string& reason)
{
    return action.button == Button::yes || (action.button == Button::when_possible && reason.empty());
}

void draw_actions(const model::State& state, const model::Service& service, Popups& popups, Screen& screen)
{
    const auto left   = model::days_left(service, screen.today);
    const bool urgent = left && model::expiry_level(*left);
    struct Offered {
        const ServiceAction& action;
        std::string          reason;
    };
    std::vector<Offered> offered;
    for (const auto& one : service_actions()) {
        if (!concerns(one, service.kind) || !fits(one, service, screen.today)) continue;
        const auto reason = why_not(one, state, service, screen.today);
        offered.push_back({one, reason ? ui::say(*reason) : std::string()});
    }
    ui::Row row;
    for (const auto& [one, reason] : offered) {
        if (!has_button(one, reason)) continue;
        const bool main = urgent && is_same(one, act_renew);
        if (ui::button(one.words,
                       {.kind = main ? ui::Kind::primary : ui::Kind::secondary, .icon = one.icon, .why_not = reason}))
            open_action(popups, one, service, screen);
    }
    ui::Menu menu("details.more",
                  {.icon = icons::ellipsis, .kind = ui::Kind::secondary, .icon_only = false, .to_left = false});
    if (!menu) return;
    for (const auto& [one, reason] : offered)
        if (!has_button(one, reason) && menu.item(one.words, {.icon = one.icon, .why_not = reason}))
            open_action(popups, one, service, screen);
}

// "Verrouillé", "Déverrouillé jusqu'au 12/03/2026", "Bloqué par le registre jusqu'au 30/04/2026".
std::string lock_of(const model::Service& service, model::Day today)
{
    if (is_set(service.held_until) && today <= service.held_until)
        return ui::say("details.held", {ui::short_date(service.held_until)});
    if (is_set(service.unlocked_until))
        return ui::say("details.unlocked_until", {ui::short_date(service.unlocked_until)});
    return ui::say(service.locked ? base::TextKey("details.locked_yes") : base::TextKey("details.locked_no"));
}

// What is wrong, what to do, and by when: words of the condition.
struct Mending {
    model::Condition condition;
    base::TextKey    words;
};
constexpr Mending mendings[] = {
    {model::Condition::suspended_registry, "mend.suspended_registry"},
    {model::Condition::dispute, "mend.dispute"},
    {model::Condition::ns_rejected, "mend.ns_rejected"},
    {model::Condition::transfer_refused, "mend.transfer_refused"},
    {model::Condition::transfer_code_missing, "mend.transfer_code"},
    {model::Condition::transfer_code_invalid, "mend.transfer_code"},
    {model::Condition::locked_at_registrar, "mend.locked_at_registrar"},
    {model::Condition::holder_email_unverified, "mend.holder_email_unverified"},
    {model::Condition::holder_data_incomplete, "mend.holder_data_incomplete"},
};

void draw_mending(const model::State& state, const model::Service& service, Popups& popups, Screen& screen)
{
    const auto mending = std::ranges::find(mendings, service.condition, &Mending::condition);
    if (mending == std::end(mendings) || model::is_gone(service, screen.today)) return;
    const auto  transfer = model::open_transfer(state, service.id);
    const auto  by       = transfer ? transfer->until : base::Date();
    const auto  when     = is_set(by) ? ui::say("mend.by", {by}) : ui::say("mend.no_date");
    const auto* remedy   = remedy_for(service, screen.today);
    if (ui::banner(tone_of(model::colour_of(service.condition)), ui::say(mending->words) + "\n" + when,
                   remedy ? ui::Label(remedy->words) : ui::Label(), word(service.condition)))
        open_action(popups, *remedy, service, screen);
}

std::string owner_of(const model::Service& service)
{
    return model::is_mine(service) ? ui::say("owner.me") : ui::say("owner.via_contact", {service.owner.value});
}

void draw_facts(const model::Service& service, const Screen& screen)
{
    const auto today  = screen.today;
    const auto status = model::status_on(service, today);

    std::vector<ui::Fact> facts;
    facts.push_back({.label = "column.status", .value = ui::say(word(status)), .tone = tone_of(status), .badge = true});
    if (service.kind == model::ServiceKind::domain) {
        const auto condition = model::condition_on(service, today);
        facts.push_back({.label = "details.condition",
                         .value = ui::say(word(condition)),
                         .tone  = tone_of(model::colour_of(condition)),
                         .badge = true});
    }
    facts.push_back({.label = "column.created", .value = ui::short_date(service.created_on)});
    facts.push_back({.label = "details.life",
                     .value = ui::short_date(service.expires_on),
                     .tone  = tone_of_days(model::days_left(service, today)),
                     .hint  = life_in_words(service, today)});
    facts.push_back({.label = "column.auto_renew",
                     .value = ui::say(service.auto_renew ? base::TextKey("common.on") : base::TextKey("common.off"))});
    facts.push_back({.label = "column.account", .value = service.account.value, .copy = true});
    facts.push_back({.label = "column.owner", .value = owner_of(service)});
    if (service.kind == model::ServiceKind::domain) {
        facts.push_back({.label = "details.locked", .value = lock_of(service, today)});
        facts.push_back({.label = "details.whois",
                         .value = ui::say(service.whois_private ? base::TextKey("details.whois_hidden")
                                                                : base::TextKey("details.whois_public"))});
        if (!service.display_name.empty())
            facts.push_back({.label = "details.ascii_name", .value = service.name, .copy = true});
    }
    if (service.kind == model::ServiceKind::hosting && service.offer_right != model::OfferRight::none)
        facts.push_back({.label = "details.offer", .value = ui::say(word(service.offer_right))});
    if (is_set(service.ends_on))
        facts.push_back({.label = "details.ends", .value = ui::short_date(service.ends_on), .tone = ui::Tone::danger});
    ui::Card card("details.facts", {.icon = icons::info});
    ui::facts(facts, "details.facts");
}

void draw_service_line(const model::Service& service, const Screen& screen, std::string hint)
{
    ui::IdScope id(service.id.value);
    const auto  status = model::status_on(service, screen.today);
    ui::line_link(model::shown_name(service), address_of(service, screen.today),
                  {.icon  = icon_of(service.kind),
                   .hint  = std::move(hint),
                   .badge = ui::say(word(status)),
                   .tone  = tone_of(status)});
}

// A domain's role for its hosting account.
std::string part_of(const model::Service& domain, const model::Service& hosting)
{
    std::string part;
    if (hosting.main_domain == domain.id) part = ui::say("details.main_domain");
    if (hosting.offered_domain == domain.id) part += (part.empty() ? "" : " · ") + ui::say("details.offered_domain");
    return part;
}

void draw_domains(const model::Service& hosting, const std::vector<model::Service>& domains, const Screen& screen)
{
    ui::Card card("details.links", {.icon = icons::link, .flush = !domains.empty()});
    if (domains.empty()) {
        ui::soft("details.no_domains");
        return;
    }
    {
        ui::Group list(ui::Role::list, "details.links");
        for (std::size_t index = 0; index < std::min(domains.size(), most_domains); ++index)
            draw_service_line(domains[index], screen, part_of(domains[index], hosting));
    }
    if (domains.size() <= most_domains) return;
    ui::Stack inset({.inset = ui::space::m});
    ui::link(ui::say("details.all_domains", {ui::count(static_cast<std::int64_t>(domains.size()))}),
             to_hash(Route{"services", "active", "", {{"q", hosting.name}}}), icons::arrow_right);
}

void draw_hosting(const model::State& state, const model::Service& domain, const Screen& screen)
{
    const auto hosting = domain.linked_to.empty() ? std::nullopt : state.services.get(domain.linked_to);
    ui::Card   card("details.links", {.icon = icons::link, .flush = hosting.has_value()});
    if (!hosting) {
        ui::soft("details.not_linked");
        return;
    }
    ui::Group list(ui::Role::list, "details.links");
    draw_service_line(*hosting, screen, part_of(domain, *hosting));
}

void draw_nameservers(const model::Service& domain)
{
    ui::Card card("details.nameservers", {.icon = icons::network});
    if (domain.nameservers.empty()) {
        ui::soft("details.no_nameservers");
        return;
    }
    ui::Group list(ui::Role::list, "details.nameservers");
    for (const auto& server : domain.nameservers) {
        ui::IdScope id(server);
        ui::Group   item(ui::Role::listitem, server);
        ui::text(server);
    }
}

std::string shown_expiry(base::Date date) { return is_set(date) ? ui::short_date(date) : ui::say("common.nothing"); }

std::string hint_of(const model::Operation& operation)
{
    std::string hint;
    if (const auto* term = std::get_if<model::TermExtension>(&operation.detail))
        hint = ui::say("operation.from_to", {shown_expiry(term->before), shown_expiry(term->after)}) + " · " +
               ui::money(term->charge.total());
    if (const auto* change = std::get_if<model::NameserverChange>(&operation.detail))
        hint = ui::say("operation.from_to", {base::joined(change->before), base::joined(change->after)});
    if (const auto* offered = std::get_if<model::OfferedRegistration>(&operation.detail)) hint = offered->name;
    if (const auto reason = ui::say_known(operation.reason, {operation.reason_detail}); !reason.empty())
        hint = hint.empty() ? reason : reason + "\n" + hint;
    return hint;
}

void draw_operations(const std::vector<model::Operation>& operations)
{
    ui::Card card("details.operations", {.icon = icons::history});
    if (operations.empty()) {
        ui::soft("details.no_operations");
        return;
    }
    std::vector<ui::TimelineEntry> entries;
    for (const auto& operation : operations) {
        if (entries.size() == most_operations) break;
        entries.push_back({.when  = ui::date_time(operation.changed_at),
                           .words = ui::say("operation.line", {title_of(operation), ui::say(word(operation.state))}),
                           .hint  = hint_of(operation),
                           .tone  = tone_of(operation.state)});
    }
    ui::timeline("details.operations", entries);
}

void draw_invoices(const std::vector<model::Invoice>& invoices, Screen& screen)
{
    if (invoices.empty()) return;
    ui::Card    card("details.invoices", {.icon = icons::receipt_text});
    ui::Group   list(ui::Role::list, "details.invoices");
    const auto& state = screen.store.state();
    for (std::size_t at = 0; at < std::min(invoices.size(), most_operations); ++at) {
        const auto& invoice = invoices[at];
        ui::IdScope id(invoice.id.value);
        const auto  words = ui::say("details.invoice_line",
                                    {invoice.id.value, ui::short_date(base::paris_day(invoice.issued_at)),
                                     ui::money(model::sum_of(model::lines_of(state, invoice.id)).total())});
        ui::Group   item(ui::Role::listitem, words);
        if (ui::button(words, {.kind = ui::Kind::ghost, .icon = icons::download, .small = true}))
            screen.ask(SaveInvoice{invoice.id});
    }
}

void draw_tickets(const std::vector<model::Ticket>& tickets)
{
    if (tickets.empty()) return;
    ui::Card                       card("details.tickets", {.icon = icons::life_buoy});
    std::vector<ui::TimelineEntry> entries;
    for (const auto& ticket : tickets) {
        if (entries.size() == most_operations) break;
        entries.push_back({.when  = ui::date_time(ticket.changed_at),
                           .words = ticket.subject,
                           .hint  = ui::say(word(ticket.state)),
                           .tone  = tone_of(ticket.state)});
    }
    ui::timeline("details.tickets", entries);
}

void draw_description(const model::Service& service)
{
    ui::Card card("details.description", {.icon = icons::tag});
    if (service.label.empty() && service.notes.empty()) {
        ui::soft("details.no_description");
        return;
    }
    if (!service.label.empty()) ui::strong(service.label);
    if (!service.notes.empty()) ui::text(service.notes);
}

void draw_missing(std::string_view back, Screen& screen)
{
    ui::Page page({.title = "details.title"});
    draw_notices(screen);
    ui::empty_state({.icon   = icons::search,
                     .title  = "details.missing",
                     .words  = "details.missing_hint",
                     .action = "details.back",
                     .href   = back});
}

}  // namespace

void draw(ServiceDetails& page, Popups& popups, Screen& screen)
{
    const auto& state   = screen.store.state();
    const auto  service = state.services.get({screen.route.item});
    const auto  back    = "#/services/" + (screen.route.tab.empty() ? std::string("active") : screen.route.tab);
    if (!service) return draw_missing(back, screen);

    const auto& around = page.around.of(
        screen,
        [&] {
            ServiceDetails::Around found;
            found.operations = model::operations_of(state, service->id);
            found.tickets    = model::tickets_of(state, service->id);
            found.invoices   = model::invoices_of(state, service->id);
            if (service->kind == model::ServiceKind::hosting) found.domains = model::domains_of(state, service->id);
            return found;
        },
        service->id.value);

    auto kind = ui::say(word(service->kind));
    if (!service->label.empty()) kind += " · " + service->label;

    ui::Page scope({.title = model::shown_name(*service), .hint = kind, .back = "details.back", .back_href = back});
    draw_notices(screen);
    draw_mending(state, *service, popups, screen);
    draw_actions(state, *service, popups, screen);

    // Two columns of independent height: the service's own data on the left, related things on the right.
    ui::Grid grid({.min = 380, .max = 2});
    grid.cell();
    draw_facts(*service, screen);
    draw_description(*service);
    grid.cell();
    if (service->kind == model::ServiceKind::domain) {
        draw_hosting(state, *service, screen);
        draw_nameservers(*service);
    }
    draw_operations(around.operations);
    draw_invoices(around.invoices, screen);
    draw_tickets(around.tickets);
    if (service->kind == model::ServiceKind::hosting) draw_domains(*service, around.domains, screen);
}

}  // namespace pages
