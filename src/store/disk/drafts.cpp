#include "store/disk/drafts.hpp"

#include "store/disk/records.hpp"
#include "table/hash.hpp"

#include <algorithm>
#include <utility>

namespace store {
namespace {

std::optional<model::Mutation> read_draft(const std::string& key, std::string_view bytes)
{
    if (bytes.size() > largest_draft_bytes) return {};
    auto draft = read_outbox(bytes).mutation;
    if (draft && draft_key(draft->command) != key) draft.reset();
    return draft;
}

}  // namespace

// Keys are ASCII, which the id of an imported service may not be.
std::string draft_key(const model::Command& command)
{
    if (!std::holds_alternative<model::OpenTicket>(command) && !std::holds_alternative<model::Describe>(command))
        return {};
    const auto about = std::string(model::word_of(command)) + '/' + model::service_of(command).value;
    return std::string(draft_prefix) + std::to_string(table::hash(about));
}

std::optional<model::Command> Drafts::find(const model::Command& like) const
{
    const auto kept = kept_.find(draft_key(like));
    if (kept == kept_.end()) return {};
    auto draft = read_draft(kept->first, kept->second);
    if (!draft || model::word_of(draft->command) != model::word_of(like) ||
        model::service_of(draft->command) != model::service_of(like))
        return {};
    return std::move(draft->command);
}

void Drafts::put(const model::Command& command, base::Instant now)
{
    const auto key = draft_key(command);
    if (key.empty()) return;
    auto bytes = outbox_bytes({1, key + ".1", now, command});
    if (bytes.size() > largest_draft_bytes) return;
    kept_[key] = std::move(bytes);
    changed_.insert(key);
    if (kept_.size() > most_drafts) drop_the_oldest();
}

// What cannot be read goes first.
void Drafts::drop_the_oldest()
{
    std::vector<std::pair<base::Instant, std::string>> by_age;
    for (const auto& [key, bytes] : kept_) {
        const auto draft = read_draft(key, bytes);
        by_age.emplace_back(draft ? draft->asked_at : base::Instant{}, key);
    }
    std::ranges::sort(by_age);
    by_age.resize(by_age.size() - most_drafts);
    for (const auto& [age, key] : by_age) {
        kept_.erase(key);
        changed_.insert(key);
    }
}

void Drafts::erase(const model::Command& like)
{
    const auto key = draft_key(like);
    if (kept_.erase(key) > 0) changed_.insert(key);
}

void Drafts::adopt(Entries read)
{
    changed_.merge(under_way_);
    under_way_.clear();
    for (const auto& key : changed_) {
        const auto own = kept_.find(key);
        if (own != kept_.end()) read[key] = own->second;
        else read.erase(key);
    }
    kept_ = std::move(read);
}

bool Drafts::note(const platform::Write& write)
{
    if (!write.key.starts_with(draft_prefix)) return false;
    if (changed_.contains(write.key)) return true;
    if (write.bytes) kept_[write.key] = *write.bytes;
    else kept_.erase(write.key);
    return true;
}

std::vector<platform::Write> Drafts::take_changes()
{
    std::vector<platform::Write> writes;
    for (const auto& key : changed_) {
        const auto kept = kept_.find(key);
        writes.push_back({key, kept == kept_.end() ? std::nullopt : std::optional(kept->second)});
    }
    under_way_.merge(changed_);
    changed_.clear();
    return writes;
}

}  // namespace store
