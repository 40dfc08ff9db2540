#include "store/notices.hpp"

#include <algorithm>
#include <utility>

namespace store {
namespace {

// All that it says but its service.
std::string words_of(const Notice& notice)
{
    auto words = std::to_string(static_cast<int>(notice.kind)) + '\n' + std::to_string(notice.count) + '\n' +
                 std::string(base::key_name(notice.why.text));
    for (const auto& arg : notice.why.args) words += '\n' + base::to_text(arg);
    return words;
}

}  // namespace

bool Notices::add(Notice notice)
{
    const auto [at, is_new] = said_.try_emplace(words_of(notice));
    auto& said              = at->second;
    if (!said.services.insert(notice.service.value).second) return false;
    if (!is_new) {
        ++std::ranges::find(list_, said.number, &Notice::number)->more;
        return true;
    }
    notice.number = said.number = ++last_;
    list_.push_back(std::move(notice));
    return true;
}

void Notices::dismiss(std::uint64_t number)
{
    std::erase_if(list_, [&](const Notice& notice) { return notice.number == number; });
    std::erase_if(said_, [&](const auto& said) { return said.second.number == number; });
}

bool Notices::withdraw(NoticeKind kind)
{
    const auto of_kind = [&](const Notice& notice) { return notice.kind == kind; };
    const auto before  = list_.size();
    while (true) {
        const auto at = std::ranges::find_if(list_, of_kind);
        if (at == list_.end()) return list_.size() < before;
        dismiss(at->number);
    }
}

}  // namespace store
