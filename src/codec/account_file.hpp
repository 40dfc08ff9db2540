// One customer's account as one JSON file: what is imported, exported, and given to other programs.
// The format is described in docs/account-format.md.
#pragma once
#include "base/public_suffix.hpp"
#include "base/result.hpp"
#include "model/state.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace codec {

inline constexpr std::size_t max_account_megabytes = 500;

// Reads an account piece by piece and in short steps, so that a large one keeps nobody waiting:
//     reader.add(bytes); …; reader.end();
//     while (reader.step()) …
//     auto account = reader.take();
// An account is read whole or refused whole, with a sentence that names line, path and fault. With `suffixes` a domain
// must also be one that can be registered; without them only its letters are checked.
class AccountReader {
public:
    explicit AccountReader(const base::PublicSuffixes* suffixes = nullptr);
    ~AccountReader();
    AccountReader(const AccountReader&)            = delete;
    AccountReader& operator=(const AccountReader&) = delete;

    void add(std::string_view bytes);  // those that follow
    void end();                        // no more follow

    // Goes on for a moment: some hundred rows. False when there is nothing to do: it is over, or wants bytes.
    bool step();
    bool wants_bytes() const;
    bool over() const;

    std::size_t services() const;  // read so far

    // Once, when it is over.
    base::Result<model::State> take();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// All of it at once.
base::Result<model::State> read_account(std::string_view bytes, const base::PublicSuffixes* suffixes = nullptr);

// The same account always gives the same bytes: writing what was read from them gives them again.
std::string write_account(const model::State& state);

}  // namespace codec
