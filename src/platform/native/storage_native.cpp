// Storage in a folder with one file per key, for the dev window. Each file is replaced atomically by renaming, but a
// transaction of several keys is not atomic: for development only.
#include "platform/requests.hpp"
#include "platform/storage.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace platform {
namespace {

namespace fs = std::filesystem;

// Keys contain '/' and other characters; file names contain only letters, digits, '-', '.' and %XX.
std::string file_name(std::string_view key)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string    name;
    for (const char c : key) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_')
            name.push_back(c);
        else name.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return name;
}

std::string key_of(std::string_view name)
{
    const auto  digit = [](char c) { return c <= '9' ? c - '0' : c - 'A' + 10; };
    std::string key;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (name[at] == '%' && at + 2 < name.size()) {
            key.push_back(static_cast<char>(digit(name[at + 1]) << 4 | digit(name[at + 2])));
            at += 2;
        } else {
            key.push_back(name[at]);
        }
    }
    return key;
}

class FolderStorage final : public Storage {
public:
    explicit FolderStorage(fs::path folder) : folder_(std::move(folder))
    {
        std::error_code ignored;
        fs::create_directories(folder_, ignored);
    }

    // All calls run at once and are answered at the next turn of the loop.
    void read(Read done, Some some, std::string_view) override
    {
        std::vector<Entry> entries;
        std::error_code    error;
        for (fs::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
            const auto name = at->path().filename().string();
            if (name.ends_with(".new")) continue;
            auto              key = key_of(name);
            std::ifstream     file(at->path(), std::ios::binary);
            std::stringstream bytes;
            bytes << file.rdbuf();
            entries.push_back({std::move(key), bytes.str()});
        }
        std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
        note(!error);
        const auto request = expect(
            [done = std::move(done)](Answer answer) { done(answer.ok, std::move(answer.entries)); }, std::move(some));
        for (auto& entry : entries) add_entry(request, std::move(entry));
        answer_soon(request, !error, error ? "unavailable" : "");
    }

    void write(std::vector<Write> changes, Durability, Right, Done done) override
    {
        bool ok = true;
        for (const auto& change : changes) {
            const auto      path = folder_ / file_name(change.key);
            std::error_code error;
            if (!change.bytes) {
                fs::remove(path, error);
            } else {
                const auto    fresh = path.string() + ".new";
                std::ofstream file(fresh, std::ios::binary);
                file.write(change.bytes->data(), static_cast<std::streamsize>(change.bytes->size()));
                file.close();
                if (!file) ok = false;
                else fs::rename(fresh, path, error);
            }
            ok = ok && !error;
        }
        answer_later(ok, std::move(done));
    }

    StorageFault fault() const override { return fault_; }
    bool         lasting() const override { return true; }

    // Assumes that no two dev windows use one folder.
    int  seat() const override { return 0; }
    bool leads() const override { return true; }
    void claim() override {}
    void do_without() override {}  // it always responds
    bool used_before() const override { return true; }
    bool lost_something() const override { return false; }

private:
    void note(bool ok)
    {
        if (!ok) fault_ = StorageFault::unavailable;
    }
    void answer_later(bool ok, Done done)
    {
        note(ok);
        const auto request = expect_unseen([done = std::move(done)](Answer answer) {
            if (done) done(answer.ok);
        });
        answer_soon(request, ok, ok ? "" : "unavailable");
    }

    fs::path     folder_;
    StorageFault fault_ = StorageFault::none;
};

fs::path data_folder()
{
    if (const char* chosen = std::getenv("GUICHET_DATA")) return chosen;
    if (const char* data = std::getenv("XDG_DATA_HOME")) return fs::path(data) / "guichet";
    if (const char* home = std::getenv("HOME")) return fs::path(home) / ".local/share/guichet";
    return fs::temp_directory_path() / "guichet";
}

}  // namespace

std::unique_ptr<Storage> open_storage(std::string_view name)
{
    return std::make_unique<FolderStorage>(data_folder() / file_name(name));
}

}  // namespace platform
