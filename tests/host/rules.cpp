#include "host/rules.hpp"

#include "base/text.hpp"
#include "codec/account_file.hpp"
#include "demo/company.hpp"
#include "demo/desk.hpp"
#include "exchange/settle.hpp"
#include "kit/random_commands.hpp"

#include <map>

namespace account {
namespace {

// The seed of each step: a step's random numbers stay the same when other steps are removed.
using Steps = std::vector<std::uint64_t>;

// An account in use: with transfers, trades, carts and tickets in progress.
struct Account {
    explicit Account(std::uint64_t seed)
    {
        Random random(seed);
        state = random_account(random);
        for (auto service : state.services) {
            // Random initial states that no rule has produced are reset, so that the rules are not blamed for them.
            service.status    = Status::active;
            service.condition = Condition::ok;
            state.services.put(service);
        }
        const auto owner = [&](const Command& command) { settles(command, {}); };
        const auto play  = [&](auto generate) { owner(generate(random, Seen{state, day()})); };
        for (int left = random.below(3); left > 0; --left) begin_transfer(random);
        for (int left = random.below(3); left > 0; --left) play(Generate<StartTrade>());
        for (int left = random.below(3); left > 0; --left) play(Generate<SaveCart>());
        if (random.once_in(2)) play(Generate<OfferGrant>());
        if (random.once_in(2)) play(Generate<AskForGrant>());
        if (random.once_in(2)) play(Generate<OpenTicket>());
        if (random.once_in(2)) invite(random);
    }

    void begin_transfer(Random& random)
    {
        const auto name   = "coming-" + std::to_string(state.transfers.size()) + (random.once_in(2) ? ".fr" : ".com");
        auto       coming = domain("t" + std::to_string(state.transfers.size()), name, in(random.from(10, 200)));
        coming.status     = Status::pending;
        state.services.put(coming);
        Transfer transfer;
        transfer.id         = {"transfer-" + coming.id.value};
        transfer.service    = coming.id;
        transfer.started_at = now;
        enter_step(state, transfer, static_cast<TransferStep>(random.below(8)), now);
    }

    // Another account offers a service in a trade.
    void invite(Random& random)
    {
        Trade trade;
        trade.id       = {"trade-elsewhere.1"};
        trade.from     = {"C-330017"};
        trade.to       = {profile_of(state).id.value};
        trade.asked_at = now;
        trade.until    = base::days_after(day(), random.from(1, 14));
        TradeLine line;
        line.id       = line_id<TradeLine>(trade.id, 1);
        line.trade    = trade.id;
        line.position = 1;
        line.service  = {"s-elsewhere"};
        line.name     = "chorale-exemple.fr";
        take_in(state, TradeInvited{trade, {line}}, {now, "arrival", demo::catalogue()});
    }

    std::uint64_t revisions() const
    {
        std::uint64_t sum = 0;
        for_each_table(state, [&](std::string_view, const auto& table) { sum += table.revision(); });
        return sum;
    }

    // Sends each command twice: the second one must have no effect.
    void settles(const Command& command, const std::string& device_name)
    {
        const auto     device = device_name.empty() ? std::string("phone") : device_name;
        auto&          seq    = last_seq[device];
        const Mutation mutation{++seq, device + "." + std::to_string(seq), now, command};
        settle(state, ledger, {device, {mutation}}, now, demo::catalogue());
        const auto before = revisions();
        settle(state, ledger, {device, {mutation}}, now, demo::catalogue());
        if (revisions() != before) broken = "running the queue of commands again has no second effect";
    }

