#include "store/store.hpp"

#include "store/core.hpp"

#include <algorithm>
#include <utility>

namespace store {
namespace {

// How long the storage may take to answer before a notice tells the customer, who has nothing to lose on a first visit.
// Counted in steps, and a step that ends late is not counted: a program that is busy hears no answer either.
constexpr std::int64_t patience_ms = 5000, first_patience_ms = 30'000;
constexpr std::int64_t patience_step_ms = 250, late_ms = 100;

// Catching up that takes no longer than this is not shown.
constexpr std::int64_t moment_ms = 500;

}  // namespace

Store::Parts::Parts(Store& of, platform::Storage& storage_, const platform::Clock& clock_, exchange::Peer& peer_,
                    Settings settings_)
    : store(of),
      storage(storage_),
      real_clock(clock_),
      peer(peer_),
      settings(std::move(settings_)),
      keeper(storage_, clock_),
      replica(peer_.catalogue())
{
    keeper.on_change      = [this] { storage_has_answered(); };
    keeper.on_behind      = [this] { is_behind(); };
    storage.heard.leading = [this] { leading_has_changed(); };
    storage.heard.missed  = [this] { read_storage(); };
    storage.heard.written = [this](const std::vector<platform::Write>& writes) { another_has_written(writes); };
}

void Store::Parts::storage_answers()
{
    patience_ends.reset();
    if (notices.withdraw(NoticeKind::slow_storage)) tell();
}

void Store::Parts::count_patience()
{
    const auto now = real_clock.now();
    if (!patience_ends || patience_steps == 0 || now < *patience_ends) return;
    if (now <= base::ms_after(*patience_ends, late_ms) && --patience_steps == 0) {
        notices.add(NoticeKind::slow_storage);
        tell();
    }
    patience_ends = base::ms_after(now, patience_step_ms);
}

void Store::Parts::tell()
{
    told_sync = store.sync_state();
    if (store.on_change) store.on_change();
    tell_progress();
}

void Store::Parts::tell_progress()
{
    if (store.on_progress) store.on_progress();
}

base::Problems Store::Parts::why_not(const model::Command& command) const
{
    base::Problems problems;
    if (!ready()) problems.add("", "why.not_ready");
    else if (keeper.replacing()) problems.add("", "why.import_under_way");
    else if (disk == Disk::outdated) problems.add("", "notice.newer");
    else if (!online && !may_wait_offline(command)) problems.add("", "why.offline");
    else problems = check(store.state(), command, store.context());
    return problems;
}

void Store::Parts::rows_changed()
{
    ++revision;
    tell();
}

Store::Store(platform::Storage& storage, const platform::Clock& clock, exchange::Peer& peer, Settings settings)
    : parts_(std::make_unique<Parts>(*this, storage, clock, peer, std::move(settings)))
{}

Store::~Store() { parts_->storage.heard = {}; }

void Store::open()
{
    const auto patience    = parts_->storage.used_before() ? patience_ms : first_patience_ms;
    parts_->patience_steps = static_cast<int>(patience / patience_step_ms);
    parts_->patience_ends  = base::ms_after(parts_->real_clock.now(), patience_step_ms);
    parts_->read_storage();
    parts_->tell();
}

void Store::do_without_storage()
{
    if (parts_->patience_ends) parts_->storage.do_without();
}

// --- reading --------------------------------------------------------------------

bool                                Store::ready() const { return parts_->ready(); }
const model::State&                 Store::state() const { return parts_->state(); }
std::uint64_t                       Store::revision() const { return parts_->revision; }
base::Instant                       Store::now() const { return parts_->now(); }
model::Day                          Store::today() const { return {base::paris_day(now()), parts_->peer.catalogue()}; }
const std::vector<model::Mutation>& Store::outbox() const { return parts_->replica.outbox(); }
const std::vector<Notice>&          Store::notices() const { return parts_->notices.list(); }
bool                                Store::lasting() const { return parts_->lasting(); }
bool                                Store::online() const { return parts_->online; }

SyncState Store::sync_state() const
{
    const auto& parts   = *parts_;
    const auto  waiting = outbox().size();
    if (parts.ready() && (parts.keeper.failing() || (!parts.lasting() && !parts.settings.may_forget)))
        return {Sync::error, waiting};
    if (!parts.online) return {Sync::offline, waiting};
    if (parts.catches_up() && parts.days_left > 0 &&
        parts.real_clock.now() >= base::ms_after(*parts.catches_up_since, moment_ms))
        return {Sync::catching_up, waiting, parts.days_left};
    return {waiting > 0 ? Sync::waiting : Sync::up_to_date, waiting};
}

bool Store::settled() const
{
    const auto& parts = *parts_;
    return parts.phase == Phase::ready && parts.keeper.idle() && (outbox().empty() || !parts.online) &&
           !parts.catches_up() && parts.questions == 0 && !parts.drafts_due_at;
}

// --- writing --------------------------------------------------------------------

model::Context Store::context() const
{
    return {now(), parts_->name_of(parts_->last_seq + 1), parts_->peer.catalogue()};
}

base::Problems Store::dispatch(model::Command command)
{
    std::vector<model::Command> one;
    one.push_back(std::move(command));
    return dispatch(std::move(one)).front();
}

std::vector<base::Problems> Store::dispatch(std::vector<model::Command> commands)
{
    auto&                        parts = *parts_;
    std::vector<base::Problems>  problems;
    std::vector<model::Mutation> asked;
    for (auto& command : commands) {
        problems.push_back(parts.why_not(command));
        if (!problems.back().none()) continue;
        // What is sent is a draft no longer, from the same write on.
        parts.drafts.erase(command);
        const auto seq = ++parts.last_seq;
        asked.push_back({seq, parts.name_of(seq), now(), std::move(command)});
        parts.replica.ask(asked.back());
    }
    if (asked.empty()) return problems;
    parts.rows_changed();
    parts.store_commands(asked);
    return problems;
}

std::optional<model::Command> Store::draft(const model::Command& like) const { return parts_->drafts.find(like); }

void Store::keep_draft(const model::Command& draft)
{
    parts_->drafts.put(draft, parts_->real_clock.now());
    parts_->drafts_changed();
}

void Store::forget_draft(const model::Command& like)
{
    parts_->drafts.erase(like);
    parts_->drafts_changed();
}

void Store::store_drafts() { parts_->store_drafts(); }

void Store::press(model::Command command, std::function<void(const base::Problems&)> answered)
{
    base::Problems why_not;
    if (!parts_->online) why_not.add("", "why.offline");
    else if (!parts_->ready()) why_not.add("", "why.not_ready");
    if (!why_not.none()) return answered(why_not);
    parts_->as_leader([this, command = std::move(command), answered = std::move(answered)]() mutable {
        parts_->press(std::move(command), std::move(answered));
    });
}

void Store::replace(model::State state, Done done)
{
    parts_->as_leader([this, state = std::move(state), done = std::move(done)]() mutable {
        auto kept = parts_->peer.kept_with_another(state);
        parts_->replace(std::move(state), std::move(kept), std::move(done));
    });
}

void Store::begin_anew(Done done)
{
    parts_->as_leader([this, done = std::move(done)]() mutable {
        const auto today = base::paris_day(parts_->real_clock.now());
        parts_->replace(parts_->peer.first_account(today), {}, std::move(done));
    });
}

void Store::change_peer(std::function<void()> change)
{
    auto& parts = *parts_;
    if (!parts.ready() || parts.keeper.replacing() || parts.disk == Disk::outdated) return;
    parts.as_leader([&parts, change = std::move(change)] {
        change();
        parts.store_meta();
        parts.rows_changed();
        parts.exchange();
    });
}

void Store::dismiss(std::uint64_t notice)
{
    parts_->notices.dismiss(notice);
    parts_->tell();
}

// --- time and network -------------------------------------------------------------

void Store::tick()
{
    auto& parts = *parts_;
    parts.count_patience();
    parts.keeper.retry();
    parts.store_pages_when_due();
    if (parts.drafts_due_at && *parts.drafts_due_at <= parts.real_clock.now()) parts.store_drafts();
    const auto due = parts.peer.next_pull_at();
    if (parts.catches_up() || (due && *due <= now())) parts.exchange();
}

std::optional<base::Instant> Store::next_wake() const
{
    const auto&                  parts = *parts_;
    std::optional<base::Instant> wake  = parts.keeper.retry_at();
    const auto                   at    = [&](std::optional<base::Instant> when) {
        if (when && (!wake || *when < *wake)) wake = when;
    };
    if (parts.patience_steps > 0) at(parts.patience_ends);
    if (parts.may_write_rows() && parts.keeper.idle()) at(parts.pages_due_at);
    if (parts.phase == Phase::ready && !parts.keeper.replacing()) at(parts.drafts_due_at);
    if (parts.catches_up()) at(parts.real_clock.now());
    if (const auto due = parts.peer.next_pull_at(); due && parts.may_exchange()) at(parts.peer.time_here(*due));
    return wake;
}

void Store::set_online(bool online)
{
    auto& parts = *parts_;
    if (parts.online == online) return;
    parts.online = online;
    parts.peer.set_online(online);
    parts.tell();
    parts.exchange();
}

}  // namespace store
