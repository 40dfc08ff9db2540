// One customer's account as one JSON file, for import, for export, and for other programs. The format is described in
// docs/account-format.md.
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

// Reads an account piece by piece and in short steps, so that a large one does not block the screen:
//     reader.add(bytes); …; reader.end();
//     while (reader.step()) …
//     auto account = reader.take();
// An account is accepted or refused as a whole; the problem names line, path and fault. With `suffixes`, a domain must
// also be one that can be registered; without them only its syntax is checked.
class AccountReader {
public:
    explicit AccountReader(const base::PublicSuffixes* suffixes = nullptr);
    ~AccountReader();
    AccountReader(const AccountReader&)            = delete;
    AccountReader& operator=(const AccountReader&) = delete;

    void add(std::string_view bytes);  // the next bytes
    void end();                        // no more bytes follow

    // Works for a moment (some hundred rows). False if there is nothing to do: it is over, or needs more bytes.
    bool step();
    bool wants_bytes() const;
    bool over() const;

    std::size_t services() const;  // read so far

    // The result. Call it once, when over().
    base::Result<model::State> take();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// Reads all of it at once.
base::Result<model::State> read_account(std::string_view bytes, const base::PublicSuffixes* suffixes = nullptr);

// Deterministic: reading these bytes and writing the account again gives the same bytes.
std::string write_account(const model::State& state);

}  // namespace codec
