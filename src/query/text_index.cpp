#include "query/text_index.hpp"

#include "base/text.hpp"
#include "table/hash.hpp"

#include <algorithm>
#include <bit>

namespace query {
namespace {

constexpr auto none = table::Schema::none;

bool is_folded(std::string_view text)
{
    // Without branches, so that the compiler can vectorise it.
    unsigned char strange = 0;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        strange |= static_cast<unsigned char>((byte >= 'A') & (byte <= 'Z'));
        strange |= static_cast<unsigned char>((byte < ' ') | (byte >= 0x7f));
    }
    return strange == 0;
}

// Gives equal texts the same number, counted from 0.
class Numbers {
public:
    explicit Numbers(std::size_t most) : slots_(std::bit_ceil(most * 2 + 2), 0) {}

    // Returns the number of a text; for a new one that is `next`. held(number) must return the text of a known number.
    template <class Held>
    std::uint32_t of(std::string_view text, std::uint32_t next, Held held)
    {
        const auto mask = slots_.size() - 1;
        auto       slot = static_cast<std::size_t>(table::hash(text)) & mask;
        while (slots_[slot] != 0) {
            if (held(slots_[slot] - 1U) == text) return slots_[slot] - 1U;
            slot = (slot + 1) & mask;
        }
        slots_[slot] = static_cast<std::uint16_t>(next + 1);
        return next;
    }

private:
    std::vector<std::uint16_t> slots_;
};

// Stores codes as bytes if they fit.
void keep_codes(std::vector<std::uint16_t> codes, std::size_t texts, std::vector<std::uint8_t>& small,
                std::vector<std::uint16_t>& wide)
{
    if (texts <= 256) small.assign(codes.begin(), codes.end());
    else wide = std::move(codes);
}

// For the rows in `among`, sets in `hits` the bits of those whose code is marked.
template <class Code>
void mark(std::span<const Code> codes, const std::vector<std::uint8_t>& marked, const Bits& among, Bits& hits)
{
    for (std::size_t part = 0; part < among.size(); ++part) {
        if (among[part] == 0) continue;
        const auto    of    = codes.subspan(part * 64, std::min<std::size_t>(64, codes.size() - part * 64));
        std::uint64_t found = 0;
        for (std::size_t bit = 0; bit < of.size(); ++bit) found |= std::uint64_t{marked[of[bit]]} << bit;
        hits[part] = found & among[part];
    }
}

}  // namespace

void TextIndex::Kept::add(std::string_view text)
{
    bytes += text;
    ends.push_back(static_cast<std::uint32_t>(bytes.size()));
}

void TextIndex::Kept::release_spare()
{
    bytes = std::string(bytes.begin(), bytes.end());
    ends  = std::vector<std::uint32_t>(ends.begin(), ends.end());
}

TextIndex::TextIndex(const table::Schema& schema, const std::vector<EngineColumn>& columns)
{
    for (std::size_t number = 0; number < columns.size(); ++number) {
        const auto& column = columns[number];
        const bool  texts  = !column.fields.empty() && schema.columns[column.fields[0]].kind >= table::ColumnType::text;
        if (texts)
            for (const auto field : column.fields)
                parts_.push_back(
                    {number, field, column.reach, std::uint64_t{1} << field, false, column.searched, false});
        else
            parts_.push_back(
                {number, none, column.reach, column.reads, column.reads_more, column.searched, column.has_code});
    }
    for (const bool own : {false, true})
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            const auto field = parts_[part].field;
            if (parts_[part].searched &&
                own == (field != none && schema.columns[field].kind == table::ColumnType::text))
                searched_.push_back(part);
        }
    pages_.resize(parts_.size());
}

// --- making ------------------------------------------------------------------------

void TextIndex::make_searched(const table::Rows& rows, Source& source, Stamps stamps, std::size_t page)
{
    for (const auto part : searched_) make(part, rows, source, stamps, page);
}

bool TextIndex::searchable(const table::Rows& rows, Stamps stamps, std::size_t page) const
{
    for (const auto part : searched_) {
        if (page >= pages_[part].size() ||
            pages_[part][page].made != made_from(parts_[part].reach, rows.pages()[page].revision, stamps))
            return false;
    }
    return true;
}

void TextIndex::make(std::size_t number, const table::Rows& rows, Source& source, Stamps stamps, std::size_t page)
{
    const auto& part  = parts_[number];
    auto&       pages = pages_[number];
    if (pages.size() != rows.pages().size()) pages.resize(rows.pages().size());
    auto&       texts  = pages[page];
    const auto& stored = rows.pages()[page];
    const auto  from   = made_from(part.reach, stored.revision, stamps);
    if (texts.made == from) return;
    texts      = {};
    texts.made = from;
    if (part.field != none) make_from_field(part, texts, stored);
    else make_from_rows(part, texts, stored, source, first_of(page));
    if (part.searched) texts.pairs.add(folded(number, rows, page).texts.bytes);
}

