// The fields of a struct as data, made from its fields() function. Table columns (table/schema.hpp) and JSON (codec) are
// both made from it, so one piece of code reads and writes all structs.
//
// A struct T takes part by a function in its own namespace:
//
//     template <class Visit> constexpr void fields(Visit&& visit, Invoice& i)
//     {
//         visit("id", i.id);
//         visit("seller", i.seller);         // a struct with fields() of its own
//         visit.choice("detail", i.detail);  // a std::variant of structs with fields() and a static `word`
//         visit.rest(i.unknown);             // unknown members; last, and not in a struct that is part of another
//     }
#pragma once
#include "base/arg.hpp"
#include "base/bounds.hpp"
#include "base/date.hpp"
#include "base/enums.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/interned_text.hpp"
#include "base/money.hpp"
#include "base/must.hpp"
#include "base/unknown.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace base {

// The type of a field. An enumeration is one byte; Field::words has its words.
enum class Form : std::uint8_t {
    boolean,
    enumeration,
    int32,
    int64,
    date,
    instant,
    money,
    text,
    interned_text,
    id,
    texts,   // std::vector<std::string>
    args,    // base::Args
    object,  // another struct
    choice,  // one of several structs
};

struct Shape;
struct Choice;

struct Field {
    std::string_view                  name;
    Form                              form   = Form::text;
    std::size_t                       offset = 0;        // from the beginning of its struct
    std::span<const std::string_view> words  = {};       // of an enumeration
    const Shape*                      object = nullptr;  // of an object
    const Choice*                     choice = nullptr;  // of a choice
    Bounds                            bounds = {};       // of a number, a date, an instant, the cents of money

    template <class Value>
    Value& in(void* of) const
    {
        return *reinterpret_cast<Value*>(static_cast<char*>(of) + offset);
    }
    template <class Value>
    const Value& in(const void* of) const
    {
        return *reinterpret_cast<const Value*>(static_cast<const char*>(of) + offset);
    }
};

struct Shape {
    std::vector<Field> fields        = {};
    const void*        defaults      = nullptr;  // a default-constructed struct, which lives as long as the program
    bool               keeps_unknown = false;
    Field              unknown       = {};  // the text of its base::Unknown, if keeps_unknown

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    // Looks at `hint` first: files list fields in the order of the struct.
    std::size_t find(std::string_view name, std::size_t hint = 0) const;
};

// A std::variant with its type erased.
struct Choice {
    struct Alternative {
        std::string_view word;
        const Shape*     shape      = nullptr;
        std::size_t      offset     = 0;        // of the struct, from the beginning of the variant that holds it
        void (*hold)(void* variant) = nullptr;  // makes the variant hold this one, with default values
    };
    std::vector<Alternative> alternatives    = {};  // in the order of the variant: their numbers are stored
    std::size_t (*held)(const void* variant) = nullptr;

    std::size_t find(std::string_view word) const;  // Shape::none when there is none
};

template <class T>
const Shape& shape_of();

template <class... Alternatives>
const Choice& choice_of(const std::variant<Alternatives...>*);

// The visitor that fills in a Shape.
class ShapeMaker {
public:
    ShapeMaker(Shape& shape, const void* object) : shape_(shape), object_(static_cast<const char*>(object)) {}

    void operator()(const char* name, bool& v) { add(name, Form::boolean, &v); }
    void operator()(const char* name, std::int32_t& v) { add(name, Form::int32, &v); }
    void operator()(const char* name, std::int64_t& v) { add(name, Form::int64, &v); }
    void operator()(const char* name, Date& v) { add(name, Form::date, &v); }
    void operator()(const char* name, Instant& v) { add(name, Form::instant, &v); }
    void operator()(const char* name, Money& v) { add(name, Form::money, &v); }
    void operator()(const char* name, std::string& v) { add(name, Form::text, &v); }
    void operator()(const char* name, InternedText& v) { add(name, Form::interned_text, &v.value); }
    void operator()(const char* name, std::vector<std::string>& v) { add(name, Form::texts, &v); }
    void operator()(const char* name, Args& v) { add(name, Form::args, &v); }
    template <class Thing>
    void operator()(const char* name, Id<Thing>& v)
    {
        add(name, Form::id, &v.value);
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void operator()(const char* name, Enum& v)
    {
        static_assert(sizeof(Enum) == 1);
        add(name, Form::enumeration, &v).words = names_of<Enum>;
    }
    template <class Object>
        requires std::is_class_v<Object>
    void operator()(const char* name, Object& v)
    {
        add_object(add(name, Form::object, &v), shape_of<Object>());
    }
    template <class... Alternatives>
    void choice(const char* name, std::variant<Alternatives...>& v)
    {
        add_choice(add(name, Form::choice, &v), choice_of(&v));
    }
    void rest(Unknown& v);

private:
    Field&      add(const char* name, Form form, const void* member);
    static void add_object(Field& field, const Shape& object);
    static void add_choice(Field& field, const Choice& choice);
    std::size_t offset_of(const void* member) const
    {
        return static_cast<std::size_t>(static_cast<const char*>(member) - object_);
    }

    Shape&      shape_;
    const char* object_;
};

template <class T>
const Shape& shape_of()
{
    static T           defaults{};
    static const Shape shape = [] {
        Shape found;
        found.defaults = &defaults;
        fields(ShapeMaker(found, &defaults), defaults);
        return found;
    }();
    return shape;
}

template <class Variant, std::size_t Number>
Choice::Alternative alternative_of()
{
    using Struct = std::variant_alternative_t<Number, Variant>;
    Variant     probe(std::in_place_index<Number>);
    const auto* held = reinterpret_cast<const char*>(&std::get<Number>(probe));
    return {Struct::word, &shape_of<Struct>(), static_cast<std::size_t>(held - reinterpret_cast<const char*>(&probe)),
            [](void* variant) { static_cast<Variant*>(variant)->template emplace<Number>(); }};
}

// The pointer only selects the type.
template <class... Alternatives>
const Choice& choice_of(const std::variant<Alternatives...>*)
{
    using Variant = std::variant<Alternatives...>;
    static_assert(sizeof...(Alternatives) < 256, "its number is stored in one byte");
    static const Choice choice = []<std::size_t... Number>(std::index_sequence<Number...>) {
        return Choice{{alternative_of<Variant, Number>()...},
                      [](const void* variant) { return static_cast<const Variant*>(variant)->index(); }};
    }(std::index_sequence_for<Alternatives...>());
    return choice;
}

}  // namespace base
