// The texts of all columns, page by page, folded for the search. A text that the table holds in that form already
// is read there; of the others each different one of a page is kept once, and a code a row.
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

    // A column is made of parts: each of its fields, or the one text that the column's function gives.
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

    // Makes what is needed of a page to search, or of one part of it to sort. Cheap where nothing changed.
    void make_searched(const table::Rows&, Source&, Stamps, std::size_t page);
    void make(std::size_t part, const table::Rows&, Source&, Stamps, std::size_t page);
    bool searchable(const table::Rows&, Stamps, std::size_t page) const;  // whether there is nothing to make

    // The rows of the page among `candidates` (bits of no other row are set) that have the word in a searched part.
    void match(const table::Rows&, std::size_t page, std::string_view word, std::span<std::uint64_t> candidates) const;

    // Texts of a page by code, and each row's code. Without codes each row has its own text.
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
    // As the customer reads them. For parts without a field.
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
        bool in_place = false;  // the table's own texts are folded
        Kept folded, read;      // `read` only where it differs from `folded`, and is no field of the table
        std::vector<std::uint8_t>  small;
        std::vector<std::uint16_t> wide;
        Pairs                      pairs;  // of the folded texts
    };
    Coded       folded(std::size_t part, const table::Rows&, std::size_t page) const;
    Coded       with_codes(const Part&, const PageTexts&, const table::Page&, const Kept&) const;
    void        make_from_field(const Part&, PageTexts&, const table::Page&) const;
    void        make_from_rows(const Part&, PageTexts&, const table::Page&, Source&, std::uint32_t first) const;
    std::size_t code_field(const Part&, const table::Page&) const;  // the one that decides the text, or none

    std::vector<Part>                   parts_;
    std::vector<std::size_t>            searched_;  // parts, those of few texts first
    std::vector<std::vector<PageTexts>> pages_;     // by part
};

// Whether single rows hold all of some words. What of a page may hold a word is found out once, so that a look at a row
// costs little. Texts, rows and words stay as they are meanwhile.
class RowSearch {
public:
    RowSearch(const TextIndex& texts, const table::Rows& rows, std::span<const std::string> words)
        : texts_(texts), rows_(rows), words_(words), places_(rows.pages().size() * words.size())
    {}

    bool knows(std::size_t page) const { return places_.empty() || places_[page * words_.size()].known; }
    bool has_words(std::uint32_t row);  // requires that the texts of its page are made, where it does not know it yet

private:
    // Of looked_at_: where a word may stand in a page.
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
