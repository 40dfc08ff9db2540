// The contract of Storage, for its implementations in memory and in a folder.
#include "platform/memory_storage.hpp"
#include "platform/pump.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <unistd.h>

namespace {

using platform::Durability;
using platform::Entry;
using platform::MemoryStorage;
using platform::Right;
using Answers = platform::MemoryStorage::Answers;

std::string keys(platform::Storage& storage)
{
    std::string found;
    storage.read([&](bool ok, std::vector<Entry> entries) {
        found = ok ? "" : "refused";
        for (const auto& entry : entries) found += entry.key + "=" + entry.bytes + " ";
    });
    platform::pump();
    return found;
}

std::optional<bool> write(platform::Storage& storage, std::vector<platform::Write> changes,
                          Durability durability = Durability::strict)
{
    std::optional<bool> done;
    storage.write(std::move(changes), durability, Right::lead, [&](bool ok) { done = ok; });
    platform::pump();
    return done;
}

}  // namespace

TEST_CASE("what was written is read back, in the order of the keys")
{
    MemoryStorage storage;
    CHECK(write(storage, {{"b/2", "two"}, {"b/1", "one"}, {"c", "three"}, {"a", ""}}) == true);
    CHECK(keys(storage) == "a= b/1=one b/2=two c=three ");
    CHECK(write(storage, {{"b/1", std::nullopt}, {"b/2", "new"}}) == true);
    CHECK(keys(storage) == "a= b/2=new c=three ");
}

TEST_CASE("a tab that dies loses only what was not answered")
{
    MemoryStorage storage(Answers::when_told);
    int           answered = 0;
    storage.write({{"a", "1"}}, Durability::relaxed, Right::append, [&](bool) { ++answered; });
    storage.write({{"b", "2"}}, Durability::strict, Right::append, [&](bool) { ++answered; });
    CHECK(answered == 0);
    CHECK(storage.answer_one());
    storage.crash();
    storage.answer_all();
    CHECK(answered == 1);
    CHECK(storage.contents().size() == 1);
}

TEST_CASE("a power cut loses what was written since the last strict write, and nothing before it")
{
    MemoryStorage storage;
    write(storage, {{"a", "1"}}, Durability::relaxed);
    write(storage, {{"b", "2"}}, Durability::strict);
    write(storage, {{"c", "3"}}, Durability::relaxed);
    storage.crash(true);
    CHECK(keys(storage) == "a=1 b=2 ");
}

TEST_CASE("a refused write changes nothing and says why")
{
    MemoryStorage storage;
    write(storage, {{"a", "1"}});
    storage.refuse(1, platform::StorageFault::quota);
    CHECK(write(storage, {{"a", "2"}, {"b", "3"}}) == false);
    CHECK(storage.fault() == platform::StorageFault::quota);
    CHECK(keys(storage) == "a=1 ");
}

TEST_CASE("a call made by an answer is carried out after the calls before it")
{
    MemoryStorage            storage(Answers::when_told);
    std::vector<std::string> order;
    storage.write({{"a", "1"}}, Durability::strict, Right::append, [&](bool) {
        order.push_back("first");
        storage.read(
            [&](bool, std::vector<Entry> entries) { order.push_back("read " + std::to_string(entries.size())); });
    });
    storage.write({{"b", "2"}}, Durability::strict, Right::append, [&](bool) { order.push_back("second"); });
    storage.answer_all();
    CHECK(order == std::vector<std::string>{"first", "second", "read 2"});
}

TEST_CASE("the development window keeps its data in a folder, from one start to the next")
{
    const auto folder = std::filesystem::temp_directory_path() / ("guichet-storage-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    ::setenv("GUICHET_DATA", folder.c_str(), 1);
    {
        const auto storage = platform::open_storage("guichet");
        CHECK(write(*storage, {{"page/services/0", std::string("\0\1x", 3)}, {"meta", "m"}}) == true);
        CHECK(write(*storage, {{"meta", std::nullopt}, {"outbox/é %2F", "o"}}) == true);
    }
    const auto storage = platform::open_storage("guichet");
    CHECK(keys(*storage) == std::string("outbox/é %2F=o page/services/0=\0\1x ", 36));
    std::filesystem::remove_all(folder);
    ::unsetenv("GUICHET_DATA");
}
