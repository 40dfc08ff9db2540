#include "codec/reader.hpp"

#include "base/text.hpp"
#include "codec/write.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace codec {
namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r'; }

}  // namespace

// nlohmann's parser copies the iterator, so the position is shared through the cursor.
struct Reader::Letters {
    using iterator_category = std::input_iterator_tag;
    using value_type        = char;
    using difference_type   = std::ptrdiff_t;
    using pointer           = const char*;
    using reference         = const char&;

    Cursor*     cursor;
    const char& operator*() const { return *cursor->at; }
    Letters&    operator++()
    {
        ++cursor->at;
        return *this;
    }
    Letters operator++(int) { return ++*this; }
    bool    operator==(const Letters&) const { return cursor->at == cursor->end; }
    bool    operator!=(const Letters&) const { return cursor->at != cursor->end; }
};

// Accepts one string, which is the name of a member.
struct Reader::Key {
    Reader& reader;

    bool wrong() { return reader.syntax_fault({}, false); }
    bool null() { return wrong(); }
    bool boolean(bool) { return wrong(); }
    bool number_integer(std::int64_t) { return wrong(); }
    bool number_unsigned(std::uint64_t) { return wrong(); }
    bool number_float(double, const std::string&) { return wrong(); }
    bool string(std::string& name) { return reader.key(name); }
    template <class Binary>
    bool binary(const Binary&)
    {
        return wrong();
    }
    bool start_object(std::size_t) { return wrong(); }
    bool key(std::string&) { return wrong(); }
    bool end_object() { return wrong(); }
    bool start_array(std::size_t) { return wrong(); }
    bool end_array() { return wrong(); }
    template <class Exception>
    bool parse_error(std::size_t, const std::string& token, const Exception& exception)
    {
        return reader.syntax_fault(token, exception.id == 406);
    }
};

struct Reader::Nothing : Key {
    bool string(std::string&) { return wrong(); }
};

Reader::Reader(const base::Shape& root, void* object, const std::vector<Part>& parts)
    : root_(root), object_(object), parts_(parts)
{}

std::optional<base::Problem> Reader::read(std::string_view bytes)
{
    look_at(bytes, true);
    while (step() == Step::going) {}
    return problem_;
}

std::size_t Reader::let_go()
{
    // Count the lines of the bytes that go.
    count_lines(at_);
    const auto read = at_;
    counted_ -= read;
    scan_.at -= std::min(scan_.at, read);
    at_     = 0;
    bytes_  = {};
    cursor_ = {bytes_.data(), bytes_.data()};
    return read;
}

void Reader::look_at(std::string_view bytes, bool last)
{
    bytes_  = bytes;
    last_   = last;
    cursor_ = {bytes_.data(), bytes_.data() + bytes_.size()};
}

// --- between values ----------------------------------------------------------------

Reader::Step Reader::step()
{
    if (problem_) return Step::over;
    while (at_ < bytes_.size() && is_blank(bytes_[at_])) ++at_;
    const bool at_end = at_ == bytes_.size();
    if (at_end && !last_) return Step::wants_bytes;
    if (at_end && done_) return Step::over;
    if (!at_end && reads_value(bytes_[at_]) && !is_whole()) return Step::wants_bytes;
    scan_           = {};
    cursor_         = {bytes_.data() + at_, bytes_.data() + bytes_.size()};
    const bool good = take();
    at_             = static_cast<std::size_t>(cursor_.at - bytes_.data());
    if (good) return Step::going;
    if (!problem_) syntax_fault({}, false);
    return Step::over;
}

// True if a value that begins with this character is read in one go: not the outermost object, nor lists of rows.
bool Reader::reads_value(char letter) const
{
    switch (next_) {
    case Next::start:       return letter != '{';
    case Next::value:       return !begins_rows(letter);
    case Next::name_or_end:
    case Next::name:
    case Next::row_or_end:
    case Next::row:         return true;
    default:                return false;
    }
}

