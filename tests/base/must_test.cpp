// Broken invariants: must() and access to a missing Result.
#include "base/must.hpp"
#include "base/result.hpp"

#include <doctest/doctest.h>

#include <array>
#include <csignal>
#include <functional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

// What a child process prints before it calls abort(); empty if it ends in another way.
std::string last_words(const std::function<void()>& work)
{
    std::array<int, 2> pipe_ends{};
    REQUIRE(pipe(pipe_ends.data()) == 0);
    const auto child = fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        dup2(pipe_ends[1], STDERR_FILENO);
        work();
        _exit(0);
    }
    close(pipe_ends[1]);
    std::string            words;
    std::array<char, 4096> bytes{};
    for (ssize_t got = 0; (got = read(pipe_ends[0], bytes.data(), bytes.size())) > 0;)
        words.append(bytes.data(), static_cast<std::size_t>(got));
    close(pipe_ends[0]);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? words : std::string();
}

}  // namespace

TEST_CASE("the program goes on where what must be so is, and stops with file and line where it is not")
{
    CHECK(last_words([] { base::must(true); }).empty());
    const int  line  = __LINE__ + 1;
    const auto words = last_words([] { base::must(false); });
    CHECK(words.find("must_test.cpp:" + std::to_string(line) + ": ") != std::string::npos);
}

TEST_CASE("the value of a result that failed, and the problem of one that did not, are never read")
{
    const base::Result<int> good(5), bad(base::Problem{{}, "account_file.empty", {}});
    CHECK(*good == 5);
    CHECK(bad.problem().text == base::TextKey("account_file.empty"));
    CHECK_FALSE(last_words([&] { static_cast<void>(*bad); }).empty());
    CHECK_FALSE(last_words([&] { static_cast<void>(good.problem()); }).empty());
}
