// A command that waits in the outbox, as text:
//     {"seq":3,"id":"phone.3","asked_at":"2026-03-01T08:30:00Z","command":"renew","renew":{"service":"s1","years":1}}
#pragma once
#include "model/command.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace codec {

std::string write_mutation(const model::Mutation& mutation);

// Nothing if the text is damaged, or names a command or a field that this program does not know: a newer program queued
// it, so the caller must not drop it.
std::optional<model::Mutation> read_mutation(std::string_view json);

}  // namespace codec
