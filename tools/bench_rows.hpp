// Exports a benchmark's rows for other programs, and computes a fingerprint by which results can be compared.
#pragma once
#include "bench_report.hpp"

#include "demo/peer.hpp"
#include "pages/services/list.hpp"
#include "platform/memory_storage.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace tools {

// FNV-1a hash of the ids on the first screen.
inline double fingerprint(const pages::ServicesView& view, const pages::Looking& looking, std::size_t rows)
{
    std::uint32_t sum = 2166136261U;
    for (std::size_t place = 0; place < rows && place < view.size(); ++place)
        for (const char letter : looking.state.services.row(view[place]).id.value)
            sum = (sum ^ static_cast<std::uint8_t>(letter)) * 16777619U;
    return sum;
}

// Prints JSON arrays of rows, one line per page: [id, searched texts …, created, expires].
inline int export_rows(const pages::Looking& looking)
{
    const auto  view     = pages::services_view();
    const auto& services = looking.state.services;
    std::string line;
    for (std::uint32_t number = 0; number < services.size(); ++number) {
        const auto service = services.row(number);
        line += line.empty() ? "[[" : ",[";
        line += quoted(service.id.value);
        for (const auto& column : view.columns())
            if (column.searched) line += ',' + quoted(column.text(service, looking));
        line += ',' + std::to_string(service.created_on.days) + ',' + std::to_string(service.expires_on.days) + ']';
        if ((number + 1) % table::page_rows != 0 && number + 1 != services.size()) continue;
        line += "]\n";
        if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) return 1;
        line.clear();
    }
    return 0;
}

// Prints everything that the app would store of this account as pairs of key and bytes, each preceded by its length (32 bits).
inline int export_stored(const model::State& account, base::Date today)
{
    platform::MemoryStorage    storage;
    const platform::StillClock clock(base::midnight_utc(today));
    demo::Peer                 peer({.later = {}, .shown = {}, .account = [&](model::Day) { return account; }});
    store::Store               kept(storage, clock, peer, {.device = "bench"});
    kept.open();
    for (const auto& [key, bytes] : storage.contents())
        for (const auto& part : {std::string_view(key), std::string_view(bytes)}) {
            const auto length = static_cast<std::uint32_t>(part.size());
            if (std::fwrite(&length, sizeof length, 1, stdout) != 1) return 1;
            if (std::fwrite(part.data(), 1, length, stdout) != length) return 1;
        }
    return 0;
}

}  // namespace tools
