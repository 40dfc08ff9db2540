#include "model/domains/nameservers.hpp"

#include "base/domain_name.hpp"
#include "base/pasted.hpp"
#include "base/written.hpp"
#include "model/billing/catalogue.hpp"
#include "model/why.hpp"

#include <algorithm>

namespace model {
namespace {

// The entries as they are stored: normalized, without blank ones.
std::vector<std::string> tidy(const std::vector<std::string>& entries)
{
    std::vector<std::string> tidied;
    for (const auto& entry : entries)
        if (!base::is_blank(entry)) tidied.push_back(to_text(read_nameserver(entry)));
    return tidied;
}

}  // namespace

NameServer read_nameserver(std::string_view entry)
{
    NameServer server;
    for (const auto& line : base::pasted_hosts(entry))
        for (std::size_t at = 0; at < line.size();) {
            const auto end  = std::min(line.find(' ', at), line.size());
            auto       part = line.substr(at, end - at);
            if (server.host.empty()) server.host = std::move(part);
            else server.addresses.push_back(std::move(part));
            at = end + 1;
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
    if (!base::is_host_name(server.host)) return because("nameserver.not_a_host_name", {base::tidied(entry)});

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
        if (base::is_blank(entry)) continue;
        const auto field = "nameservers." + std::to_string(index);
        auto       host  = read_nameserver(entry).host;
        if (const auto fault = fault_of_nameserver(entry, service->name)) refuse(problems, fault, field);
        else if (std::find(hosts.begin(), hosts.end(), host) != hosts.end())
            problems.add(field, "nameserver.twice", {host});
        hosts.push_back(std::move(host));
    }
    if (hosts.size() < min_nameservers || hosts.size() > max_nameservers)
        problems.add("nameservers", "nameserver.count", {std::int64_t{min_nameservers}, std::int64_t{max_nameservers}});
    if (tidy(command.nameservers) == tidy(service->nameservers)) problems.add("", "nameserver.nothing_changed");
    return problems;
}

void perform(State& state, const ChangeNameservers& command, const Context& context)
{
    state.operations.put(
        asked_operation(NameserverChange{command.seen, tidy(command.nameservers)}, command.service, context));
}

}  // namespace model
