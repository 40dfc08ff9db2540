// What was settled of each device's commands, and how: so that a command that comes twice is carried out once and
// answered the same. Tables, stored and committed with the rows they are about.
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

// A command that was refused. Why is said by RefusalReason rows.
struct Refused {
    base::Id<Refused>        id;  // "<device>.<seq>"
    base::InternedText       device;
    std::int64_t             seq = 0;
    std::vector<std::string> problems;  // of schema 2: for each reason field, key, number of arguments, arguments

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
    // Outcomes of older commands than this are forgotten: a device has seen the answer long since.
    static constexpr std::int64_t remembered = 256;

    table::Table<Device>        devices;
    table::Table<Refused>       refused;
    table::Table<RefusalReason> reasons;

    std::uint64_t through(std::string_view device) const;

    // Why a settled command was refused: one problem at least, without words where they are lost or of another version of
    // the program. Nothing when it was carried out, or that is forgotten.
    std::optional<base::Problems> refusal(std::string_view device, std::uint64_t seq) const;

    // Settles the next command of a device: with problems it was refused, without it was carried out.
    void settle(const std::string& device, std::uint64_t seq, const base::Problems&);

    // Counts everything up to `seq` as settled: what a device gave up is not waited for.
    void skip(const std::string& device, std::uint64_t seq);

private:
    void forget(const std::string& refused);
};

}  // namespace exchange
