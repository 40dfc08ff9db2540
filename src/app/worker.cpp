#include "app/worker.hpp"

#include "platform/clock.hpp"
#include "platform/window.hpp"

#include <utility>

namespace app {
namespace {

// Without a GPU a frame costs more than the work, so progress is shown only a few times a second.
constexpr double slice_ms = 10, hidden_slice_ms = 500, shown_after_ms = 300, told_every_ms = 400;
// For the call that starts a job: short jobs finish at once, and the current frame is not late.
constexpr double first_slice_ms = 2;

}  // namespace

void Worker::start(std::unique_ptr<Job> job)
{
    cancel();
    job_      = std::move(job);
    since_ms_ = platform::elapsed_ms();
    told_ms_  = 0;
    if (on_change) on_change();
    go_on(first_slice_ms);
}

void Worker::cancel()
{
    if (!job_) return;
    platform::cancel(timer_);
    stop();
}

void Worker::go_on(double ms)
{
    timer_ = 0;
    // A job that ends may have started the next one.
    const auto* current = job_.get();
    const bool  going   = job_->step(ms);
    if (job_.get() != current) return;
    if (!going) return stop();
    const auto now = platform::elapsed_ms();
    if (now - since_ms_ >= shown_after_ms && now - told_ms_ >= told_every_ms) {
        told_ms_ = now;
        job_->tell(shown_);
        shown_.dialog.open = true;
        platform::request_frame();
    }
    timer_ = platform::work_after(0, [this] { go_on(hidden_ ? hidden_slice_ms : slice_ms); });
}

void Worker::stop()
{
    timer_ = 0;
    job_.reset();
    shown_.dialog.open = false;
    platform::request_frame();
    if (on_change) on_change();
}

}  // namespace app
