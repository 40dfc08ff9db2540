// A modal form over a draft command. In each frame the page passes the draft's problems. Once the customer has tried to
// accept, the form shows each problem below its field; it accepts only a draft without problems.
//     ui::Form form(dialog, "renew.title", check(state, dialog.draft, context));
//     if (!form) return;
//     form.fact("service.domain", service.name);
//     form.number("years", "renew.years", dialog.draft.years, {.min = 1, .max = 10});
//     form.total("renew.total", ui::money(price));
//     if (form.accepted("action.renew")) store.dispatch(dialog.draft);
#pragma once
#include "base/problems.hpp"
#include "ui/controls/dialog.hpp"
#include "ui/fields/fields.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct Options;  // edit.hpp

struct NumberStyle {
    std::int64_t min  = 0;
    std::int64_t max  = 1'000'000;
    std::int64_t step = 1;
    Label        unit = {};  // after the number: "ans"
    Label        hint = {};
};

struct FieldStyle {
    Label     hint     = {};     // help sentence below the field
    bool      optional = false;  // "facultatif" beside the label
    Label     each     = {};     // of texts(): one field's name, where the label names them all
    TextStyle text     = {};
};

// One of the radio cards.
struct Choice {
    Label            words   = {};
    Label            hint    = {};
    std::string_view why_not = {};
    std::string_view end     = {};  // on the right, such as a price
};

class Form {
public:
    // `title` names the dialog. The page recomputes `problems` in each frame.
    Form(Dialog& dialog, Label title, base::Problems problems, DialogStyle style = {});
    ~Form();
    Form(const Form&)            = delete;
    Form& operator=(const Form&) = delete;

    explicit operator bool() const { return static_cast<bool>(scope_); }

    // Information that cannot be edited.
    void fact(Label label, std::string_view value);
    void words(Label words);
    void section(Label title);
    void notice(Tone tone, Label words);
    void compare(Label before, std::span<const std::string> old_lines, Label after,
                 std::span<const std::string> new_lines);
    void line(Label label, std::string_view amount);  // one line of a price
    void total(Label label, std::string_view amount, Label hint = {});

    // Fields. `field` is the name used in `problems`. True when the customer changed the value.
    bool number(std::string_view field, Label label, std::int32_t& value, NumberStyle style = {});
    bool number(std::string_view field, Label label, std::int64_t& value, NumberStyle style = {});
    bool text(std::string_view field, Label label, std::string& value, FieldStyle style = {});
    bool notes(std::string_view field, Label label, std::string& value, FieldStyle style = {});  // several lines
    bool checkbox(std::string_view field, Label label, bool& value, Label hint = {});
    bool choice(std::string_view field, Label label, int& chosen, std::span<const Choice> choices);
    bool select(std::string_view field, Label label, std::string& id, std::span<const Option> options,
                FieldStyle style = {});
    bool select(std::string_view field, Label label, std::string& id, const OptionSearch& options,
                FieldStyle style = {});
    // A list of `min` to `max` text fields named "EACH 1", "EACH 2"… The problems of item 2 (counted from 0) have the
    // field "FIELD.2", those of the whole list "FIELD". A text that `lines` reads as several is spread over as many fields.
    using InLines = std::vector<std::string> (*)(std::string_view pasted);
    bool texts(std::string_view field, Label label, std::vector<std::string>& values, int min, int max,
               FieldStyle style = {}, InLines lines = nullptr);
    // A button among the fields that fills them in: "Serveurs de l'hébergeur". True when pressed.
    bool fill_in(Label words, Icon icon = {});
    // Puts the focus into the first field, where the control that had it goes away.
    void focus_first();

    // True once the customer has tried to accept: problems are then shown.
    bool tried() const { return dialog_.touched; }

    // Draws the buttons; call last. True once, when the customer confirms a draft without problems; the dialog then
    // closes. With problems the focus goes to the first faulty field. A `why_not` disables the verb.
    bool accepted(Label verb, Kind kind = Kind::primary, std::string_view why_not = {});

private:
    bool select_from(std::string_view field, Label label, std::string& id, const Options& options, FieldStyle style);
    struct Field {
        std::string   name;
        std::uint32_t id;
    };
    std::string complaint(std::string_view field) const;  // translated; empty if there is none to show
    bool        edit(std::string_view field, Label label, std::string& value, const FieldStyle& style, int lines);
    void        label(Label words, bool optional = false);
    void        show_with(std::uint32_t id, bool complains);
    void        below(std::uint32_t id, std::string_view complaint, Label hint);
    void        drawn(std::string_view field, std::uint32_t id) { fields_.push_back({std::string(field), id}); }

    Dialog&            dialog_;
    base::Problems     problems_;
    DialogScope        scope_;
    std::vector<Field> fields_;  // in the order on screen
    bool entered_ = false;       // Enter was pressed in a field of one line, which accepts; in a number it does not
};

}  // namespace ui
