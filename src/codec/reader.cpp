#include "codec/reader.hpp"

#include "base/text.hpp"
#include "codec/write.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace codec {

// nlohmann's parser keeps its own copy of the iterator: the position is shared through the cursor.
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

Reader::Reader(std::string_view bytes, const Slots& root, void* object, const std::vector<Part>& parts)
    : bytes_(bytes), root_(root), object_(object), parts_(parts)
{}

bool Reader::parse()
{
    cursor_ = {bytes_.data(), bytes_.data() + bytes_.size()};
    frames_.clear();
    done_ = false;
    return nlohmann::json::sax_parse(Letters{&cursor_}, Letters{&cursor_}, this) && frames_.empty();
}

std::optional<base::Problem> Reader::read()
{
    problem_.reset();
    parse();
    return std::move(problem_);
}

std::size_t Reader::find_line(const Place& place)
{
    wanted_     = place;
    found_line_ = 0;
    parse();
    return found_line_;
}

// --- where we are ----------------------------------------------------------------

// The last letter read does not count: a number is known to end only by what follows it.
std::size_t Reader::line() const
{
    const auto* last = std::max(bytes_.data(), cursor_.at - 1);
    return 1 + static_cast<std::size_t>(std::count(bytes_.data(), last, '\n'));
}

std::string Reader::path() const
{
    std::string path = "$";
    for (const auto& frame : frames_) {
        // An unknown list counts an item before it is read, the others when it is.
        if (frame.in == In::unknown_list) path += '[' + std::to_string(std::max(frame.index, 1U) - 1) + ']';
        else if (frame.in == In::rows || frame.in == In::list) path += '[' + std::to_string(frame.index) + ']';
        else if (!frame.name.empty()) path += '.' + excerpt(frame.name);
    }
    return path;
}

base::Problem Reader::problem_at(std::size_t line, std::string path, base::TextKey text, std::vector<std::string> args)
{
    args.insert(args.begin(), {std::to_string(line), std::move(path)});
    return {{}, text, std::move(args)};
}

bool Reader::refuse(base::TextKey text, std::vector<std::string> args)
{
    if (!problem_) problem_ = problem_at(line(), path(), text, std::move(args));
    return false;
}

bool Reader::syntax_fault(const std::string& token, bool overflow)
{
    if (done_) return refuse("account_file.trailing");
    if (overflow) return refuse("account_file.out_of_range", {excerpt(token)});
    if (cursor_.at == cursor_.end) return refuse("account_file.truncated");

    // From the word in which the parser stopped to the end of the line.
    const auto is_word = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    };
    auto       from    = static_cast<std::size_t>(cursor_.at - bytes_.data()) - 1;
    while (from > 0 && is_word(bytes_[from]) && is_word(bytes_[from - 1])) --from;
    while (from > 0 && (bytes_[from] & 0xc0) == 0x80) --from;
    const auto rest = bytes_.substr(from);
    return refuse("account_file.not_json", {excerpt(rest.substr(0, rest.find('\n')))});
}

bool Reader::refuse_type()
{
    if (frames_.empty()) return refuse("account_file.wants_object");
    switch (top().in) {
    case In::rows:  return refuse("account_file.wants_object");
    case In::list:  return refuse("account_file.wants_text");
    case In::money:
        return top().name == "cents" ? refuse("account_file.wants_number") : refuse("account_file.wants_text");
    default:        break;
    }
    const auto* expected = slot();
    if (!expected)
        return top().field != none && parts_[top().field - root_.fields.size()].many
                   ? refuse("account_file.wants_list")
                   : refuse("account_file.wants_object");
    switch (expected->form) {
    case Form::boolean: return refuse("account_file.wants_boolean");
    case Form::int32:
    case Form::int64:   return refuse("account_file.wants_number");
    case Form::list:    return refuse("account_file.wants_list");
    case Form::money:   return refuse("account_file.wants_object");
    default:            return refuse("account_file.wants_text");
    }
}

// --- values ------------------------------------------------------------------------

// The field that a value now being read belongs to; null where it belongs to none.
const Slot* Reader::slot()
{
    if (frames_.empty() || top().in != In::object || top().field >= top().slots->fields.size()) return nullptr;
    return &top().slots->fields[top().field];
}

bool Reader::keeps_unknown()
{
    if (frames_.empty()) return false;
    const auto in = top().in;
    return in == In::unknown_object || in == In::unknown_list || (in == In::object && top().field == none);
}

// All unknown members of one struct, nested ones included, go into one text.
std::string& Reader::unknown_text()
{
    auto frame = frames_.rbegin();
    while (frame->in != In::object) ++frame;
    return frame->slots->unknown.in<std::string>(frame->object);
}

void Reader::before_unknown_value()
{
    if (top().in == In::unknown_list && top().index++ > 0) unknown_text() += ',';
}

