// Amounts in whole cents with their currency. Never a float.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

namespace base {

enum class Currency : std::uint8_t { eur };
constexpr std::array<std::string_view, 1> enum_names(Currency) { return {"EUR"}; }

struct Money {
    std::int64_t cents                           = 0;
    Currency     currency                        = Currency::eur;
    auto         operator<=>(const Money&) const = default;
};

// Requires both sides in the same currency; there is only one so far.
constexpr Money operator+(Money a, Money b) { return {a.cents + b.cents, a.currency}; }
constexpr Money operator-(Money a, Money b) { return {a.cents - b.cents, a.currency}; }
constexpr Money operator-(Money a) { return {-a.cents, a.currency}; }
constexpr Money operator*(Money a, std::int64_t times) { return {a.cents * times, a.currency}; }

// A share in thousandths, rounded to the nearest cent, halves away from zero, so that a credit note mirrors its invoice.
// VAT at 20 % is share(net, 200).
constexpr Money share(Money of, std::int64_t per_mille)
{
    const auto product = of.cents * per_mille;
    return {(product + (product < 0 ? -500 : 500)) / 1000, of.currency};
}

}  // namespace base
