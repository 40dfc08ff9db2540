// Measures the query engine of lists on an invented account, with the app's columns. `tools/bench table` runs it natively and
// in Chromium. Prints one JSON line per measurement, or with --export the same rows for other programs.
#include "bench_report.hpp"
#include "bench_rows.hpp"
#include "invented_account.hpp"

#include "demo/company.hpp"
#include "model/services/switches.hpp"
#include "pages/services/columns.hpp"
#include "table/pages.hpp"
#include "ui/core/context.hpp"

#include <imgui.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using model::Service;
using pages::Looking;
using pages::ServicesView;
using Condition = query::Condition<Service, Looking>;
using Query     = query::Query<Service, Looking>;
using tools::Line;
using tools::repeat;
using tools::Stopwatch;
using tools::Times;

constexpr std::size_t screen_rows = 50;
constexpr double      limit_ms    = 1500;  // of one series of runs

// The number of a column for sorting.
int column_of(const ServicesView& view, std::string_view key)
{
    for (std::size_t number = 0; number < view.columns().size(); ++number)
        if (view.columns()[number].key == key) return static_cast<int>(number);
    std::fprintf(stderr, "the app has no column %s\n", std::string(key).c_str());
    std::abort();
}

// --- the only calls of the engine ---------------------------------------------------

struct Took {
    double first_us   = 0;  // until the rows of the first screen are known
    double whole_us   = 0;  // until all rows are known
    double longest_us = 0;  // longest step, which would delay a frame
};

class FrameBudget final : public query::Budget {
public:
    bool spent() override { return watch_.us() >= 6000; }

private:
    Stopwatch watch_;
};

// In slices of a frame, as in the app.
Took bring_up_to_date(ServicesView& view, const Looking& looking, const Query& query)
{
    Took            took;
    const Stopwatch watch;
    for (bool whole = false; !whole;) {
        const Stopwatch frame;
        const auto      before = view.revision();
        FrameBudget     budget;
        whole           = view.update(looking.state.services, looking, query, {.budget = &budget});
        took.longest_us = std::max(took.longest_us, frame.us());
        if (took.first_us == 0 && (whole || view.revision() != before)) took.first_us = watch.us();
    }
    took.whole_us = watch.us();
    return took;
}

// The background work of the app while nobody types.
void rest(ServicesView& view, const Looking& looking, const Query& query)
{
    while (!view.warm()) bring_up_to_date(view, looking, query);
}

struct Series {
    Times first, whole, longest;

    void add(const Took& took)
    {
        first.add(took.first_us);
        whole.add(took.whole_us);
        longest.add(took.longest_us);
    }
    void report(std::string_view name, const ServicesView& view, const Looking& looking, std::string_view script = {},
                std::string_view typed = {}, std::string_view before = {}) const
    {
        Line line(name, looking.state.services.size());
        if (!script.empty()) line.add("script", script).add("typed", typed).add("before", before);
        line.add(whole).add("first_us", first.median()).add("first_least_us", first.least());
        line.add("first_most_us", first.most()).add("longest_us", longest.median());
        line.add("found", view.size()).add("screen", tools::fingerprint(view, looking, screen_rows));
    }
};

// --- typing ------------------------------------------------------------------------

struct Script {
    std::string_view name;
    std::string_view text;
    bool             back = false;  // deletes the text letter by letter instead of typing it
};

constexpr Script scripts[] = {
    {"narrow", "boulangerie-lyon-4"}, {"wide", "domaine"},        {"no match", "zzqx"},
    {"two words", "atelier lyon"},    {"accent", "réservations"}, {"backspace", "brasserie-ly", true},
};

// The content of the field after each key.
std::vector<std::string> keystrokes(const Script& script)
{
    std::vector<std::string> typed;
    for (std::size_t end = 1; end <= script.text.size(); ++end)
        if (end == script.text.size() || (script.text[end] & 0xc0) != 0x80)
            typed.emplace_back(script.text.substr(0, end));
    if (!script.back) return typed;
    typed.pop_back();
    return {typed.rbegin(), typed.rend()};
}

Query by_expiry(const ServicesView& view, std::string search)
{
    return {.search = std::move(search), .sort = {{column_of(view, "expires")}}};
}