// Also stops where find_line wants to.
bool Reader::fits()
{
    if (!wanted_ || frames_.empty() || top().part != wanted_->part || top().in != In::object) return true;
    const bool row = !parts_[wanted_->part].many || frames_[frames_.size() - 2].index == wanted_->row;
    if (!row || top().name != wanted_->field) return true;
    found_line_ = line();
    return false;
}

bool Reader::null()
{
    if (!keeps_unknown()) return refuse_type();
    before_unknown_value();
    unknown_text() += "null";
    return true;
}

bool Reader::boolean(bool value)
{
    if (!fits()) return false;
    if (keeps_unknown()) {
        before_unknown_value();
        unknown_text() += value ? "true" : "false";
        return true;
    }
    const auto* field = slot();
    if (!field || field->form != Form::boolean) return refuse_type();
    field->in<bool>(top().object) = value;
    return true;
}

bool Reader::number_integer(std::int64_t value)
{
    if (!fits()) return false;
    if (keeps_unknown()) {
        before_unknown_value();
        unknown_text() += std::to_string(value);
        return true;
    }
    return assign_number(value);
}

bool Reader::number_unsigned(std::uint64_t value)
{
    if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return number_integer(static_cast<std::int64_t>(value));
    return number_float(0, std::to_string(value));
}

bool Reader::number_float(double, const std::string& digits)
{
    if (!fits()) return false;
    if (keeps_unknown()) {
        before_unknown_value();
        unknown_text() += digits;
        return true;
    }
    const auto* field  = slot();
    const bool  number = field ? field->form == Form::int32 || field->form == Form::int64
                               : !frames_.empty() && top().in == In::money && top().name == "cents";
    if (number && digits.find_first_not_of("-0123456789") == std::string::npos)
        return refuse("account_file.out_of_range", {excerpt(digits)});
    return refuse_type();
}

bool Reader::assign_number(std::int64_t value)
{
    if (!frames_.empty() && top().in == In::money && top().name == "cents") {
        static_cast<base::Money*>(top().object)->cents = value;
        return true;
    }
    const auto* field = slot();
    if (!field || (field->form != Form::int32 && field->form != Form::int64)) return refuse_type();
    if (field->form == Form::int64) {
        field->in<std::int64_t>(top().object) = value;
        return true;
    }
    if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max())
        return refuse("account_file.out_of_range", {std::to_string(value)});
    field->in<std::int32_t>(top().object) = static_cast<std::int32_t>(value);
    return true;
}

bool Reader::string(std::string& value)
{
    if (!fits()) return false;
    if (keeps_unknown()) {
        before_unknown_value();
        write_text(unknown_text(), value);
        return true;
    }
    if (frames_.empty()) return refuse_type();
    if (value.size() > max_text_bytes) return refuse("account_file.too_long", {std::to_string(max_text_bytes)});
    if (top().in == In::list) {
        static_cast<std::vector<std::string>*>(top().object)->push_back(std::move(value));
        ++top().index;
        return true;
    }
    if (top().in == In::money && top().name == "currency") {
        const auto currency = base::find_enum<base::Currency>(value);
        if (!currency) return refuse("account_file.unknown_word", {excerpt(value)});
        static_cast<base::Money*>(top().object)->currency = *currency;
        return true;
    }
    return assign_text(value);
}

bool Reader::assign_text(std::string& value)
{
    const auto* field = slot();
    if (!field) return refuse_type();
    auto* object = top().object;
    switch (field->form) {
    case Form::text: field->in<std::string>(object) = std::move(value); return true;
    case Form::id:
        if (value.empty() || value.size() > max_id_bytes || std::any_of(value.begin(), value.end(), [](char letter) {
                return static_cast<unsigned char>(letter) < 0x20;
            }))
            return refuse("account_file.bad_id", {std::to_string(max_id_bytes)});
        field->in<std::string>(object) = std::move(value);
        return true;
    case Form::word: {
        const auto found = std::find(field->words.begin(), field->words.end(), value);
        if (found == field->words.end()) return refuse("account_file.unknown_word", {excerpt(value)});
        field->in<std::uint8_t>(object) = static_cast<std::uint8_t>(found - field->words.begin());
        return true;
    }
    case Form::date: {
        const auto date = base::parse_date(value);
        if (!date) return refuse("account_file.bad_date", {excerpt(value)});
        field->in<base::Date>(object) = *date;
        return true;
    }
    case Form::instant: {
        const auto instant = base::parse_instant(value);
        if (!instant) return refuse("account_file.bad_instant", {excerpt(value)});
        field->in<base::Instant>(object) = *instant;
        return true;
    }
    default: return refuse_type();
    }
}

std::string excerpt(std::string_view text)
{
    constexpr std::size_t most = 40;
    std::string           shown;
    for (const char letter : text.substr(0, most)) shown += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    while (!base::is_valid_utf8(shown)) shown.pop_back();
    if (text.size() > most) shown += "…";
    return shown;
}

}  // namespace codec
