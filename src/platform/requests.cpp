// Implements the queue of requests and answers.
#include "platform/requests.hpp"

#include "platform/schedule.hpp"

#include <deque>
#include <map>
#include <memory>
#include <utility>

namespace platform {
namespace {

struct Waiting {
    std::function<void(Answer)> done;
    Storage::Some               some;
    std::vector<Entry>          entries;
    bool                        seen = true;  // followed by frames
};

struct Come {
    std::function<void()> call;
    bool                  seen = true;
};

struct Table {
    std::uint32_t                    last = 0;
    std::map<std::uint32_t, Waiting> waiting;
    std::deque<Come>                 come;
    std::string                      room;  // the last entry's memory, for reuse until the answer is complete
    bool                             delivering = false;
};

Table& table()
{
    static Table one;
    return one;
}

void queue_part(Waiting& waiting)
{
    if (!waiting.some || waiting.entries.empty()) return;
    auto come = std::make_shared<std::vector<Entry>>(std::exchange(waiting.entries, {}));
    table().come.push_back({[some = waiting.some, come] {
                                some(*come);
                                table().room = std::move(come->back().bytes);
                            },
                            false});
}

std::uint32_t file(Waiting waiting)
{
    auto& all = table();
    if (++all.last == 0) ++all.last;
    all.waiting[all.last] = std::move(waiting);
    tell_requests(pending_requests());
    return all.last;
}

}  // namespace

std::uint32_t expect(std::function<void(Answer)> done, Storage::Some some)
{
    return file({std::move(done), std::move(some), {}, true});
}

std::uint32_t expect_unseen(std::function<void(Answer)> done) { return file({std::move(done), {}, {}, false}); }

Entry* add_entry(std::uint32_t request, Entry entry)
{
    const auto found = table().waiting.find(request);
    return found == table().waiting.end() ? nullptr : &found->second.entries.emplace_back(std::move(entry));
}

std::string room_for(std::size_t length)
{
    auto room = std::exchange(table().room, {});
    room.resize(length);
    return room;
}

void deliver_part(std::uint32_t request)
{
    const auto found = table().waiting.find(request);
    if (found == table().waiting.end()) return;
    queue_part(found->second);
    deliver_answers();
}

void answer(std::uint32_t request, bool ok, std::string bytes)
{
    answer_soon(request, ok, std::move(bytes));
    deliver_answers();
}

void answer_soon(std::uint32_t request, bool ok, std::string bytes)
{
    auto&      all   = table();
    const auto found = all.waiting.find(request);
    if (found == all.waiting.end()) return;
    queue_part(found->second);
    auto whole = std::move(found->second);
    all.waiting.erase(found);
    all.room = {};
    // std::function requires copyable captures, so the answer is held by a shared pointer.
    auto come = std::make_shared<Answer>(Answer{ok, std::move(bytes), std::move(whole.entries)});
    all.come.push_back({[done = std::move(whole.done), come] {
                            if (done) done(std::move(*come));
                        },
                        whole.seen});
}

void call_soon(std::function<void()> call)
{
    table().come.push_back({std::move(call)});
    deliver_answers();
}

void deliver_answers()
{
    auto& all = table();
    if (all.delivering || schedule().drawing()) return;
    all.delivering = true;
    bool seen      = false;
    while (!all.come.empty()) {
        const auto one = std::move(all.come.front());
        all.come.pop_front();
        one.call();
        seen |= one.seen;
    }
    all.delivering = false;
    if (seen) request_frame();
    tell_requests(pending_requests());
}

std::size_t pending_requests() { return table().waiting.size() + table().come.size(); }

}  // namespace platform