void measure_typing(const Looking& looking)
{
    // The first search: only the order is precomputed.
    Series cold;
    repeat(limit_ms, 5, [&] {
        auto view = pages::services_view();
        bring_up_to_date(view, looking, by_expiry(view, ""));
        cold.add(bring_up_to_date(view, looking, by_expiry(view, "b")));
    });

    const auto known = pages::services_view();
    auto       first = known.beside();
    bring_up_to_date(first, looking, by_expiry(first, "b"));
    cold.report("first search", first, looking);

    // Each run uses a view without cached answers of the previous run.
    auto view = known.beside();
    for (const auto& script : scripts) {
        const auto          typed = keystrokes(script);
        std::vector<Series> series(typed.size());
        const auto          before = script.back ? std::string(script.text) : std::string();
        repeat(limit_ms, 15, [&] {
            view = known.beside();
            bring_up_to_date(view, looking, by_expiry(view, before));
            rest(view, looking, by_expiry(view, before));
            for (std::size_t key = 0; key < typed.size(); ++key)
                series[key].add(bring_up_to_date(view, looking, by_expiry(view, typed[key])));
        });
        for (std::size_t key = 0; key < typed.size(); ++key) {
            bring_up_to_date(view, looking, by_expiry(view, typed[key]));
            series[key].report("typing", view, looking, script.name, typed[key], before);
        }
    }
}

// --- sorting -----------------------------------------------------------------------

constexpr std::string_view orders[] = {"name", "expires", "status"};

Query sorted(const ServicesView& view, std::string_view key, bool descending)
{
    return {.sort = {{column_of(view, key), descending}}};
}

void measure_sorting(const Looking& looking)
{
    for (const auto key : orders) {
        Series first;
        auto   view = pages::services_view();
        repeat(limit_ms, 5, [&] {
            view = pages::services_view();
            bring_up_to_date(view, looking, {});
            first.add(bring_up_to_date(view, looking, sorted(view, key, false)));
        });
        first.report("first sort", view, looking, key);
    }

    auto view = pages::services_view();
    for (const auto key : orders) bring_up_to_date(view, looking, sorted(view, key, false));
    for (const bool descending : {false, true}) {
        Series series[std::size(orders)];
        repeat(limit_ms, 10, [&] {
            for (std::size_t order = 0; order < std::size(orders); ++order)
                series[order].add(bring_up_to_date(view, looking, sorted(view, orders[order], descending)));
        });
        for (std::size_t order = 0; order < std::size(orders); ++order) {
            bring_up_to_date(view, looking, sorted(view, orders[order], descending));
            series[order].report("cached sort", view, looking, orders[order], descending ? "descending" : "");
        }
    }

    // The bytes per row once everything searched and sorted is cached.
    bring_up_to_date(view, looking, by_expiry(view, "b"));
    for (const auto key : orders) {
        bring_up_to_date(view, looking, sorted(view, key, false));
        rest(view, looking, sorted(view, key, false));
    }
    const auto& services = looking.state.services;
    const auto  table    = static_cast<double>(services.rows().memory());
    const auto  views    = static_cast<double>(view.memory());
    Line("memory", services.size())
        .add("memory", table + views)
        .add("table_bytes_a_row", table / services.size())
        .add("view_bytes_a_row", views / services.size())
        .add("bytes_a_row", (table + views) / services.size());
}

// --- scrolling: the texts of a screen ----------------------------------------------

void measure_screens(const Looking& looking)
{
    const auto& services = looking.state.services;
    auto        view     = pages::services_view();
    bring_up_to_date(view, looking, by_expiry(view, ""));
    for (const bool far : {false, true}) {
        const auto  top   = far ? view.size() / 10 * 9 : 0;
        std::size_t bytes = 0;
        Times       times;
        repeat(limit_ms, 200, [&] {
            const Stopwatch watch;
            for (std::size_t place = top; place < top + screen_rows && place < view.size(); ++place) {
                const pages::ServiceRow row{&looking, services.row(view[place])};
                for (const auto& column : pages::shown_columns()) bytes += column.cell(row).text.size();
            }
            times.add(watch.us());
        });
        Line("screen", services.size())
            .add("script", far ? "far" : "top")
            .add(times)
            .add("found", view.size())
            .add("bytes", static_cast<double>(bytes / times.runs()));
    }
}

// --- an edit -----------------------------------------------------------------------

void measure_edits(model::State& state, const Looking& looking)
{
    const Condition active{"tab", "active",
                           [](const Service& service, const Looking& in, std::string_view) {
                               return model::tab_of(service, in.today) == model::Tab::active;
                           },
                           query::Reach::row, pages::status_fields};
    for (const std::string_view script : {"label", "label while searching", "expiry"}) {
        auto view  = pages::services_view();
        auto query = by_expiry(view, script == "label while searching" ? "lyon" : "");
        query.tab  = active;
        bring_up_to_date(view, looking, query);

        Times  put;
        Series update;
        int    edits = 0;
        repeat(limit_ms, 20, [&] {
            auto service = state.services.row(state.services.size() / 3);
            if (script == "expiry")
                service.expires_on = base::days_after(service.expires_on, edits++ % 2 == 0 ? 1 : -1);
            else service.label = "Essai " + std::to_string(edits++);
            const Stopwatch watch;
            state.services.put(service);
            put.add(watch.us());
            update.add(bring_up_to_date(view, looking, query));
        });
        update.report("edit", view, looking, script);
        Line("edit of the row", state.services.size()).add("script", script).add(put);
    }
}

