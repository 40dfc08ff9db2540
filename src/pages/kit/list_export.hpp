// The export of a list to a file: which rows, in which order, and their values. A file is consistent: if the data
// change while it is being written, the writer starts again.
//     while (sheet.changed(…)) { if (!sheet.follow(…)) give up; write rows 0 to size(); }
#pragma once
#include "base/date.hpp"
#include "base/sheet.hpp"
#include "base/texts.hpp"
#include "model/state.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace pages {

class Sheet {
public:
    virtual ~Sheet() = default;

    virtual base::SheetFormat              format() const    = 0;
    virtual std::string                    file_name() const = 0;  // "services-actifs-2026-03-01.csv"
    virtual base::Language                 language() const  = 0;
    virtual base::TextKey                  progress() const  = 0;  // "Export : {0} sur {1} services"
    virtual std::vector<base::SheetColumn> columns() const   = 0;
    virtual std::size_t                    size() const      = 0;

    // True if what was written may be out of date.
    virtual bool changed(const model::State& state, model::Day today) const = 0;

    // Updates to the current data. Keeps the rows and the order of the moment at which the file was requested, without
    // rows removed since. False if another account has replaced the data.
    virtual bool follow(const model::State& state, model::Day today) = 0;

    // The values of row `at`, in the order of columns(). Requires that nothing has changed.
    virtual void read(const model::State& state, std::size_t at, std::vector<base::SheetCell>& values) const = 0;
};

}  // namespace pages
