// Long work in short slices, between frames: an export, an import. One job at a time; the pages show how far it is
// once it takes long, and may have it stopped.
#pragma once
#include "pages/frame/work.hpp"
#include "platform/timers.hpp"

#include <functional>
#include <memory>

namespace app {

class Job {
public:
    // A job that is destroyed before its end leaves nothing behind.
    virtual ~Job() = default;

    // Goes on for about that long. False: it is over, and has told whom it concerns.
    virtual bool step(double ms) = 0;

    // How far it is, in the words of pages::Work.
    virtual void tell(pages::Work& work) const = 0;
};

class Worker {
public:
    // `shown` outlives the worker.
    explicit Worker(pages::Work& shown) : shown_(shown) {}
    ~Worker() { cancel(); }
    Worker(const Worker&)            = delete;
    Worker& operator=(const Worker&) = delete;

    std::function<void()> on_change;  // it has begun to work, or stopped

    // A job that is still under way is cancelled.
    void start(std::unique_ptr<Job> job);
    void cancel();
    bool busy() const { return job_ != nullptr; }

    // Nobody looks: timers come seldom then, and no frame has to be drawn.
    void set_hidden(bool hidden) { hidden_ = hidden; }

private:
    void go_on(double ms);
    void stop();

    pages::Work&         shown_;
    std::unique_ptr<Job> job_;
    platform::Timer      timer_    = 0;
    double               since_ms_ = 0;
    double               told_ms_  = 0;
    bool                 hidden_   = false;
};

}  // namespace app
