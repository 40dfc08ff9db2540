// Reads what people paste for what it means: a web address for the domain in it, a name with its address for the e-mail. What is read is
// cleaned of what was copied along (quotes, blanks, a final dot), and never shortened to fit.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace base {

// The words to be found, folded, each once: « https://www.exemple.fr/page », « contact@exemple.fr » and « "exemple.fr". » all look for
// exemple.fr.
std::vector<std::string> search_words(std::string_view typed);

// A domain name, in lower case as far as it is ASCII: of "https://www.Exemple.fr/page", "contact@exemple.fr" and « exemple.fr. »
// "exemple.fr". What is no name is returned as it is, but for blanks and signs that do not show.
std::string pasted_domain(std::string_view typed);

// As pasted_domain(), for a host: "www." stays.
std::string pasted_host(std::string_view typed);

// The hosts with their IP addresses in a list separated by blanks, line ends, commas or semicolons, one line each: of
// "ns1.a.fr (192.0.2.1), ns2.a.fr" "ns1.a.fr 192.0.2.1" and "ns2.a.fr".
std::vector<std::string> pasted_hosts(std::string_view typed);

// An e-mail address: of "mailto:jean@exemple.fr" and "Jean <jean@exemple.fr>" "jean@exemple.fr".
std::string pasted_email(std::string_view typed);

// A customer's number: of "c 204518", "C–204518" and "204518" "C-204518".
std::string pasted_account(std::string_view typed);

// A code that a registrar gives out: without blanks and line ends at its ends, with ASCII's own dash.
std::string pasted_code(std::string_view typed);

// A whole number: of "12", "12 ans", "1 000" and full-width digits. Empty if there is none, or something else beside it.
std::string pasted_number(std::string_view typed);

}  // namespace base
