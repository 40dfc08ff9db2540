// One small struct as JSON text and back, by its fields(): commands that wait, what is kept beside the tables.
#pragma once
#include "codec/reader.hpp"
#include "codec/write.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace codec {

template <class T>
std::string to_json(const T& value)
{
    std::string json;
    write_object(json, base::shape_of<T>(), &value, Fields::all);
    return json;
}

// Nothing when the text is not JSON, or anything in it is of another type. A field that is not there keeps its
// default; one that T does not know is kept where T has a base::Unknown, and refused where it has none.
template <class T>
std::optional<T> from_json(std::string_view json)
{
    T                       value{};
    const std::vector<Part> none;
    if (Reader(base::shape_of<T>(), &value, none).read(json)) return std::nullopt;
    return value;
}

}  // namespace codec
