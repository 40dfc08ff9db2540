// Remembers the matches of earlier questions, and prepares for the next ones while the customer reads.
#include "query/engine.hpp"

#include "base/pasted.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace query {

void Engine::remember()
{
    if (step_ == Step::match || words_.empty()) return;
    Matched matched{wanted_.tests, words_, matches_, {}};
    for (const auto& page : pages_) matched.made.push_back(page.made);
    remembered_.keep(std::move(matched));
}

void Engine::recall(const Making& making)
{
    const auto* known = remembered_.find(wanted_.tests, words_);
    if (!known) return;
    for (std::size_t page = 0; page < std::min(pages_.size(), known->made.size()); ++page) {
        if (is_known(making, page) || known->made[page] != made_now(making, page)) continue;
        pages_[page] = {known->made[page], question_};
        std::copy_n(known->bits.begin() + static_cast<std::ptrdiff_t>(page * words_a_page), words_a_page,
                    matches_of(page).begin());
    }
}

bool Engine::warm_up(const Making& making)
{
    for (; warm_page_ < pages_.size(); ++warm_page_) {
        if (is_spent(making.work.budget)) return false;
        making.texts.make_searched(making.rows, making.source, making.stamps, warm_page_);
    }
    if (!wanted_.sort.empty() && !shared_->orders.place(wanted_.sort, making)) return false;
    return match_ahead(making);
}

// Prepares the likely next question: the current one without its last letter. Questions with more letters need no
// preparation: they search only the current matches, which is quick.
bool Engine::match_ahead(const Making& making)
{
    auto search = base::trimmed(wanted_.search);
    while (!search.empty() && (search.back() & '\xc0') == '\x80') search.remove_suffix(1);
    if (!search.empty()) search.remove_suffix(1);
    auto words = base::search_words(search);
    if (words.empty() || words == words_ || remembered_.find(wanted_.tests, words)) return true;

    if (ahead_.made.empty()) ahead_ = {wanted_.tests, std::move(words), Bits(matches_.size()), {}};
    shared_->tests.want(wanted_.tests);  // a view beside this one may have asked about others meanwhile
    for (auto page = ahead_.made.size(); page < pages_.size(); ++page) {
        if (is_spent(making.work.budget)) return false;
        shared_->tests.make(making.rows, making.source, making.stamps, page);
        const auto matches = std::span(ahead_.bits).subspan(page * words_a_page, words_a_page);
        match_tests(making, page, matches);
        for (const auto& word : ahead_.words) making.texts.match(making.rows, page, word, matches);
        ahead_.made.push_back(made_now(making, page));
    }
    remembered_.keep(std::exchange(ahead_, {}));
    return true;
}

}  // namespace query
