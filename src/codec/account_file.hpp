// One customer's account as one JSON file: what is imported, exported, and given to other programs.
// The format is described in docs/account-format.md.
#pragma once
#include "base/public_suffix.hpp"
#include "base/result.hpp"
#include "model/state.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace codec {

inline constexpr std::size_t max_account_megabytes = 180;

// Reads a whole account or refuses it whole, with a sentence that names line, path and fault. With `suffixes`
// a domain must also be one that can be registered; without them only its letters are checked.
base::Result<model::State> read_account(std::string_view bytes, const base::PublicSuffixes* suffixes = nullptr);

// The same account always gives the same bytes: writing what was read from them gives them again.
std::string write_account(const model::State& state);

}  // namespace codec
