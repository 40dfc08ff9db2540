// Reads JSON into structs without ever holding a whole document: one pass over the bytes, one row at a time, as many rows
// at once as there is time for; the bytes may come piece by piece. The first fault ends the reading, with its line and
// its path. Nothing is guessed: unexpected input is refused.
#pragma once
#include "base/problems.hpp"
#include "base/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace codec {

inline constexpr std::size_t max_depth      = 32;      // of nested objects and lists, the outermost included
inline constexpr std::size_t max_text_bytes = 65'536;  // of one text; unknown members may hold longer ones
inline constexpr std::size_t max_id_bytes   = 200;

// A fault found in a row after it was read completely.
struct RowFault {
    std::string_view field;  // empty: the row itself
    base::TextKey    text = {};
    base::Args       args = {};  // after line and path
};

// A member of the outermost object that is itself an object, or a list of objects.
struct Part {
    std::string_view   name;
    const base::Shape* shape               = nullptr;
    void*              object              = nullptr;  // filled again for each row
    void (*reset)(void* object)            = nullptr;
    bool                          many     = false;
    std::vector<std::string_view> required = {};  // fields that must be present, and not empty
    std::function<std::optional<RowFault>(std::uint32_t row)> finish = {};
    std::function<bool()> applies = {};  // of several parts with one name, the first that does is used; empty: always
};

template <class T>
Part part(std::string_view name, T& object, bool many)
{
    return {.name   = name,
            .shape  = &base::shape_of<T>(),
            .object = &object,
            .reset  = [](void* row) { *static_cast<T*>(row) = T{}; },
            .many   = many};
}

class Reader {
public:
    // All arguments must outlive the reader.
    Reader(const base::Shape& root, void* object, const std::vector<Part>& parts);

    // What people write is kept as base::tidied makes it: for files that come from outside.
    void tidies_texts() { tidies_ = true; }

    // Reads all bytes at once; the problem has line and path as its first two arguments.
    std::optional<base::Problem> read(std::string_view bytes);

    // --- piece by piece ---
    // How many of the bytes given to look_at() have been read: they may be freed. Call look_at() next, with the rest and
    // more bytes.
    std::size_t let_go();

    // The bytes to read next; `last` means that no more follow. They must stay in place until let_go().
    void look_at(std::string_view bytes, bool last);

    // Reads one row, or what lies between rows. A value is read in one go, once all of its bytes are there.
    enum class Step : std::uint8_t { going, wants_bytes, over };
    Step step();

    const std::optional<base::Problem>& problem() const { return problem_; }

    // Only in Part::finish: the line of the row's field; 0 if the row does not have it.
    std::uint32_t line_of(std::string_view field) const;

    // A problem at a place whose line is already known.
    static base::Problem problem_at(std::size_t line, std::string path, base::TextKey text, base::Args args);

    // --- the events of nlohmann's parser; false ends the reading ---
    bool null();
    bool boolean(bool value);
    bool number_integer(std::int64_t value);
    bool number_unsigned(std::uint64_t value);
    bool number_float(double value, const std::string& digits);
    bool string(std::string& value);
    template <class Binary>
    bool binary(const Binary&)
    {
        return false;
    }
    bool start_object(std::size_t);
    bool key(std::string& name);
    bool end_object();
    bool start_array(std::size_t);
    bool end_array();
    template <class Exception>
    bool parse_error(std::size_t, const std::string& token, const Exception& exception)
    {
        return syntax_fault(token, exception.id == 406);
    }

private:
    enum class In : std::uint8_t { object, rows, list, args, money, choice, unknown_object, unknown_list };
    struct Frame {
        In                    in;
        const base::Shape*    shape         = nullptr;
        void*                 object        = nullptr;
        const base::Choice*   choice        = nullptr;
        std::size_t           part          = none;  // the part that this is, or of which it is a row
        std::size_t           field         = none;  // of the shape; beyond: of parts_; none: unknown member
        std::uint64_t         seen          = 0;     // fields read so far, as bits
        std::uint32_t         index         = 0;     // of the next item of a list
        std::string           name          = {};    // of the member being read
        std::set<std::string> unknown_names = {};
    };
    struct Cursor {
        const char* at;
        const char* end;
    };
    struct Letters;  // iterates over the bytes, and shares its position
    struct Key;      // accepts one string: a member's name
    struct Nothing;  // accepts no value

    // What may come next, between values.
    enum class Next : std::uint8_t {
        start,
        name_or_end,
        name,
        colon,
        value,
        comma,
        row_or_end,
        row,
        row_comma,
        nothing
    };

    static constexpr std::size_t none = base::Shape::none;

    template <class Events>
    bool               parse(Events* events);
    bool               take();  // takes what may come next
    bool               take_value(Next then);
    bool               take_mark(char mark, Next then);
    bool               reads_value(char letter) const;
    bool               begins_rows(char letter) const;
    bool               is_whole();  // all of the value that begins here is in bytes_
    Frame&             top() { return frames_.back(); }
    void               note_line();      // of the field whose value comes next
    bool               keeps_unknown();  // true if the value goes into the unknown members
    bool               assign_number(std::int64_t value);
    bool               assign_text(std::string& value);
    bool               open(Frame frame);
    void               begin_row(const Part& part);
    bool               close_row();
    std::string&       unknown_text();
    void               before_unknown_value();
    const base::Field* field_here();
    bool               refuse(base::TextKey text, base::Args args = {});
    bool               refuse_type();
    bool               syntax_fault(const std::string& token, bool overflow);
    std::size_t        line() const;
    void               count_lines(std::size_t end) const;  // in the bytes before `end`
    std::string        path() const;

    const base::Shape&       root_;
    void*                    object_;
    const std::vector<Part>& parts_;

    std::string_view   bytes_;
    bool               last_   = false;
    bool               tidies_ = false;
    std::size_t        at_     = 0;  // read so far
    Cursor             cursor_{};    // of the value that is being read
    Next               next_ = Next::start;
    std::vector<Frame> frames_;
    bool               done_ = false;  // the outermost object is closed

    // How far is_whole() has searched for the end of the value that begins here.
    struct Scan {
        std::size_t at      = 0;
        std::size_t depth   = 0;
        bool        text    = false;
        bool        escaped = false;
    };
    Scan scan_;

    mutable std::size_t        counted_ = 0;  // lines are counted up to here
    mutable std::size_t        lines_   = 0;  // line breaks before counted_
    std::vector<std::uint32_t> field_lines_;  // of the row that is being read, by field; 0: not there
    const base::Shape*         row_shape_ = nullptr;

    std::optional<base::Problem> problem_;
};

// At most 40 bytes of a text, in a form that can be shown in a sentence.
std::string excerpt(std::string_view text);

}  // namespace codec
