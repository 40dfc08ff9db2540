// The second part of Reader: the begin and end of objects and lists, and the keys of members.
#include "codec/reader.hpp"
#include "codec/write.hpp"

#include <utility>

namespace codec {

bool Reader::open(Frame frame)
{
    if (frames_.size() >= max_depth) return refuse("account_file.too_deep", {std::int64_t{max_depth}});
    base::must(!frame.shape || frame.shape->fields.size() <= 64);  // Frame::seen has one bit per field
    frames_.push_back(std::move(frame));
    return true;
}

void Reader::begin_row(const Part& part)
{
    part.reset(part.object);
    row_shape_ = part.shape;
    field_lines_.assign(part.shape->fields.size(), 0);
}

bool Reader::start_object(std::size_t)
{
    note_line();
    if (frames_.empty()) return open({.in = In::object, .shape = &root_, .object = object_});
    if (keeps_unknown()) {
        before_unknown_value();
        unknown_text() += '{';
        return open({.in = In::unknown_object});
    }
    auto& outer = top();
    if (outer.in == In::rows) {
        const auto& part = parts_[outer.part];
        begin_row(part);
        return open({.in = In::object, .shape = part.shape, .object = part.object, .part = outer.part});
    }
    if (outer.in == In::choice) {
        const auto& held = outer.choice->alternatives[outer.field];
        held.hold(outer.object);
        return open({.in = In::object, .shape = held.shape, .object = static_cast<char*>(outer.object) + held.offset});
    }
    if (const auto* field = field_here()) {
        auto* object = &field->in<char>(outer.object);
        switch (field->form) {
        case base::Form::money:  return open({.in = In::money, .object = object});
        case base::Form::object: return open({.in = In::object, .shape = field->object, .object = object});
        case base::Form::choice: return open({.in = In::choice, .object = object, .choice = field->choice});
        default:                 return refuse_type();
        }
    }
    if (outer.in != In::object) return refuse_type();
    const auto  number = outer.field - root_.fields.size();
    const auto& part   = parts_[number];
    if (part.many) return refuse_type();
    begin_row(part);
    return open({.in = In::object, .shape = part.shape, .object = part.object, .part = number});
}

bool Reader::key(std::string& name)
{
    auto& frame = top();
    if (frame.in == In::unknown_object) {
        frame.name = name;
        if (!frame.unknown_names.insert(name).second) return refuse("account_file.duplicate_key", {excerpt(name)});
        if (frame.unknown_names.size() > 1) unknown_text() += ',';
        write_text(unknown_text(), name);
        unknown_text() += ':';
        return true;
    }
    if (frame.in == In::money) {
        frame.name       = name;
        const auto field = name == "cents" ? 1U : name == "currency" ? 2U : 0U;
        if (field == 0) return refuse("account_file.unknown_field", {excerpt(name)});
        if (frame.seen & field) return refuse("account_file.duplicate_key", {excerpt(name)});
        frame.seen |= field;
        return true;
    }
    if (frame.in == In::choice) {
        if (frame.field != none) {
            frame.name.clear();
            return refuse("account_file.wants_one");
        }
        frame.name  = name;
        frame.field = frame.choice->find(name);
        return frame.field != none || refuse("account_file.unknown_word", {excerpt(name)});
    }

    // 1. A field, or a part of the outermost object.
    auto field = frame.shape->find(name, frame.field == none ? 0 : frame.field + 1);
    if (field == none && frames_.size() == 1)
        for (std::size_t index = 0; index < parts_.size() && field == none; ++index)
            if (parts_[index].name == name && (!parts_[index].applies || parts_[index].applies()))
                field = root_.fields.size() + index;
    frame.name = std::move(name);
    if (field != none) {
        frame.field = field;
        if (frame.seen >> field & 1) return refuse("account_file.duplicate_key", {frame.name});
        frame.seen |= std::uint64_t{1} << field;
        return true;
    }

    // 2. An unknown member: kept if the struct has a place for it.
    frame.field = none;
    if (!frame.shape->keeps_unknown) return refuse("account_file.unknown_field", {excerpt(frame.name)});
    if (!frame.unknown_names.insert(frame.name).second)
        return refuse("account_file.duplicate_key", {excerpt(frame.name)});
    auto& unknown = unknown_text();
    unknown += unknown.empty() ? '{' : ',';
    write_text(unknown, frame.name);
    unknown += ':';
    return true;
}

bool Reader::end_object()
{
    auto& frame = top();
    if (frame.in == In::unknown_object) unknown_text() += '}';
    if (frame.in == In::money && frame.seen != 3) {
        frame.name.clear();
        return refuse("account_file.missing", {frame.seen & 1 ? "currency" : "cents"});
    }
    if (frame.in == In::choice && frame.field == none) return refuse("account_file.wants_one");
    if (frame.in == In::object && !close_row()) return false;
    frames_.pop_back();
    if (frames_.empty()) done_ = true;
    else if (top().in == In::rows) ++top().index;
    return true;
}

// A struct is complete: closes its unknown members; if it is a part, or a row of one, checks it.
bool Reader::close_row()
{
    auto& frame = top();
    if (!frame.unknown_names.empty()) unknown_text() += '}';
    if (frame.part == none) return true;
    frame.name.clear();
    const auto& part = parts_[frame.part];
    for (const auto name : part.required) {
        const auto  index = frame.shape->find(name);
        const auto& field = frame.shape->fields[index];
        const bool  text  = field.form == base::Form::text || field.form == base::Form::interned_text ||
                            field.form == base::Form::id;
        if ((frame.seen >> index & 1) == 0 || (text && field.in<std::string>(frame.object).empty()))
            return refuse("account_file.missing", {std::string(name)});
    }
    if (!part.finish) return true;
    const auto row   = part.many ? frames_[frames_.size() - 2].index : 0;
    auto       fault = part.finish(row);
    if (!fault) return true;

    // The row has been read already, so the fault is before the current position.
    frame.name    = fault->field;
    const auto at = line_of(fault->field);
    problem_      = problem_at(at == 0 ? line() : at, path(), fault->text, std::move(fault->args));
    return false;
}

bool Reader::start_array(std::size_t)
{
    note_line();
    if (keeps_unknown()) {
        before_unknown_value();
        unknown_text() += '[';
        return open({.in = In::unknown_list});
    }
    if (const auto* field = field_here()) {
        if (field->form == base::Form::args) {
            auto& args = field->in<base::Args>(top().object);
            args.clear();
            return open({.in = In::args, .object = &args});
        }
        if (field->form != base::Form::texts) return refuse_type();
        auto& list = field->in<std::vector<std::string>>(top().object);
        list.clear();
        return open({.in = In::list, .object = &list});
    }
    if (frames_.size() != 1 || top().field == none) return refuse_type();
    const auto number = top().field - root_.fields.size();
    if (!parts_[number].many) return refuse_type();
    return open({.in = In::rows, .part = number});
}

bool Reader::end_array()
{
    if (top().in == In::unknown_list) unknown_text() += ']';
    frames_.pop_back();
    return true;
}

}  // namespace codec
