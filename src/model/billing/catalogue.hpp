// What is sold, at which price from which day on, and by which rules each registry lets a domain live: data, which rules are
// handed with the day. The company's own stands in assets/catalogue.json.
#pragma once
#include "base/date.hpp"
#include "model/billing/charge.hpp"
#include "model/billing/party.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace model {

// Something that is so from a day on: cents without VAT, or per mille.
struct From {
    base::Date   day;
    std::int64_t amount = 0;
};

// The earliest first, one at least. What was before it is as it says.
using Since = std::span<const From>;

std::int64_t amount_on(base::Date day, Since);

// The days that follow the last paid day of a domain, and what it costs.
struct TldPolicy {
    std::string_view tld;  // in ASCII, without a dot; empty: of endings that are not named
    int              grace_days          = 0;
    int              redemption_days     = 0;
    int              pending_delete_days = 0;
    int              max_years           = 0;  // in one renewal
    Since            year;
    Since            restore;             // once, on top, in redemption
    bool             gives_code = false;  // its domains move by a code that their registrar gives out
    bool             validates  = false;  // the holder confirms a move by e-mail
    int              hold_days  = 0;      // nobody may move a domain so soon after it was bought or moved
    bool             offered    = false;  // may be the domain that comes with a hosting account
    std::string_view letters;             // that names may have beyond ASCII; empty: letters of any one script
};

struct HostingPlan {
    int   kept_days = 0;  // data is kept so long after the expiry
    int   max_years = 0;
    Since year;
};

struct VatRate {
    std::string_view country;  // ISO 3166-1: "FR"
    Since            per_mille;
};

// Texts and lists are of whoever made it, and outlive it.
struct Catalogue {
    Party                             seller;  // as invoices name it
    std::span<const std::string_view> nameservers;
    int                               years_ahead = 0;  // no service is paid further ahead
    std::span<const VatRate>          vat;
    HostingPlan                       hosting;
    TldPolicy                         other;     // of endings that are not named
    std::span<const TldPolicy>        policies;  // of those that are

    // Of the longest ending that is named. Requires a name in ASCII.
    const TldPolicy& policy_of(std::string_view domain_name) const;
};

// A day, and the catalogue that holds on it: what rules are told of the time. The catalogue outlives it.
class Day {
public:
    Day(base::Date date, const Catalogue& catalogue) : date_(date), catalogue_(&catalogue) {}
    operator base::Date() const { return date_; }

    base::Date       date() const { return date_; }
    const Catalogue& catalogue() const { return *catalogue_; }
    const TldPolicy& policy_of(std::string_view domain_name) const { return catalogue_->policy_of(domain_name); }
    std::int64_t     amount(Since since) const { return amount_on(date_, since); }

    // What an amount without VAT costs on it, with the VAT of the seller's country.
    Charge charge_of(std::int64_t net_cents) const;

    bool operator==(const Day&) const = default;

private:
    base::Date       date_;
    const Catalogue* catalogue_;
};

}  // namespace model
