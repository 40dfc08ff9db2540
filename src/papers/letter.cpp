#include "papers/letter.hpp"

#include "base/format.hpp"

#include <algorithm>
#include <string_view>

namespace papers {
namespace {

std::vector<std::string> lines_in(std::string_view text)
{
    std::vector<std::string> lines;
    for (std::size_t from = 0; from <= text.size();) {
        const auto to = std::min(text.find('\n', from), text.size());
        lines.emplace_back(text.substr(from, to - from));
        from = to + 1;
    }
    return lines;
}

}  // namespace

std::string subject_of(const model::Message& message, base::Language language)
{
    return base::say_known(language, message.subject.value, message.args);
}

Letter letter_of(const model::Message& message, base::Language language)
{
    return {subject_of(message, language), lines_in(base::say_known(language, message.body.value, message.args)),
            message.link.empty() ? std::string() : base::say_known(language, message.link_words.value)};
}

}  // namespace papers
