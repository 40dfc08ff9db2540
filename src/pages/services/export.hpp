// The export of a list of services to a file.
#pragma once
#include "pages/kit/list_export.hpp"
#include "pages/services/list.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pages {

class ServicesExport final : public Sheet {
public:
    // `rows`: row numbers of state.services.
    // `columns`: as chosen_columns() has them.
    ServicesExport(base::SheetFormat format, model::Tab tab, std::vector<std::uint32_t> rows, std::vector<int> columns,
                   const Looking& looking);

    base::SheetFormat              format() const override { return format_; }
    std::string                    file_name() const override;
    base::Language                 language() const override { return language_; }
    base::TextKey                  progress() const override { return "export.progress_services"; }
    std::vector<base::SheetColumn> columns() const override;
    std::size_t                    size() const override { return rows_.size(); }
    bool                           changed(const model::State& state, model::Day today) const override;
    bool                           follow(const model::State& state, model::Day today) override;
    void read(const model::State& state, std::size_t at, std::vector<base::SheetCell>& values) const override;

private:
    base::SheetFormat          format_;
    model::Tab                 tab_;
    std::vector<std::uint32_t> rows_;
    std::vector<int>           columns_;
    base::Language             language_;
    model::Day                 today_;
    std::uint64_t              mark_;
    std::uint64_t              revision_;
};

}  // namespace pages
