#include "host/rules.hpp"

#include "base/text.hpp"
#include "codec/account_file.hpp"
#include "exchange/settle.hpp"
#include "host/desk.hpp"
#include "host/host.hpp"
#include "model/random.hpp"

#include <map>

namespace account {
namespace {

// Each step draws its own lots, so that the others stay what they are when one is taken out.
using Steps = std::vector<std::uint64_t>;

struct Account {
    explicit Account(std::uint64_t seed)
    {
        Random random(seed);
        for (const auto* id : {"d1", "d2"}) {
            auto one       = domain(id, std::string("example-") + id + (random.once_in(2) ? ".fr" : ".com"),
                                    in(random.from(-80, 60)));
            one.auto_renew = random.once_in(2);
            state.services.put(one);
        }
        auto host_account        = hosting("h1", "host0001", in(random.from(-20, 60)));
        host_account.offer_right = random.once_in(2) ? OfferRight::available : OfferRight::none;
        host_account.auto_renew  = random.once_in(2);
        state.services.put(host_account);
        state.profile.account = "C-000001";
        if (random.once_in(3)) state.profile.card_until = in(random.from(-5, 40));
    }

    void goes_on(std::uint64_t step)
    {
        Random random(step);
        switch (random.below(8)) {
        case 0:  now = base::ms_after(now, random.from(1, 6'000)); break;
        case 1:
        case 2:  now = base::ms_after(now, random.from(1, 20) * base::ms_per_day); break;
        default: {
            // Each command comes twice: the second time has no effect.
            const Mutation mutation{++seq, "phone." + std::to_string(seq), now,
                                    random.once_in(3) ? random_command(random, state, day())
                                                      : random_affair(random, state, day())};
            settle(state, ledger, {"phone", {mutation}}, now);
            const auto rows = state.services.revision() + state.operations.revision() + state.carts.revision() +
                              state.trades.revision();
            settle(state, ledger, {"phone", {mutation}}, now);
            if (rows != state.services.revision() + state.operations.revision() + state.carts.revision() +
                            state.trades.revision())
                broken = "running the queue of commands again has no second effect";
            break;
        }
        }
        company.step(state, now);
        look();
    }

    Date day() const { return base::paris_day(now); }

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
            if (operation.kind != OperationKind::renewal) continue;
            const auto before = base::parse_date(operation.before.at(0));
            if (operation.after != std::vector{base::to_iso(base::years_after(*before, operation.years))})
                breaks("a renewal adds to the old expiry date, even when late");
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
        // The offered domain is chosen once: of one hosting account there is at most one that is, or was, brought.
        int brought = 0;
        for (const Operation& operation : state.operations)
            brought += operation.kind == OperationKind::offered_domain && operation.state == OperationState::done;
        if (brought > 1) breaks("the free-domain right is consumed once");
        for (const Trade& trade : state.trades) {
            if (trade.state != TradeState::done) continue;
            for (const auto& id : trade.services)
                if (state.services.contains({id})) breaks("what a done trade handed over is no longer here");
        }
        for (std::uint32_t row = 0; row < state.invoices.size(); ++row) {
            const auto invoice = state.invoices.row(row);
            const auto number  = base::whole_number(std::string_view(invoice.id.value).substr(2));
            if (number != row + 1) breaks("numbers of invoices are gapless and increasing");
            if (row < invoices.size() && !(invoices[row] == invoice)) breaks("an issued invoice is never edited");
            if (row == invoices.size()) invoices.push_back(invoice);
        }
        if (state.invoices.size() < invoices.size()) breaks("an issued invoice stays");
        for (const Cart& cart : state.carts)
            if (base::days_between(base::paris_day(cart.saved_at), day()) > cart_days)
                breaks("a cart is gone after thirty days");
    }

    // What is written to a disk or a file.
    void look_at_the_disk()
    {
        const auto written = codec::write_account(state);
        for (const Service& one : state.services)
            if (const auto code = host::transfer_code(one, host::demo_password);
                code && written.find(*code) != std::string::npos)
                breaks("a transfer code is never on disk");
        if (!codec::read_account(written)) breaks("what is written can be read");
    }

    State            state;
    exchange::Ledger ledger;
    host::Host       company;
    base::Instant    now = noon(today);
    std::uint64_t    seq = 0;
    std::string      broken;  // the first rule that was

    std::vector<Invoice> invoices;  // as they were issued
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

// Takes steps out for as long as the same rule stays broken.
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
