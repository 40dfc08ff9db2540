#include "ui/format.hpp"

#include "ui/core/context.hpp"

#include <array>
#include <initializer_list>
#include <string_view>

namespace ui {
namespace {

using base::Language;

constexpr const char* narrow_blank = "\u202f";
constexpr const char* blank        = "\u00a0";

bool french() { return context().language == Language::fr; }

constexpr std::array<std::string_view, 12> months_fr = {"janvier",   "février", "mars",     "avril",
                                                        "mai",       "juin",    "juillet",  "août",
                                                        "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> months_en = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string words;
    for (const auto part : parts) words.append(part);
    return words;
}

std::string two(unsigned number) { return joined({number < 10 ? "0" : "", std::to_string(number)}); }

// As French calendars abbreviate them: never to one letter, and short names stay whole.
constexpr std::array<std::string_view, 12> brief_fr = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                                       "juil.", "août",  "sept.", "oct.", "nov.", "déc."};

std::uint64_t size_of(std::int64_t number)
{
    return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

std::string grouped(std::uint64_t number)
{
    std::string digits = std::to_string(number);
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), french() ? narrow_blank : ",");
    return digits;
}

std::string_view short_month(unsigned month) { return months_en[month - 1].substr(0, 3); }

}  // namespace

std::string count(std::int64_t number) { return joined({number < 0 ? "−" : "", grouped(size_of(number))}); }

std::string money(base::Money amount)
{
    const auto size  = size_of(amount.cents);
    const auto whole = grouped(size / 100), cents = two(static_cast<unsigned>(size % 100));
    const auto sign = amount.cents < 0 ? "−" : "";
    return french() ? joined({sign, whole, ",", cents, blank, "€"}) : joined({sign, "€", whole, ".", cents});
}

std::string whole_money(base::Money amount)
{
    const auto whole = grouped(size_of(base::share(amount, 10).cents));
    const auto sign  = amount.cents < 0 && whole != "0" ? "−" : "";
    return french() ? joined({sign, whole, blank, "€"}) : joined({sign, "€", whole});
}

std::string month(base::Date day)
{
    const auto on = base::calendar(day);
    return joined({(french() ? months_fr : months_en)[on.month - 1], blank, std::to_string(on.year)});
}

std::string short_month(base::Date day)
{
    const auto of_year = base::month(day);
    return std::string(french() ? brief_fr[of_year - 1] : short_month(of_year));
}

std::string short_date(base::Date day)
{
    if (!base::is_set(day)) return "–";
    const auto on   = base::calendar(day);
    const auto year = std::to_string(on.year);
    if (french()) return joined({two(on.day), "/", two(on.month), "/", year});
    return joined({std::to_string(on.day), " ", short_month(on.month), " ", year});
}

std::string long_date(base::Date day)
{
    if (!base::is_set(day)) return "–";
    const auto on    = base::calendar(day);
    const auto first = french() && on.day == 1 ? "er" : "";
    const auto month = french() ? months_fr[on.month - 1] : months_en[on.month - 1];
    return joined({std::to_string(on.day), first, blank, month, blank, std::to_string(on.year)});
}

std::string day_and_month(base::Date day)
{
    if (!base::is_set(day)) return "–";
    const auto on = base::calendar(day);
    if (french()) return joined({two(on.day), "/", two(on.month)});
    return joined({std::to_string(on.day), " ", short_month(on.month)});
}

std::string clock_time(base::Instant at)
{
    const auto local = base::paris_time(at);
    return joined({two(static_cast<unsigned>(local.hour)), ":", two(static_cast<unsigned>(local.minute))});
}

std::string date_time(base::Instant at)
{
    if (!base::is_set(at)) return "–";
    return joined({short_date(base::paris_time(at).day), " ", clock_time(at)});
}

}  // namespace ui
