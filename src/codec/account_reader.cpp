// Reads an account: takes the bytes as they come, reads one row at a time, and at the end checks whether the rows refer
// to one another as they should.
#include "codec/account_file.hpp"

#include "base/domain_name.hpp"
#include "base/text.hpp"
#include "codec/account_beginning.hpp"
#include "codec/account_head.hpp"
#include "codec/reader.hpp"
#include "model/earlier/schema_2.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <type_traits>
#include <utility>

namespace codec {
namespace {

using model::Operation;
using model::Service;
using model::ServiceKind;

constexpr std::size_t megabyte = 1'000'000, rows_at_once = 256, references_at_once = 20'000;

// The numbers of the file's parts: first the profile, then the tables in their order. Only these two tables have
// references.
enum PartNumber : std::size_t { profile_part, services_part, operations_part };

// --- one row -------------------------------------------------------------------------

// A domain is registered directly under a public suffix: of a registry, or of a company that sells names below its own
// (example.uk.com).
bool can_be_registered(std::string_view name, const base::PublicSuffixes& suffixes)
{
    return suffixes.registrable_domain(name, base::SuffixKind::registry) == name ||
           suffixes.registrable_domain(name, base::SuffixKind::any) == name;
}

// "ns1.example.fr", or with addresses: "ns1.example.fr 192.0.2.1".
bool is_nameserver(std::string_view entry)
{
    const auto host = entry.substr(0, entry.find(' '));
    if (!base::is_host_name(host)) return false;
    entry.remove_prefix(host.size());
    while (!entry.empty()) {
        entry.remove_prefix(1);
        const auto address = entry.substr(0, entry.find(' '));
        if (!base::is_ip_address(address)) return false;
        entry.remove_prefix(address.size());
    }
    return true;
}

// The shown name says the same as the name, or else a domain would be taken for another one.
std::optional<RowFault> fault_of_shown_name(std::string_view name, std::string_view shown, std::string_view field)
{
    if (shown.empty() || shown == name || shown == base::to_unicode(name)) return std::nullopt;
    return RowFault{field, "account_file.bad_display_name", {excerpt(shown), excerpt(name)}};
}

std::optional<RowFault> fault_of(const Service& service, const base::PublicSuffixes* suffixes)
{
    if (service.kind == ServiceKind::domain) {
        const auto& name = service.name;
        const bool  good = base::is_host_name(name) && name == base::to_lower(name) &&
                           (!suffixes || can_be_registered(name, *suffixes));
        if (!good) return RowFault{"name", "account_file.bad_domain_name", {excerpt(name)}};
    }
    if (auto fault = fault_of_shown_name(service.name, service.display_name, "display_name")) return fault;
    for (const auto& entry : service.nameservers)
        if (!is_nameserver(entry)) return RowFault{"nameservers", "account_file.bad_host_name", {excerpt(entry)}};
    return std::nullopt;
}

std::optional<RowFault> fault_of(const Operation& operation)
{
    const auto* offered = std::get_if<model::OfferedRegistration>(&operation.detail);
    return offered ? fault_of_shown_name(offered->name, offered->display_name, "detail") : std::nullopt;
}

// A message may only link to a page of this program: anybody may have edited the file, so it must not lead elsewhere.
std::optional<RowFault> fault_of(const model::Message& message)
{
    if (message.link.empty() || message.link.starts_with("#/")) return std::nullopt;
    return RowFault{"link", "account_file.bad_link"};
}

// --- before and after --------------------------------------------------------------------

std::optional<base::Problem> fault_of_head(const Head& head)
{
    if (head.format.empty()) return without_line("account_file.wrong_format");
    if (head.format != account_format) return Reader::problem_at(1, "$.format", "account_file.wants_format", {});
    if (head.version < 1 || head.version > account_version)
        return Reader::problem_at(1, "$.version", "account_file.wrong_version", {head.version});
    return std::nullopt;
}

// A field that names a service, and the kind that this service must have.
struct Reference {
    std::size_t                part;
    const char*                field;
    std::optional<ServiceKind> wanted;
};
constexpr std::array references = {
    Reference{services_part, "linked_to", ServiceKind::hosting},
    Reference{services_part, "main_domain", ServiceKind::domain},
    Reference{services_part, "offered_domain", ServiceKind::domain},
    Reference{operations_part, "service", std::nullopt},
};

// The line of a field in each row, for messages about a later row that conflicts with it.
struct Lines {
    std::size_t                part;
    const char*                field;
    std::vector<std::uint32_t> lines = {};
};

}  // namespace

struct AccountReader::Parts {
    explicit Parts(const base::PublicSuffixes* with) : suffixes(with)
    {
        reader.tidies_texts();
        parts.push_back(part("profile", profile, false));
        parts.back().required = {"account"};
        parts.back().finish   = [this](std::uint32_t) -> std::optional<RowFault> {
            has_profile = true;
            state.profile.put(profile);
            return std::nullopt;
        };
        for_each_table(state, [this](std::string_view name, auto& rows) {
            // Not the profile, which is a single object, nor the unknown members, which are kept beside the tables.
            if constexpr (!std::is_same_v<decltype(rows), table::Table<model::Profile>&> &&
                          !std::is_same_v<decltype(rows), table::Table<model::Extra>&>)
                add_table(name, rows);
        });
        const auto not_in_format_1 = [this] { return head.version != 1; };
        for (auto& part : parts)
            if (std::ranges::find(model::schema_2::later_tables, part.name) != model::schema_2::later_tables.end())
                part.applies = not_in_format_1;
        // Added after today's tables, so that these keep their numbers. In a file of format 1 they are used instead.
        model::schema_2::for_each_table(earlier, [&](std::string_view name, auto& rows) {
            for (auto& today : parts)
                if (today.name == name) today.applies = not_in_format_1;
            add_table(name, rows);
            parts.back().applies = [this] { return head.version == 1; };
        });
        for (const auto& reference : references) lines.push_back({reference.part, reference.field});
    }