// --- stored pages ------------------------------------------------------------------

void measure_pages(const model::State& state)
{
    const auto&              rows = state.services.rows();
    std::vector<std::string> written;
    std::size_t              bytes = 0;
    Times                    write, read;
    repeat(limit_ms, 7, [&] {
        written.clear();
        const Stopwatch watch;
        for (std::uint32_t page = 0; page < rows.pages().size(); ++page)
            written.push_back(table::write_page(rows, page, 1));
        write.add(watch.us());
    });
    for (const auto& page : written) bytes += page.size();

    std::uint32_t found = 0;
    repeat(limit_ms, 7, [&] {
        const Stopwatch       watch;
        table::Table<Service> services;
        for (const auto& page : written) services.adopt(table::read_page(page, rows.schema(), 1).page);
        read.add(watch.us());
        found = services.size();
    });
    Line("pages written", rows.size()).add(write).add("found", rows.size()).add("bytes", static_cast<double>(bytes));
    Line("pages read", rows.size()).add(read).add("found", found).add("bytes", static_cast<double>(bytes));
}

// --- a command ---------------------------------------------------------------------

// Domains are locked and unlocked: the command is checked and performed, the host asks the registrar, who answers.
void measure_commands(model::State& state, model::Day today)
{
    demo::Company   company(today.catalogue());
    auto            now = base::paris_midnight(today);
    const Stopwatch first;
    company.step(state, now);
    Line("host, first step", state.services.size()).add("median_us", first.us());

    Times         performed, carried_out;
    std::uint32_t row     = 0;
    int           command = 0;
    repeat(limit_ms, 200, [&] {
        const model::Context context{now, "bench." + std::to_string(++command), today.catalogue()};
        model::SetLock       lock;
        do {
            row          = (row + 7'919) % static_cast<std::uint32_t>(state.services.size());
            const auto s = state.services.row(row);
            lock         = {s.id, !s.locked};
        } while (!model::check(state, lock, context).none());
        const Stopwatch watch;
        if (model::check(state, lock, context).none()) model::perform(state, lock, context);
        performed.add(watch.us());
        const Stopwatch host;
        for (int step = 0; step < 3; ++step) {
            now = base::ms_after(now, 3'000);
            company.step(state, now);
        }
        carried_out.add(host.us());
    });
    Line("command", state.services.size()).add(performed);
    Line("command carried out", state.services.size()).add(carried_out);
}

// --- arguments ---------------------------------------------------------------------

struct Asked {
    tools::Invented  account{.services = 1000, .seed = 1, .today = *base::parse_date("2026-11-01")};
    std::string_view rows;  // what to export, "rows" or "stored"; empty: measure
};

std::optional<Asked> read_arguments(int count, char** arguments)
{
    Asked asked;
    for (int index = 1; index + 1 < count; index += 2) {
        const std::string_view name = arguments[index], value = arguments[index + 1];
        auto&                  services = asked.account.services;
        if (name == "--services") {
            if (std::from_chars(value.data(), value.data() + value.size(), services).ec != std::errc{}) return {};
        } else if (name == "--export") asked.rows = value;
        else return {};
    }
    return count % 2 == 1 && asked.account.services > 0 ? std::optional(asked) : std::nullopt;
}

}  // namespace

int main(int count, char** arguments)
{
    const auto asked = read_arguments(count, arguments);
    if (!asked) {
        std::fputs("usage: bench_table [--services N] [--export rows|stored]\n", stderr);
        return 2;
    }
    // Formatting numbers and dates reads the language from the kit's Context, found through ImGui's; nothing is drawn.
    ImGui::CreateContext();
    ui::Context kit;
    ImGui::GetIO().UserData = &kit;

    const Stopwatch& making = tools::program_time();
    auto             state  = tools::invented_account(asked->account);
    const Looking    looking{state, {asked->account.today, demo::catalogue()}, kit.language};
    if (asked->rows == "rows") return tools::export_rows(looking);
    if (asked->rows == "stored") return tools::export_stored(state, asked->account.today);
    Line("account", state.services.size()).add("median_us", making.us());

    measure_typing(looking);
    measure_sorting(looking);
    measure_screens(looking);
    measure_pages(state);
    measure_edits(state, looking);
    measure_commands(state, looking.today);
    return 0;
}
