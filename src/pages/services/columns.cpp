#include "pages/services/columns.hpp"

#include "pages/kit/words.hpp"
#include "ui/format.hpp"

namespace pages {
namespace {

using model::Service;

// The numbers that the two lists of columns below share.
enum Sorted : int {
    name,
    kind,
    label,
    main_domain,
    account,
    status,
    created,
    expires,
    days_left,
    auto_renew,
    linked_to,
    owner
};

std::string said(base::TextKey key, const Looking& looking) { return std::string(base::text(looking.language, key)); }

std::string name_of(const model::ServiceId& id, const Looking& looking)
{
    if (id.empty()) return {};
    const auto& services = looking.state.services;
    const auto  number   = services.find(id);
    if (!number) return {};
    // Called for each domain's hosting account, up to a million times: reads the texts without building the row.
    const auto shown = services.text_at(services.column("display_name"), *number);
    return std::string(shown.empty() ? services.text_at(services.column("name"), *number) : shown);
}

// An international name is found both as displayed and in its DNS form.
std::string names_of(const Service& service, const Looking&)
{
    return service.display_name.empty() ? service.name : service.display_name + " " + service.name;
}
std::string kind_of(const Service& service, const Looking& looking) { return said(word(service.kind), looking); }
std::string label_of(const Service& service, const Looking&) { return service.label; }
std::string main_domain_of(const Service& service, const Looking& looking)
{
    return name_of(service.main_domain, looking);
}
std::string account_of(const Service& service, const Looking&) { return service.account.value; }
// What is wrong with an active service; ok for any other.
model::Condition fault_of(const Service& service, const Looking& looking)
{
    return model::is_fault(service.condition) && model::is_active(service, looking.today) ? service.condition
                                                                                          : model::Condition::ok;
}
std::string status_of(const Service& service, const Looking& looking)
{
    switch (fault_of(service, looking)) {
    case model::Condition::ok:                 return said(word(model::status_on(service, looking.today)), looking);
    case model::Condition::suspended_registry: return said("status.registry", looking);
    case model::Condition::dispute:            return said("status.dispute", looking);
    default:                                   return said("status.fault", looking);
    }
}
std::uint8_t status_code(const Service& service, const Looking& looking)
{
    const auto fault = fault_of(service, looking);
    return static_cast<std::uint8_t>(fault == model::Condition::ok
                                         ? static_cast<std::size_t>(model::status_on(service, looking.today))
                                         : base::names_of<model::Status>.size() + static_cast<std::size_t>(fault));
}
std::string created_of(const Service& service, const Looking&) { return ui::short_date(service.created_on); }
std::string expires_of(const Service& service, const Looking&) { return ui::short_date(service.expires_on); }
std::string days_left_of(const Service& service, const Looking& looking)
{
    const auto left = model::days_left(service, looking.today);
    return left ? ui::count(*left) : std::string();
}
std::string auto_renew_of(const Service& service, const Looking& looking)
{
    return said(service.auto_renew ? base::TextKey("common.on") : base::TextKey("common.off"), looking);
}
std::string linked_to_of(const Service& service, const Looking& looking) { return name_of(service.linked_to, looking); }
std::string owner_of(const Service& service, const Looking& looking)
{
    if (model::is_mine(service)) return said("owner.me", looking);
    return base::say(looking.language, "owner.via_contact", {service.owner.value});
}

using Searched = query::Column<Service, Looking>;

// In the order of Sorted.
constexpr Searched searched[] = {
    {.key = "name", .text = names_of, .fields = {"display_name", "name"}},
    {.key = "kind", .text = kind_of, .reads = {"kind"}},
    {.key = "label", .text = label_of, .fields = {"label"}},
    {.key      = "main",
     .text     = main_domain_of,
     .reach    = query::Reach::elsewhere,
     .searched = false,
     .reads    = {"main_domain"}},
    {.key = "account", .text = account_of, .fields = {"account"}},
    {.key = "status", .text = status_of, .code = status_code, .reads = status_fields},
    {.key = "created", .text = created_of, .searched = false, .fields = {"created_on"}, .days = true},
    {.key = "expires", .text = expires_of, .searched = false, .fields = {"expires_on"}, .days = true},
    {.key = "days", .text = days_left_of, .searched = false, .fields = {"expires_on"}, .days = true},
    {.key = "auto", .text = auto_renew_of, .searched = false, .reads = {"auto_renew"}},
    {.key = "linked", .text = linked_to_of, .reach = query::Reach::elsewhere, .reads = {"linked_to"}},
    {.key = "owner", .text = owner_of, .searched = false, .reads = {"owner"}},
};
static_assert(std::size(searched) == Sorted::owner + 1);

ui::Cell name_cell(const ServiceRow& row)
{
    ui::Cell cell(model::shown_name(row.service));
    cell.icon = icon_of(row.service.kind);
    return cell;
}

ui::Cell status_cell(const ServiceRow& row)
{
    const auto fault = fault_of(row.service, *row.looking);
    return {status_of(row.service, *row.looking), fault == model::Condition::ok
                                                      ? tone_of(model::status_on(row.service, row.looking->today))
                                                      : tone_of(model::colour_of(fault))};
}

ui::Cell days_left_cell(const ServiceRow& row)
{
    ui::Cell cell = ui::or_dash(days_left_of(row.service, *row.looking));
    cell.tone     = tone_of_days(model::days_left(row.service, row.looking->today));
    return cell;
}

template <std::string (*text)(const Service&, const Looking&)>
ui::Cell cell(const ServiceRow& row)
{
    return ui::or_dash(text(row.service, *row.looking));
}

constexpr ui::Column<ServiceRow> shown[] = {
    {"column.identifier", 0, name_cell, {.sort = name, .priority = 0}},
    {"column.kind", 128, cell<kind_of>, {.sort = kind, .priority = 3}},
    {"column.label", 150, cell<label_of>, {.sort = label, .priority = 2}},
    {"column.main_domain", 180, cell<main_domain_of>, {.sort = main_domain, .priority = 6, .on_card = false}},
    {"column.account", 110, cell<account_of>, {.sort = account, .priority = 7, .on_card = false}},
    {"column.status", 150, status_cell, {.sort = status, .priority = 0}},
    {"column.created", 120, cell<created_of>, {.sort = created, .priority = 8, .on_card = false}},
    {"column.expires", 120, cell<expires_of>, {.sort = expires, .priority = 1}},
    {"column.days_left", 144, days_left_cell, {.sort = days_left, .priority = 3, .right = true, .on_card = false}},
    {"column.auto_renew", 150, cell<auto_renew_of>, {.sort = auto_renew, .priority = 5, .on_card = false}},
    {"column.linked_to", 150, cell<linked_to_of>, {.sort = linked_to, .priority = 4, .on_card = false}},
    {"column.owner", 150, cell<owner_of>, {.sort = owner, .priority = 9, .on_card = false}},
};

base::SheetCell days_cell(const Service& service, const Looking& looking)
{
    if (const auto left = model::days_left(service, looking.today)) return std::int64_t{*left};
    return std::string();
}

}  // namespace

std::span<const query::Column<model::Service, Looking>> searched_columns() { return searched; }
std::span<const ui::Column<ServiceRow>>                 shown_columns() { return shown; }

std::vector<int> chosen_columns(const ui::ColumnChoices& choices)
{
    std::vector<base::TextKey> titles;
    for (const auto& column : shown) titles.push_back(column.title);
    std::vector<int> columns;
    for (const auto& one : ui::arrangement(titles, choices))
        if (one.shown) columns.push_back(shown[one.index].style.sort);
    return columns;
}

std::vector<base::SheetColumn> sheet_columns(const std::vector<int>& columns, base::Language language)
{
    std::vector<base::SheetColumn> described;
    for (const auto column : columns)
        described.push_back({searched[column].key, base::text(language, title_of_column(column))});
    return described;
}

void sheet_cells(const std::vector<int>& columns, const Service& service, const Looking& looking,
                 std::vector<base::SheetCell>& cells)
{
    cells.clear();
    for (const auto column : columns) switch (column) {
        case name:      cells.emplace_back(model::shown_name(service)); break;
        case created:   cells.emplace_back(service.created_on); break;
        case expires:   cells.emplace_back(service.expires_on); break;
        case days_left: cells.push_back(days_cell(service, looking)); break;
        default:        cells.emplace_back(searched[column].text(service, looking)); break;
        }
}

std::vector<base::SheetColumn> machine_columns(const std::vector<int>& columns)
{
    std::vector<base::SheetColumn> described;
    for (const auto column : columns) {
        described.push_back({searched[column].key, {}});
        if (column == name) described.push_back({"display_name", {}});
    }
    return described;
}

void machine_cells(const std::vector<int>& columns, const Service& service, const Looking& looking,
                   std::vector<base::SheetCell>& cells)
{
    const auto  word  = [&](std::string_view one) { cells.emplace_back(std::string(one)); };
    const auto& all   = looking.state.services;
    const auto  other = [&](const model::ServiceId& id) {
        const auto number = id.empty() ? std::nullopt : all.find(id);
        word(number ? all.text_at(all.column("name"), *number) : std::string_view());
    };
    cells.clear();
    for (const auto column : columns) switch (column) {
        case name:
            word(service.name);
            word(model::shown_name(service));
            break;
        case kind:        word(base::name_of(service.kind)); break;
        case label:       word(service.label); break;
        case main_domain: other(service.main_domain); break;
        case account:     word(service.account.value); break;
        case status:      word(base::name_of(model::status_on(service, looking.today))); break;
        case created:     cells.emplace_back(service.created_on); break;
        case expires:     cells.emplace_back(service.expires_on); break;
        case days_left:   cells.push_back(days_cell(service, looking)); break;
        case auto_renew:  cells.emplace_back(service.auto_renew); break;
        case linked_to:   other(service.linked_to); break;
        case owner:       word(service.owner.value); break;
        }
}

base::TextKey title_of_column(int sort)
{
    for (const auto& column : shown)
        if (column.style.sort == sort) return column.title;
    return {};
}

std::vector<ui::SortKey> first_order() { return {{.column = expires}}; }

std::vector<query::Sort> sort_of(const std::vector<ui::SortKey>& order)
{
    std::vector<query::Sort> sort;
    for (const auto& key : order) sort.push_back({key.column, key.descending});
    return sort;
}

std::vector<ui::SortKey> read_order(std::string_view words)
{
    std::vector<ui::SortKey> order;
    while (!words.empty()) {
        const auto comma = words.find(',');
        auto       key   = words.substr(0, comma);
        words            = comma == std::string_view::npos ? std::string_view{} : words.substr(comma + 1);

        const bool descending = key.starts_with('-');
        if (descending) key.remove_prefix(1);
        for (int column = 0; column < static_cast<int>(std::size(searched)); ++column)
            if (searched[column].key == key) order.push_back({column, descending});
    }
    return order;
}

bool is_order(std::string_view words) { return print_order(read_order(words)) == words; }

std::string print_order(const std::vector<ui::SortKey>& order)
{
    std::string words;
    for (const auto& key : order) {
        if (!words.empty()) words += ',';
        if (key.descending) words += '-';
        words += searched[key.column].key;
    }
    return words;
}

}  // namespace pages