    // Reads, checks and stores one row of the table at a time.
    template <class T>
    void add_table(std::string_view name, table::Table<T>& rows)
    {
        const auto number = parts.size();
        const auto row    = std::make_shared<T>();
        parts.push_back(part(name, *row, true));
        parts.back().required = {"id"};
        if constexpr (std::is_same_v<T, Service>) parts.back().required = {"id", "name"};
        if constexpr (std::is_same_v<T, Operation> || std::is_same_v<T, model::schema_2::Operation>)
            parts.back().required = {"id", "service"};
        parts.back().finish = [this, number, row, &rows](std::uint32_t) {
            if constexpr (std::is_same_v<T, Service>)
                if (auto fault = fault_of(*row, suffixes)) return fault;
            if constexpr (std::is_same_v<T, model::Message>)
                if (auto fault = fault_of(*row)) return fault;
            if constexpr (std::is_same_v<T, Operation>)
                if (auto fault = fault_of(*row)) return fault;
            if (auto fault = fault_of_id(rows.rows(), row->id.value, number)) return fault;
            rows.put(*row);
            note_lines(number);
            return std::optional<RowFault>();
        };
        lines.push_back({number, "id"});
        if constexpr (std::is_same_v<T, model::schema_2::Operation>) lines.push_back({number, "service"});
    }

    std::uint32_t line_of(std::size_t part, std::string_view field, std::uint32_t row) const
    {
        for (const auto& kept : lines)
            if (kept.part == part && kept.field == field) return kept.lines[row];
        return 0;
    }

    // A fault if a row has this id already.
    std::optional<RowFault> fault_of_id(const table::Rows& rows, std::string_view id, std::size_t part) const
    {
        const auto other = rows.find(id);
        if (!other) return std::nullopt;
        return RowFault{"id", "account_file.duplicate_id", {excerpt(id), std::to_string(line_of(part, "id", *other))}};
    }

    // Notes the lines of the row that was just stored.
    void note_lines(std::size_t part)
    {
        for (auto& kept : lines)
            if (kept.part == part) kept.lines.push_back(reader.line_of(kept.field));
    }

    // Checks the next rows; returns the first field that names a service which does not exist or is of the wrong kind.
    std::optional<base::Problem> check(const table::Rows& rows, const Reference& reference)
    {
        const auto column      = rows.schema().find(reference.field);
        const auto kind_column = table::Table<Service>::column("kind");
        const auto end         = static_cast<std::uint32_t>(
            std::min<std::size_t>(rows.size(), checked_rows + references_at_once));
        for (; checked_rows < end; ++checked_rows) {
            const auto id = rows.at(column, checked_rows).text;
            if (id.empty()) continue;
            const auto& wanted = reference.wanted;
            const auto  target = state.services.rows().find(id);
            if (target &&
                (!wanted || static_cast<ServiceKind>(state.services.number_at(kind_column, *target)) == *wanted))
                continue;
            const base::TextKey text = !target                           ? base::TextKey("account_file.dangling")
                                       : *wanted == ServiceKind::hosting ? base::TextKey("account_file.wants_hosting")
                                                                         : base::TextKey("account_file.wants_domain");
            auto                path = (reference.part == services_part ? "$.services[" : "$.operations[") +
                                       std::to_string(checked_rows) + "]." + reference.field;
            return Reader::problem_at(line_of(reference.part, reference.field, checked_rows), std::move(path), text,
                                      {excerpt(id)});
        }
        if (checked_rows == rows.size()) {
            checked_rows = 0;
            ++checked_references;
        }
        return std::nullopt;
    }

    void check_references()
    {
        const auto& reference = references[checked_references];
        problem               = reference.part == services_part ? check(state.services.rows(), reference)
                                                                : check(state.operations.rows(), reference);
        if (checked_references == references.size()) over = true;
    }

    // Moves `checked` to the end of the valid UTF-8; the last character may be cut in two.
    void check_text(std::string_view bytes)
    {
        const auto valid = base::first_invalid_utf8(bytes.substr(checked));
        checked += valid;
        if (checked == bytes.size() || (!ended && bytes.size() - checked < 4)) return;
        const auto before = static_cast<std::size_t>(
            std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(checked), '\n'));
        problem = Reader::problem_at(1 + lines_gone + before, "$", "account_file.not_utf8", {});
    }

