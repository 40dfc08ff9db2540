// Output of the benchmark programs: one JSON line per measurement, times in microseconds.
#pragma once
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tools {

class Stopwatch {
public:
    double us() const
    {
        return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin_).count();
    }

private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

// The measured times of one operation.
class Times {
public:
    void        add(double us) { us_.push_back(us); }
    std::size_t runs() const { return us_.size(); }
    double      least() const { return *std::min_element(us_.begin(), us_.end()); }
    double      most() const { return *std::max_element(us_.begin(), us_.end()); }
    double      median() const
    {
        auto sorted = us_;
        std::sort(sorted.begin(), sorted.end());
        return sorted[sorted.size() / 2];
    }

private:
    std::vector<double> us_;
};

// The total run time of the program.
inline const Stopwatch& program_time()
{
    static const Stopwatch watch;
    return watch;
}

// Runs at least three times (once if the program has run for a minute already), then until `limit_ms` have passed or `most`
// runs are done.
template <class Run>
void repeat(double limit_ms, int most, Run run)
{
    const Stopwatch all;
    for (int done = 0; done < most; ++done) {
        const int least = program_time().us() < 60e6 ? 3 : 1;
        if (done >= least && all.us() > limit_ms * 1000) return;
        run();
    }
}

// `text` as a JSON string.
inline std::string quoted(std::string_view text)
{
    std::string json = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') json += '\\';
        if (letter == '\n') json += "\\n";
        else json += letter;
    }
    return json += '"';
}

// One line of output, printed by the destructor.
class Line {
public:
    Line(std::string_view name, std::size_t services)
    {
        add("name", name);
        add("services", static_cast<double>(services));
    }
    Line(const Line&)            = delete;
    Line& operator=(const Line&) = delete;
    ~Line()
    {
        json_.back() = '{';
        std::rotate(json_.begin(), json_.end() - 1, json_.end());
        std::printf("%s}\n", json_.c_str());
        std::fflush(stdout);
    }

    Line& add(std::string_view key, std::string_view text) { return put(key, quoted(text)); }
    Line& add(std::string_view key, const char* text) { return add(key, std::string_view(text)); }
    Line& add(std::string_view key, double number)
    {
        char digits[40];
        std::snprintf(digits, sizeof digits, "%.10g", number);
        return put(key, digits);
    }
    Line& add(const Times& times)
    {
        return add("median_us", times.median())
            .add("least_us", times.least())
            .add("most_us", times.most())
            .add("runs", static_cast<double>(times.runs()));
    }

private:
    Line& put(std::string_view key, std::string_view json)
    {
        json_ += quoted(key);
        json_ += ':';
        json_ += json;
        json_ += ',';
        return *this;
    }
    std::string json_;
};

}  // namespace tools
