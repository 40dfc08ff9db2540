// What can be done with one service, by name: any room may ask for it (OpenAction); what each is stands in the table of
// the services' room.
#pragma once
#include <cstdint>

namespace pages {

enum class Act : std::uint8_t {
    details,
    nameservers,
    transfer_code,
    invoice,
    password,
    follow_transfer,
    renew,
    reactivate,  // the same popup as renew; its name for a service that no longer runs
    restore,     // and for a domain in redemption
    associate,
    dissociate,
    offered_domain,
    auto_renew,
    lock,
    unlock,  // the same popup as lock
    hide_whois,
    show_whois,  // the same popup as hide_whois
    describe,
    verify_holder,
    trade,
    end,
    keep,  // takes the end back
    contact,
};

}  // namespace pages
