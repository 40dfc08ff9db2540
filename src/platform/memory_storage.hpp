// Storage in memory, for tests and for machines where nothing may be left behind. Several pages may share it, and it can
// pull the plug: what was not durable is then gone, as on a real device.
#pragma once
#include "platform/storage.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <set>

namespace platform {

class MemoryStorage;

// What several pages share.
struct MemoryDisk {
    struct Contents {
        std::map<std::string, std::string> entries;
        bool                               begun   = false;  // something was stored since it was last emptied
        std::uint64_t                      commits = 0;
        std::uint64_t                      fence   = 0;  // of the page that may change what is there
        std::size_t                        count   = 0;  // entries there should be
    };
    Contents                    now;
    Contents                    on_disk;
    std::vector<MemoryStorage*> pages;
    MemoryStorage*              leader = nullptr;
};

class MemoryStorage final : public Storage {
public:
    // `at_once`: calls are answered before they return, which suits simple tests. `when_told`: they wait for
    // `answer_one()` or `answer_all()`, so that a test can crash in between.
    enum class Answers : std::uint8_t { at_once, when_told };

    explicit MemoryStorage(Answers answers = Answers::at_once, std::shared_ptr<MemoryDisk> disk = {});
    ~MemoryStorage() override { leave(); }

    void         read(Read, Some some = {}, std::string_view first = {}) override;
    void         write(std::vector<Write>, Durability, Right, Done) override;
    StorageFault fault() const override { return fault_; }
    bool         lasting() const override { return false; }
    int          seat() const override { return seat_; }
    bool         leads() const override { return disk_->leader == this; }
    void         claim() override;
    void         do_without() override;
    bool         lost_something() const override { return lost_something_; }

    // Carries out and answers the oldest waiting call; false when none waits.
    bool        answer_one();
    void        hand_over_first();  // to the oldest waiting reading, without ending it: the entry that it wants first
    void        hand_over_but_last();  // to the oldest waiting reading, without ending it: all entries but one
    void        answer_all();
    std::size_t waiting() const { return waiting_.size(); }

    // The plug is pulled: waiting calls are never answered and never carried out; what was answered since the
    // last strict write is gone when `power_is_lost`, and kept when only the tab died. Another page may lead then.
    void crash(bool power_is_lost = false);

    // The next `count` calls are refused with this reason and change nothing.
    void refuse(std::size_t count, StorageFault);

    // Somebody else erases everything, under all pages.
    void is_emptied() { disk_->now = {}; }

    const std::map<std::string, std::string>& contents() const { return disk_->now.entries; }
    std::map<std::string, std::string>&       damage() { return disk_->now.entries; }
    void                                      should_have(std::size_t entries) { disk_->now.count = entries; }

private:
    struct Call {
        std::vector<Write>    writes     = {};
        Durability            durability = Durability::relaxed;
        Right                 right      = Right::append;
        Read                  read       = {};
        Some                  some       = {};
        std::string           first      = {};
        Done                  done       = {};
        std::function<void()> event      = {};  // of another page
    };
    void         accept(Call);
    void         carry_out(Call&);
    void         carry_out_read(Call&);
    StorageFault carry_out_write(Call&);  // why it is refused
    void         join();
    void         leave();
    void         hear(std::uint64_t commit, std::vector<Write>);
    void         hear_leading();
    void         has_heard(std::uint64_t commit);

    Answers                     answers_;
    std::shared_ptr<MemoryDisk> disk_;
    std::deque<Call>            waiting_;
    std::size_t                 refusals_ = 0;
    StorageFault                refusal_  = StorageFault::none;
    StorageFault                fault_    = StorageFault::none;
    int                         seat_     = 0;
    std::uint64_t               fence_    = 0;
    std::uint64_t               seen_     = 0;  // commits up to here are known to this page
    std::set<std::uint64_t>     own_;           // commits of this page behind one that it has not heard of yet
    bool                        lost_something_ = false;
};

}  // namespace platform
