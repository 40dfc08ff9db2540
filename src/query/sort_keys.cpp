#include "query/sort_keys.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

namespace query {

SortKeys::SortKeys(const Collation& collation, std::size_t samples)
    : collation_(&collation),
      symbols_(std::clamp<std::uint32_t>(collation.primaries(), 2, 256)),
      shift_(static_cast<std::uint32_t>(std::bit_width(symbols_ - 1))),
      context_shift_(32 - std::clamp<std::uint32_t>(static_cast<std::uint32_t>(std::bit_width(samples)), 5, 11)),
      shared_(collation.primaries() > symbols_ ? symbols_ - 1 : no_symbol),
      counts_(std::size_t{1} << (32 - context_shift_ + shift_), 0)
{
    for (unsigned char letter = 0; letter < 128; ++letter)
        if (const auto primary = collation.ascii(letter).primary; primary != 0)
            ascii_[letter] = symbol(primary) | (base::is_digit(static_cast<char>(letter)) ? digit : 0);
}

void SortKeys::sample(std::string_view text)
{
    std::uint32_t before = 0;
    collation_->read(text, [&](const Collation::Weight& weight) {
        if (weight.primary == 0) return true;
        const auto now = symbol(weight.primary);
        ++counts_[place(before, now)];
        before = after(before, now);
        return true;
    });
    ++counts_[place(before, 0)];
}

void SortKeys::ready()
{
    beginnings_.assign(256, {});
    parts_.resize(counts_.size());
    // Symbols that the sample did not have are rare, not impossible.
    const std::uint64_t shared = (std::uint64_t{1} << bits) - symbols_;
    const auto          put    = [](Part& part, std::uint64_t below, std::uint64_t end) {
        part = {static_cast<std::uint16_t>(below), static_cast<std::uint16_t>(end - below)};
        return end;
    };
    // In most contexts the sample has no letters: these all get the same parts, which are computed once.
    std::vector<Part> unseen(std::size_t{1} << shift_);
    std::uint64_t     below = 0;
    for (std::uint32_t now = 0; now < symbols_; ++now)
        below = put(unseen[now], below, (now + 1) * shared / symbols_ + now + 1);
    for (std::size_t one = 0; one < counts_.size(); one += unseen.size()) {
        const auto* const counts = &counts_[one];
        auto* const       parts  = &parts_[one];
        const auto        total  = std::accumulate(counts, counts + symbols_, std::uint64_t{0});
        if (total == 0) {
            std::copy(unseen.begin(), unseen.end(), parts);
            continue;
        }
        std::uint64_t seen = 0, part = 0;
        below = 0;
        for (std::uint32_t now = 0; now < symbols_; ++now) {
            seen += counts[now];
            if (counts[now] != 0) part = seen * shared / total;
            below = put(parts[now], below, part + now + 1);
        }
    }
    counts_ = {};
}

// The innermost loop of sorting by a text, with one step per letter of each row. Once the interval has no width left,
// steps change nothing, so the loop checks for that only every four letters.
bool SortKeys::go_on(Interval& of, std::string_view text) const
{
    auto          interval = of;
    unsigned char all      = 0;
    const auto    narrow   = [&](std::uint32_t now) {
        if (now != 0) interval.narrow(parts_[place(interval.before, now)], now);
    };
    const auto take_digit = [&](char one) {
        narrow(ascii_[static_cast<unsigned char>(one)] & ~digit);
        return true;
    };
    std::size_t at = 0;
    while (at < text.size() && interval.step != 0) {
        if (text.size() - at >= 4) {
            const auto a = static_cast<unsigned char>(text[at]), b = static_cast<unsigned char>(text[at + 1]),
                       c = static_cast<unsigned char>(text[at + 2]), d = static_cast<unsigned char>(text[at + 3]);
            const auto one = ascii_[a], two = ascii_[b], three = ascii_[c], four = ascii_[d];
            if (((one | two | three | four) & digit) == 0) {
                all |= a | b | c | d;
                narrow(one);
                narrow(two);
                narrow(three);
                narrow(four);
                at += 4;
                continue;
            }
        }
        const auto letter = static_cast<unsigned char>(text[at]);
        const auto now    = ascii_[letter];
        if ((now & digit) != 0) base::read_number(text, at, take_digit);
        else {
            all |= letter;
            narrow(now);
            ++at;
        }
    }
    if (at < text.size()) all |= static_cast<unsigned char>(text[at]);  // a mark would belong to the letter before
    of = interval;
    return all < 0x80;
}

// The interval after the first eight letters, which must be ASCII.
SortKeys::Interval SortKeys::after_beginning(std::uint64_t letters)
{
    auto& known = beginnings_[letters * 0x9e3779b97f4a7c15U >> 56];
    if (known.letters != letters) {
        known = {letters, {}};
        std::array<char, sizeof letters> text{};
        std::memcpy(text.data(), &letters, sizeof letters);
        go_on(known.interval, {text.data(), text.size()});
    }
    return known.interval;
}

// The end of a text needs no step, since it has the lowest part of every interval.
std::uint64_t SortKeys::key(std::string_view text)
{
    if (shared_ == no_symbol) {
        Interval interval;
        auto     rest = text;
        // Nearly all names are ASCII. Letters past the key's precision do not take part.
        std::uint64_t letters    = 0;
        const auto    cut_number = [&] {
            return text.size() > sizeof letters && base::is_digit(text[sizeof letters - 1]) &&
                   base::is_digit(text[sizeof letters]);
        };
        if (text.size() >= sizeof letters && !cut_number()) {
            std::memcpy(&letters, text.data(), sizeof letters);
            if ((letters & 0x8080808080808080U) == 0) {
                interval = after_beginning(letters);
                rest.remove_prefix(sizeof letters);
            }
        }
        if (go_on(interval, rest)) return interval.low;
    }
    Interval interval;
    collation_->read(text, [&](const Collation::Weight& weight) {
        if (weight.primary == 0) return true;
        const auto now = symbol(weight.primary);
        interval.narrow(parts_[place(interval.before, now)], now);
        return interval.step != 0 && now != shared_;  // letters that share a symbol are told apart by comparing
    });
    return interval.low;
}

}  // namespace query
