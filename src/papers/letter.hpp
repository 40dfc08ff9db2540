// What the host writes to people, in words: for the demo's mailbox on the screen, and for whoever sends it by e-mail.
#pragma once
#include "base/texts.hpp"
#include "model/support/message.hpp"

#include <string>
#include <vector>

namespace papers {

struct Letter {
    std::string              subject;
    std::vector<std::string> paragraphs;
    std::string              link_words;  // what the link at its end is called; empty: there is none
};

// What is of another version of this program, and unknown to this one, is empty.
Letter      letter_of(const model::Message&, base::Language);
std::string subject_of(const model::Message&, base::Language);  // of the letter alone: for lists

}  // namespace papers
