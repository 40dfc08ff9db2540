#include "store/notices.hpp"

#include <algorithm>
#include <utility>

namespace store {

bool Notices::add(Tone tone, base::TextKey text, std::vector<std::string> args, model::ServiceId about,
                  base::TextKey lead)
{
    Notice     notice{last_ + 1, tone, lead, {{}, text, std::move(args)}, std::move(about)};
    const auto same = [&](const Notice& other) { return other.text == notice.text && other.service == notice.service; };
    if (std::any_of(list_.begin(), list_.end(), same)) return false;
    ++last_;
    list_.push_back(std::move(notice));
    return true;
}

void Notices::dismiss(std::uint64_t number)
{
    std::erase_if(list_, [&](const Notice& notice) { return notice.number == number; });
}

bool Notices::withdraw(base::TextKey text)
{
    return std::erase_if(list_, [&](const Notice& notice) { return notice.text.text == text; }) > 0;
}

}  // namespace store
