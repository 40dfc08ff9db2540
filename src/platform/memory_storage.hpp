// Storage in memory, for tests and for machines where nothing may be left behind. It can pull the plug:
// what was not durable is then gone, as on a real device.
#pragma once
#include "platform/storage.hpp"

#include <deque>
#include <map>

namespace platform {

class MemoryStorage final : public Storage {
public:
    // `at_once`: calls are answered before they return, which suits simple tests. `when_told`: they wait for
    // `answer_one()` or `answer_all()`, so that a test can crash in between.
    enum class Answers : std::uint8_t { at_once, when_told };

    explicit MemoryStorage(Answers answers = Answers::at_once) : answers_(answers) {}

    void             read(std::string prefix, Read) override;
    void             write(std::vector<Write>, Durability, Done) override;
    void             clear(Done) override;
    std::string_view fault() const override { return fault_; }
    bool             lasting() const override { return false; }

    // Carries out and answers the oldest waiting call; false when none waits.
    bool        answer_one();
    void        answer_all();
    std::size_t waiting() const { return waiting_.size(); }

    // The plug is pulled: waiting calls are never answered and never carried out; what was answered since the
    // last strict write is gone when `power_is_lost`, and kept when only the tab died.
    void crash(bool power_is_lost = false);

    // The next `count` calls are refused with this reason and change nothing.
    void refuse(std::size_t count, std::string reason);

    const std::map<std::string, std::string>& contents() const { return now_; }
    std::map<std::string, std::string>&       damage() { return now_; }

private:
    struct Call {
        std::string        prefix;
        std::vector<Write> writes;
        Durability         durability = Durability::relaxed;
        bool               clears     = false;
        Read               read;
        Done               done;
    };
    void accept(Call);
    void carry_out(Call&);

    Answers                            answers_;
    std::map<std::string, std::string> now_;
    std::map<std::string, std::string> on_disk_;
    std::deque<Call>                   waiting_;
    std::size_t                        refusals_ = 0;
    std::string                        refusal_;
    std::string                        fault_;
};

}  // namespace platform
