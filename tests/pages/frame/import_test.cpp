// The import of an account file, in slices.
#include "app/import.hpp"
#include "model/account.hpp"
#include "platform/native/page_native.hpp"
#include "platform/pump.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <unistd.h>
#include <utility>

using namespace account;

namespace {

// A file on the customer's disk, and the state of its import.
struct Disk {
    explicit Disk(std::string_view bytes)
    {
        std::ofstream(path, std::ios::binary) << bytes;
        platform::native_page().next_pick = path;
        platform::pick_file(".json", [this](platform::GivenFile given, std::string_view) { file = given; });
        platform::pump();
        REQUIRE(file.number != 0);
        job = std::make_unique<app::Import>(file, [this](base::Result<model::State> read) {
            if (read) services = read->services.size();
            else problem = base::key_name(read.problem().text);
        });
    }
    ~Disk() { std::filesystem::remove(path); }

    // Reads to the end; returns the number of slices.
    int reads()
    {
        int slices = 1;
        while (job->step(0)) {
            platform::pump();
            REQUIRE(++slices < 100'000);
        }
        return slices;
    }
    bool forgotten() const { return !platform::native_page().given.contains(file.number); }

    std::string                path = std::filesystem::temp_directory_path() /
                                      ("guichet-import-" + std::to_string(::getpid()) + ".json");
    platform::GivenFile        file;
    std::unique_ptr<app::Job>  job;
    std::optional<std::size_t> services;
    std::string                problem;
};

std::string many(int count)
{
    auto state = small();
    for (int n = 0; n < count; ++n) {
        auto service  = domain(("x" + std::to_string(n)).c_str(), "x.fr", in(300));
        service.notes = std::string(60, 'n');
        state.services.put(service);
    }
    return codec::write_account(state);
}

}  // namespace

TEST_CASE("a file of several pieces is read in many slices, and all of it is there at the end")
{
    const auto bytes = many(60'000);
    REQUIRE(bytes.size() > 4 << 20);
    Disk disk(bytes);
    CHECK(disk.reads() > 20);
    CHECK(disk.services == small().services.size() + 60'000);
    pages::Work work;
    disk.job->tell(work);
    CHECK(work.share == 1);
    disk.job.reset();
    CHECK(disk.forgotten());
}

TEST_CASE("a fault near the end of a large file is found")
{
    auto bytes = many(60'000);
    bytes.replace(bytes.rfind("\"x59999\""), 8, "\"x59998\"");
    Disk disk(bytes);
    disk.reads();
    CHECK_FALSE(disk.services);
    CHECK(disk.problem == "account_file.duplicate_id");
}

TEST_CASE("a file that is empty, or gone before it is read, is refused")
{
    Disk empty("");
    empty.reads();
    CHECK(empty.problem == "account_file.empty");

    Disk gone(many(60'000));
    platform::forget_file(gone.file);
    gone.reads();
    CHECK(gone.problem == "import.problem.unreadable");
}

TEST_CASE("a domain of a file is checked by the list of public suffixes, and without it by its letters")
{
    const auto problem_of = [](const char* name) {
        auto state = small();
        state.services.put(domain("x", name, in(300)));
        Disk disk(codec::write_account(state));
        disk.reads();
        CHECK(disk.services.has_value() == disk.problem.empty());
        return disk.problem;
    };
    CHECK(problem_of("boutique.co.uk") == "");
    CHECK(problem_of("www.boutique.fr") == "account_file.bad_domain_name");
    CHECK(problem_of("co.uk") == "account_file.bad_domain_name");

    // If the list cannot be fetched or is invalid, the import goes on without it.
    auto& folder = platform::native_page().assets_folder;
    folder       = "/nowhere/at/all";
    CHECK(problem_of("www.boutique.fr") == "");
    CHECK(problem_of("bou_tique.fr") == "account_file.bad_domain_name");
    folder.clear();
}

TEST_CASE("a list of public suffixes that does not come is not waited for longer than a moment")
{
    auto state = small();
    state.services.put(domain("x", "www.boutique.fr", in(300)));
    Disk disk(codec::write_account(state));
    REQUIRE(disk.job->step(0));
    platform::pass_time(4'000);
    REQUIRE(disk.job->step(0));
    platform::pass_time(2'000);
    REQUIRE(disk.job->step(0));
    disk.reads();
    CHECK(disk.services == state.services.size());
}

TEST_CASE("an import that is cancelled tells nothing, and the file is let go")
{
    Disk disk(many(60'000));
    REQUIRE(disk.job->step(0));
    platform::pump();
    REQUIRE(disk.job->step(0));
    disk.job.reset();
    platform::pump();
    CHECK(disk.forgotten());
    CHECK_FALSE(disk.services);
    CHECK(disk.problem.empty());
}
