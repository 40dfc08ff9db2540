// Converts one small struct to JSON text and back, by its fields(): waiting commands, and data kept beside the tables.
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

// Nothing if the text is not JSON or a value has the wrong type. A field that is missing keeps its default; one that T
// does not have is kept if T has a base::Unknown, else it is refused.
template <class T>
std::optional<T> from_json(std::string_view json)
{
    T                       value{};
    const std::vector<Part> none;
    if (Reader(base::shape_of<T>(), &value, none).read(json)) return std::nullopt;
    return value;
}

}  // namespace codec
