// The columns of a list as the customer chose them: which, in which order, how wide. A column is identified by the key
// of its title, so that a stored choice stays valid in later versions.
#pragma once
#include "base/texts.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct ColumnChoice {
    base::TextKey column                                = {};
    bool          shown                                 = true;
    float         width                                 = 0;  // 0: the default
    bool          operator==(const ColumnChoice&) const = default;
};

// In the chosen order; columns not listed follow. Empty: all as described.
using ColumnChoices = std::vector<ColumnChoice>;

// A column as the customer arranged it; the first one always stays first.
struct Arranged {
    int   index = 0;  // in the descriptor
    bool  shown = true;
    float width = 0;  // 0: the default
};
std::vector<Arranged> arrangement(std::span<const base::TextKey> titles, const ColumnChoices&);

inline constexpr float least_column_width = 64, most_column_width = 800;

// "column.kind,column.label:180,-column.owner" ('-': hidden). The words are untrusted: unknown or repeated columns are
// skipped, and the number of columns is limited.
ColumnChoices read_columns(std::string_view words);
std::string   print_columns(const ColumnChoices& choices);

}  // namespace ui
