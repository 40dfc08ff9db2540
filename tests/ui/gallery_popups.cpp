// Scenes with overlays: popups, lists of choices, the drawer, the global search.
#include "ui/gallery_scenes.hpp"

#include "ui/icons.hpp"

#include <string_view>

namespace gallery {

using namespace std::string_view_literals;
namespace icons = ui::icons;

void servers(Memory& memory, int frame)
{
    page_of_list(memory, 1234);
    memory.dialog.open = true;
    base::Problems problems;
    problems.add("servers.1", "ui.nothing_found_hint");
    if (frame > 2) memory.dialog.touched = true;
    ui::Form form(memory.dialog, "action.nameservers", problems, {.hint = "boulangerie-martin.fr"sv});
    if (!form) return;
    form.notice(ui::Tone::warning, "La zone DNS n’est pas copiée vers les nouveaux serveurs."sv);
    if (frame == 0) memory.servers = {"ns1.autre.example", "ns2"};
    form.texts("servers", "Serveur"sv, memory.servers, 2, 6);
    form.fill_in("Serveurs de l’hébergeur"sv, icons::server);
    const std::vector<std::string> before = {"ns1.hote.example", "ns2.hote.example"},
                                   after  = {"ns1.autre.example", "ns2.hote.example"};
    form.compare("ui.before", before, "ui.after", after);
    form.accepted("action.nameservers");
}

void renew(Memory& memory, int)
{
    page_of_list(memory, 1234);
    memory.dialog.open = true;
    ui::Form form(memory.dialog, "action.renew", {}, {.icon = icons::rotate_cw});
    if (!form) return;
    form.fact("Domaine"sv, "boulangerie-martin.fr");
    form.fact("Expiration actuelle"sv, "29 novembre 2026");
    form.fact("Nouvelle expiration"sv, "29 novembre 2028");
    form.number(
        "years", "Durée"sv, memory.years,
        {.min = 1, .max = 10, .unit = "ans"sv, .hint = "De 1 à 10 ans, comptés à partir de l’expiration actuelle."sv});
    const ui::Choice choices[] = {{.words = "Carte •••• 4242"sv, .hint = "Expire en 09/2028"sv, .end = "12,00 €"},
                                  {.words = "Virement"sv, .hint = "Le renouvellement attend sa réception"sv},
                                  {.words = "Prélèvement"sv, .why_not = "Aucun mandat n’est enregistré."}};
    form.choice("means", "Moyen de paiement"sv, memory.chosen, choices);
    form.checkbox("terms", "J’accepte les conditions générales et renonce expressément à mon droit de rétractation."sv,
                  memory.off, "Un nom de domaine est enregistré à votre nom dès le paiement."sv);
    form.line("Renouvellement, 2 ans"sv, "20,00 €");
    form.line("TVA 20 %"sv, "4,00 €");
    form.total("Total TTC"sv, "24,00 €", "20,00 € HT"sv);
    form.accepted("action.renew", ui::Kind::primary);
}

void choices(Memory& memory, int frame)
{
    page_of_list(memory, 1234);
    memory.dialog.open = true;
    ui::Form form(memory.dialog, "action.associate", {});
    if (!form) return;
    std::vector<ui::Option> options;
    for (int at = 0; at < 12; ++at)
        options.push_back({"h" + std::to_string(at), "clar" + std::to_string(1230 + at), at % 3 ? "" : "2 domaines",
                           at == 4 ? "Cet hébergement est suspendu." : ""});
    form.select("hosting", "Hébergement"sv, memory.option, options);
    form.checkbox("dns", "Changer aussi les serveurs DNS"sv, memory.on);
    form.accepted("action.associate");
    if (frame == 3)
        if (const auto* node = ui::context().semantics().find(ui::Role::combobox, "Hébergement"))
            ui::context().hear({.kind = ui::Event::Kind::press, .id = node->id});
}

void drawer(Memory& memory, int)
{
    memory.shell.drawer = true;
    page_of_list(memory, 1234);
}

void search(Memory& memory, int frame)
{
    ui::Shell shell(memory.shell, {.brand = "app.name", .badge = "ui.demo", .entries = menu_entries(), .current = 2});
    memory.shell.searching = true;
    {
        ui::TopBar           bar_of(memory.shell);
        const ui::Suggestion found[] = {{icons::globe, "boulangerie-martin.fr", "Domaine", "#/1", "Services"},
                                        {icons::server, "boul1234", "Hébergement", "#/2", "Services"},
                                        {icons::receipt_text, "Facturation & Paiements", "Page", "#/3", "Pages"}};
        if (frame == 0) memory.search = "boul";
        bar_of.search(memory.search, found);
        bar_of.status(ui::Tone::warning, icons::cloud_off, "Hors ligne"sv);
        if (frame == 1)
            ui::context().hear({.kind = ui::Event::Kind::focus,
                                .id   = ui::context().semantics().find(ui::Role::combobox, "Recherche globale")->id});
    }
    ui::Page page({.title = "nav.services"});
    ui::empty_state({.icon   = icons::package,
                     .title  = "Rien à livrer"sv,
                     .words  = "Vos commandes payées apparaîtront ici jusqu’à leur livraison."sv,
                     .action = "Commander un service"sv});
}

}  // namespace gallery
