// The store and its peer: sends waiting commands, stores the confirmed rows that come back, and asks questions.
#include "platform/clock.hpp"
#include "store/core.hpp"

#include <utility>

namespace store {
namespace {

// How long the peer may work at a time, so that the screen gets its turn.
constexpr double slice_ms = 8;

struct Refusal {
    const model::Mutation* mutation;
    base::Problems         why;
};

}  // namespace

void Store::Parts::exchange()
{
    if (!may_exchange()) return;

    // 1. Send only commands that are safely on this device, so that a crash never forgets something that was confirmed.
    std::vector<model::Mutation> sent;
    for (const auto& mutation : replica.outbox())
        if (!unstored.contains(mutation.id)) sent.push_back(mutation);

    // 2. The host first settles these, then does what has fallen due, on the confirmed rows alone. If much has fallen
    // due, it does only some; the rest follows in the next slices, between which the customer's new commands get their
    // turn.
    std::vector<Refusal>         refusals;
    std::vector<platform::Write> writes;
    exchange::Pulled             pulled;
    const auto                   next_pull = peer.next_pull_at();
    const auto                   shown     = store.sync_state();
    const auto                   until     = real_clock.elapsed_ms() + slice_ms;
    replica.with_confirmed([&](model::State& confirmed) {
        const exchange::Confirmed known{confirmed, ledger};
        for (const auto& mutation : sent) {
            peer.settle(known, device_of(mutation), mutation, now());
            if (!is_settled(mutation)) continue;
            // Read the refusal now, since the ledger forgets the oldest ones of many.
            if (auto why = ledger.refusal(device_of(mutation), mutation.seq))
                refusals.push_back({&mutation, std::move(*why)});
        }
        pulled = peer.pull(known, now(), [&] { return real_clock.elapsed_ms() >= until; });
        replica.drop([&](const model::Mutation& one) { return !unstored.contains(one.id) && is_settled(one); });
        writes = changes(confirmed);
    });
    for (const auto& mutation : sent)
        if (is_settled(mutation)) writes.push_back({outbox_key(mutation), {}});
    note_progress(pulled);
    if (writes.empty()) {
        // No row has changed, but maybe the host's progress or the time to wake: tell those who show or use them.
        if (store.sync_state() != shown) tell();
        else if (peer.next_pull_at() != next_pull || catches_up()) tell_progress();
        return answer_pressed(pulled.pressed);
    }

    // 3. Rows, ledger and the deletion of outbox entries are one write: after a crash a command either still waits, or is
    // settled and has its effect. A power cut may undo the write; then the command is settled again.
    for (const auto& [mutation, why] : refusals) tell_refused(*mutation, why);
    tell_failed(pulled.failed);
    rows_changed();
    keeper.write(std::move(writes), platform::Durability::relaxed, platform::Right::lead);
    answer_pressed(pulled.pressed);
}

void Store::Parts::press(model::Command command, Pressed answered)
{
    if (!may_exchange()) {
        base::Problems not_ready;
        not_ready.add("", "why.not_ready");
        return answered(not_ready);
    }
    pressed.emplace(++last_pressed, std::move(answered));
    peer.press(last_pressed, std::move(command));
    exchange();
}

// The rows show it already.
void Store::Parts::answer_pressed(const std::vector<exchange::Pressed>& answers)
{
    for (const auto& [number, problems] : answers)
        if (auto waits = pressed.extract(number)) waits.mapped()(problems);
}

void Store::Parts::note_progress(const exchange::Pulled& pulled)
{
    if (!pulled.more) catches_up_since.reset();
    else if (!catches_up_since) catches_up_since = real_clock.now();
    days_left = pulled.days_left;
}

void Store::Parts::tell_refused(const model::Mutation& mutation, const base::Problems& problems)
{
    if (problems.none()) return;
    const auto& reason = problems.list.front();
    notices.add({.kind    = NoticeKind::request_refused,
                 .service = service_of(mutation.command),
                 .why     = {{}, reason.text, reason.args}});
}

void Store::Parts::tell_failed(const std::vector<model::Operation>& failed)
{
    for (const auto& operation : failed)
        notices.add(
            {.kind    = NoticeKind::operation_failed,
             .service = operation.service,
             .why     = {{}, base::find_key(operation.reason).value_or(base::TextKey()), {operation.reason_detail}}});
}

namespace {

// Counts as a question until it is answered or given up.
struct Counted {
    std::function<void(int change)> count;
    exchange::Asked                 asked;
    bool                            waits = true;

    void over()
    {
        if (std::exchange(waits, false)) count(-1);
    }
    ~Counted() { over(); }
};

}  // namespace

exchange::Asked Store::ask(exchange::Question question, exchange::Answered answered)
{
    const auto counted = std::make_shared<Counted>();
    counted->count     = [parts = parts_.get(), still = std::weak_ptr(parts_->alive)](int change) {
        if (still.expired()) return;
        parts->questions += static_cast<std::size_t>(change);
        parts->tell_progress();
    };
    counted->count(1);
    counted->asked = parts_->peer.ask(
        std::move(question), [waits = std::weak_ptr(counted), answered = std::move(answered)](exchange::Answer answer) {
            const auto still = waits.lock();
            if (!still) return wipe(answer);
            still->over();
            answered(std::move(answer));
        });
    return counted;
}

}  // namespace store
