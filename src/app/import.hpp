// Reads an account's file piece by piece, in slices: what comes of it is told at the end.
#pragma once
#include "app/worker.hpp"
#include "base/result.hpp"
#include "codec/account_file.hpp"
#include "model/state.hpp"
#include "platform/page.hpp"

#include <cstdint>
#include <functional>
#include <memory>

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

    platform::GivenFile    file_;
    Over                   over_;
    codec::AccountReader   reader_;
    std::shared_ptr<Piece> piece_;
    std::uint64_t          asked_ = 0;  // bytes
    bool                   ended_ = false;
};

}  // namespace app
