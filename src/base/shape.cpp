#include "base/shape.hpp"

#include <algorithm>

namespace base {
namespace {

Bounds bounds_of(Form form, std::string_view name)
{
    switch (form) {
    case Form::int32:   return name == "years" ? years_bounds : int32_bounds;
    case Form::date:    return date_bounds;
    case Form::instant: return instant_bounds;
    case Form::money:   return cents_bounds;
    default:            return {};
    }
}

}  // namespace

std::size_t Shape::find(std::string_view name, std::size_t hint) const
{
    for (auto index = hint; index < fields.size(); ++index)
        if (fields[index].name == name) return index;
    for (std::size_t index = 0; index < hint && index < fields.size(); ++index)
        if (fields[index].name == name) return index;
    return none;
}

std::size_t Choice::find(std::string_view word) const
{
    const auto found = std::ranges::find(alternatives, word, &Alternative::word);
    return found == alternatives.end() ? Shape::none : static_cast<std::size_t>(found - alternatives.begin());
}

Field& ShapeMaker::add(const char* name, Form form, const void* member)
{
    must(!shape_.keeps_unknown);  // rest() must be visited last
    return shape_.fields.emplace_back(
        Field{.name = name, .form = form, .offset = offset_of(member), .bounds = bounds_of(form, name)});
}

void ShapeMaker::add_object(Field& field, const Shape& object)
{
    must(!object.keeps_unknown);
    field.object = &object;
}

void ShapeMaker::add_choice(Field& field, const Choice& choice)
{
    for (const auto& alternative : choice.alternatives) must(!alternative.shape->keeps_unknown);
    field.choice = &choice;
}

void ShapeMaker::rest(Unknown& v)
{
    shape_.keeps_unknown  = true;
    shape_.unknown.offset = offset_of(&v.json);
}

}  // namespace base
