#include "pages/services/domain_states.hpp"

#include "pages/kit/list_address.hpp"
#include "pages/kit/words.hpp"
#include "pages/services/popups.hpp"
#include "pages/services/row_actions.hpp"
#include "store/store.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

namespace pages {
namespace {

namespace icons = ui::icons;
using model::Condition;
using model::Service;

std::string name_of(const Service& service, const Looking&) { return model::shown_name(service) + " " + service.name; }

std::uint8_t condition_code(const Service& service, const Looking& looking)
{
    return static_cast<std::uint8_t>(model::condition_on(service, looking.today));
}

// What must be seen first comes first: problems, then what waits for an action.
std::int64_t urgency(const Service& service, const Looking& looking)
{
    const auto condition = model::condition_on(service, looking.today);
    return (2 - static_cast<std::int64_t>(model::colour_of(condition))) * 32 + static_cast<std::int64_t>(condition);
}

base::TextKey verdict(Condition condition)
{
    switch (model::colour_of(condition)) {
    case model::Colour::green:  return "domains.correct";
    case model::Colour::orange: return "domains.act";
    case model::Colour::red:    return "domains.problem";
    }
    return {};
}

std::string verdict_of(const Service& service, const Looking& looking)
{
    return std::string(base::text(looking.language, verdict(model::condition_on(service, looking.today))));
}

std::string sentence_of(const Service& service, const Looking& looking)
{
    return std::string(base::text(looking.language, word(model::condition_on(service, looking.today))));
}

std::string expires_of(const Service& service, const Looking&) { return ui::short_date(service.expires_on); }

enum Sorted : int { name, state, sentence, expires };

constexpr query::Fields condition_fields = {"kind", "name", "status", "expires_on", "condition"};

constexpr query::Column<Service, Looking> searched[] = {
    {.key = "name", .text = name_of, .fields = {"display_name", "name"}},
    {.key = "state", .text = verdict_of, .order = urgency, .code = condition_code, .reads = condition_fields},
    {.key = "sentence", .text = sentence_of, .code = condition_code, .reads = condition_fields},
    {.key = "expires", .text = expires_of, .searched = false, .fields = {"expires_on"}},
};

// What is to be done about a condition; details where there is nothing.
Act remedy_of(const Service& service, base::Date today)
{
    switch (model::condition_on(service, today)) {
    case Condition::transfer_code_missing:
    case Condition::transfer_code_invalid:
    case Condition::locked_at_registrar:
    case Condition::validation_pending:      return Act::follow_transfer;
    case Condition::holder_email_unverified: return Act::verify_holder;
    case Condition::ns_rejected:             return Act::nameservers;
    case Condition::expiring:
    case Condition::expired:
    case Condition::grace:
    case Condition::redemption:              return renewal_of(service, today);
    case Condition::holder_data_incomplete:
    case Condition::outgoing_transfer:
    case Condition::transfer_refused:
    case Condition::suspended_registry:
    case Condition::dispute:                 return Act::contact;
    case Condition::trade_in_progress:
    case Condition::ok:                      break;
    }
    return Act::details;
}

template <Act act>
bool is_remedy(const ServiceRow& row)
{
    return remedy_of(row.service, row.looking->today) == act;
}
constexpr ui::Column<ServiceRow> shown[] = {
    {"column.identifier",
     0,
     [](const ServiceRow& row) { return model::shown_name(row.service); },
     {.sort = name, .priority = 0}},
    {"domains.state",
     128,
     [](const ServiceRow& row) {
         const auto condition = model::condition_on(row.service, row.looking->today);
         return ui::Cell(ui::say(verdict(condition)), tone_of(model::colour_of(condition)));
     },
     {.sort = state, .priority = 0}},
    {"domains.sentence",
     0,
     [](const ServiceRow& row) { return ui::say(word(model::condition_on(row.service, row.looking->today))); },
     {.sort = sentence, .priority = 1}},
    {"domains.remedy",
     250,
     [](const ServiceRow& row) {
         const auto act = remedy_of(row.service, row.looking->today);
         return ui::or_dash(act == Act::details ? std::string() : ui::say(action(act).words));
     },
     {.priority = 2}},
    {"column.expires",
     120,
     [](const ServiceRow& row) { return ui::short_date(row.service.expires_on); },
     {.sort = expires, .priority = 3}},
};

constexpr ui::RowAction<ServiceRow, Act> actions[] = {
    row_action<Act::follow_transfer>(is_remedy<Act::follow_transfer>),
    row_action<Act::verify_holder>(is_remedy<Act::verify_holder>),
    row_action<Act::nameservers>(is_remedy<Act::nameservers>),
    row_action<Act::renew>(is_remedy<Act::renew>),
    row_action<Act::reactivate>(is_remedy<Act::reactivate>),
    row_action<Act::restore>(is_remedy<Act::restore>),
    row_action<Act::contact>(is_remedy<Act::contact>),
    row_action<Act::details>(),
};

query::Condition<Service, Looking> domains_only()
{
    return {"tab",
            "domains",
            [](const Service& service, const Looking&, std::string_view) {
                return service.kind == model::ServiceKind::domain;
            },
            query::Reach::row,
            {"kind"}};
}

}  // namespace

void draw(DomainStates& page, Popups& popups, Screen& screen)
{
    if (!page.view) page.view = std::make_unique<ServicesView>(searched);
    auto& list = page.list;
    read_search(list, screen);
    if (list.sort.empty()) list.sort = {{state, false}};

    const Looking                  looking{screen.store.state(), screen.today, ui::context().language};
    query::Query<Service, Looking> query{.tab = domains_only(), .search = list.search, .sort = sort_of(list.sort)};
    update(*page.view, looking, query, screen);

    const ui::List<ServiceRow, Act> described{
        .columns        = shown,
        .actions        = screen.store.ready() ? std::span(actions) : std::span<const ui::RowAction<ServiceRow, Act>>(),
        .id             = [](const ServiceRow& row) { return row.service.id.value; },
        .name           = [](const ServiceRow& row) { return model::shown_name(row.service); },
        .href           = [](const ServiceRow& row) { return address_of(row.service, row.looking->today); },
        .icon           = icons::globe,
        .when_none      = "domains.none",
        .when_none_hint = "domains.none_hint",
    };
    const bool none_yet  = !page.view->finished() && page.view->size() == 0;
    screen.list_is_empty = none_yet;
    if (const auto picked = ui::draw(described, "services.tab_domains", list, FoundRows{*page.view, looking},
                                     {.loading  = !screen.store.ready() || none_yet,
                                      .busy     = !page.view->finished(),
                                      .progress = page.view->progress()}))
        open(popups, picked->act, picked->row.service, screen);
    keep_search(list, screen);
}

}  // namespace pages
