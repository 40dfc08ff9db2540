// A seller or a buyer, as named on a document on its day.
#pragma once
#include <string>

namespace model {

struct Profile;

struct Party {
    std::string name;
    std::string contact;  // a person, if `name` is a company
    std::string address;
    std::string postal_code;
    std::string city;
    std::string country;  // ISO 3166-1: "FR"
    std::string siren;
    std::string vat_number;
    std::string email;

    bool operator==(const Party&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Party& p)
{
    visit("name", p.name);
    visit("contact", p.contact);
    visit("address", p.address);
    visit("postal_code", p.postal_code);
    visit("city", p.city);
    visit("country", p.country);
    visit("siren", p.siren);
    visit("vat_number", p.vat_number);
    visit("email", p.email);
}

Party party_of(const Profile&);

}  // namespace model
