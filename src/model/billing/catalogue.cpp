#include "model/billing/catalogue.hpp"

namespace model {
namespace {

// The endings of the French registry live by the same rules and cost the same.
constexpr TldPolicy french(std::string_view tld) { return {tld, 0, 30, 0, 10, 850, 4000, true, false, 0, tld == "fr"}; }

// No grace, and a longer redemption.
constexpr TldPolicy european(std::string_view tld, int max_years, int year_cents, int restore_cents, bool gives_code)
{
    return {tld, 0, 40, 0, max_years, year_cents, restore_cents, gives_code, false, 0, tld == "eu"};
}

constexpr TldPolicy policies[] = {
    french("fr"),
    french("re"),
    french("pm"),
    french("tf"),
    french("wf"),
    french("yt"),
    // The Belgian registry sends its codes to the holders itself.
    european("eu", 10, 950, 4000, true),
    european("be", 1, 990, 4500, false),
    european("ch", 1, 1190, 4500, true),
    // Generic ones differ from each other in their price, and in what is offered.
    {.tld = "com", .year_cents = 1090, .offered = true},
    {.tld = "net", .year_cents = 1290, .offered = true},
    {.tld = "org", .year_cents = 1190, .offered = true},
    {.tld = "info", .year_cents = 1890},
    {.tld = "biz", .year_cents = 1790},
    {.tld = "bzh", .year_cents = 3990},
    {.tld = "paris", .year_cents = 3690},
    {.tld = "shop", .year_cents = 2990},
    {.tld = "dev", .year_cents = 1490},
    {.tld = "io", .year_cents = 4490},
};

constexpr TldPolicy generic;

bool ends_with_tld(std::string_view name, std::string_view tld)
{
    return name.size() > tld.size() && name.back() == tld.back() && name.ends_with(tld) &&
           name[name.size() - tld.size() - 1] == '.';
}

}  // namespace

const TldPolicy& policy_of(std::string_view domain_name)
{
    const TldPolicy* best = &generic;
    for (const auto& policy : policies)
        if (policy.tld.size() > best->tld.size() && ends_with_tld(domain_name, policy.tld)) best = &policy;
    return *best;
}

std::span<const TldPolicy> all_policies() { return policies; }

Party seller()
{
    return {.name        = "Hébergeur de démonstration",
            .contact     = {},
            .address     = "1 rue de l’Exemple",
            .postal_code = "75000",
            .city        = "Paris",
            .country     = "FR",
            .siren       = "000000000",
            .vat_number  = "FR00000000000",
            .email       = "facturation@host.example"};
}

Charge charge_of_total(base::Money total)
{
    // VAT moves the total by less than half a cent from 1.2 times the net price, so the nearest cent is the right one.
    constexpr std::int64_t whole = 1000, with_vat = whole + base::french_vat_per_mille;
    const auto             twice = 2 * total.cents * whole;
    const base::Money      net{(twice + (twice < 0 ? -with_vat : with_vat)) / (2 * with_vat), total.currency};
    return {net, total - net, base::french_vat_per_mille, VatCategory::standard};
}

}  // namespace model