bool Reader::begins_rows(char letter) const
{
    const auto field = frames_.back().field;
    return letter == '[' && field != none && field >= root_.fields.size() && parts_[field - root_.fields.size()].many;
}

bool Reader::take()
{
    const char letter = cursor_.at == cursor_.end ? '\0' : *cursor_.at;
    switch (next_) {
    case Next::start:
        if (letter != '{') return parse(this);
        ++cursor_.at;
        next_ = Next::name_or_end;
        return start_object(0);
    case Next::name_or_end:
        if (letter == '}') break;
        [[fallthrough]];
    case Next::name: {
        Key names{*this};
        next_ = Next::colon;
        return parse(&names);
    }
    case Next::colon: return take_mark(':', Next::value);
    case Next::value:
        if (!begins_rows(letter)) return take_value(Next::comma);
        ++cursor_.at;
        next_ = Next::row_or_end;
        return start_array(0);
    case Next::comma:
        if (letter == '}') break;
        return take_mark(',', Next::name);
    case Next::row_or_end:
        if (letter == ']') break;
        [[fallthrough]];
    case Next::row: return take_value(Next::row_comma);
    case Next::row_comma:
        if (letter == ']') break;
        return take_mark(',', Next::row);
    case Next::nothing: {
        ++cursor_.at;
        return syntax_fault({}, false);
    }
    }
    ++cursor_.at;
    if (letter == ']') {
        next_ = Next::comma;
        return end_array();
    }
    next_ = Next::nothing;
    return end_object();
}

bool Reader::take_mark(char mark, Next then)
{
    if (cursor_.at == cursor_.end || *cursor_.at != mark) {
        Nothing nothing{{*this}};
        return parse(&nothing);
    }
    ++cursor_.at;
    next_ = then;
    return true;
}

bool Reader::take_value(Next then)
{
    const bool number = cursor_.at != cursor_.end && (*cursor_.at == '-' || (*cursor_.at >= '0' && *cursor_.at <= '9'));
    next_             = then;
    if (!parse(this)) return false;
    // To find the end of a number the parser reads the character after it: give that back.
    if (number && std::string_view("+-.0123456789Ee").find(cursor_.at[-1]) == std::string_view::npos) --cursor_.at;
    return true;
}

// Parses exactly one value.
template <class Events>
bool Reader::parse(Events* events)
{
    // At the beginning of its input the parser would skip a byte order mark.
    if (cursor_.at != cursor_.end && *cursor_.at == '\xef') {
        ++cursor_.at;
        return syntax_fault({}, false);
    }
    return nlohmann::json::sax_parse(Letters{&cursor_}, Letters{&cursor_}, events, nlohmann::json::input_format_t::json,
                                     false);
}

// True if all of the value that begins here is in bytes_, judging by brackets and quotes.
bool Reader::is_whole()
{
    if (last_) return true;
    auto& at = scan_.at;
    if (at <= at_) scan_ = {at_, 0, false, false};
    for (; at < bytes_.size(); ++at) {
        const char letter = bytes_[at];
        if (scan_.text) {
            if (scan_.escaped) scan_.escaped = false;
            else if (letter == '\\') scan_.escaped = true;
            else if (letter == '"') {
                scan_.text = false;
                if (scan_.depth == 0) return true;
            }
            continue;
        }
        switch (letter) {
        case '"': scan_.text = true; break;
        case '{':
        case '[': ++scan_.depth; break;
        case '}':
        case ']':
            if (scan_.depth <= 1) return true;
            --scan_.depth;
            break;
        default:
            // A number or a word ends at a comma or a blank.
            if (scan_.depth == 0 && (letter == ',' || is_blank(letter))) return true;
        }
    }
    return false;
}

// --- where we are ----------------------------------------------------------------

