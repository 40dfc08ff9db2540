// The preview of a bulk action: which services it would change, and why not the others. Computed in slices, one per
// frame, and restarted when the data, the day or the draft changes.
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
    // Services refused for the same reason.
    struct Refused {
        base::Problem            why;
        std::size_t              count = 0;
        std::vector<std::string> names;             // of the first few
        bool                     by_draft = false;  // the draft is the cause: another one might be possible
    };

    Rehearsal() = default;
    Rehearsal(const BulkAction& action, std::vector<model::ServiceId> services)
        : action_(&action), services_(std::move(services))
    {}

    // Continues until finished or out of time. `revision` must differ whenever the state does.
    void update(const model::State&, const model::Context&, std::uint64_t revision, const BulkDraft&, query::Budget*);

    bool        finished() const { return done_ == services_.size(); }
    std::size_t done() const { return done_; }
    std::size_t size() const { return services_.size(); }

    // The commands to dispatch, and the names of the first few services.
    const std::vector<model::Command>& commands() const { return commands_; }
    const std::vector<std::string>&    names() const { return names_; }
    const std::vector<Refused>&        refused() const { return refused_; }
    base::Money total() const { return model::total_of(rates_); }  // price of all commands, VAT included

    // Problems of the draft itself, for any service: then nothing would be done.
    base::Problems mistakes() const;

private:
    void start(std::uint64_t revision, model::Day today, const BulkDraft&);
    void look_at(const model::ServiceId&, const model::State&, const model::Context&, model::Day today);
    void refuse(base::Problem, std::string name, bool by_draft = false);

    const BulkAction*             action_ = nullptr;
    std::vector<model::ServiceId> services_;

    // The inputs of the current result.
    std::uint64_t revision_ = 0;
    base::Date    today_;
    BulkDraft     draft_;
    bool          started_ = false;

    std::size_t                 done_ = 0;
    std::vector<model::Command> commands_;
    std::vector<std::string>    names_;
    std::vector<Refused>        refused_;
    base::Problems              mistakes_;
    model::Rates                rates_;
};

}  // namespace pages
