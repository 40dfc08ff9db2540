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

// The default order: problems first, then what waits for an action.
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
    {.key = "expires", .text = expires_of, .searched = false, .fields = {"expires_on"}, .days = true},
};

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
         const auto* remedy = remedy_for(row.service, row.looking->today);
         return ui::or_dash(remedy ? ui::say(remedy->words) : std::string());
     },
     {.priority = 2}},
    {"column.expires",
     120,
     [](const ServiceRow& row) { return ui::short_date(row.service.expires_on); },
     {.sort = expires, .priority = 3}},
};

constexpr auto actions = menu_of_remedies(EveryAction());

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

    const ui::List<ServiceRow, const ServiceAction*> described{
        .columns        = shown,
        .actions        = screen.store.ready() ? std::span<const ServiceRowAction>(actions)
                                               : std::span<const ServiceRowAction>(),
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
        open_action(popups, *picked->act, picked->row.service, screen);
    keep_search(list, screen);
}

}  // namespace pages
