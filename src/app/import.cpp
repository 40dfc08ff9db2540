#include "app/import.hpp"

#include "platform/clock.hpp"
#include "platform/window.hpp"

#include <algorithm>
#include <utility>

namespace app {
namespace {

constexpr std::uint64_t piece_bytes      = 4 << 20;
constexpr double        list_patience_ms = 5'000;  // a connection may hang

}  // namespace

Import::Import(platform::GivenFile file, Over over)
    : file_(std::move(file)), over_(std::move(over)), begun_ms_(platform::elapsed_ms()), list_(std::make_shared<List>())
{
    platform::fetch_asset("public_suffixes.txt", [list = list_](std::string_view bytes) {
        *list = {true, base::PublicSuffixes::read(std::string(bytes))};
    });
    ask();
}

Import::~Import() { platform::forget_file(file_); }

void Import::ask()
{
    piece_            = std::make_shared<Piece>();
    const auto length = std::min(piece_bytes, file_.size - asked_);
    platform::read_file(file_, asked_, length,
                        [piece = piece_](std::string bytes, bool ok) { *piece = {true, ok, std::move(bytes)}; });
    asked_ += length;
}

bool Import::step(double ms)
{
    if (!list_->there && platform::elapsed_ms() - begun_ms_ < list_patience_ms) return true;
    if (!reader_) reader_.emplace(list_->suffixes ? &*list_->suffixes : nullptr);
    const auto until = platform::elapsed_ms() + ms;
    while (!reader_->over()) {
        // 1. Request the next piece while the previous one is parsed.
        if (reader_->wants_bytes() && !ended_) {
            if (!piece_->there) return true;
            if (!piece_->ok) {
                over_(base::Problem{{}, "import.problem.unreadable", {}});
                return false;
            }
            reader_->add(piece_->bytes);
            ended_ = asked_ == file_.size;
            if (ended_) reader_->end();
            else ask();
        }
        // 2. As many rows as the time allows.
        while (reader_->step())
            if (platform::elapsed_ms() >= until) return true;
        if (platform::elapsed_ms() >= until && !reader_->over()) return true;
    }
    over_(reader_->take());
    return false;
}

void Import::tell(pages::Work& work) const
{
    // The share is in bytes: the number of services is unknown until the end.
    work.title = "import.reading";
    work.words = "import.progress";
    work.done  = reader_ ? static_cast<std::int64_t>(reader_->services()) : 0;
    work.share = file_.size > 0 ? static_cast<float>(static_cast<double>(asked_) / static_cast<double>(file_.size)) : 0;
}

}  // namespace app
