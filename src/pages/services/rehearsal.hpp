// What a bulk action would do, before it is done: which services it would change, and why not the others. Worked out a
// slice a frame, and anew when the data, the day or what is asked changes.
#pragma once
#include "base/money.hpp"
#include "model/command.hpp"
#include "pages/services/bulk_actions.hpp"
#include "query/budget.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pages {

class Rehearsal {
public:
    // Services for the same reason.
    struct Refused {
        base::Problem            why;
        std::size_t              count = 0;
        std::vector<std::string> names;             // of the first ones
        bool                     by_draft = false;  // with another draft it might be possible
    };

    Rehearsal() = default;
    Rehearsal(const BulkAction& action, std::vector<model::ServiceId> services)
        : action_(&action), services_(std::move(services))
    {}

    // Goes on until all is known, or the time is spent. `revision`: another number whenever the state is another.
    void update(const model::State&, const model::Context&, std::uint64_t revision, const BulkDraft&, query::Budget*);

    bool        finished() const { return done_ == services_.size(); }
    std::size_t done() const { return done_; }
    std::size_t size() const { return services_.size(); }

    // What would be dispatched, and the names of the first ones.
    const std::vector<model::Command>& commands() const { return commands_; }
    const std::vector<std::string>&    names() const { return names_; }
    const std::vector<Refused>&        refused() const { return refused_; }
    base::Money                        total() const { return total_; }  // of what is paid, VAT included

    // What is wrong with the draft itself, whatever the service: then nothing would be done.
    base::Problems mistakes() const;

private:
    void start(std::uint64_t revision, model::Day today, const BulkDraft&);
    void look_at(const model::ServiceId&, const model::State&, const model::Context&, model::Day today);
    void refuse(base::Problem, std::string name, bool by_draft = false);

    const BulkAction*             action_ = nullptr;
    std::vector<model::ServiceId> services_;

    // What it was worked out from.
    std::uint64_t revision_ = 0;
    base::Date    today_;
    BulkDraft     draft_;
    bool          started_ = false;

    std::size_t                 done_ = 0;
    std::vector<model::Command> commands_;
    std::vector<std::string>    names_;
    std::vector<Refused>        refused_;
    base::Problems              mistakes_;
    base::Money                 total_;
};

}  // namespace pages
