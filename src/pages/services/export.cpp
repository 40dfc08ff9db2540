#include "pages/services/export.hpp"

#include "pages/services/columns.hpp"

#include <algorithm>
#include <utility>

namespace pages {

ServicesExport::ServicesExport(base::SheetFormat format, model::Tab tab, std::vector<std::uint32_t> rows,
                               const Looking& looking)
    : format_(format),
      tab_(tab),
      rows_(std::move(rows)),
      language_(looking.language),
      today_(looking.today),
      mark_(looking.state.services.rows().moves().mark()),
      revision_(looking.state.services.revision())
{}

std::string ServicesExport::file_name() const
{
    const auto name = tab_ == model::Tab::active ? base::TextKey("export.file_active")
                                                 : base::TextKey("export.file_expired");
    return std::string(base::text(language_, name)) + '-' + base::to_iso(today_) +
           (format_ == base::SheetFormat::csv ? ".csv" : ".json");
}

std::vector<base::SheetColumn> ServicesExport::columns() const { return sheet_columns(language_); }

bool ServicesExport::changed(const model::State& state, model::Day today) const
{
    return state.services.revision() != revision_ || today != today_;
}

bool ServicesExport::follow(const model::State& state, model::Day today)
{
    const auto moves = state.services.rows().moves().since(mark_);
    if (!moves) return false;
    for (const auto& move : *moves) std::ranges::replace(rows_, move.from, move.to);
    std::erase(rows_, table::Move::gone);
    mark_     = state.services.rows().moves().mark();
    revision_ = state.services.revision();
    today_    = today;
    return true;
}

void ServicesExport::read(const model::State& state, std::size_t at, std::vector<base::Arg>& values) const
{
    const Looking looking{state, today_, language_};
    sheet_values(state.services.row(rows_[at]), looking, values);
}

}  // namespace pages
