// Requests to the outside that are not answered yet. Answers are queued and delivered between frames: the program is never
// called back during a frame.
#pragma once
#include "platform/storage.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace platform {

struct Answer {
    bool               ok = false;
    std::string        bytes;    // or the reason of a refusal
    std::vector<Entry> entries;  // received one by one before the answer, also if it is then refused
};

// Registers a request; `done` is called exactly once, followed by three frames. Never returns 0. With `some`, entries that have
// arrived are passed on at each deliver_part(), before the answer; a receiver that shows them requests a frame itself.
std::uint32_t expect(std::function<void(Answer)> done, Storage::Some some = {});

// As expect(), without the frames: for answers that rarely change the screen; the receiver requests a frame itself.
std::uint32_t expect_unseen(std::function<void(Answer)> done);

// Adds an entry to an answer that is still to come. Returns where it is stored, valid until the next call; null if nobody waits
// for it.
Entry* add_entry(std::uint32_t request, Entry);

// A buffer of that length, with unspecified contents, for the next add_entry(). Reuses the memory of an earlier entry, since
// touching fresh memory is the most expensive part.
std::string room_for(std::size_t length);

// Passes on the entries that were added so far, if the request has `some`.
void deliver_part(std::uint32_t request);

// Answers a request; a second answer to it is ignored.
void answer(std::uint32_t request, bool ok, std::string bytes);

// As answer(), but delivered only by the next deliver_answers().
void answer_soon(std::uint32_t request, bool ok, std::string bytes);

// Queues a call among the answers: it runs now, or after the current frame or delivery.
void call_soon(std::function<void()>);

// Delivers the queued answers, unless a frame is being drawn or a delivery is in progress.
void deliver_answers();

// Number of requests without an answer and of answers not yet delivered.
std::size_t pending_requests();

}  // namespace platform
