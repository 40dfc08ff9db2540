// Numbers, amounts, days and moments in the reader's language, and sentences filled with them: the same on screen, in
// letters and in documents. An unset day or moment is a dash, except in month_and_year(), short_month() and clock_time().
#pragma once
#include "base/problems.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace base {

std::string count(Language, std::int64_t number);       // "1 234 567" (no-break), "1,234,567"
std::string money(Language, Money amount);              // "1 234,50 €", "€1,234.50"
std::string whole_money(Language, Money amount);        // to the nearest euro: "1 235 €", "€1,235"
std::string percent(Language, std::int32_t per_mille);  // "8,5 %", "8.5%"; "20 %"
std::string month_and_year(Language, Date day);         // "mars 2026", "March 2026"
std::string short_month(Language, Date day);            // "mars", "sept."; in English "Mar"
std::string short_date(Language, Date day);             // "03/02/2026", in English "3 Feb 2026"
std::string long_date(Language, Date day);              // "3 février 2026", "3 February 2026"
std::string day_and_month(Language, Date day);          // "03/02", "3 Feb"
std::string date_time(Language, Instant at);            // "03/02/2026 14:05" in Paris
std::string clock_time(Instant at);                     // "14:05" in Paris

// "dans 12 jours", "aujourd’hui", "il y a 3 jours".
std::string days_from_now(Language, std::int32_t days);

// One value as text: a day like short_date(), a moment like date_time(), a number like count().
std::string in_words(Language, const Arg& value);

// The sentence with its gaps filled with these values.
std::string say(Language, TextKey key, const Args& args);
std::string say(Language, const Problem& problem);

// Like say(), for a key name that comes from data; empty when this program does not know it.
std::string say_known(Language, std::string_view name, const Args& args = {});

}  // namespace base
