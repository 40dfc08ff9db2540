#include "pages/services/bulk_actions.hpp"

#include "pages/services/actions.hpp"
#include "ui/icons.hpp"

#include <algorithm>

namespace pages {
namespace {

namespace icons = ui::icons;
using model::Command;
using model::Service;
using model::State;
using model::Tab;

// A number of years that is not allowed has no price: the rules refuse the command before they compare prices.
Command renew(const State& state, const Service& service, const BulkDraft& draft, model::Day today)
{
    const auto price = model::renewal_price(state, service, std::max(1, draft.years), today);
    return model::Renew{service.id, service.expires_on, price.total(), draft.years};
}

template <bool on>
Command set_auto_renew(const State&, const Service& service, const BulkDraft&, model::Day)
{
    return model::SetAutoRenew{service.id, on};
}
template <bool on>
bool renews_so(const Service& service)
{
    return service.auto_renew == on;
}

Command change_nameservers(const State&, const Service& service, const BulkDraft& draft, model::Day)
{
    return model::ChangeNameservers{service.id, service.nameservers, draft.nameservers};
}

Command dissociate(const State&, const Service& service, const BulkDraft&, model::Day)
{
    return model::Dissociate{service.id};
}

Command lock(const State&, const Service& service, const BulkDraft&, model::Day)
{
    return model::SetLock{service.id, true};
}
bool is_locked(const Service& service) { return service.locked; }

Command hide(const State&, const Service& service, const BulkDraft&, model::Day)
{
    return model::SetWhoisPrivacy{service.id, true};
}
bool is_hidden(const Service& service) { return service.whois_private; }

Command end(const State&, const Service& service, const BulkDraft&, model::Day)
{
    return model::EndService{service.id, service.expires_on, false};
}

}  // namespace

const BulkAction bulk_renew{.words   = "action.renew",
                            .icon    = icons::rotate_cw,
                            .verb    = "renew.verb",
                            .will    = "bulk.renew_will",
                            .done    = "bulk.renew_done",
                            .command = renew,
                            .asks    = Asks::years,
                            .only    = Tab::active,
                            .first   = true};

const BulkAction bulk_reactivate{.words   = "action.reactivate",
                                 .icon    = icons::rotate_cw,
                                 .verb    = "renew.verb_reactivate",
                                 .will    = "bulk.renew_will",
                                 .done    = "bulk.renew_done",
                                 .command = renew,
                                 .asks    = Asks::years,
                                 .note    = "renew.late",
                                 .tone    = ui::Tone::info,
                                 .only    = Tab::expired,
                                 .first   = true};

const BulkAction bulk_auto_renew_on{.words    = "bulk.auto_on",
                                    .icon     = icons::repeat,
                                    .verb     = "bulk.auto_verb_on",
                                    .will     = "bulk.auto_on_will",
                                    .done     = "bulk.auto_on_done",
                                    .command  = set_auto_renew<true>,
                                    .needless = renews_so<true>,
                                    .note     = "auto_renew.how",
                                    .tone     = ui::Tone::info,
                                    .first    = true};

const BulkAction bulk_auto_renew_off{.words    = "bulk.auto_off",
                                     .icon     = icons::circle_x,
                                     .verb     = "bulk.auto_verb_off",
                                     .will     = "bulk.auto_off_will",
                                     .done     = "bulk.auto_off_done",
                                     .command  = set_auto_renew<false>,
                                     .needless = renews_so<false>,
                                     .note     = "bulk.auto_off_warning",
                                     .first    = true};

const BulkAction bulk_nameservers{.words   = "action.nameservers",
                                  .icon    = icons::network,
                                  .verb    = "nameservers.verb",
                                  .will    = "bulk.nameservers_will",
                                  .done    = "bulk.nameservers_done",
                                  .command = change_nameservers,
                                  .asks    = Asks::nameservers,
                                  .note    = "nameservers.zone_warning"};

const BulkAction bulk_dissociate{.words   = "action.dissociate",
                                 .icon    = icons::unlink,
                                 .verb    = "dissociate.verb",
                                 .will    = "bulk.dissociate_will",
                                 .done    = "bulk.dissociate_done",
                                 .command = dissociate,
                                 .note    = "bulk.dissociate_words",
                                 .tone    = ui::Tone::info};

const BulkAction bulk_lock{.words    = "action.lock",
                           .icon     = icons::lock,
                           .verb     = "action.lock",
                           .will     = "bulk.lock_will",
                           .done     = "bulk.lock_done",
                           .command  = lock,
                           .needless = is_locked,
                           .note     = "lock.words",
                           .tone     = ui::Tone::info};

const BulkAction bulk_hide_whois{.words    = "action.hide_whois",
                                 .icon     = icons::eye_off,
                                 .verb     = "action.hide_whois",
                                 .will     = "bulk.whois_will",
                                 .done     = "bulk.whois_done",
                                 .command  = hide,
                                 .needless = is_hidden,
                                 .note     = "whois.hide_words",
                                 .tone     = ui::Tone::info};

const BulkAction bulk_end{.words   = "action.end",
                          .icon    = icons::circle_x,
                          .verb    = "end.verb",
                          .will    = "bulk.end_will",
                          .done    = "bulk.end_done",
                          .command = end,
                          .note    = "bulk.end_warning"};

std::vector<const BulkAction*> bulk_actions(Tab tab)
{
    std::vector<const BulkAction*> offered;
    for (const auto& action : service_actions())
        for (const auto* bulk : action.bulk)
            if (bulk && (!bulk->only || *bulk->only == tab)) offered.push_back(bulk);
    std::stable_partition(offered.begin(), offered.end(), [](const BulkAction* bulk) { return bulk->first; });
    return offered;
}

}  // namespace pages
