// Reads an account's file piece by piece, in slices: what comes of it is told at the end. The list of public suffixes, by which
// domain names are checked, is fetched only now; where it cannot be had, their letters alone are checked.
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
    // Shared with the request for the next piece, which may come when the import is cancelled.
    struct Piece {
        bool        there = false, ok = false;
        std::string bytes;
    };
    void ask();

    // Likewise for the list.
    struct List {
        bool                                there = false;
        std::optional<base::PublicSuffixes> suffixes;
    };

    platform::GivenFile                 file_;
    Over                                over_;
    double                              begun_ms_;
    std::shared_ptr<List>               list_;
    std::optional<codec::AccountReader> reader_;  // once the list is there, or was waited for in vain
    std::shared_ptr<Piece>              piece_;
    std::uint64_t                       asked_ = 0;  // bytes
    bool                                ended_ = false;
};

}  // namespace app
