// Who the customer is.
#pragma once
#include "base/date.hpp"
#include "base/texts.hpp"
#include "base/unknown.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace model {

enum class Civility : std::uint8_t { none, mr, mrs };
constexpr std::array<std::string_view, 3> enum_names(Civility) { return {"none", "mr", "mrs"}; }

enum class CustomerKind : std::uint8_t { individual, company, association, administration };
constexpr std::array<std::string_view, 4> enum_names(CustomerKind)
{
    return {"individual", "company", "association", "administration"};
}

struct Profile {
    std::string    account;  // "C-204518"
    CustomerKind   kind     = CustomerKind::individual;
    Civility       civility = Civility::none;
    std::string    first_name;
    std::string    last_name;
    std::string    company;
    std::string    email;
    std::string    phone;  // E.164: "+33199000000"
    std::string    address;
    std::string    postal_code;
    std::string    city;
    std::string    country;  // ISO 3166-1: "FR"
    base::Language language = base::Language::fr;
    base::Date     card_until;  // the last day on which the card can be charged; not set: there is no such day
    base::Unknown  unknown;

    bool operator==(const Profile&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Profile& p)
{
    visit("account", p.account);
    visit("kind", p.kind);
    visit("civility", p.civility);
    visit("first_name", p.first_name);
    visit("last_name", p.last_name);
    visit("company", p.company);
    visit("email", p.email);
    visit("phone", p.phone);
    visit("address", p.address);
    visit("postal_code", p.postal_code);
    visit("city", p.city);
    visit("country", p.country);
    visit("language", p.language);
    visit("card_until", p.card_until);
    visit.rest(p.unknown);
}

}  // namespace model
