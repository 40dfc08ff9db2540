// One column of one page: its values are stored side by side.
#pragma once
#include "table/schema.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace table {

// The format of a stored page, which holds this number.
enum class Layout : std::uint16_t {
    as_in_memory = 1,
    packed       = 2,  // numbers.hpp; the format written today
};

class Column {
public:
    explicit Column(ColumnType kind) : kind_(kind) {}

    ColumnType    kind() const { return kind_; }
    std::uint32_t rows() const;

    Value            at(std::uint32_t row) const { return is_text() ? Value{0, text(row)} : Value{number(row), {}}; }
    std::int64_t     number(std::uint32_t row) const;  // byte, int32, int64
    std::string_view text(std::uint32_t row) const;    // text, word; valid until the next change

    bool equals(std::uint32_t row, const Value& value) const
    {
        return is_text() ? text(row) == value.text : number(row) == value.number;
    }
    void push(const Value& value);
    void set(std::uint32_t row, const Value& value);
    void pop();                         // takes off the last row
    void release_spare();               // gives back memory kept for growing
    void hold_to(const base::Bounds&);  // clamps the numbers to these bounds

    // For scanning. Text columns: the texts follow each other in bytes(); text n ends at ends()[n]. Word columns: codes()
    // by row, and ends() and bytes() of the words by code; a word may belong to no row any more.
    std::span<const std::uint8_t>  small() const { return bytes8_; }
    std::span<const std::int32_t>  ints() const { return ints_; }
    std::span<const std::int64_t>  bigs() const { return bigs_; }
    std::span<const std::uint16_t> codes() const { return codes_; }
    std::span<const std::uint32_t> ends() const { return ends_; }
    std::string_view               bytes() const { return text_; }
    std::uint32_t                  words() const { return static_cast<std::uint32_t>(ends_.size()); }
    std::string_view               word(std::uint32_t code) const { return slice(code); }

    std::size_t memory() const;  // bytes held

    // Stored form. read() trusts none of it; false when the bytes are not a column of this kind.
    void write(std::string& bytes) const;
    bool read(std::string_view bytes, std::uint32_t rows, int limit, Layout layout);

private:
    bool             is_text() const { return kind_ == ColumnType::text || kind_ == ColumnType::word; }
    std::string_view slice(std::uint32_t index) const
    {
        const auto from = index == 0 ? 0 : ends_[index - 1];
        return {text_.data() + from, ends_[index] - from};
    }
    void          append_slice(std::string_view text);
    std::uint16_t code_of(std::string_view word);  // adds the word when it is new
    void          index_words();
    void          drop_unused_words();

    ColumnType                 kind_;
    std::vector<std::uint8_t>  bytes8_;
    std::vector<std::int32_t>  ints_;
    std::vector<std::int64_t>  bigs_;
    std::vector<std::uint16_t> codes_;
    std::vector<std::uint32_t> ends_;
    std::string                text_;
    std::vector<std::uint16_t> slots_;  // finds words: code + 1 by hash; empty while there are few
};

}  // namespace table
