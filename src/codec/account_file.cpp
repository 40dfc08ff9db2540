#include "codec/account_file.hpp"

#include "base/domain_name.hpp"
#include "base/text.hpp"
#include "codec/reader.hpp"
#include "codec/write.hpp"

#include <algorithm>
#include <utility>

namespace codec {
namespace {

using model::Kind;
using model::Operation;
using model::Service;

constexpr std::string_view format  = "guichet-account";
constexpr std::int32_t     version = 1;

// What stands in the outermost object beside the parts.
struct Head {
    std::string   format  = {};
    std::int32_t  version = 0;
    base::Unknown unknown = {};
};

template <class Visit> constexpr void fields(Visit&& visit, Head& head)
{
    visit("format", head.format);
    visit("version", head.version);
    visit.rest(head.unknown);
}

// The file while it is read: one row of each kind at a time.
struct Document {
    Head             head;
    model::Profile   profile;
    Service          service;
    Operation        operation;
    std::vector<Part> parts;

    Document()
    {
        parts.push_back(part("profile", profile, false));
        parts.push_back(part("services", service, true));
        parts.push_back(part("operations", operation, true));
        parts[0].required = {"account"};
        parts[1].required = {"id", "name"};
        parts[2].required = {"id", "service"};
    }
    Document(const Document&)            = delete;
    Document& operator=(const Document&) = delete;
};
enum PartNumber : std::size_t { profile_part, services_part, operations_part };

std::size_t find_line(std::string_view bytes, const Place& place)
{
    Document document;
    return Reader(bytes, slots_of<Head>(), &document.head, document.parts).find_line(place);
}

std::string path_of(const Place& place)
{
    std::string path = place.part == services_part ? "$.services[" : "$.operations[";
    path += std::to_string(place.row) + ']';
    if (!place.field.empty()) path += '.' + std::string(place.field);
    return path;
}

// --- one row -------------------------------------------------------------------------

// A domain is registered directly under a public suffix: of a registry, or of a company that sells names
// below its own (example.uk.com).
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

std::optional<RowFault> fault_of(const Service& service, const base::PublicSuffixes* suffixes)
{
    if (service.kind == Kind::domain) {
        const auto& name = service.name;
        const bool  good = base::is_host_name(name) && name == base::to_lower(name) &&
                          (!suffixes || can_be_registered(name, *suffixes));
        if (!good) return RowFault{"name", "account_file.bad_domain_name", {excerpt(name)}};
    }
    for (const auto& entry : service.nameservers)
        if (!is_nameserver(entry)) return RowFault{"nameservers", "account_file.bad_host_name", {excerpt(entry)}};
    return std::nullopt;
}

// Puts a row into its table; an id that is there already is a fault.
template <class T>
std::optional<RowFault> put_new(table::Table<T>& rows, const T& row, std::string_view bytes, std::size_t part)
{
    const auto before = rows.size();
    const auto other  = rows.find(row.id);
    if (!other) rows.put(row);
    if (rows.size() > before) return std::nullopt;
    const auto line = find_line(bytes, {part, *other, "id"});
    return RowFault{"id", "account_file.duplicate_id", {excerpt(row.id.value), std::to_string(line)}};
}

// --- references between rows ------------------------------------------------------------

struct Reference {
    Place                   place;
    std::string             id;
    std::optional<Kind>     wanted;
    std::optional<uint32_t> found;
};

// The first row of `rows` whose `field` names a service that is not there, or is of the wrong kind.
template <class T>
std::optional<Reference> find_bad_reference(const table::Table<T>& rows, const model::State& state, std::size_t part,
                                            const char* field, std::optional<Kind> kind)
{
    const auto column      = table::Table<T>::column(field);
    const auto kind_column = table::Table<Service>::column("kind");
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        const auto id = rows.text_at(column, row);
        if (id.empty()) continue;
        const auto target = state.services.rows().find(id);
        if (target && (!kind || static_cast<Kind>(state.services.number_at(kind_column, *target)) == *kind)) continue;
        return Reference{{part, row, field}, std::string(id), kind, target};
    }
    return std::nullopt;
}

std::optional<base::Problem> fault_of_references(const model::State& state, std::string_view bytes)
{
    const std::optional<Reference> faults[] = {
        find_bad_reference(state.services, state, services_part, "linked_to", Kind::hosting),
        find_bad_reference(state.services, state, services_part, "main_domain", Kind::domain),
        find_bad_reference(state.services, state, services_part, "offered_domain", Kind::domain),
        find_bad_reference(state.operations, state, operations_part, "service", std::nullopt),
    };
    for (const auto& fault : faults) {
        if (!fault) continue;
        const base::TextKey text = !fault->found                     ? base::TextKey("account_file.dangling")
                                   : *fault->wanted == Kind::hosting ? base::TextKey("account_file.wants_hosting")
                                                                     : base::TextKey("account_file.wants_domain");
        return Reader::problem_at(find_line(bytes, fault->place), path_of(fault->place), text, {excerpt(fault->id)});
    }
    return std::nullopt;
}

// --- before and after --------------------------------------------------------------------

base::Problem without_line(base::TextKey text, std::vector<std::string> args = {})
{
    return {{}, text, std::move(args)};
}

// What can be said of the bytes before any of them is understood.
std::optional<base::Problem> fault_of_bytes(std::string_view bytes)
{
    constexpr std::size_t megabyte = 1'000'000;
    if (bytes.empty()) return without_line("account_file.empty");
    if (bytes.size() > max_account_megabytes * megabyte)
        return without_line("account_file.too_big", {std::to_string(max_account_megabytes)});
    const bool two_byte_mark  = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
    const bool two_byte_texts = bytes.size() > 1 && (bytes[0] == '\0') != (bytes[1] == '\0');
    if (two_byte_mark || two_byte_texts) return without_line("account_file.utf16");
    if (bytes.starts_with("\xef\xbb\xbf")) return without_line("account_file.byte_order_mark");
    const auto valid = base::first_invalid_utf8(bytes);
    if (valid == bytes.size()) return std::nullopt;
    const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(valid), '\n');
    return Reader::problem_at(static_cast<std::size_t>(line), "$", "account_file.not_utf8", {});
}

