// Where each field of a struct lies and how it is written in JSON, from its fields(): so that reading and
// writing are one piece of code for all structs.
#pragma once
#include "base/date.hpp"
#include "base/enums.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/interned_text.hpp"
#include "base/money.hpp"
#include "base/unknown.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace codec {

enum class Form : std::uint8_t { boolean, int32, int64, word, text, id, date, instant, money, list };

struct Slot {
    std::string_view                  name;
    Form                              form   = Form::text;
    std::size_t                       offset = 0;   // from the struct's beginning
    std::span<const std::string_view> words  = {};  // of an enumeration, which is one byte

    template <class Value>
    Value& in(void* object) const
    {
        return *reinterpret_cast<Value*>(static_cast<char*>(object) + offset);
    }
    template <class Value>
    const Value& in(const void* object) const
    {
        return *reinterpret_cast<const Value*>(static_cast<const char*>(object) + offset);
    }
};

struct Slots {
    std::vector<Slot> fields;
    const void*       defaults      = nullptr;  // a struct of default values
    Slot              unknown       = {};       // the base::Unknown, where there is one
    bool              keeps_unknown = false;

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    // Looks at `hint` first: files list fields in the order of the struct.
    std::size_t find(std::string_view name, std::size_t hint = 0) const;
};

// Visits a struct and notes where its fields are.
class FindSlots {
public:
    FindSlots(Slots& slots, const void* object) : slots_(slots), object_(static_cast<const char*>(object)) {}

    void operator()(const char* name, bool& v) { add(name, Form::boolean, &v); }
    void operator()(const char* name, std::int32_t& v) { add(name, Form::int32, &v); }
    void operator()(const char* name, std::int64_t& v) { add(name, Form::int64, &v); }
    void operator()(const char* name, base::Date& v) { add(name, Form::date, &v); }
    void operator()(const char* name, base::Instant& v) { add(name, Form::instant, &v); }
    void operator()(const char* name, base::Money& v) { add(name, Form::money, &v); }
    void operator()(const char* name, std::string& v) { add(name, Form::text, &v); }
    void operator()(const char* name, base::InternedText& v) { add(name, Form::text, &v.value); }
    void operator()(const char* name, std::vector<std::string>& v) { add(name, Form::list, &v); }
    template <class Thing>
    void operator()(const char* name, base::Id<Thing>& v)
    {
        add(name, Form::id, &v.value);
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void operator()(const char* name, Enum& v)
    {
        static_assert(sizeof(Enum) == 1);
        add(name, Form::word, &v);
        slots_.fields.back().words = base::names_of<Enum>;
    }
    void rest(base::Unknown& v)
    {
        slots_.unknown.offset = offset_of(&v.json);
        slots_.keeps_unknown  = true;
    }

private:
    std::size_t offset_of(const void* field) const
    {
        return static_cast<std::size_t>(static_cast<const char*>(field) - object_);
    }
    void add(const char* name, Form form, const void* field)
    {
        slots_.fields.push_back({name, form, offset_of(field), {}});
    }

    Slots&      slots_;
    const char* object_;
};

template <class T>
const Slots& slots_of()
{
    static T           defaults{};
    static const Slots slots = [] {
        Slots     found;
        FindSlots find(found, &defaults);
        fields(find, defaults);
        found.defaults = &defaults;
        return found;
    }();
    return slots;
}

}  // namespace codec
