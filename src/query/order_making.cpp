#include "query/order_making.hpp"

#include <algorithm>
#include <utility>

namespace query {
namespace {

constexpr std::uint32_t slice   = 1 << 15;
constexpr std::size_t   samples = 1 << 14;

// Maps signed numbers to unsigned ones in the same order, and blank to the last one.
std::uint64_t key_of_number(std::int64_t number)
{
    if (number == blank) return KeySort::blank_key;
    return (static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63)) - 1;
}

}  // namespace

// --- one column --------------------------------------------------------------------

std::uint64_t ColumnOrder::key_of(std::string_view text)
{
    return text.empty() ? KeySort::blank_key : letters_->key(text);
}

bool ColumnOrder::meet_page(const Making& making, std::size_t page)
{
    const auto values = making.values();
    if (coded_) {
        if (const auto part = values.part_of(column_); part != table::Schema::none)
            making.texts.make(part, making.rows, making.source, making.stamps, page);
        const auto texts = values.coded(column_, page).texts;
        firsts_.push_back(firsts_.empty() ? 0 : static_cast<std::uint32_t>(pages_of_.size()));
        pages_of_.resize(pages_of_.size() + texts.ends.size(), static_cast<std::uint32_t>(page));
        return making.collation.meet(texts.bytes);
    }
    bool is_new = false;
    for (const auto field : making.columns[static_cast<std::size_t>(column_)].fields)
        is_new = making.collation.meet(making.rows.pages()[page].columns[field].bytes()) || is_new;
    return is_new;
}

void ColumnOrder::sample(const Making& making)
{
    if (!making.collation.weighed()) making.collation.weigh(making.work.collate);
    weighings_        = making.collation.weighings();
    const auto values = making.values();
    const auto count  = coded_ ? pages_of_.size() : making.rows.size();
    letters_.emplace(making.collation, std::min(count, samples));
    for (std::size_t thing = 0; thing < count; thing += count / samples + 1) {
        if (!coded_) letters_->sample(values.text_of(column_, static_cast<std::uint32_t>(thing)));
        else {
            const auto page = pages_of_[thing];
            letters_->sample(values.coded(column_, page).texts[static_cast<std::uint32_t>(thing) - firsts_[page]]);
        }
    }
    letters_->ready();
}

void ColumnOrder::key_page(const Making& making, std::size_t page)
{
    const auto values = making.values();
    if (coded_) {
        const auto texts = values.coded(column_, page).texts;
        for (std::uint32_t code = 0; code < texts.ends.size(); ++code) keys_.push_back(key_of(texts[code]));
        return;
    }
    const auto first = first_of(page), count = making.rows.pages()[page].rows;
    if (number_)
        for (std::uint32_t row = first; row < first + count; ++row)
            keys_.push_back(key_of_number(values.number_of(column_, row)));
    else values.each_text(column_, page, [&](std::string_view text) { keys_.push_back(key_of(text)); });
}

// Equal texts on different pages get the same rank.
void ColumnOrder::rank_codes()
{
    constexpr auto none = ~std::uint32_t{0};
    ranks_.assign(pages_of_.size(), none);
    std::uint32_t rank = 0;
    for (std::uint32_t place = 0; place < sorting_->valued; ++place) {
        if (place > 0 && has_bit(sorting_->starts, place)) ++rank;
        ranks_[sorting_->order[place]] = rank;
    }
    keys_.clear();
    keys_.reserve(pages_of_.size());
}

void ColumnOrder::rank_page(const Making& making, std::size_t page)
{
    const auto coded = making.values().coded(column_, page);
    for (std::uint32_t row = 0; row < making.rows.pages()[page].rows; ++row) {
        const auto rank = ranks_[firsts_[page] + coded.code(row)];
        keys_.push_back(rank == ~std::uint32_t{0} ? KeySort::blank_key : rank);
    }
}

