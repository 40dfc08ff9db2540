// The scenes of the gallery: typical pages with made-up content.
#pragma once
#include "ui/ui.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gallery {

struct Memory {
    ui::ShellState           shell;
    ui::ListState            list;
    ui::Dialog               dialog;
    std::string              search, name = "Boutique en ligne",
                                     notes = "Hébergement de la boutique.\nPrévenir Claire avant toute coupure.", option = "h2",
                                     mail;
    std::vector<std::string> servers = {"ns1.hote.example", "ns2.hote.example"};
    std::int32_t             years   = 2;
    int                      chosen  = 1;
    bool                     on = true, off = false;
};

struct Scene {
    const char* name;
    void (*draw)(Memory& memory, int frame);
};

std::span<const Scene>         scenes();
std::span<const ui::MenuEntry> menu_entries();

// A page with a list of that many rows, as the background of overlays.
void page_of_list(Memory& memory, std::int64_t found);

void servers(Memory& memory, int frame);
void renew(Memory& memory, int frame);
void choices(Memory& memory, int frame);
void drawer(Memory& memory, int frame);
void search(Memory& memory, int frame);

}  // namespace gallery
