#include "base/format.hpp"

#include <array>
#include <initializer_list>
#include <string_view>

namespace base {
namespace {

constexpr const char* narrow_blank = "\u202f";
constexpr const char* blank        = "\u00a0";

constexpr std::array<std::string_view, 12> months_fr = {"janvier",   "février", "mars",     "avril",
                                                        "mai",       "juin",    "juillet",  "août",
                                                        "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> months_en = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};

std::string put_together(std::initializer_list<std::string_view> parts)
{
    std::string words;
    for (const auto part : parts) words.append(part);
    return words;
}

std::string two(unsigned number) { return put_together({number < 10 ? "0" : "", std::to_string(number)}); }

// French abbreviations of months: never one letter alone, and short names stay whole.
constexpr std::array<std::string_view, 12> brief_fr = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                                       "juil.", "août",  "sept.", "oct.", "nov.", "déc."};

std::uint64_t size_of(std::int64_t number)
{
    return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

std::string grouped(Language language, std::uint64_t number)
{
    std::string digits = std::to_string(number);
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), language == Language::fr ? narrow_blank : ",");
    return digits;
}

std::string_view brief_en(unsigned month) { return months_en[month - 1].substr(0, 3); }

}  // namespace

std::string count(Language language, std::int64_t number)
{
    return put_together({number < 0 ? "−" : "", grouped(language, size_of(number))});
}

std::string money(Language language, Money amount)
{
    const auto size  = size_of(amount.cents);
    const auto whole = grouped(language, size / 100), cents = two(static_cast<unsigned>(size % 100));
    const auto sign = amount.cents < 0 ? "−" : "";
    return language == Language::fr ? put_together({sign, whole, ",", cents, blank, "€"})
                                    : put_together({sign, "€", whole, ".", cents});
}

std::string whole_money(Language language, Money amount)
{
    const auto whole = grouped(language, size_of(share(amount, 10).cents));
    const auto sign  = amount.cents < 0 && whole != "0" ? "−" : "";
    return language == Language::fr ? put_together({sign, whole, blank, "€"}) : put_together({sign, "€", whole});
}

std::string percent(Language language, std::int32_t per_mille)
{
    const auto size   = size_of(per_mille);
    const auto whole  = grouped(language, size / 10);
    const auto tenths = size % 10 == 0 ? std::string() : std::to_string(size % 10);
    const auto mark   = tenths.empty() ? "" : language == Language::fr ? "," : ".";
    return put_together({per_mille < 0 ? "−" : "", whole, mark, tenths, language == Language::fr ? blank : "", "%"});
}

std::string month_and_year(Language language, Date day)
{
    const auto on = calendar(day);
    return put_together(
        {(language == Language::fr ? months_fr : months_en)[on.month - 1], blank, std::to_string(on.year)});
}

std::string short_month(Language language, Date day)
{
    const auto of_year = month(day);
    return std::string(language == Language::fr ? brief_fr[of_year - 1] : brief_en(of_year));
}

std::string short_date(Language language, Date day)
{
    if (!is_set(day)) return "–";
    const auto on   = calendar(day);
    const auto year = std::to_string(on.year);
    if (language == Language::fr) return put_together({two(on.day), "/", two(on.month), "/", year});
    return put_together({std::to_string(on.day), " ", brief_en(on.month), " ", year});
}

std::string long_date(Language language, Date day)
{
    if (!is_set(day)) return "–";
    const auto on    = calendar(day);
    const auto first = language == Language::fr && on.day == 1 ? "er" : "";
    const auto month = language == Language::fr ? months_fr[on.month - 1] : months_en[on.month - 1];
    return put_together({std::to_string(on.day), first, blank, month, blank, std::to_string(on.year)});
}

std::string day_and_month(Language language, Date day)
{
    if (!is_set(day)) return "–";
    const auto on = calendar(day);
    if (language == Language::fr) return put_together({two(on.day), "/", two(on.month)});
    return put_together({std::to_string(on.day), " ", brief_en(on.month)});
}

std::string clock_time(Instant at)
{
    const auto local = paris_time(at);
    return put_together({two(static_cast<unsigned>(local.hour)), ":", two(static_cast<unsigned>(local.minute))});
}

std::string date_time(Language language, Instant at)
{
    if (!is_set(at)) return "–";
    return put_together({short_date(language, paris_time(at).day), " ", clock_time(at)});
}

std::string days_from_now(Language language, std::int32_t days)
{
    if (days == 0) return std::string(text(language, "days.today"));
    const std::int64_t number = days;
    return days < 0 ? say(language, "days.ago", Args{-number}) : say(language, "days.left", Args{number});
}

std::string in_words(Language language, const Arg& value)
{
    if (const auto* words = std::get_if<std::string>(&value)) return *words;
    if (const auto* day = std::get_if<Date>(&value)) return short_date(language, *day);
    if (const auto* moment = std::get_if<Instant>(&value)) return date_time(language, *moment);
    if (const auto* amount = std::get_if<Money>(&value)) return money(language, *amount);
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? count(language, *number) : std::string();
}

std::string say(Language language, TextKey key, const Args& args)
{
    std::vector<std::string> words;
    words.reserve(args.size());
    for (const auto& arg : args) words.push_back(in_words(language, arg));
    return fill(language, text(language, key), words);
}

std::string say(Language language, const Problem& problem) { return say(language, problem.text, problem.args); }

std::string say_known(Language language, std::string_view name, const Args& args)
{
    const auto key = find_key(name);
    return key && !name.empty() ? say(language, *key, args) : std::string();
}

}  // namespace base
