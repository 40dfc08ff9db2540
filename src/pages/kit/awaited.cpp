#include "pages/kit/awaited.hpp"

#include <utility>

namespace pages {

void Awaited::ask(Screen& screen, exchange::Question question)
{
    slot_ = std::make_shared<Slot>();
    screen.ask(AskHost{.question = std::move(question),
                       .answered =
                           [slot = std::weak_ptr(slot_)](exchange::Answer answer) {
                               if (const auto still = slot.lock()) still->answer = std::move(answer);
                               else wipe(answer);
                           },
                       .under_way =
                           [slot = std::weak_ptr(slot_)](exchange::Asked asked) {
                               if (const auto still = slot.lock()) still->asked = std::move(asked);
                           }});
}

std::optional<exchange::Answer> Awaited::take()
{
    if (!slot_ || !slot_->answer) return {};
    auto answer = std::exchange(slot_->answer, std::nullopt);
    slot_.reset();
    return answer;
}

}  // namespace pages
