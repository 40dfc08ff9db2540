#include "app/export.hpp"

#include "platform/clock.hpp"

#include <utility>

namespace app {
namespace {

constexpr std::size_t rows_at_once = 64, chunk_bytes = 1 << 18;

std::string_view mime_of(base::SheetFormat format)
{
    switch (format) {
    case base::SheetFormat::csv:      return "text/csv;charset=utf-8";
    case base::SheetFormat::workbook: return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case base::SheetFormat::json:     break;
    }
    return "application/json";
}

}  // namespace

Export::Export(std::unique_ptr<pages::Sheet> sheet, const store::Store& store, std::function<void(bool ready)> over)
    : sheet_(std::move(sheet)),
      store_(store),
      over_(std::move(over)),
      writer_(sheet_->format(), sheet_->columns(), sheet_->language())
{
    begin();
}

Export::~Export() { platform::cancel_file(file_); }

void Export::begin()
{
    platform::cancel_file(file_);
    file_    = platform::begin_file(sheet_->file_name(), mime_of(sheet_->format()));
    written_ = 0;
    chunk_.clear();
    writer_.begin(chunk_);
}

bool Export::step(double ms)
{
    // 1. If the data have changed, start again: a file shows one moment.
    const auto& state = store_.state();
    if (sheet_->changed(state, store_.today())) {
        if (!sheet_->follow(state, store_.today())) return end(false);
        begin();
    }

    // 2. As many rows as the time allows.
    const auto until = platform::elapsed_ms() + ms;
    do {
        for (auto left = rows_at_once; left > 0 && written_ < sheet_->size(); --left) {
            sheet_->read(state, written_++, values_);
            writer_.row(chunk_, values_);
        }
        if (chunk_.size() >= chunk_bytes) {
            platform::append_file(file_, chunk_);
            chunk_.clear();
        }
    } while (written_ < sheet_->size() && platform::elapsed_ms() < until);
    if (written_ < sheet_->size()) return true;

    // 3. The end.
    writer_.end(chunk_);
    platform::append_file(file_, chunk_);
    platform::finish_file(std::exchange(file_, 0));
    return end(true);
}

bool Export::end(bool ready)
{
    over_(ready);
    return false;
}

void Export::tell(pages::Work& work) const
{
    work.title = "export.title";
    work.words = sheet_->progress();
    work.done  = static_cast<std::int64_t>(written_);
    work.total = static_cast<std::int64_t>(sheet_->size());
    work.share = work.total > 0 ? static_cast<float>(static_cast<double>(work.done) / static_cast<double>(work.total))
                                : 0;
}

}  // namespace app
