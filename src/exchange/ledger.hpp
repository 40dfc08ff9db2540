// Which commands of each device are settled, and how, so that a command that comes twice is carried out once and gets the
// same answer. These are tables, stored and committed together with the account's rows.
#pragma once
#include "base/problems.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

struct Device {
    base::Id<Device> id;
    std::int64_t     through = 0;  // every command up to this one is settled
};

template <class Visit>
constexpr void fields(Visit&& visit, Device& d)
{
    visit("id", d.id);
    visit("through", d.through);
}

// A command that was refused. RefusalReason rows tell why.
struct Refused {
    base::Id<Refused>        id;  // "<device>.<seq>"
    base::InternedText       device;
    std::int64_t             seq = 0;
    std::vector<std::string> problems;  // only of schema 2: for each reason field, key, number of arguments, arguments

    bool operator==(const Refused&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Refused& r)
{
    visit("id", r.id);
    visit("device", r.device);
    visit("seq", r.seq);
    visit("problems", r.problems);
}

// One problem of a refused command.
struct RefusalReason {
    base::Id<RefusalReason> id;  // "<device>.<seq>/<n>", n counting from 0
    std::string             field;
    base::InternedText      text;  // the key of a sentence
    base::Args              args;

    bool operator==(const RefusalReason&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, RefusalReason& r)
{
    visit("id", r.id);
    visit("field", r.field);
    visit("text", r.text);
    visit("args", r.args);
}

class Ledger {
public:
    // Outcomes of commands older than this are forgotten: the device has had the answer long before.
    static constexpr std::int64_t remembered = 256;

    table::Table<Device>        devices;
    table::Table<Refused>       refused;
    table::Table<RefusalReason> reasons;

    std::uint64_t through(std::string_view device) const;

    // Why a settled command was refused: at least one problem, with an empty text if that is lost or unknown to this
    // program. Nothing if the command was carried out, or its outcome is forgotten.
    std::optional<base::Problems> refusal(std::string_view device, std::uint64_t seq) const;

    // Settles the next command of a device: as refused if there are problems, else as carried out.
    void settle(const std::string& device, std::uint64_t seq, const base::Problems&);

    // Counts everything up to `seq` as settled: the device has given these commands up.
    void skip(const std::string& device, std::uint64_t seq);

private:
    void forget(const std::string& refused);
};

}  // namespace exchange
