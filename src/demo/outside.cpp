#include "demo/outside.hpp"

#include "demo/desk.hpp"
#include "model/domains/nameservers.hpp"
#include "model/find.hpp"

#include <algorithm>

namespace demo {
namespace {

using namespace model;

constexpr std::int64_t checks_ms = 3'000, accepts_ms = 4'000, order_step_ms = 2'500;

// Orders above this amount are checked by a person, which takes a day.
constexpr std::int64_t looked_at_cents = 100'00;

// Registries refuse name servers below this top-level domain, which is reserved for invalid names.
bool is_known_to_registries(std::string_view entry) { return !read_nameserver(entry).host.ends_with(".invalid"); }

// example.* and exemple.* always count as taken.
bool is_taken(std::string_view name) { return name.starts_with("example.") || name.starts_with("exemple."); }

OperationAnswered refusal(const Operation& operation, base::TextKey reason, std::string detail)
{
    return {operation.id, OperationAnswer::failed, std::string(base::key_name(reason)), std::move(detail)};
}

}  // namespace

std::optional<std::int64_t> operation_answered_at(const State& state, std::uint32_t row)
{
    static const auto state_column   = table::Table<Operation>::column("state");
    static const auto changed_column = table::Table<Operation>::column("changed_at");
    const auto        stands         = static_cast<OperationState>(state.operations.number_at(state_column, row));
    if (!is_open(stands)) return {};
    const auto since = state.operations.number_at(changed_column, row);
    return since + (stands == OperationState::to_do ? begins_after_ms : done_after_ms);
}

Command answer_to(const Operation& operation)
{
    if (operation.state == OperationState::to_do)
        return OperationAnswered{operation.id, OperationAnswer::taken_on, {}, {}};
    if (const auto* change = std::get_if<NameserverChange>(&operation.detail)) {
        const auto unknown = std::ranges::find_if_not(change->after, is_known_to_registries);
        if (unknown != change->after.end())
            return refusal(operation, "operation.nameserver_unknown", read_nameserver(*unknown).host);
    }
    if (const auto* offered = std::get_if<OfferedRegistration>(&operation.detail);
        offered && !offered->transfers && is_taken(offered->name))
        return refusal(operation, "operation.name_taken", offered->name);
    return OperationAnswered{operation.id, OperationAnswer::done, {}, {}};
}

std::optional<std::int64_t> transfer_answered_at(const State& state, std::uint32_t row)
{
    const auto transfer = state.transfers.row(row);
    if (transfer.step == TransferStep::code_checking) return transfer.changed_at.ms + checks_ms;
    if (transfer.step == TransferStep::submitted) return transfer.changed_at.ms + accepts_ms;
    return {};
}

Command answer_to(const Transfer& transfer)
{
    if (transfer.step == TransferStep::submitted) return TransferAnswered{transfer.id, TransferAnswer::accepted};
    return TransferAnswered{transfer.id,
                            is_right(transfer.receipt) ? TransferAnswer::code_right : TransferAnswer::code_wrong};
}

std::optional<std::int64_t> payment_answered_at(const State& state, std::uint32_t row)
{
    static const auto charging_column = table::Table<Cart>::column("charging");
    static const auto saved_column    = table::Table<Cart>::column("saved_at");
    if (state.carts.number_at(charging_column, row) == 0) return {};
    return state.carts.number_at(saved_column, row);  // the bank answers at once
}

Command answer_to(const State& state, const Cart& cart, base::Date today)
{
    const auto card = profile_of(state).card_until;
    return PaymentAnswered{cart.id, cart.attempts + 1, !is_set(card) || today <= card};
}

std::optional<std::int64_t> order_goes_on_at(const State& state, std::uint32_t row)
{
    const auto order = state.orders.row(row);
    if (order.step == OrderStep::delivered) return {};
    const bool looked_at = order.step == OrderStep::checking && order.total.cents > looked_at_cents;
    return order.changed_at.ms + (looked_at ? base::ms_per_day : order_step_ms);
}

Command answer_to(const PurchaseOrder& order) { return AdvanceOrder{order.id, order.step}; }

}  // namespace demo
