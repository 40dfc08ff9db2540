// Reads an account file piece by piece, in slices, and reports the result at the end. Domain names are checked against the list
// of public suffixes, which is only fetched now; without it, only their characters are checked.
#pragma once
#include "app/worker.hpp"
#include "base/public_suffix.hpp"
#include "base/result.hpp"
#include "codec/account_file.hpp"
#include "model/state.hpp"
#include "platform/page.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace app {

class Import final : public Job {
public:
    using Over = std::function<void(base::Result<model::State>)>;

    Import(platform::GivenFile file, Over over);
    ~Import() override;

    bool step(double ms) override;
    void tell(pages::Work& work) const override;

private:
    // Shared with the pending read, which may complete after the import was cancelled.
    struct Piece {
        bool        there = false, ok = false;
        std::string bytes;
    };
    void ask();

    // Likewise, for the fetch of the list.
    struct List {
        bool                                there = false;
        std::optional<base::PublicSuffixes> suffixes;
    };

    platform::GivenFile                 file_;
    Over                                over_;
    double                              begun_ms_;
    std::shared_ptr<List>               list_;
    std::optional<codec::AccountReader> reader_;  // set once the list has arrived, failed or timed out
    std::shared_ptr<Piece>              piece_;
    std::uint64_t                       asked_ = 0;  // bytes requested so far
    bool                                ended_ = false;
};

}  // namespace app
