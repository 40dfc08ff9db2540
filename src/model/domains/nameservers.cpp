#include "model/domains/nameservers.hpp"

#include "base/domain_name.hpp"
#include "base/text.hpp"
#include "model/billing/catalogue.hpp"
#include "model/why.hpp"

#include <algorithm>

namespace model {
namespace {

std::vector<std::string_view> split(std::string_view text)
{
    constexpr std::string_view    blanks = " \t\r\n";
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(blanks, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(blanks, end);
    }
    return parts;
}

bool is_blank(std::string_view entry) { return split(entry).empty(); }

// The entries as they are stored: normalized, without blank ones.
std::vector<std::string> tidy(const std::vector<std::string>& entries)
{
    std::vector<std::string> tidied;
    for (const auto& entry : entries)
        if (!is_blank(entry)) tidied.push_back(to_text(read_nameserver(entry)));
    return tidied;
}

}  // namespace

NameServer read_nameserver(std::string_view entry)
{
    NameServer server;
    for (const auto part : split(entry)) {
        if (server.host.empty()) {
            server.host = base::to_lower(part);
            if (server.host.size() > 1 && server.host.ends_with('.')) server.host.pop_back();
        } else {
            server.addresses.push_back(base::to_lower(part));
        }
    }
    return server;
}

std::string to_text(const NameServer& server)
{
    auto text = server.host;
    for (const auto& address : server.addresses) text += ' ' + address;
    return text;
}

std::optional<base::Problem> fault_of_nameserver(std::string_view entry, std::string_view domain_name)
{
    const auto server = read_nameserver(entry);
    if (base::is_ip_address(server.host)) return because("nameserver.address_instead_of_name", {server.host});
    if (!base::is_host_name(server.host))
        return because("nameserver.not_a_host_name", {std::string(base::trimmed(entry))});

    for (const auto& address : server.addresses) {
        if (!base::is_ip_address(address)) return because("nameserver.not_an_address", {address});
        if (!is_public_address(address)) return because("nameserver.private_address", {address});
    }
    // Glue: resolvers cannot find a name server inside the domain it serves unless its addresses are given too.
    const bool inside = base::is_inside(server.host, domain_name);
    if (inside && server.addresses.empty())
        return because("nameserver.glue_missing", {server.host, std::string(domain_name)});
    if (!inside && !server.addresses.empty()) return because("nameserver.glue_superfluous", {std::string(domain_name)});
    return {};
}

std::vector<std::string> nameservers_of_host(const Catalogue& catalogue)
{
    return {catalogue.nameservers.begin(), catalogue.nameservers.end()};
}

std::optional<base::Problem> why_not_change_nameservers(const State& state, const Service& service, Day today)
{
    if (service.kind != ServiceKind::domain) return because("why.not_a_domain");
    if (auto reason = why_gone(service, today)) return reason;
    if (service.status == Status::pending) return because("why.not_delivered");
    if (life_of(service, today).phase != Phase::active) return because("why.expired");
    if (auto reason = why_held(service)) return reason;
    if (service.status == Status::suspended) return because("why.suspended");
    if (!is_active(service, today)) return because("why.expired");
    return why_busy(state, service);
}

base::Problems check(const State& state, const ChangeNameservers& command, const Context& context)
{
    base::Problems problems;
    const auto     service = state.services.get(command.service);
    if (!service) {
        problems.add("", "why.no_such_service");
        return problems;
    }
    refuse(problems, why_not_change_nameservers(state, *service, day_of(context)));
    if (command.seen != service->nameservers) problems.add("", "why.nameservers_changed_meanwhile");

    std::vector<std::string> hosts;
    for (std::size_t index = 0; index < command.nameservers.size(); ++index) {
        const auto& entry = command.nameservers[index];
        if (is_blank(entry)) continue;
        const auto field = "nameservers." + std::to_string(index);
        auto       host  = read_nameserver(entry).host;
        if (const auto fault = fault_of_nameserver(entry, service->name)) refuse(problems, fault, field);
        else if (std::find(hosts.begin(), hosts.end(), host) != hosts.end())
            problems.add(field, "nameserver.twice", {host});
        hosts.push_back(std::move(host));
    }
    if (hosts.size() < min_nameservers || hosts.size() > max_nameservers)
        problems.add("nameservers", "nameserver.count", {std::int64_t{min_nameservers}, std::int64_t{max_nameservers}});
    if (tidy(command.nameservers) == service->nameservers) problems.add("", "nameserver.nothing_changed");
    return problems;
}

void perform(State& state, const ChangeNameservers& command, const Context& context)
{
    state.operations.put(
        asked_operation(NameserverChange{command.seen, tidy(command.nameservers)}, command.service, context));
}

}  // namespace model
