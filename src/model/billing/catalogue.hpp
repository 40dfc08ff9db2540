// What is sold, at which price, and by which rules each registry lets a domain live: data.
#pragma once
#include "model/billing/charge.hpp"
#include "model/billing/party.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace model {

// The days that follow the last paid day of a domain, and what a year costs, without VAT.
struct TldPolicy {
    std::string_view tld;  // without a dot
    int              grace_days          = 45;
    int              redemption_days     = 30;
    int              pending_delete_days = 5;
    int              max_years           = 10;  // in one renewal
    std::int64_t     year_cents          = 2490;
    std::int64_t     restore_cents       = 6000;   // once, on top, in redemption
    bool             gives_code          = true;   // its domains move by a code that their registrar gives out
    bool             validates           = true;   // the holder confirms a move by e-mail
    int              hold_days           = 60;     // nobody may move a domain so soon after it was bought or moved
    bool             offered             = false;  // may be the domain that comes with a hosting account
};

// Of the longest ending that the catalogue knows; unknown endings live by the generic rules.
// Requires a name in ASCII.
const TldPolicy& policy_of(std::string_view domain_name);

// Of all endings that the catalogue knows.
std::span<const TldPolicy> all_policies();

struct HostingPlan {
    int          kept_days  = 30;  // data is kept so long after the expiry
    int          max_years  = 10;
    std::int64_t year_cents = 6000;
};
inline constexpr HostingPlan hosting_plan;

// No service is paid further ahead than this.
inline constexpr int years_ahead = 10;

inline constexpr std::array<std::string_view, 2> host_nameservers{"ns1.host.example", "ns2.host.example"};

// Who sells, as invoices name it.
Party seller();

// What an amount without VAT costs a customer in France.
inline Charge charge_of_net(base::Money net)
{
    return {net, base::vat(net), base::french_vat_per_mille, VatCategory::standard};
}

// What was paid with French VAT, taken apart again: the inverse of charge_of_net().
Charge charge_of_total(base::Money total);

}  // namespace model