// Ignores the last character read: the parser reads one past the end of a number.
std::size_t Reader::line() const
{
    const auto read = static_cast<std::size_t>(cursor_.at - bytes_.data());
    count_lines(read == 0 ? 0 : read - 1);
    return 1 + lines_;
}

void Reader::count_lines(std::size_t end) const
{
    if (counted_ >= end) return;
    lines_ += static_cast<std::size_t>(std::count(bytes_.data() + counted_, bytes_.data() + end, '\n'));
    counted_ = end;
}

void Reader::note_line()
{
    if (frames_.empty()) return;
    const auto& frame = top();
    if (frame.in == In::object && frame.part != none && frame.field < field_lines_.size())
        field_lines_[frame.field] = static_cast<std::uint32_t>(line());
}

std::uint32_t Reader::line_of(std::string_view field) const
{
    const auto index = row_shape_ ? row_shape_->find(field) : none;
    return index < field_lines_.size() ? field_lines_[index] : 0;
}

std::string Reader::path() const
{
    std::string path = "$";
    for (const auto& frame : frames_) {
        // In an unknown list, `index` counts the current item already, in other lists only once it is read.
        if (frame.in == In::unknown_list) path += '[' + std::to_string(std::max(frame.index, 1U) - 1) + ']';
        else if (frame.in == In::rows || frame.in == In::list || frame.in == In::args)
            path += '[' + std::to_string(frame.index) + ']';
        else if (!frame.name.empty()) path += '.' + excerpt(frame.name);
    }
    return path;
}

base::Problem Reader::problem_at(std::size_t line, std::string path, base::TextKey text, base::Args args)
{
    args.insert(args.begin(), {static_cast<std::int64_t>(line), std::move(path)});
    return {{}, text, std::move(args)};
}

bool Reader::refuse(base::TextKey text, base::Args args)
{
    if (!problem_) problem_ = problem_at(line(), path(), text, std::move(args));
    return false;
}

bool Reader::syntax_fault(const std::string& token, bool overflow)
{
    if (done_) return refuse("account_file.trailing");
    if (overflow) return refuse("account_file.out_of_range", {excerpt(token)});
    if (last_ && cursor_.at == cursor_.end) {
        // The line where the input stops, even if its last line break was let go already.
        count_lines(bytes_.size());
        return refuse("account_file.truncated");
    }

    // Quote from the word at which the parser stopped to the end of the line.
    const auto is_word = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    };
    auto from = static_cast<std::size_t>(cursor_.at - bytes_.data()) - 1;
    while (from > 0 && is_word(bytes_[from]) && is_word(bytes_[from - 1])) --from;
    while (from > 0 && (bytes_[from] & 0xc0) == 0x80) --from;
    const auto rest = bytes_.substr(from);
    return refuse("account_file.not_json", {excerpt(rest.substr(0, rest.find('\n')))});
}

bool Reader::refuse_type()
{
    if (frames_.empty()) return refuse("account_file.wants_object");
    switch (top().in) {
    case In::rows:   return refuse("account_file.wants_object");
    case In::choice: return refuse("account_file.wants_object");
    case In::list:
    case In::args:   return refuse("account_file.wants_text");
    case In::money:
        return top().name == "cents" ? refuse("account_file.wants_number") : refuse("account_file.wants_text");
    default: break;
    }
    const auto* expected = field_here();
    if (!expected)
        return top().field != none && parts_[top().field - root_.fields.size()].many
                   ? refuse("account_file.wants_list")
                   : refuse("account_file.wants_object");
    switch (expected->form) {
    case base::Form::boolean: return refuse("account_file.wants_boolean");
    case base::Form::int32:
    case base::Form::int64:   return refuse("account_file.wants_number");
    case base::Form::texts:
    case base::Form::args:    return refuse("account_file.wants_list");
    case base::Form::money:
    case base::Form::object:
    case base::Form::choice:  return refuse("account_file.wants_object");
    default:                  return refuse("account_file.wants_text");
    }
}

}  // namespace codec
