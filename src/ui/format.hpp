// The functions of base/format.hpp in the frame's language. Hours are those of Paris; where the device shows another hour,
// they say so: "14:05 (heure de Paris)".
#pragma once
#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"

#include <cstdint>
#include <string>

namespace ui {

std::string count(std::int64_t number);        // "1 234 567" (no-break), "1,234,567"
std::string money(base::Money amount);         // "1 234,50 €", "€1,234.50"
std::string whole_money(base::Money amount);   // to the nearest euro: "1 235 €", "€1,235"
std::string month(base::Date day);             // "mars 2026", "March 2026"
std::string short_month(base::Date day);       // "mars", "sept."; in English "Mar"
std::string short_date(base::Date day);        // "03/02/2026", in English "3 Feb 2026"
std::string long_date(base::Date day);         // "3 février 2026", "3 February 2026"
std::string day_and_month(base::Date day);     // "03/02", "3 Feb"
std::string date_time(base::Instant at);       // "03/02/2026 14:05" in Paris
std::string clock_time(base::Instant at);      // "14:05"
std::string days_from_now(std::int32_t days);  // "dans 12 jours", "aujourd’hui", "il y a 3 jours"

}  // namespace ui