bool ColumnOrder::work(const Making& making, SortOrder& into)
{
    const bool by_weights = !number_ && (step_ == Step::keys || step_ == Step::sort);
    if (by_weights && weighings_ != making.collation.weighings()) *this = ColumnOrder(column_);

    auto* const budget = making.work.budget;
    const auto  values = making.values();
    pages_             = making.rows.pages().size();
    const auto pages   = [&](auto each) {
        while (page_ < pages_) {
            each(page_++);
            if (page_ < pages_ && is_spent(budget)) return false;
        }
        page_ = 0;
        return true;
    };
    const auto text_of_thing = [&](std::uint32_t thing) {
        if (!coded_) return values.text_of(column_, thing);
        const auto page = pages_of_[thing];
        return values.coded(column_, page).texts[thing - firsts_[page]];
    };
    const KeySort::Tie by_text = [&](std::uint32_t a, std::uint32_t b) {
        return making.collation.compare(text_of_thing(a), text_of_thing(b));
    };
    const auto finish = [&] {
        into.rows   = std::move(sorting_->order);
        into.starts = std::move(sorting_->starts);
        into.valued = sorting_->valued;
        into.whole  = true;
        *this       = ColumnOrder(column_);
        step_       = Step::whole;
    };

    for (;;) {
        switch (step_) {
        case Step::begin:
            number_ = values.is_number(column_);
            coded_  = !number_ && !values.is_text_field(column_);
            step_   = number_ ? Step::keys : Step::meet;
            if (!coded_) keys_.reserve(making.rows.size());
            break;
        case Step::meet:  // 1. Collect the characters, and get their weights.
            if (!pages([&](std::size_t page) { meet_page(making, page); })) return false;
            sample(making);
            step_ = Step::keys;
            break;
        case Step::keys:  // 2. Make keys from the values.
            if (!pages([&](std::size_t page) { key_page(making, page); })) return false;
            letters_.reset();
            sorting_.emplace(std::move(keys_));
            step_ = Step::sort;
            break;
        case Step::sort:
            if (!sorting_->work(budget, number_ ? KeySort::Tie() : by_text)) return false;
            if (!coded_) {
                finish();
                return true;
            }
            rank_codes();
            step_ = Step::ranks;
            break;
        case Step::ranks:  // 3. Sort the rows by the rank of their text.
            if (!pages([&](std::size_t page) { rank_page(making, page); })) return false;
            sorting_.emplace(std::move(keys_));
            step_ = Step::sort_ranks;
            break;
        case Step::sort_ranks:
            if (!sorting_->work(budget, nullptr)) return false;
            finish();
            return true;
        case Step::whole: return true;
        }
    }
}

float ColumnOrder::progress() const
{
    const auto part = pages_ == 0 ? 0 : static_cast<float>(page_) / static_cast<float>(pages_);
    switch (step_) {
    case Step::begin:      return 0;
    case Step::meet:       return part * 0.1f;
    case Step::keys:       return 0.1f + part * 0.3f;
    case Step::sort:       return 0.4f + sorting_->progress() * (coded_ ? 0.1f : 0.6f);
    case Step::ranks:      return 0.5f + part * 0.2f;
    case Step::sort_ranks: return 0.7f + sorting_->progress() * 0.3f;
    case Step::whole:      return 1;
    }
    return 1;
}

// --- several columns ---------------------------------------------------------------

bool JoinedOrder::work(Budget* budget, const std::vector<const SortOrder*>& columns, SortOrder& into)
{
    columns_         = columns.size();
    const auto count = static_cast<std::uint32_t>(columns[0]->rows.size());
    for (;;) {
        switch (step_) {
        case Step::begin:
            column_ = columns_ - 1;
            rows_.assign(count, 0);
            starts_.assign(count, 0);
            filled_.assign(count, 0);
            walk_.emplace(*columns[column_], into.sort[column_].descending);
            step_ = Step::places;
            break;
        case Step::places: {  // 1. Take the rows of the last order; in the others, find where equals begin.
            const bool  last  = column_ + 1 == columns_;
            const auto& order = *columns[column_];
            const bool  down  = into.sort[column_].descending;
            auto        left  = slice;
            auto        place = walk_->place();
            for (auto rows = walk_->next_group(slice); !rows.empty(); rows = walk_->next_group(slice)) {
                const bool blanks = place >= order.valued;
                if (place == 0) at_ = 0;
                if (down || place == order.valued) at_ = blanks ? order.valued : place;
                for (const auto row : rows) {
                    if (last) rows_[place] = row;
                    else {
                        if (!down && has_bit(order.starts, place)) at_ = place;
                        starts_[row] = at_;
                    }
                    ++place;
                }
                left -= std::min(left, static_cast<std::uint32_t>(rows.size()));
                if (left > 0) continue;
                if (is_spent(budget)) return false;
                left = slice;
            }
            at_   = 0;
            step_ = Step::spread;
            if (!last) {
                into.rows.assign(count, 0);
                std::fill(filled_.begin(), filled_.end(), 0);
            }
            break;
        }
        case Step::spread:  // 2. Put each row behind the rows of its group that came before it.
            if (column_ + 1 < columns_) {
                while (at_ < count) {
                    for (const auto end = std::min(count, at_ + slice); at_ < end; ++at_) {
                        const auto start                    = starts_[rows_[at_]];
                        into.rows[start + filled_[start]++] = rows_[at_];
                    }
                    if (at_ < count && is_spent(budget)) return false;
                }
                rows_.swap(into.rows);
            }
            at_ = 0;
            if (column_ > 0) {
                --column_;
                walk_.emplace(*columns[column_], into.sort[column_].descending);
                step_ = Step::places;
                break;
            }
            into.rows   = std::move(rows_);
            into.starts = Bits((count + 63) / 64, 0);
            into.valued = count;
            into.whole  = true;
            *this       = JoinedOrder();
            step_       = Step::whole;
            break;
        case Step::whole: return true;
        }
    }
}

float JoinedOrder::progress() const
{
    if (step_ == Step::whole) return 1;
    if (columns_ == 0) return 0;
    return (static_cast<float>(columns_ - 1 - column_) + (step_ == Step::spread ? 0.5f : 0.0f)) /
           static_cast<float>(columns_);
}

}  // namespace query
