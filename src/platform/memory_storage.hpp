// Storage in memory, for tests and for machines where nothing may be left behind. Several pages can share it. Simulates power
// failures: what was not durable is then lost, as on a real device.
#pragma once
#include "platform/storage.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <set>

namespace platform {

class MemoryStorage;

// The contents that several pages share.
struct MemoryDisk {
    struct Contents {
        std::map<std::string, std::string> entries;
        bool                               begun   = false;  // something was written since it was last emptied
        std::uint64_t                      commits = 0;
        std::uint64_t                      fence   = 0;  // number of the page that may change entries
        std::size_t                        count   = 0;  // number of entries there should be
    };
    Contents                    now;
    Contents                    on_disk;
    std::vector<MemoryStorage*> pages;
    MemoryStorage*              leader = nullptr;
};

class MemoryStorage final : public Storage {
public:
    // `at_once`: calls are answered before they return, for simple tests. `when_told`: they wait for answer_one() or
    // answer_all(), so that a test can crash in between.
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
    bool         used_before() const override { return !disk_->now.entries.empty(); }
    bool         lost_something() const override { return lost_something_; }

    // Carries out and answers the oldest waiting call; false if none waits.
    bool        answer_one();
    void        hand_over_first();     // gives the oldest waiting read the entry under its `first`, without ending it
    void        hand_over_but_last();  // gives the oldest waiting read all entries but one, without ending it
    void        answer_all();
    std::size_t waiting() const { return waiting_.size(); }

    // Simulates a crash: waiting calls are neither carried out nor answered. With `power_is_lost`, what was answered since the
    // last strict write is lost; else only the tab died and it is kept. Another page may then lead.
    void crash(bool power_is_lost = false);

    // The next `count` calls are refused with this reason and change nothing.
    void refuse(std::size_t count, StorageFault);

    // Simulates that somebody erases everything while pages have it open.
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
        std::function<void()> event      = {};  // caused by another page
    };
    void         accept(Call);
    void         carry_out(Call&);
    void         carry_out_read(Call&);
    StorageFault carry_out_write(Call&);  // returns the reason of a refusal
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
    std::uint64_t               seen_     = 0;  // all commits up to this one are known to this page
    std::set<std::uint64_t>     own_;           // later commits of this page, after one that it does not know yet
    bool                        lost_something_ = false;
};

}  // namespace platform