    void take_in(std::string_view bytes)
    {
        const auto read = reader.let_go();
        lines_gone += static_cast<std::size_t>(
            std::count(window.begin(), window.begin() + static_cast<std::ptrdiff_t>(read), '\n'));
        window.erase(0, read);
        checked -= read;
        window += bytes;
        total += bytes.size();
        if (!begun) {
            if (!ended && !shows_its_kind(window)) return;
            begun = true;
            if (window.starts_with(byte_order_mark)) window.erase(0, byte_order_mark.size());
            problem = window.empty() ? without_line("account_file.empty") : fault_of_beginning(window);
        }
        if (!problem && total > max_account_megabytes * megabyte)
            problem = without_line("account_file.too_big", {std::int64_t{max_account_megabytes}});
        if (!problem) check_text(window);
        reader.look_at(std::string_view(window).substr(0, checked), ended);
        wants_bytes = false;
    }

    void read_rows()
    {
        for (auto left = rows_at_once; left > 0; --left) {
            const auto step = reader.step();
            wants_bytes     = step == Reader::Step::wants_bytes;
            if (wants_bytes) return;
            if (step == Reader::Step::going) continue;
            problem = reader.problem();
            if (!problem) problem = fault_of_head(head);
            if (!problem && !has_profile) problem = Reader::problem_at(1, "$", "account_file.missing", {"profile"});
            if (!problem) problem = take_earlier();
            all_read = true;
            return;
        }
    }

    // Turns what format 1 had in other columns into rows of today. Refuses a file whose version came after such rows,
    // since these were read as rows of today.
    std::optional<base::Problem> take_earlier()
    {
        if (head.version != 1) return std::nullopt;
        bool       late       = false;
        const auto note_early = [&](std::string_view name) {
            for_each_table(state, [&](std::string_view table, auto& rows) { late |= table == name && !rows.empty(); });
        };
        model::schema_2::for_each_table(earlier, [&](std::string_view name, auto&) { note_early(name); });
        for (const auto name : model::schema_2::later_tables) note_early(name);
        if (late) return Reader::problem_at(1, "$.version", "account_file.version_late", {});
        for (const auto& reference : references)
            if (reference.part == operations_part) lines_of_earlier_operations();
        bring_up(earlier, state);
        head.unknown = model::schema_2::bring_up(head.unknown);
        return std::nullopt;
    }

    // Uses the lines of format 1's operations, for the message about a reference to a missing service.
    void lines_of_earlier_operations()
    {
        const auto part = static_cast<std::size_t>(
            std::ranges::find_if(
                parts, [](const Part& one) { return one.name == "operations" && one.applies && one.applies(); }) -
            parts.begin());
        for (auto& kept : lines)
            if (kept.part == operations_part && std::string_view(kept.field) == "service")
                kept.lines = lines_at(part, "service");
    }
    std::vector<std::uint32_t> lines_at(std::size_t part, std::string_view field) const
    {
        for (const auto& kept : lines)
            if (kept.part == part && kept.field == field) return kept.lines;
        return {};
    }

    const base::PublicSuffixes* suffixes;
    model::State                state;
    model::Profile              profile;
    model::schema_2::Tables     earlier;  // of a file of format 1
    Head                        head;
    std::vector<Part>           parts;
    Reader                      reader{base::shape_of<Head>(), &head, parts};
    std::vector<Lines>          lines;
    std::string                 window;          // bytes that are not read yet
    std::size_t                 checked    = 0;  // how many of them are known to be valid UTF-8
    std::size_t                 lines_gone = 0;  // line breaks before the window
    std::size_t                 total      = 0;
    bool          begun = false, ended = false, wants_bytes = true, has_profile = false, all_read = false, over = false;
    std::size_t   checked_references = 0;
    std::uint32_t checked_rows       = 0;
    std::optional<base::Problem> problem;
};

AccountReader::AccountReader(const base::PublicSuffixes* suffixes) : parts_(std::make_unique<Parts>(suffixes)) {}
AccountReader::~AccountReader() = default;

void AccountReader::add(std::string_view bytes)
{
    if (!over()) parts_->take_in(bytes);
}

void AccountReader::end()
{
    parts_->ended = true;
    if (!over()) parts_->take_in({});
}

bool AccountReader::step()
{
    if (over() || wants_bytes()) return false;
    if (parts_->all_read) parts_->check_references();
    else parts_->read_rows();
    return !over() && !wants_bytes();
}

bool        AccountReader::wants_bytes() const { return parts_->wants_bytes && !over(); }
bool        AccountReader::over() const { return parts_->over || parts_->problem; }
std::size_t AccountReader::services() const { return parts_->state.services.size(); }

base::Result<model::State> AccountReader::take()
{
    if (parts_->problem) return *std::move(parts_->problem);
    if (auto& unknown = parts_->head.unknown.json; !unknown.empty())
        parts_->state.extras.put({{std::string(model::account_members)}, std::move(unknown)});
    return std::move(parts_->state);
}

}  // namespace codec
