// The texts of all columns, page by page, folded for the search. A text that the table stores in folded form already is
// read there; the others are kept here, each distinct text of a page once, with a code for each row.
#pragma once
#include "query/find.hpp"
#include "query/source.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace query {

class TextIndex {
public:
    TextIndex(const table::Schema&, const std::vector<EngineColumn>&);

    // A column consists of parts: each of its text fields, or else the one text that the column's function returns.
    struct Part {
        std::size_t   column;
        std::size_t   field;  // or none
        Reach         reach;
        std::uint64_t reads;
        bool          reads_more;
        bool          searched;
        bool          has_code;
    };
    const std::vector<Part>& parts() const { return parts_; }

    // Prepare a page for searching, or one part of it for sorting. Cheap if nothing changed.
    void make_searched(const table::Rows&, Source&, Stamps, std::size_t page);
    void make(std::size_t part, const table::Rows&, Source&, Stamps, std::size_t page);
    bool searchable(const table::Rows&, Stamps, std::size_t page) const;  // true if nothing has to be made

    // Keeps those `candidates` (one bit per row of the page, no other bits set) that have the word in a searched part.
    void match(const table::Rows&, std::size_t page, std::string_view word, std::span<std::uint64_t> candidates) const;

    // The texts of a page by code, and each row's code. Without codes, each row has its own text.
    struct Coded {
        Texts                          texts;
        std::span<const std::uint8_t>  small;
        std::span<const std::uint16_t> wide;
        bool                           own() const { return small.empty() && wide.empty(); }
        std::uint32_t                  code(std::uint32_t row) const
        {
            return !wide.empty() ? wide[row] : small.empty() ? row : small[row];
        }
        std::string_view operator[](std::uint32_t row) const { return texts[code(row)]; }
    };
    // The unfolded texts. Only for parts without a field.
    Coded        read(std::size_t part, const table::Rows&, std::size_t page) const;
    static Coded of_field(const table::Page&, std::size_t field);

    std::size_t memory() const;

private:
    friend class RowSearch;
    struct Kept {
        std::string                bytes;
        std::vector<std::uint32_t> ends;
        Texts                      view() const { return {bytes, ends}; }
        void                       add(std::string_view text);
        void                       release_spare();
    };
    struct PageTexts {
        Made made;
        bool in_place = false;  // the table's own texts are already folded
        Kept folded, read;      // `read`: unfolded, only where it differs from `folded` and is not a field
        std::vector<std::uint8_t>  small;
        std::vector<std::uint16_t> wide;
        Pairs                      pairs;  // of the folded texts
    };
    Coded       folded(std::size_t part, const table::Rows&, std::size_t page) const;
    Coded       with_codes(const Part&, const PageTexts&, const table::Page&, const Kept&) const;
    void        make_from_field(const Part&, PageTexts&, const table::Page&) const;
    void        make_from_rows(const Part&, PageTexts&, const table::Page&, Source&, std::uint32_t first) const;
    std::size_t code_field(const Part&, const table::Page&) const;  // the field that determines the text, or none

    std::vector<Part>                   parts_;
    std::vector<std::size_t>            searched_;  // parts; those whose rows share texts come first
    std::vector<std::vector<PageTexts>> pages_;     // by part
};

// Tells whether single rows contain all of some words. Finds out once per page which parts may contain a word, so that
// checking a row costs little. Texts, rows and words must not change meanwhile.
class RowSearch {
public:
    RowSearch(const TextIndex& texts, const table::Rows& rows, std::span<const std::string> words)
        : texts_(texts), rows_(rows), words_(words), places_(rows.pages().size() * words.size())
    {}

    bool knows(std::size_t page) const { return places_.empty() || places_[page * words_.size()].known; }
    bool has_words(std::uint32_t row);  // unless knows(page), the page's texts must be made

private:
    // A range of looked_at_: the parts of a page that may contain a word.
    struct Places {
        std::uint32_t first = 0, end = 0;
        bool          known = false;
    };
    struct LookedAt {
        TextIndex::Coded coded;
        Finder           finder;
    };
    Places places_of(std::size_t page, std::string_view word);

    const TextIndex&             texts_;
    const table::Rows&           rows_;
    std::span<const std::string> words_;
    std::vector<Places>          places_;  // by page and word
    std::vector<LookedAt>        looked_at_;
};

}  // namespace query
