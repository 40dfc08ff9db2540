// Runs long work (an export, an import) in short slices between frames. One job at a time; if it takes long, the pages show its
// progress and can cancel it.
#pragma once
#include "pages/frame/work.hpp"
#include "platform/timers.hpp"

#include <functional>
#include <memory>

namespace app {

class Job {
public:
    // Destroying an unfinished job leaves nothing behind.
    virtual ~Job() = default;

    // Works for about `ms`. False if the job is over and has reported its result.
    virtual bool step(double ms) = 0;

    // Writes the progress to `work`.
    virtual void tell(pages::Work& work) const = 0;
};

class Worker {
public:
    // `shown` must outlive the worker.
    explicit Worker(pages::Work& shown) : shown_(shown) {}
    ~Worker() { cancel(); }
    Worker(const Worker&)            = delete;
    Worker& operator=(const Worker&) = delete;

    std::function<void()> on_change;  // called when a job starts or ends

    // Cancels the job that is running, if any.
    void start(std::unique_ptr<Job> job);
    void cancel();
    bool busy() const { return job_ != nullptr; }

    // While the page is hidden, timers fire rarely and no frame needs drawing, so slices are longer.
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
