#include "query/orders.hpp"

#include <algorithm>

namespace query {
namespace {

constexpr std::size_t most_kept = 3;

// Beyond this a new order is quicker than a mended one.
constexpr std::size_t most_mended = 512;

Made made_now(const std::vector<Sort>& sort, const Making& making)
{
    auto reach = Reach::row;
    for (const auto& by : sort)
        if (making.columns[static_cast<std::size_t>(by.column)].reach == Reach::elsewhere) reach = Reach::elsewhere;
    return made_from(reach, making.rows.revision(), making.stamps);
}

}  // namespace

std::vector<Sort> kept_as(std::vector<Sort> sort)
{
    if (sort.size() == 1) sort[0].descending = false;
    return sort;
}

Orders::Kept* Orders::held(const std::vector<Sort>& sort) const
{
    for (const auto& one : kept_)
        if (one->order.sort == sort) return one.get();
    return nullptr;
}

const Order* Orders::find(const std::vector<Sort>& sort, const Making& making) const
{
    const auto* kept = held(kept_as(sort));
    return kept && kept->order.whole && kept->order.made == made_now(sort, making) ? &kept->order : nullptr;
}

bool Orders::place(const std::vector<Sort>& sort, const Making& making)
{
    return !find(sort, making) || make_places(held(kept_as(sort))->order, making.work.budget);
}

bool Orders::may_mend(const Order& order, const Made& now, const table::Rows& rows) const
{
    if (!order.whole || order.made.own != now.own || order.made.elsewhere != now.elsewhere) return false;
    const auto touched = rows.touched_since(order.made.revision);
    return touched && touched->size() <= most_mended;
}

bool Orders::near(const std::vector<Sort>& sort, const Making& making) const
{
    const auto* kept = held(kept_as(sort));
    const auto  now  = made_now(sort, making);
    return kept && (kept->order.made == now || may_mend(kept->order, now, making.rows));
}

bool Orders::make(const std::vector<Sort>& sort, const Making& making)
{
    ++uses_;
    if (find(sort, making)) {
        held(kept_as(sort))->used = uses_;
        return true;
    }
    const auto* kept = held(kept_as(sort));
    if (sort.size() > 1 && !(kept && may_mend(kept->order, made_now(sort, making), making.rows)))
        for (const auto& by : sort)
            if (!make_one(kept_as({by}), making)) return false;
    if (!make_one(kept_as(sort), making)) return false;
    held(kept_as(sort))->used = ++uses_;
    forget_oldest();
    return true;
}

bool Orders::make_one(const std::vector<Sort>& sort, const Making& making)
{
    const auto now  = made_now(sort, making);
    auto*      kept = held(sort);
    if (!kept) {
        kept             = kept_.emplace_back(std::make_unique<Kept>()).get();
        kept->order.sort = sort;
    }
    kept->used  = uses_;
    auto& order = kept->order;
    if (order.whole && order.made == now) return true;
    if (may_mend(order, now, making.rows)) {
        mend_rows(order, making);
        order.made = now;
        return true;
    }
    // 1. Begin anew when rows changed, or another order was under way.
    if (making_ != &order || order.made != now) {
        order      = {};
        order.sort = sort;
        order.made = now;
        making_ = &order;
        column_.reset();
        joined_.reset();
        if (sort.size() == 1) column_.emplace(sort[0].column);
        else joined_.emplace();
    }
    // 2. Go on.
    bool whole = false;
    if (column_) whole = column_->work(making, order);
    else {
        std::vector<const Order*> columns;
        for (const auto& by : sort) columns.push_back(&held(kept_as({by}))->order);
        whole = joined_->work(making.work.budget, columns, order);
    }
    if (!whole) return false;
    making_ = nullptr;
    column_.reset();
    joined_.reset();
    return true;
}

void Orders::mend_rows(Order& order, const Making& making)
{
    const auto touched = *making.rows.touched_since(order.made.revision);
    const auto values  = making.values();
    for (const auto& by : order.sort) {
        if (values.is_number(by.column)) continue;
        const auto part = values.part_of(by.column);
        for (const auto row : touched) {
            if (row >= making.rows.size()) continue;
            if (part != table::Schema::none)
                making.texts.make(part, making.rows, making.source, making.stamps, row / table::page_rows);
            making.collation.meet(values.text_of(by.column, row));
        }
    }
    if (!making.collation.weighed()) {
        making.collation.weigh(making.work.collate);
        making_ = nullptr;  // its keys are made of the weights before
    }
    mend(order, making.rows.size(), touched, values);
}

void Orders::forget_oldest()
{
    while (kept_.size() > most_kept) {
        const auto oldest = std::min_element(kept_.begin(), kept_.end(),
                                             [](const auto& a, const auto& b) { return a->used < b->used; });
        if (making_ == &(*oldest)->order) making_ = nullptr;
        kept_.erase(oldest);
    }
}

float Orders::progress() const { return column_ ? column_->progress() : joined_ ? joined_->progress() : 0; }

std::size_t Orders::memory() const
{
    std::size_t bytes = 0;
    for (const auto& one : kept_) bytes += sizeof *one + one->order.memory();
    return bytes;
}

}  // namespace query
