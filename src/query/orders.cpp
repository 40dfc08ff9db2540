#include "query/orders.hpp"

#include <algorithm>

namespace query {
namespace {

constexpr std::size_t most_kept = 3;

// Views that wait for their orders ask in turn. An unfinished order is dropped after so many requests for other orders.
constexpr std::uint64_t lately = 16;

// With more changed rows than this, a new order is quicker than a repaired one.
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

Orders::Kept* Orders::use(const std::vector<Sort>& sort)
{
    auto* kept = held(sort);
    if (kept) kept->used = uses_;
    return kept;
}

const SortOrder* Orders::find(const std::vector<Sort>& sort, const Making& making)
{
    const auto* kept = use(kept_as(sort));
    return kept && kept->order.whole && kept->order.made == made_now(sort, making) ? &kept->order : nullptr;
}

bool Orders::place(const std::vector<Sort>& sort, const Making& making)
{
    return !find(sort, making) || make_places(held(kept_as(sort))->order, making.work.budget);
}

bool Orders::may_mend(const SortOrder& order, const Made& now, const table::Rows& rows) const
{
    if (!order.whole || order.made.own != now.own || order.made.elsewhere != now.elsewhere) return false;
    const auto touched = rows.touched_since(order.made.revision);
    return touched && touched->size() <= most_mended;
}

bool Orders::near(const std::vector<Sort>& sort, const Making& making) const
{
    const auto* kept = held(kept_as(sort));
    if (!kept) return false;
    const auto now   = made_now(sort, making);
    const bool begun = kept->order.whole || kept->under_way();
    return (begun && kept->order.made == now) || may_mend(kept->order, now, making.rows);
}

bool Orders::make(const std::vector<Sort>& sort, const Making& making)
{
    ++uses_;
    const auto* kept  = held(kept_as(sort));
    bool        whole = true;
    if (sort.size() > 1 && !(kept && may_mend(kept->order, made_now(sort, making), making.rows))) {
        for (const auto& by : sort) use(kept_as({by}));
        for (const auto& by : sort) whole = whole && make_one(kept_as({by}), making);
    }
    whole = whole && make_one(kept_as(sort), making);
    // The finished order is marked as used later than the orders it was made from, which are dropped first.
    if (whole) held(kept_as(sort))->used = ++uses_;
    forget_oldest();
    return whole;
}

bool Orders::make_one(const std::vector<Sort>& sort, const Making& making)
{
    const auto now  = made_now(sort, making);
    auto*      kept = use(sort);
    if (!kept) {
        kept             = kept_.emplace_back(std::make_unique<Kept>()).get();
        kept->order.sort = sort;
        kept->used       = uses_;
    }
    auto& order = kept->order;
    if (order.whole && order.made == now) return true;
    if (may_mend(order, now, making.rows)) {
        mend_rows(order, making);
        order.made = now;
        return true;
    }
    // 1. Begin, or begin again when rows changed.
    if (!kept->under_way() || order.made != now) {
        order      = {};
        order.sort = sort;
        order.made = now;
        kept->column.reset();
        kept->joined.reset();
        if (sort.size() == 1) kept->column = std::make_unique<ColumnOrder>(sort[0].column);
        else kept->joined = std::make_unique<JoinedOrder>();
    }
    // 2. Continue.
    bool whole = false;
    if (kept->column) whole = kept->column->work(making, order);
    else {
        std::vector<const SortOrder*> columns;
        for (const auto& by : sort) columns.push_back(&held(kept_as({by}))->order);
        whole = kept->joined->work(making.work.budget, columns, order);
    }
    if (!whole) return false;
    kept->column.reset();
    kept->joined.reset();
    return true;
}

void Orders::mend_rows(SortOrder& order, const Making& making)
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
    if (!making.collation.weighed()) making.collation.weigh(making.work.collate);
    mend(order, making.rows.size(), touched, values);
}

// An unfinished order of several columns refers to the orders of these columns: it must begin again when one is dropped.
void Orders::forget(const Kept& kept)
{
    for (const auto& one : kept_)
        for (const auto& by : one->order.sort)
            if (kept_as({by}) == kept.order.sort) one->joined.reset();
    std::erase_if(kept_, [&](const auto& one) { return one.get() == &kept; });
}

// While a view waits, all orders used lately stay, however many: the waiting views ask in turn.
void Orders::forget_oldest()
{
    const auto is_old = [&](const Kept& kept) { return kept.used + lately <= uses_; };
    bool       waits  = false;
    for (std::size_t at = kept_.size(); at-- > 0;) {
        if (!kept_[at]->under_way()) continue;
        if (is_old(*kept_[at])) forget(*kept_[at]);
        else waits = true;
    }
    while (kept_.size() > most_kept) {
        const auto& oldest = **std::min_element(kept_.begin(), kept_.end(),
                                                [](const auto& a, const auto& b) { return a->used < b->used; });
        if (waits && !is_old(oldest)) return;
        forget(oldest);
    }
}

float Orders::progress(const std::vector<Sort>& sort) const
{
    const auto of_one = [&](const std::vector<Sort>& one) {
        const auto* kept = held(one);
        if (!kept) return 0.0f;
        if (kept->order.whole) return 1.0f;
        return kept->column ? kept->column->progress() : kept->joined ? kept->joined->progress() : 0.0f;
    };
    if (sort.size() == 1) return of_one(kept_as(sort));
    float sum = of_one(sort);
    for (const auto& by : sort) sum += of_one(kept_as({by}));
    return sum / static_cast<float>(sort.size() + 1);
}

std::size_t Orders::memory() const
{
    std::size_t bytes = 0;
    for (const auto& one : kept_) bytes += sizeof *one + one->order.memory();
    return bytes;
}

}  // namespace query
