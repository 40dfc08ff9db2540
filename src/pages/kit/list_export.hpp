// A list on its way into a file: which rows, in which order, and what is written of each. What is written is of one
// moment: when data change while it is written, whoever writes begins anew.
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
    virtual base::TextKey                  progress() const  = 0;  // "Export : {0} sur {1} services"
    virtual std::vector<base::SheetColumn> columns() const   = 0;
    virtual std::size_t                    size() const      = 0;

    // Whether what was written may not be true any more.
    virtual bool changed(const model::State& state, model::Day today) const = 0;

    // Looks at the data as they are now. The rows stay those of the moment in which the file was asked for, in the
    // order shown then; those that are gone are left out. False when another account has taken the old one's place.
    virtual bool follow(const model::State& state, model::Day today) = 0;

    // The values of one row, by columns(), while nothing has changed.
    virtual void read(const model::State& state, std::size_t at, std::vector<base::Arg>& values) const = 0;
};

}  // namespace pages