    void goes_on(std::uint64_t step)
    {
        Random random(step);
        switch (random.below(8)) {
        case 0:  now = base::ms_after(now, random.from(1, 6'000)); break;
        case 1:
        case 2:  now = base::ms_after(now, random.from(1, 20) * base::ms_per_day); break;
        default: asks(random); break;
        }
        company.step(state, now);
        look();
    }

    void asks(Random& random)
    {
        const auto command = random_command(random, state, day());
        // The owner's device sends any command; those that the owner may not give must have no effect.
        if (who(command, Actor{})) return settles(command, random.once_in(3) ? "laptop" : "phone");
        const auto before = revisions();
        settles(command, "phone");
        if (revisions() != before) breaks("nobody does what `who` does not allow");
        if (who(command, {.kind = Actor::Kind::link})) (void)company.press(state, command, now);
    }

    Day day() const { return as_day(base::paris_day(now)); }

    void breaks(const char* rule)
    {
        if (broken.empty()) broken = rule;
    }

    void look()
    {
        std::map<std::string, int> open;
        for (const Operation& operation : state.operations) {
            if (is_open(operation) && ++open[operation.service.value] > 1)
                breaks("at most one open registrar operation per service");
            if (!state.services.contains(operation.service)) breaks("an operation has its service");
            if (const auto* term = std::get_if<TermExtension>(&operation.detail);
                term && term->after != base::years_after(term->before, term->years))
                breaks("a renewal adds to the old expiry date, even when late");
            if (!operation.order.empty() && !state.orders.contains(operation.order))
                breaks("an operation names its order");
        }
        for (const Service& one : state.services) {
            const int tabs = (is_active(one, day()) ? 1 : 0) + (one.status == Status::pending ? 1 : 0) +
                             (!is_active(one, day()) && one.status != Status::pending ? 1 : 0);
            if (tabs != 1) breaks("each service is in exactly one tab");
            if (is_set(one.ends_on) && one.auto_renew) breaks("what is to end does not renew itself");
            if (one.status == Status::active && one.expires_on < day())
                breaks("what has expired is closed on that day");
            for (const auto* id : {&one.linked_to, &one.main_domain, &one.offered_domain})
                if (!id->empty() && !state.services.contains(*id)) breaks("no service speaks of one that is gone");
        }
        // The free domain is chosen once: a hosting account has at most one done registration of it.
        std::map<std::string, int> brought;
        for (const Operation& operation : state.operations)
            if (std::holds_alternative<OfferedRegistration>(operation.detail) &&
                operation.state == OperationState::done && ++brought[operation.service.value] > 1)
                breaks("the free-domain right is consumed once");
        for (const Trade& trade : state.trades) {
            const bool ours = trade.from.value == profile_of(state).id.value;
            if (trade.state != TradeState::done && trade.state != TradeState::executing) continue;
            for (const auto& line : lines_of(state, trade.id))
                if (ours && state.services.contains(line.service))
                    breaks("what a done trade handed over is no longer here");
        }
        look_at_lines();
        for (std::uint32_t row = 0; row < state.invoices.size(); ++row) {
            const auto invoice = state.invoices.row(row);
            const auto number  = base::whole_number(std::string_view(invoice.id.value).substr(2));
            if (number != row + 1) breaks("numbers of invoices are gapless and increasing");
            if (row < invoices.size() && !(invoices[row] == invoice)) breaks("an issued invoice is never edited");
            if (row == invoices.size()) invoices.push_back(invoice);
        }
        std::map<std::string, int> billed;
        for (const auto& invoice : invoices)
            if (!invoice.order.empty() && ++billed[invoice.order.value] > 1) breaks("an order has one invoice");
        if (state.invoices.size() < invoices.size()) breaks("an issued invoice stays");
        for (const Cart& cart : state.carts)
            if (base::days_between(base::paris_day(cart.saved_at), day()) > cart_days)
                breaks("a cart is gone after thirty days");
    }

    // Every line of a cart, order, invoice or trade belongs to one that exists.
    void look_at_lines()
    {
        for (const CartLine& line : state.cart_lines)
            if (!state.carts.contains(line.cart)) breaks("a line of a cart has its cart");
        for (const OrderLine& line : state.order_lines)
            if (!state.orders.contains(line.order)) breaks("a line of an order has its order");
        for (const InvoiceLine& line : state.invoice_lines)
            if (!state.invoices.contains(line.invoice)) breaks("a line of an invoice has its invoice");
        for (const TradeLine& line : state.trade_lines)
            if (!state.trades.contains(line.trade)) breaks("a line of a trade has its trade");
    }

    // Storing and exporting.
    void look_at_the_disk()
    {
        const auto written = codec::write_account(state);
        for (const Service& one : state.services)
            if (const auto code = demo::transfer_code(one, demo::demo_password);
                code && written.find(*code) != std::string::npos)
                breaks("a transfer code is never on disk");
        if (!codec::read_account(written)) breaks("what is written can be read");
    }

    State            state;
    exchange::Ledger ledger;
    demo::Company    company{demo::catalogue()};
    base::Instant    now = noon(today);
    std::string      broken;  // name of the first broken rule

    std::map<std::string, std::uint64_t> last_seq;  // by device

    std::vector<Invoice> invoices;  // as issued
};

std::string play(std::uint64_t seed, const Steps& steps)
{
    Account account(seed);
    for (const auto step : steps) {
        account.goes_on(step);
        if (!account.broken.empty()) return account.broken;
    }
    if (seed % 16 == 0) account.look_at_the_disk();
    return account.broken;
}

// Removes steps as long as the same rule stays broken.
Steps shortest(std::uint64_t seed, Steps steps, const std::string& broken)
{
    for (std::size_t at = steps.size(); at-- > 0;) {
        auto fewer = steps;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at));
        if (play(seed, fewer) == broken) steps = std::move(fewer);
    }
    return steps;
}

}  // namespace

std::vector<Broken> play_rules(std::uint64_t first, std::uint64_t count)
{
    constexpr std::size_t most_broken = 5;
    std::vector<Broken>   found;
    for (auto seed = first; seed < first + count && found.size() < most_broken; ++seed) {
        Random random(seed * 0x9e3779b97f4a7c15ULL);
        Steps  steps(static_cast<std::size_t>(random.from(4, 14)));
        for (auto& step : steps) step = random.next();
        const auto rule = play(seed, steps);
        if (!rule.empty()) found.push_back({seed, rule, steps.size(), shortest(seed, steps, rule).size()});
    }
    return found;
}

}  // namespace account
