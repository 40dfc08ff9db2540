#include "pages/services/export.hpp"

#include "pages/services/columns.hpp"

#include <algorithm>
#include <utility>

namespace pages {

ServicesExport::ServicesExport(base::SheetFormat format, model::Tab tab, std::vector<std::uint32_t> rows,
                               std::vector<int> columns, const Looking& looking)
    : format_(format),
      tab_(tab),
      rows_(std::move(rows)),
      columns_(std::move(columns)),
      language_(looking.language),
      today_(looking.today),
      mark_(looking.state.services.rows().moves().mark()),
      revision_(looking.state.services.revision())
{}

std::string ServicesExport::file_name() const
{
    const auto name   = tab_ == model::Tab::active ? base::TextKey("export.file_active")
                                                   : base::TextKey("export.file_expired");
    const auto ending = format_ == base::SheetFormat::csv        ? ".csv"
                        : format_ == base::SheetFormat::workbook ? ".xlsx"
                                                                 : ".json";
    return std::string(base::text(language_, name)) + '-' + base::to_iso(today_) + ending;
}

std::vector<base::SheetColumn> ServicesExport::columns() const
{
    return format_ == base::SheetFormat::json ? machine_columns(columns_) : sheet_columns(columns_, language_);
}

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

void ServicesExport::read(const model::State& state, std::size_t at, std::vector<base::SheetCell>& values) const
{
    const Looking looking{state, today_, language_};
    const auto    service = state.services.row(rows_[at]);
    if (format_ == base::SheetFormat::json) machine_cells(columns_, service, looking, values);
    else sheet_cells(columns_, service, looking, values);
}

}  // namespace pages
