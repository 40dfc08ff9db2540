// Writes structs as JSON text in one canonical form: fields in their order, no blanks, unknown members last and as they
// were read.
#pragma once
#include "base/shape.hpp"

#include <string>
#include <string_view>

namespace codec {

// Appends a text in quotes. Escapes only what must be escaped.
void write_text(std::string& json, std::string_view text);
void write_number(std::string& json, std::int64_t number);
void write_money(std::string& json, base::Money amount);  // {"cents":1250,"currency":"EUR"}

// Whether to write fields that have their default value. Where a later program may have other defaults but must
// understand the same (a waiting command), all fields must be written.
enum class Fields : std::uint8_t { all, not_defaults };

// Appends {"id":"…",…}.
void write_object(std::string& json, const base::Shape& shape, const void* object, Fields which);

}  // namespace codec
