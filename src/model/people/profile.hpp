// The customer's profile: the only row of its table.
#pragma once
#include "base/date.hpp"
#include "base/id.hpp"
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
    base::Id<Profile> id;  // "C-204518"
    CustomerKind      kind     = CustomerKind::individual;
    Civility          civility = Civility::none;
    std::string       first_name;
    std::string       last_name;
    std::string       company;
    std::string       siren;       // of a French company
    std::string       vat_number;  // "FR40123456789"
    std::string       email;
    std::string       phone;  // E.164: "+33199000000"
    std::string       address;
    std::string       postal_code;
    std::string       city;
    std::string       country;  // ISO 3166-1: "FR"
    base::Language    language = base::Language::fr;
    base::Date        card_until;  // the last day on which the card can be charged; not set: no limit
    base::Unknown     unknown;

    bool operator==(const Profile&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Profile& p)
{
    visit("account", p.id);
    visit("kind", p.kind);
    visit("civility", p.civility);
    visit("first_name", p.first_name);
    visit("last_name", p.last_name);
    visit("company", p.company);
    visit("siren", p.siren);
    visit("vat_number", p.vat_number);
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

// Members of an account file that this program does not know, as a JSON object: kept, and written back.
inline constexpr std::string_view account_members = "account";  // the id of the row with the members of the file itself

struct Extra {
    base::Id<Extra> id;
    std::string     json;

    bool operator==(const Extra&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Extra& e)
{
    visit("id", e.id);
    visit("json", e.json);
}

}  // namespace model
