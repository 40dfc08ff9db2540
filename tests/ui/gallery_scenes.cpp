#include "ui/gallery_scenes.hpp"

#include "ui/controls/menu.hpp"
#include "ui/core/item.hpp"
#include "ui/icons.hpp"

#include <array>
#include <string_view>

namespace gallery {
namespace {

using namespace std::string_view_literals;
namespace icons = ui::icons;

constexpr ui::MenuEntry entries[] = {
    {icons::house, "nav.home", "#/"},
    {icons::user, "nav.profile", "#/profile"},
    {icons::server, "nav.services", "#/services", 3},
    {icons::users, "nav.contacts", "#/contacts"},
    {icons::shopping_cart, "nav.order", "#/order"},
    {icons::receipt_text, "nav.billing", "#/billing"},
    {icons::life_buoy, "nav.support", "#/support"},
};

void bar(Memory& memory)
{
    ui::TopBar bar(memory.shell);
    bar.search(memory.search, {});
    bar.status(ui::Tone::success, icons::circle_check, "À jour"sv, "Tout est enregistré"sv);
    {
        ui::Menu menu("Langue"sv, {.icon = icons::languages});
    }
    {
        ui::Menu menu("Thème"sv, {.icon = icons::sun});
    }
    ui::Menu account("Mon compte"sv, {.icon = icons::circle_user});
}

struct Service {
    std::string name;
    int         number;
};
enum class Act { details, renew, servers, associate, describe, cancel };

std::optional<base::Problem> why_not(const Service& row)
{
    if (row.number % 3 == 0) return base::Problem{"", "ui.nothing_found_hint", {}};
    return std::nullopt;
}

constexpr ui::Column<Service> columns[] = {
    {"column.identifier",
     0,
     [](const Service& row) {
         ui::Cell cell(row.name);
         cell.icon = row.number % 5 ? icons::globe : icons::server;
         return cell;
     },
     {.sort = 0, .priority = 0}},
    {"column.kind",
     130,
     [](const Service& row) { return row.number % 5 ? "Domaine" : "Hébergement"; },
     {.sort = 1, .priority = 5}},
    {"column.label",
     150,
     [](const Service& row) {
         ui::Cell cell(row.number % 4 ? "" : "Boutique en ligne");
         cell.soft = true;
         return cell;
     },
     {.sort = 2, .priority = 6, .on_card = false}},
    {"column.status",
     110,
     [](const Service& row) {
         return row.number % 7 == 2 ? ui::Cell("Suspendu", ui::Tone::warning) : ui::Cell("Actif", ui::Tone::success);
     },
     {.sort = 3, .priority = 1}},
    {"column.expires",
     130,
     [](const Service& row) { return "0" + std::to_string(1 + row.number % 9) + "/11/2026"; },
     {.sort = 4, .priority = 2}},
    {"column.days_left",
     130,
     [](const Service& row) {
         ui::Cell cell(std::to_string(row.number * 3) + " jours");
         if (row.number < 4) cell.tone = ui::Tone::danger;
         return cell;
     },
     {.sort = 5, .priority = 3, .right = true}},
    {"column.auto_renew",
     190,
     [](const Service& row) { return row.number % 2 ? "Activé" : "Désactivé"; },
     {.priority = 7, .on_card = false}},
};
constexpr ui::RowAction<Service, Act> actions[] = {
    {Act::details, "action.details", nullptr, {.icon = icons::info}},
    {Act::renew, "action.renew", why_not, {.icon = icons::rotate_cw, .separator_above = true}},
    {Act::servers, "action.nameservers", nullptr, {.icon = icons::network}},
    {Act::associate, "action.associate", why_not, {.icon = icons::link}},
    {Act::describe, "action.describe", nullptr, {.icon = icons::tag}},
    {Act::cancel, "action.dissociate", nullptr, {.icon = icons::unlink, .danger = true, .separator_above = true}},
};
constexpr ui::List<Service, Act> services = {.columns = columns,
                                             .actions = actions,
                                             .id      = [](const Service& row) { return row.name; },
                                             .name    = nullptr,
                                             .href = [](const Service& row) { return "#/services/active/" + row.name; },
                                             .icon = icons::server,
                                             .when_none      = "home.no_services",
                                             .when_none_hint = "home.no_services_hint"};

struct Source {
    std::int64_t found = 1234;
    std::int64_t size() const { return found; }
    std::int64_t total() const { return 1234; }
    Service      operator[](std::size_t at) const
    {
        constexpr std::array<const char*, 7> names = {
            "boulangerie-martin.fr", "atelier-du-bois.com",
            "photographe-lyon.fr",   "a-very-long-domain-name-that-does-not-fit-anywhere.example",
            "cafe-des-arts.eu",      "dubois-avocats.fr",
            "velo-et-compagnie.net"};
        return {std::string(names[at % 7]).insert(0, at < 7 ? "" : std::to_string(at) + "-"), static_cast<int>(at)};
    }
};

}  // namespace

void page_of_list(Memory& memory, std::int64_t found)
{
    ui::Shell shell(memory.shell, {.brand = "app.name", .badge = "ui.demo", .entries = menu_entries(), .current = 2});
    bar(memory);
    ui::Page page({.title = "nav.services", .fills = true, .width = 1520});
    {
        ui::PageActions buttons;
        ui::button("Commander"sv, {.kind = ui::Kind::primary, .icon = icons::plus});
    }
    const ui::TabItem tabs[] = {{.words = "Services actifs"sv, .count = 1234},
                                {.words = "Services expirés"sv, .count = 12},
                                {.words = "État des domaines"sv, .count = 3, .tone = ui::Tone::warning},
                                {.words = "En attente"sv, .count = 0},
                                {.words = "Trade"sv}};
    ui::tabs("Gérer mes services"sv, tabs, 0);
    ui::gap(16);
    memory.list.sort = {{4, false}};
    if (found == 0) memory.list.search = "zzz";
    ui::draw(services, "Services actifs"sv, memory.list, Source{found});
}

namespace {

void list(Memory& memory, int) { page_of_list(memory, 1234); }
void list_empty(Memory& memory, int) { page_of_list(memory, 0); }

void menu(Memory& memory, int frame)
{
    page_of_list(memory, 1234);
    auto& context = ui::context();
    if (frame == 1)
        if (const auto* button = context.semantics().find(ui::Role::button, "Actions pour photographe-lyon.fr"))
            context.hear({.kind = ui::Event::Kind::press, .id = button->id});
}

void home(Memory& memory, int frame)
{
    ui::Shell shell(memory.shell, {.brand = "app.name", .badge = "ui.demo", .entries = menu_entries(), .current = 0});
    bar(memory);
    ui::Page page({.title = "Bonjour Claire"sv, .hint = "L’essentiel de vos services, calculé sur cet appareil."sv});
    {
        ui::Grid grid({.min = 136, .max = 4});
        grid.cell();
        ui::tile("3", "Comptes d’hébergement actifs"sv, "#/services/active?kind=hosting", {.icon = icons::server});
        grid.cell();
        ui::tile("42", "Domaines actifs"sv, "#/services/active?kind=domain", {.icon = icons::globe});
        grid.cell();
        ui::tile("5", "Expirations sous 30 jours"sv, "#/services",
                 {.icon = icons::calendar_days, .hint = "2 dans moins de 7 jours"sv, .tone = ui::Tone::warning});
        grid.cell();
        ui::tile("1", "Paiement en attente"sv, "#/billing",
                 {.icon = icons::credit_card, .hint = "82,40 € à régler"sv, .tone = ui::Tone::danger});
    }
    ui::Grid grid({.min = 380, .max = 2});
    grid.cell();
    {
        ui::Card  card("home.alerts", {.flush = true});
        ui::Group alerts(ui::Role::list, "home.alerts");
        ui::alert_line(ui::Tone::danger, "boulangerie-martin.fr a expiré depuis 4 jours."sv, "Restaurer"sv,
                       "Expiré le 19/11/2026"sv);
        ui::alert_line(ui::Tone::warning, "Le domaine atelier-du-bois.com expire dans 6 jours."sv, "Renouveler"sv,
                       "Expire le 29/11/2026"sv);
        ui::alert_line(ui::Tone::info, "L’hébergement clar1234 expire dans 24 jours."sv, "Renouveler maintenant"sv,
                       "Expire le 17/12/2026"sv);
    }
    grid.cell();
    {
        ui::Card  card("home.latest", {.flush = true, .link = "home.latest_all", .href = "#/services"});
        ui::Group latest(ui::Role::list, "home.latest");
        ui::line_link(
            "velo-et-compagnie.net"sv, "#/1",
            {.icon = icons::globe, .hint = "Commandé le 12/11/2026", .badge = "Actif", .tone = ui::Tone::success});
        ui::line_link(
            "dubois-avocats.fr"sv, "#/2",
            {.icon = icons::globe, .hint = "Commandé le 02/11/2026", .badge = "Actif", .tone = ui::Tone::success});
        ui::line_link(
            "clar1234"sv, "#/3",
            {.icon = icons::server, .hint = "Commandé le 28/10/2026", .badge = "Suspendu", .tone = ui::Tone::warning});
        ui::line_link(
            "photographe-lyon.fr"sv, "#/4",
            {.icon = icons::globe, .hint = "Commandé le 20/10/2026", .badge = "Actif", .tone = ui::Tone::success});
    }
    if (frame == 2)
        ui::context().toast(ui::Tone::success, "Les serveurs DNS de boulangerie-martin.fr seront changés.",
                            "Suivre l’opération", "#/x");
}

void details(Memory& memory, int)
{
    ui::Shell shell(memory.shell, {.brand = "app.name", .badge = "ui.demo", .entries = menu_entries(), .current = 2});
    bar(memory);
    ui::Page page({.title     = "boulangerie-martin.fr"sv,
                   .hint      = "Domaine, étiquette « Boutique en ligne »"sv,
                   .back      = "Services actifs"sv,
                   .back_href = "#/services"});
    {
        ui::PageActions buttons;
        ui::button("Changer les serveurs DNS"sv, {.icon = icons::network});
        ui::button("Renouveler"sv, {.kind = ui::Kind::primary, .icon = icons::rotate_cw});
    }
    ui::banner(ui::Tone::warning,
               "Ce domaine expire dans 6 jours : ensuite, son site et ses adresses e-mail s’arrêtent."sv,
               "Renouveler"sv);
    ui::Grid grid({.min = 360, .max = 2});
    grid.cell();
    {
        ui::Card       card("Le service"sv);
        const ui::Fact facts[] = {
            {.label = "Statut"sv, .value = "Actif", .tone = ui::Tone::success, .badge = true},
            {.label = "Identifiant"sv, .value = "boulangerie-martin.fr", .copy = true},
            {.label = "Création"sv, .value = "29 novembre 2019"},
            {.label = "Expiration"sv, .value = "29 novembre 2026", .tone = ui::Tone::warning, .hint = "dans 6 jours"},
            {.label = "Renouvellement automatique"sv, .value = "Désactivé"},
            {.label = "Associé à"sv, .value = "clar1234", .href = "#/services/active/clar1234"}};
        ui::facts(facts, "Le service"sv);
    }
    grid.cell();
    {
        ui::Card       card("Opérations"sv);
        const ui::Step steps[] = {
            {"Demande reçue", "Aujourd’hui à 14:05", ui::StepState::done},
            {"Contrôle par le bureau d’enregistrement", "En général moins d’une heure", ui::StepState::current},
            {"Serveurs changés", "", ui::StepState::to_do}};
        ui::steps("Changement des serveurs DNS"sv, steps);
        ui::progress("Avancement"sv, 0.4f);
    }
    grid.cell();
    {
        ui::Card card("Serveurs DNS"sv, {.icon = icons::network});
        ui::text("ns1.hote.example"sv);
        ui::text("ns2.hote.example"sv);
        ui::notice(ui::Tone::info, "La zone n’est pas copiée vers les nouveaux serveurs."sv);
    }
    grid.cell();
    {
        ui::Card                card("Historique"sv, {.icon = icons::history});
        const ui::TimelineEntry entries_of[] = {
            {"12/11/2026 09:12", "Étiquette changée", "par vous", ui::Tone::neutral},
            {"29/11/2025 03:00", "Renouvelé pour 1 an", "", ui::Tone::success},
            {"28/11/2025 03:00", "Paiement refusé", "La carte a expiré", ui::Tone::danger}};
        ui::timeline("Historique"sv, entries_of);
    }
}

void widgets(Memory& memory, int frame)
{
    ui::Page page({.title = "Boutons et champs"sv, .hint = "Tout ce que le kit sait dire, sur une page."sv});
    {
        ui::Row row;
        ui::button("Renouveler"sv, {.kind = ui::Kind::primary, .icon = icons::rotate_cw});
        ui::button("Annuler"sv, {.kind = ui::Kind::secondary});
        ui::button("Plus tard"sv, {.kind = ui::Kind::ghost});
        ui::button("Supprimer"sv, {.kind = ui::Kind::danger, .icon = icons::trash_2});
        ui::button("Payer"sv, {.why_not = "Hors ligne"});
        ui::button("Petit"sv, {.icon = icons::plus, .small = true});
        ui::icon_button("Copier"sv, icons::copy);
        ui::icon_button("Plus"sv, icons::ellipsis, {.kind = ui::Kind::secondary});
        ui::link("Un lien"sv, "#/");
        ui::Menu menu("Exporter"sv,
                      {.icon = icons::download, .kind = ui::Kind::secondary, .icon_only = false, .arrow = true});
    }
    {
        ui::Row row;
        ui::badge("Neutre"sv, ui::Tone::neutral);
        ui::badge("Accent"sv, ui::Tone::accent);
        ui::badge("Info"sv, ui::Tone::info);
        ui::badge("Actif"sv, ui::Tone::success, icons::check);
        ui::badge("Action requise"sv, ui::Tone::warning);
        ui::badge("Problème"sv, ui::Tone::danger);
        ui::chip("Type : domaine"sv);
        ui::chip("Expire sous 30 jours"sv);
    }
    {
        ui::Row row({.gap = 20});
        ui::checkbox("Fermer les autres sessions"sv, memory.on);
        ui::checkbox("Recevoir les copies"sv, memory.off);
        ui::toggle("Renouvellement automatique"sv, memory.on);
        ui::toggle("WHOIS masqué"sv, memory.off);
    }
    ui::Grid grid({.min = 260, .max = 3});
    grid.cell();
    ui::text_field("Étiquette"sv, memory.name);
    grid.cell();
    ui::text_field("E-mail"sv, memory.mail, {.icon = icons::mail, .placeholder = "claire@exemple.fr"sv});
    grid.cell();
    const ui::Option options[] = {{"h1", "clar1234"},
                                  {"h2", "clar5678", "3 domaines"},
                                  {"h3", "clar9999", "", "Suspendu"}};
    ui::select("Hébergement"sv, memory.option, options);
    grid.cell(2);
    ui::text_field("Notes"sv, memory.notes, {.lines = 4});
    grid.cell();
    ui::skeleton(4);
    grid.cell();
    ui::banner(ui::Tone::info, "Une nouvelle version est prête."sv, "Recharger"sv);
    grid.cell();
    ui::banner(ui::Tone::danger, "Le fichier n’a pas été importé : ligne 12, la date 2026-02-30 n’existe pas."sv, {},
               "Import refusé"sv);
    grid.cell();
    ui::banner(ui::Tone::success, "Votre compte est à jour."sv);
    if (frame == 2) {
        ui::context().toast(ui::Tone::danger, "Le paiement a été refusé par votre banque.");
        ui::context().toast(ui::Tone::info, "3 commandes attendent le réseau.");
    }
    // Shows a focus ring.
    if (frame == 1) {
        const auto& semantics = ui::context().semantics();
        if (const auto* node = semantics.find(ui::Role::button, "Annuler"))
            ui::context().hear({.kind = ui::Event::Kind::focus, .id = node->id, .ring = true});
    }
}

constexpr Scene all[] = {{"home", home},       {"list", list},       {"list-empty", list_empty}, {"menu", menu},
                         {"details", details}, {"widgets", widgets}, {"servers", servers},       {"renew", renew},
                         {"choices", choices}, {"drawer", drawer},   {"search", search}};

}  // namespace

std::span<const ui::MenuEntry> menu_entries() { return entries; }
std::span<const Scene>         scenes() { return all; }

}  // namespace gallery
