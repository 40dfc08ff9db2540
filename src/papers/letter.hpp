// The host's messages as text: for the demo's mailbox on the screen, and for sending by e-mail.
#pragma once
#include "base/texts.hpp"
#include "model/support/message.hpp"

#include <string>
#include <vector>

namespace papers {

struct Letter {
    std::string              subject;
    std::vector<std::string> paragraphs;
    std::string              link_words;  // the label of the link at its end; empty: no link
};

// Text keys of other versions, unknown to this one, become empty text.
Letter      letter_of(const model::Message&, base::Language);
std::string subject_of(const model::Message&, base::Language);  // only the subject: for lists

}  // namespace papers
