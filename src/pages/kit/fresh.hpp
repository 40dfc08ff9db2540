// Something worked out from the customer's data, kept until the data, the day or the language changes.
// It is a copy of nothing: it can be thrown away at any time.
#pragma once
#include "pages/kit/screen.hpp"
#include "store/store.hpp"
#include "ui/core/context.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace pages {

template <class Value>
class Fresh {
public:
    // `about`: of which thing it is, where one page shows one of many.
    template <class Work>
    const Value& of(const Screen& screen, Work work, std::string_view about = {})
    {
        const auto revision = screen.store.revision();
        if (!value_ || revision_ != revision || today_ != screen.today || language_ != ui::context().language ||
            about_ != about) {
            value_    = work();
            revision_ = revision;
            today_    = screen.today;
            language_ = ui::context().language;
            about_    = about;
        }
        return *value_;
    }

    void forget() { value_.reset(); }  // what was worked out so far is not the last word

private:
    std::optional<Value> value_;
    std::uint64_t        revision_ = 0;
    base::Date           today_;
    base::Language       language_ = base::Language::fr;
    std::string          about_;
};

}  // namespace pages
