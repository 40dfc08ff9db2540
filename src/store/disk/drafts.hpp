// Words that are being written and not sent yet: the unfinished commands of popups with longer texts. They belong to this
// browser alone, and are no part of the account: never sent, exported or counted as rows. One entry each, like one of the
// outbox; damaged ones count as none.
#pragma once
#include "base/instant.hpp"
#include "model/command.hpp"
#include "platform/storage.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace store {

inline constexpr std::string_view draft_prefix        = "draft/";
inline constexpr std::size_t      most_drafts         = 50;
inline constexpr std::size_t      largest_draft_bytes = 64 << 10;

// The same for all commands of one kind about one service. Empty for commands whose drafts are not kept, which are all
// but those with longer texts.
std::string draft_key(const model::Command&);

class Drafts {
public:
    // The bytes are read only when they are asked for: most visits need none of them.
    using Entries = std::map<std::string, std::string>;

    std::optional<model::Command> find(const model::Command& like) const;

    // Keeps it in place of the earlier one like it. Drops the oldest of too many; one that is too large is not kept.
    void put(const model::Command&, base::Instant now);
    void erase(const model::Command& like);

    // As the storage has them all, or as another page has written one. What this page has changed and not stored yet
    // wins. note() is false for an entry that is no draft.
    void adopt(Entries);
    bool note(const platform::Write&);

    const Entries& all() const { return kept_; }

    // What must be stored: take_changes() is called to write it, stored() once all that was taken is on the disk.
    bool                         changed() const { return !changed_.empty(); }
    std::vector<platform::Write> take_changes();
    void                         stored() { under_way_.clear(); }

private:
    void drop_the_oldest();

    Entries               kept_;
    std::set<std::string> changed_, under_way_;  // keys
};

}  // namespace store
