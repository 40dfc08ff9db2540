#include "host/deadlines.hpp"

#include "base/must.hpp"
#include "host/answers.hpp"
#include "host/letters.hpp"
#include "model/domains/transfer.hpp"
#include "model/find.hpp"

namespace host {
namespace {

using namespace model;

std::int64_t after_the_day(base::Date day) { return base::paris_midnight(base::days_after(day, 1)).ms; }

bool is_over(base::Date day, base::Instant now) { return after_the_day(day) <= now.ms; }

}  // namespace

std::optional<std::int64_t> operation_due(const State& state, std::uint32_t row)
{
    static const auto state_column = table::Table<Operation>::column("state");
    static const auto asked_column = table::Table<Operation>::column("asked_at");
    const auto        stands       = static_cast<OperationState>(state.operations.number_at(state_column, row));
    if (stands != OperationState::to_do) return {};
    return state.operations.number_at(asked_column, row);
}

std::optional<std::int64_t> transfer_due(const State& state, std::uint32_t row)
{
    const auto transfer = state.transfers.row(row);
    if (!is_open(transfer.step)) return {};
    // Registries are asked at once; for others the deadline counts.
    if (transfer.step == TransferStep::code_checking || transfer.step == TransferStep::submitted)
        return transfer.changed_at.ms;
    if (is_set(transfer.until)) return after_the_day(transfer.until);
    return {};
}

void look_after_transfer(State& state, const Transfer& transfer, const Context& context, Done& done)
{
    if (transfer.step == TransferStep::code_checking || transfer.step == TransferStep::submitted) {
        done.effects.emplace_back(AskRegistry{transfer.id});
        return;
    }
    if (!is_open(transfer.step) || !is_set(transfer.until) || !is_over(transfer.until, context.now)) return;
    const Context then{{after_the_day(transfer.until)}, context.seed, context.catalogue, context.actor};
    if (transfer.step == TransferStep::awaiting_losing_registrar) {
        // A losing registrar's silence counts as consent.
        complete_transfer(state, transfer, then);
    } else {
        auto late   = transfer;
        late.reason = base::key_name("transfer.too_late");
        enter_step(state, late, TransferStep::refused, then.now);
    }
    done.changed = true;
    finish_transfer(state, base::required(state.transfers.get(transfer.id)), then, done);
}

}  // namespace host
