#include "exchange/ledger.hpp"

#include <charconv>
#include <utility>

namespace exchange {
namespace {

std::string name_of(std::string_view device, std::uint64_t seq)
{
    return std::string(device) + '.' + std::to_string(seq);
}

base::Id<RefusalReason> reason_of(const std::string& refused, std::size_t number)
{
    return {refused + '/' + std::to_string(number)};
}

base::Problem problem_of(std::string field, std::string_view key, base::Args args)
{
    return {std::move(field), base::find_key(key).value_or(base::TextKey()), std::move(args)};
}

// Reads the problems of a refused command as programs of schema 2 packed them.
base::Problems unpack(const std::vector<std::string>& packed)
{
    base::Problems problems;
    for (std::size_t at = 0; at + 3 <= packed.size();) {
        const auto& field = packed[at];
        const auto& key   = packed[at + 1];
        std::size_t count = 0;
        std::from_chars(packed[at + 2].data(), packed[at + 2].data() + packed[at + 2].size(), count);
        at += 3;
        base::Args args;
        for (; count > 0 && at < packed.size(); --count) args.push_back(base::arg_of(packed[at++]));
        problems.list.push_back(problem_of(field, key, std::move(args)));
    }
    return problems;
}

}  // namespace

std::uint64_t Ledger::through(std::string_view device) const
{
    const auto known = devices.get({std::string(device)});
    return known ? static_cast<std::uint64_t>(known->through) : 0;
}

std::optional<base::Problems> Ledger::refusal(std::string_view device, std::uint64_t seq) const
{
    const auto name = name_of(device, seq);
    const auto one  = refused.get({name});
    if (!one) return std::nullopt;
    auto problems = unpack(one->problems);
    while (auto reason = reasons.get(reason_of(name, problems.list.size())))
        problems.list.push_back(problem_of(std::move(reason->field), reason->text.value, std::move(reason->args)));
    if (problems.none()) problems.add("", {});
    return problems;
}

void Ledger::settle(const std::string& device, std::uint64_t seq, const base::Problems& problems)
{
    const auto number = static_cast<std::int64_t>(seq);
    const auto name   = name_of(device, seq);
    devices.put({{device}, number});
    if (!problems.none()) refused.put({{name}, {device}, number, {}});
    for (std::size_t at = 0; at < problems.list.size(); ++at) {
        const auto& problem = problems.list[at];
        reasons.put({reason_of(name, at), problem.field, {std::string(base::key_name(problem.text))}, problem.args});
    }
    if (number > remembered) forget(name_of(device, seq - remembered));
}

void Ledger::forget(const std::string& name)
{
    if (!refused.erase({name})) return;
    for (std::size_t at = 0; reasons.erase(reason_of(name, at));) ++at;
}

void Ledger::skip(const std::string& device, std::uint64_t seq)
{
    if (seq > through(device)) devices.put({{device}, static_cast<std::int64_t>(seq)});
}

}  // namespace exchange
