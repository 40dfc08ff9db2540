#include "ui/format.hpp"

#include "base/format.hpp"
#include "ui/core/context.hpp"

#include <utility>

namespace ui {
namespace {

base::Language language() { return context().language; }

std::string with_zone(std::string hour)
{
    return context().says_paris ? base::say(language(), "time.in_paris", {std::move(hour)}) : hour;
}

}  // namespace

std::string count(std::int64_t number) { return base::count(language(), number); }
std::string money(base::Money amount) { return base::money(language(), amount); }
std::string whole_money(base::Money amount) { return base::whole_money(language(), amount); }
std::string month(base::Date day) { return base::month_and_year(language(), day); }
std::string short_month(base::Date day) { return base::short_month(language(), day); }
std::string short_date(base::Date day) { return base::short_date(language(), day); }
std::string long_date(base::Date day) { return base::long_date(language(), day); }
std::string day_and_month(base::Date day) { return base::day_and_month(language(), day); }
std::string date_time(base::Instant at)
{
    auto words = base::date_time(language(), at);
    return is_set(at) ? with_zone(std::move(words)) : words;
}
std::string clock_time(base::Instant at) { return with_zone(base::clock_time(at)); }
std::string days_from_now(std::int32_t days) { return base::days_from_now(language(), days); }

}  // namespace ui
