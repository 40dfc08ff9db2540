// An amount as shown or charged on its day, with the VAT data that invoices need by law. Never computed again later.
#pragma once
#include "base/money.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace model {

// The reason for the VAT rate; in EN 16931 the codes are S, AE, E and O.
enum class VatCategory : std::uint8_t { standard, reverse_charge, exempt, outside_scope };
constexpr std::array<std::string_view, 4> enum_names(VatCategory)
{
    return {"standard", "reverse_charge", "exempt", "outside_scope"};
}

struct Charge {
    base::Money  net;
    base::Money  vat;
    std::int32_t vat_per_mille = 0;
    VatCategory  vat_category  = VatCategory::standard;

    base::Money total() const { return net + vat; }

    bool operator==(const Charge&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Charge& c)
{
    visit("net", c.net);
    visit("vat", c.vat);
    visit("vat_per_mille", c.vat_per_mille);
    visit("vat_category", c.vat_category);
}

// Charges as an invoice adds them up, one for each rate of VAT and its reason, in the order of first use: VAT is computed
// on the sum of a rate. That of a charge which stands alone stays as it was charged.
using Rates = std::vector<Charge>;
void        add(Rates&, const Charge&);
base::Money total_of(const Rates&);

}  // namespace model
