#include "demo/affairs.hpp"

#include "demo/account.hpp"
#include "model/billing/cart.hpp"
#include "model/domains/transfer.hpp"

#include <string>

namespace demo {
namespace {

using namespace model;

// This hour of that day.
base::Instant at(base::Date day, int hour)
{
    return base::ms_after(base::paris_midnight(day), hour * base::ms_per_hour);
}

void add_transfer(State& state, std::string_view name, TransferStep step, Day today, int days_ago)
{
    const auto domain = *find_service(state, name);
    const auto day    = base::days_after(today, -days_ago);
    Transfer   transfer;
    transfer.id         = {"transfer-demo-" + domain.id.value};
    transfer.service    = domain.id;
    transfer.started_at = at(base::days_after(day, -1), 10);
    transfer.unlocked   = step > TransferStep::awaiting_unlock;
    transfer.receipt    = step == TransferStep::submitted || step == TransferStep::awaiting_losing_registrar
                              ? "r-" + domain.id.value
                              : "";
    if (step == TransferStep::refused) transfer.reason = base::key_name("transfer.holder_said_no");
    auto pending   = domain;
    pending.status = Status::pending;
    state.services.put(pending);
    enter_step(state, transfer, step, at(day, 11));
}

void add_transfers(State& state, Day today)
{
    add_transfer(state, "example-poterie.com", TransferStep::awaiting_payment, today, 1);
    add_transfer(state, "example-jardin.com", TransferStep::awaiting_unlock, today, 2);
    add_transfer(state, "example-formation.fr", TransferStep::awaiting_code, today, 3);
    add_transfer(state, "example-immobilier.fr", TransferStep::code_invalid, today, 1);
    // Submitted since yesterday: the registry's answer is due at once, and the host then writes to the holder.
    add_transfer(state, "example-musique.com", TransferStep::submitted, today, 1);
    add_transfer(state, "example-peinture.eu", TransferStep::awaiting_losing_registrar, today, 2);
    add_transfer(state, "example-sculpture.fr", TransferStep::refused, today, 6);
}

Trade trade_of(std::string id, std::string from, std::string to, Day today, int days_ago)
{
    Trade trade;
    trade.id         = {std::move(id)};
    trade.from       = {std::move(from)};
    trade.to         = {std::move(to)};
    trade.asked_at   = at(base::days_after(today, -days_ago), 14);
    trade.changed_at = trade.asked_at;
    trade.until      = base::days_after(today, 14 - days_ago);
    return trade;
}

void add_line(State& state, const Trade& trade, const ServiceId& service, std::string name)
{
    TradeLine line;
    line.id       = line_id<TradeLine>(trade.id, 1);
    line.trade    = trade.id;
    line.position = 1;
    line.service  = service;
    line.name     = std::move(name);
    state.trade_lines.put(line);
}

void add_trades(State& state, Day today)
{
    const auto  profile = profile_of(state);
    const auto& account = profile.id.value;
    auto        theatre = trade_of("trade-demo-1", account, "C-118203", today, 2);
    add_line(state, theatre, find_service(state, "theatre-example.org")->id, "theatre-example.org");
    theatre.to_email = "mairie@example.org";
    theatre.reason   = "Le théâtre est repris par la mairie.";
    state.trades.put(theatre);

    auto choir = trade_of("trade-demo-2", "C-330017", account, today, 1);
    add_line(state, choir, {"d-chorale"}, "chorale-example.fr");
    choir.to_email = profile.email;
    choir.reason   = "Le site de la chorale est désormais tenu par l’atelier.";
    state.trades.put(choir);

    auto done = trade_of("trade-demo-3", account, "C-771402", today, 90);
    add_line(state, done, {"d-brocante"}, "brocante-example.fr");
    done.invited_at = done.asked_at;
    done.to_email   = "brocante@example.com";
    done.reason     = "Vente de la boutique.";
    done.state      = TradeState::done;
    done.told       = TradeNews::end;
    state.trades.put(done);

    auto late = trade_of("trade-demo-4", account, "C-552310", today, 40);
    add_line(state, late, find_service(state, "couture-example.com")->id, "couture-example.com");
    late.invited_at = late.asked_at;
    late.to_email   = "couture@example.net";
    late.reason     = "Reprise par l’associée.";
    late.state      = TradeState::expired;
    late.told       = TradeNews::end;
    state.trades.put(late);
}

void add_cart(State& state, Day today)
{
    Cart cart;
    cart.id       = {"cart-demo-1"};
    cart.saved_at = at(base::days_after(today, -9), 17);
    std::vector<CartLine> lines;
    // One price has risen since.
    for (const auto* name : {"atelier-example.paris", "bois-example.fr"}) {
        const auto service = *find_service(state, name);
        auto       price   = renewal_price(state, service, 1, today).total();
        if (service.name == "atelier-example.paris") price.cents -= 240;
        CartLine line;
        line.service = service.id;
        line.seen    = price;
        lines.push_back(line);
    }
    put_cart(state, cart, lines);
}

void add_order(State& state, Day today)
{
    const auto    hosting = *find_service(state, "nova2044");
    PurchaseOrder order;
    order.id         = {"order-demo-1"};
    order.step       = OrderStep::checking;
    order.placed_at  = at(base::days_after(today, -1), 16);
    order.changed_at = at(today, 0);
    order.total      = today.charge_of(today.amount(today.catalogue().hosting.year) * 2).total();
    state.orders.put(order);

    OrderLine line;
    line.id       = line_id<OrderLine>(order.id, 1);
    line.order    = order.id;
    line.position = 1;
    line.service  = hosting.id;
    line.name     = "nova2044 (2 ans)";
    line.years    = 2;
    line.total    = order.total;
    state.order_lines.put(line);
}

struct Said {
    int         days_ago;
    bool        by_support;
    const char* text;
};

void add_ticket(State& state, const char* id, const char* subject, Department department, TicketState in,
                std::string_view about, Day today, std::initializer_list<Said> posts)
{
    Ticket ticket;
    ticket.id         = {id};
    ticket.department = department;
    ticket.state      = in;
    ticket.subject    = subject;
    if (const auto service = find_service(state, about)) ticket.service = service->id;
    int number = 0;
    for (const auto& said : posts) {
        Post post;
        post.id         = {std::string(id) + "-" + std::to_string(++number)};
        post.ticket     = ticket.id;
        post.at         = at(base::days_after(today, -said.days_ago), 9 + number);
        post.by_support = said.by_support;
        post.text       = said.text;
        if (number == 1) ticket.opened_at = post.at;
        ticket.changed_at = post.at;
        state.posts.put(post);
    }
    state.tickets.put(ticket);
}

void add_tickets(State& state, Day today)
{
    add_ticket(state, "ticket-demo-1", "Certificat du site en erreur", Department::technical, TicketState::answered,
               "atex7305", today,
               {{2, false, "Le navigateur dit que le certificat n’est plus valable."},
                {1, true, "Il a été renouvelé ce matin. Dites-nous si l’erreur persiste."}});
    add_ticket(state, "ticket-demo-2", "Serveurs DNS de l’étude", Department::domains, TicketState::customer_reply,
               "notaire-example.fr", today,
               {{4, false, "Les serveurs que nous avons indiqués sont refusés."},
                {3, true, "Ils ne répondent pas pour ce domaine."},
                {3, false, "Je rappelle le client."}});
    add_ticket(state, "ticket-demo-3", "Facture au nom de l’association", Department::billing, TicketState::closed, "",
               today,
               {{31, false, "Pouvez-vous changer le nom sur la facture\u202f?"},
                {30, true, "Une facture émise ne se modifie pas\u202f; la prochaine portera ce nom."}});
    add_ticket(state, "ticket-demo-4", "Litige sur un nom", Department::abuse, TicketState::in_progress,
               "example-voyage.net", today,
               {{12, false, "Nous avons reçu une mise en demeure."},
                {11, true, "Le registre examine la plainte. Nous vous tenons au courant."}});
}

}  // namespace

void add_affairs(State& state, Day today)
{
    add_transfers(state, today);
    add_trades(state, today);
    add_cart(state, today);
    add_order(state, today);
    add_tickets(state, today);
}

}  // namespace demo
