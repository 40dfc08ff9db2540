#include "exchange/ledger.hpp"

#include <charconv>

namespace exchange {
namespace {

std::string name_of(std::string_view device, std::uint64_t seq)
{
    return std::string(device) + '.' + std::to_string(seq);
}

std::vector<std::string> pack(const base::Problems& problems)
{
    std::vector<std::string> packed;
    for (const auto& problem : problems.list) {
        packed.push_back(problem.field);
        packed.emplace_back(base::key_name(problem.text));
        packed.push_back(std::to_string(problem.args.size()));
        packed.insert(packed.end(), problem.args.begin(), problem.args.end());
    }
    return packed;
}

// A sentence that this build does not know is left empty: the refusal counts, its words are lost.
base::Problems unpack(const std::vector<std::string>& packed)
{
    base::Problems problems;
    for (std::size_t at = 0; at + 3 <= packed.size();) {
        base::Problem problem;
        problem.field = packed[at];
        problem.text  = base::find_key(packed[at + 1]).value_or(base::TextKey());

        std::size_t count = 0;
        std::from_chars(packed[at + 2].data(), packed[at + 2].data() + packed[at + 2].size(), count);
        at += 3;
        for (; count > 0 && at < packed.size(); --count) problem.args.push_back(packed[at++]);
        problems.list.push_back(std::move(problem));
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
    const auto one = refused.get({name_of(device, seq)});
    return one ? std::optional(unpack(one->problems)) : std::nullopt;
}

void Ledger::settle(const std::string& device, std::uint64_t seq, const base::Problems& problems)
{
    const auto number = static_cast<std::int64_t>(seq);
    devices.put({{device}, number});
    if (!problems.none()) refused.put({{name_of(device, seq)}, {device}, number, pack(problems)});
    if (number > remembered) refused.erase({name_of(device, seq - remembered)});
}

void Ledger::skip(const std::string& device, std::uint64_t seq)
{
    if (seq > through(device)) devices.put({{device}, static_cast<std::int64_t>(seq)});
}

}  // namespace exchange