void TextIndex::make_from_field(const Part& part, PageTexts& texts, const table::Page& page) const
{
    const auto& column = page.columns[part.field];
    texts.in_place     = is_folded(column.bytes());
    if (texts.in_place) return;

    if (column.kind() == table::ColumnType::word) {
        for (std::uint32_t code = 0; code < column.words(); ++code) texts.folded.add(base::fold(column.word(code)));
    } else {
        Numbers                    numbers(page.rows);
        std::vector<std::uint16_t> codes;
        codes.reserve(page.rows);
        std::string      folded;
        std::string_view before;  // consecutive rows often have the same text, or none
        for (std::uint32_t row = 0; row < page.rows; ++row) {
            const auto text = column.text(row);
            if (row > 0 && text == before) {
                codes.push_back(codes.back());
                continue;
            }
            before = text;
            folded.clear();
            base::fold_into(folded, text);
            const auto next = static_cast<std::uint32_t>(texts.folded.ends.size());
            const auto code = numbers.of(folded, next, [&](std::uint32_t held) { return texts.folded.view()[held]; });
            if (code == next) texts.folded.add(folded);
            codes.push_back(static_cast<std::uint16_t>(code));
        }
        // If all texts differ, each row has its own and no code.
        if (texts.folded.ends.size() < page.rows)
            keep_codes(std::move(codes), texts.folded.ends.size(), texts.small, texts.wide);
    }
    texts.folded.release_spare();
}

std::size_t TextIndex::code_field(const Part& part, const table::Page& page) const
{
    if (part.reads_more || !std::has_single_bit(part.reads)) return none;
    const auto field = static_cast<std::size_t>(std::countr_zero(part.reads));
    if (field >= page.columns.size()) return none;
    const auto kind = page.columns[field].kind();
    return kind == table::ColumnType::byte || kind == table::ColumnType::word ? field : none;
}

void TextIndex::make_from_rows(const Part& part, PageTexts& texts, const table::Page& page, Source& source,
                               std::uint32_t first) const
{
    const auto add = [&](std::uint32_t row) {
        source.load(first + row, part.reads);
        return source.text(part.column);
    };
    if (const auto field = code_field(part, page); field != none) {
        // 1. One field determines the text: make it once for each code in use.
        const auto&                column = page.columns[field];
        const bool                 wide   = column.kind() == table::ColumnType::word;
        const auto                 count  = wide ? column.words() : 256U;
        constexpr auto             unused = ~std::uint32_t{0};
        std::vector<std::uint32_t> rows(count, unused);
        std::uint32_t              used = 0;
        for (std::uint32_t row = 0; row < page.rows; ++row) {
            const std::uint32_t code = wide ? column.codes()[row] : column.small()[row];
            rows[code]               = row;
            used                     = std::max(used, code + 1);
        }
        for (std::uint32_t code = 0; code < used; ++code)
            texts.read.add(rows[code] == unused ? std::string() : add(rows[code]));
    } else if (part.has_code) {
        // 2. The column's own code determines the text.
        constexpr std::uint16_t    unused = 0xffff;
        std::vector<std::uint16_t> numbers(256, unused), codes;
        codes.reserve(page.rows);
        for (std::uint32_t row = 0; row < page.rows; ++row) {
            source.load(first + row, part.reads);
            auto& number = numbers[source.code(part.column)];
            if (number == unused) {
                number = static_cast<std::uint16_t>(texts.read.ends.size());
                texts.read.add(source.text(part.column));
            }
            codes.push_back(number);
        }
        keep_codes(std::move(codes), texts.read.ends.size(), texts.small, texts.wide);
    } else {
        // 3. Make a text for each row; equal ones are kept once.
        Numbers                    numbers(page.rows);
        std::vector<std::uint16_t> codes;
        codes.reserve(page.rows);
        for (std::uint32_t row = 0; row < page.rows; ++row) {
            const auto text = add(row);
            const auto next = static_cast<std::uint32_t>(texts.read.ends.size());
            const auto code = numbers.of(text, next, [&](std::uint32_t held) { return texts.read.view()[held]; });
            if (code == next) texts.read.add(text);
            codes.push_back(static_cast<std::uint16_t>(code));
        }
        keep_codes(std::move(codes), texts.read.ends.size(), texts.small, texts.wide);
    }
    texts.read.release_spare();
    if (is_folded(texts.read.bytes)) {
        texts.folded = std::move(texts.read);
        texts.read   = {};
        return;
    }
    for (std::uint32_t code = 0; code < texts.read.ends.size(); ++code)
        texts.folded.add(base::fold(texts.read.view()[code]));
    texts.folded.release_spare();
}

