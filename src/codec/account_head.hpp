// The members that identify a file as an account, beside the account itself.
#pragma once
#include "base/unknown.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace codec {

inline constexpr std::string_view account_format  = "guichet-account";
inline constexpr std::int32_t     account_version = 2;  // 1 is read too: model/earlier/schema_2.hpp

struct Head {
    std::string   format  = {};
    std::int32_t  version = 0;
    base::Unknown unknown = {};
};

template <class Visit>
constexpr void fields(Visit&& visit, Head& head)
{
    visit("format", head.format);
    visit("version", head.version);
    visit.rest(head.unknown);
}

}  // namespace codec
