// A value computed from the customer's data, recomputed when the data, the day or the language changes. It is only a
// cache and may be dropped at any time.
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
    // `about` identifies the item, where one page shows one of many; another value recomputes.
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

    void forget() { value_.reset(); }  // recomputes at the next call

private:
    std::optional<Value> value_;
    std::uint64_t        revision_ = 0;
    base::Date           today_;
    base::Language       language_ = base::Language::fr;
    std::string          about_;
};

}  // namespace pages