// --- reading -----------------------------------------------------------------------

TextIndex::Coded TextIndex::with_codes(const Part& part, const PageTexts& texts, const table::Page& page,
                                       const Kept& kept) const
{
    if (!texts.small.empty() || !texts.wide.empty()) return {kept.view(), texts.small, texts.wide};
    const auto field = part.field != none ? part.field : code_field(part, page);
    return {kept.view(), page.columns[field].small(), page.columns[field].codes()};
}

TextIndex::Coded TextIndex::folded(std::size_t number, const table::Rows& rows, std::size_t page_number) const
{
    const auto& part  = parts_[number];
    const auto& texts = pages_[number][page_number];
    const auto& page  = rows.pages()[page_number];
    if (!texts.in_place) return with_codes(part, texts, page, texts.folded);
    return of_field(page, part.field);
}

TextIndex::Coded TextIndex::of_field(const table::Page& page, std::size_t field)
{
    const auto& column = page.columns[field];
    return {{column.bytes(), column.ends()}, {}, column.codes()};
}

TextIndex::Coded TextIndex::read(std::size_t number, const table::Rows& rows, std::size_t page) const
{
    const auto& texts = pages_[number][page];
    return with_codes(parts_[number], texts, rows.pages()[page], texts.read.ends.empty() ? texts.folded : texts.read);
}

// --- searching ---------------------------------------------------------------------

void TextIndex::match(const table::Rows& rows, std::size_t page, std::string_view word,
                      std::span<std::uint64_t> candidates) const
{
    Bits                      left(candidates.begin(), candidates.end());  // rows without the word so far
    Bits                      hits(candidates.size()), all, codes;
    std::vector<std::uint8_t> marked;
    for (const auto part : searched_) {
        if (!pages_[part][page].pairs.may_hold(word)) continue;
        if (std::all_of(left.begin(), left.end(), [](std::uint64_t bits) { return bits == 0; })) break;
        const auto coded = folded(part, rows, page);
        std::fill(hits.begin(), hits.end(), 0);
        if (coded.own()) {
            // 1. Each row has its own text.
            Finder(coded.texts, word).find(left, hits);
        } else {
            // 2. Rows share texts: find the texts, then their rows by code.
            const auto count = coded.texts.ends.size();
            all.resize((count + 63) / 64);
            set_first(all, count);
            codes.assign(all.size(), 0);
            Finder(coded.texts, word).find(all, codes);
            if (std::all_of(codes.begin(), codes.end(), [](std::uint64_t bits) { return bits == 0; })) continue;
            marked.resize(count);
            for (std::uint32_t code = 0; code < count; ++code) marked[code] = has_bit(codes, code) ? 1 : 0;
            if (coded.wide.empty()) mark(coded.small, marked, left, hits);
            else mark(coded.wide, marked, left, hits);
        }
        for (std::size_t at = 0; at < left.size(); ++at) left[at] &= ~hits[at];
    }
    for (std::size_t at = 0; at < candidates.size(); ++at) candidates[at] &= ~left[at];
}

// --- single rows -------------------------------------------------------------------

bool RowSearch::has_words(std::uint32_t row)
{
    const auto page = row / table::page_rows, index = row % table::page_rows;
    for (std::size_t word = 0; word < words_.size(); ++word) {
        auto& places = places_[page * words_.size() + word];
        if (!places.known) places = places_of(page, words_[word]);
        bool found = false;
        for (auto place = places.first; place < places.end && !found; ++place) {
            const auto& [coded, finder] = looked_at_[place];
            found                       = finder.is_in(coded.code(index));
        }
        if (!found) return false;
    }
    return true;
}

RowSearch::Places RowSearch::places_of(std::size_t page, std::string_view word)
{
    Places places{static_cast<std::uint32_t>(looked_at_.size()), 0, true};
    for (const auto part : texts_.searched_) {
        if (!texts_.pages_[part][page].pairs.may_hold(word)) continue;
        const auto coded = texts_.folded(part, rows_, page);
        looked_at_.push_back({coded, Finder(coded.texts, word)});
    }
    places.end = static_cast<std::uint32_t>(looked_at_.size());
    return places;
}

std::size_t TextIndex::memory() const
{
    std::size_t bytes = 0;
    for (const auto& pages : pages_)
        for (const auto& page : pages) {
            bytes += sizeof page + page.small.capacity() + page.wide.capacity() * 2;
            for (const auto* kept : {&page.folded, &page.read})
                bytes += kept->bytes.capacity() + kept->ends.capacity() * 4;
        }
    return bytes;
}

}  // namespace query
