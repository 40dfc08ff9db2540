#include "app/worker.hpp"

#include "platform/clock.hpp"

#include <utility>

namespace app {
namespace {

constexpr double slice_ms = 7, hidden_slice_ms = 500, shown_after_ms = 300;

}  // namespace

void Worker::start(std::unique_ptr<Job> job)
{
    cancel();
    job_      = std::move(job);
    since_ms_ = platform::elapsed_ms();
    if (on_change) on_change();
    go_on();
}

void Worker::cancel()
{
    if (!job_) return;
    platform::cancel(timer_);
    stop();
}

void Worker::go_on()
{
    timer_ = 0;
    // What a job tells at its end may start the next one.
    const auto* current = job_.get();
    const bool  going   = job_->step(hidden_ ? hidden_slice_ms : slice_ms);
    if (job_.get() != current) return;
    if (!going) return stop();
    job_->tell(shown_);
    if (platform::elapsed_ms() - since_ms_ >= shown_after_ms) shown_.dialog.open = true;
    timer_ = platform::call_after(0, [this] { go_on(); });
}

void Worker::stop()
{
    timer_ = 0;
    job_.reset();
    shown_.dialog.open = false;
    if (on_change) on_change();
}

}  // namespace app