std::optional<base::Problem> fault_of_head(const Head& head)
{
    if (head.format.empty()) return without_line("account_file.wrong_format");
    if (head.format != format) return Reader::problem_at(1, "$.format", "account_file.wants_format", {});
    if (head.version != version)
        return Reader::problem_at(1, "$.version", "account_file.wrong_version", {std::to_string(head.version)});
    return std::nullopt;
}

template <class T> void write_rows(std::string& json, std::string_view name, const table::Table<T>& rows)
{
    json += ",\n\"";
    json += name;
    json += "\":[";
    bool first = true;
    for (const T& row : rows) {
        json += first ? "\n" : ",\n";
        first = false;
        write_object(json, slots_of<T>(), &row, Fields::not_defaults);
    }
    json += first ? "]" : "\n]";
}

}  // namespace

base::Result<model::State> read_account(std::string_view bytes, const base::PublicSuffixes* suffixes)
{
    if (auto fault = fault_of_bytes(bytes)) return *std::move(fault);

    model::State state;
    Document     document;
    bool         has_profile                = false;
    document.parts[profile_part].finish     = [&](std::uint32_t) -> std::optional<RowFault> {
        has_profile   = true;
        state.profile = document.profile;
        return std::nullopt;
    };
    document.parts[services_part].finish = [&](std::uint32_t) {
        auto fault = fault_of(document.service, suffixes);
        return fault ? fault : put_new(state.services, document.service, bytes, services_part);
    };
    document.parts[operations_part].finish = [&](std::uint32_t) {
        return put_new(state.operations, document.operation, bytes, operations_part);
    };

    if (auto fault = Reader(bytes, slots_of<Head>(), &document.head, document.parts).read()) return *std::move(fault);
    if (auto fault = fault_of_head(document.head)) return *std::move(fault);
    if (!has_profile) return Reader::problem_at(1, "$", "account_file.missing", {"profile"});
    if (auto fault = fault_of_references(state, bytes)) return *std::move(fault);
    state.unknown = std::move(document.head.unknown);
    return state;
}

std::string write_account(const model::State& state)
{
    std::string json = "{\n\"format\":";
    write_text(json, format);
    json += ",\n\"version\":" + std::to_string(version) + ",\n\"profile\":";
    write_object(json, slots_of<model::Profile>(), &state.profile, Fields::not_defaults);
    write_rows(json, "services", state.services);
    write_rows(json, "operations", state.operations);
    if (state.unknown.json.size() > 2) {
        json += ",\n";
        json.append(state.unknown.json, 1, state.unknown.json.size() - 2);
    }
    json += "\n}\n";
    return json;
}

}  // namespace codec
