#include "store/notices.hpp"

#include <algorithm>
#include <utility>

namespace store {

bool Notices::add(Notice notice)
{
    const auto same = [&](const Notice& other) {
        return other.kind == notice.kind && other.count == notice.count && other.service == notice.service &&
               other.why == notice.why;
    };
    if (std::any_of(list_.begin(), list_.end(), same)) return false;
    notice.number = ++last_;
    list_.push_back(std::move(notice));
    return true;
}

void Notices::dismiss(std::uint64_t number)
{
    std::erase_if(list_, [&](const Notice& notice) { return notice.number == number; });
}

bool Notices::withdraw(NoticeKind kind)
{
    return std::erase_if(list_, [&](const Notice& notice) { return notice.kind == kind; }) > 0;
}

}  // namespace store
