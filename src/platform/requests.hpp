// Requests to the world outside that are not answered yet. Answers are kept until the start of an event:
// the program is never called back in the middle of a frame.
#pragma once
#include "platform/storage.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace platform {

struct Answer {
    bool               ok = false;
    std::string        bytes;    // or why it was refused
    std::vector<Entry> entries;  // that came one by one before the answer, also where it was refused half-way
};

// Files a request; `done` is called exactly once, and three frames are drawn after it. The number is never 0. With `some`,
// the entries that have come are handed over at each deliver_part, before the answer; whoever shows something of them asks
// for a frame.
std::uint32_t expect(std::function<void(Answer)> done, Storage::Some some = {});

// The same without frames: for answers that are seldom seen, to whoever asks for a frame when one is.
std::uint32_t expect_unseen(std::function<void(Answer)> done);

// A part of an answer that is still to come. Where it is kept until the next call; null: nobody waits for it.
Entry* add_entry(std::uint32_t request, Entry);

// Bytes for an entry to be added, whatever they are: where the entries of an earlier part lay, if it is large enough, for
// memory that was never touched costs the most.
std::string room_for(std::size_t length);

// The entries that were added so far make a part. Nothing happens when the request does not want parts.
void deliver_part(std::uint32_t request);

// The answer; a second one to the same request is ignored.
void answer(std::uint32_t request, bool ok, std::string bytes);

// The same, delivered by the next `deliver_answers` and not before.
void answer_soon(std::uint32_t request, bool ok, std::string bytes);

// Calls in the order of the answers: now, or after the frame or the answer that is being dealt with.
void call_soon(std::function<void()>);

// Delivers the answers that have come, unless a frame is being drawn or another answer delivered.
void deliver_answers();

// Requests without an answer, and answers not yet delivered.
std::size_t pending_requests();

}  // namespace platform
