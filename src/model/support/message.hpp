// What the host writes to people: the customer, or somebody whom a request concerns. The words are keys, so that they
// are read in the reader's language.
#pragma once
#include "base/arg.hpp"
#include "base/instant.hpp"
#include "model/services/service.hpp"

namespace model {

struct Message {
    base::Id<Message>  id;
    base::Instant      sent_at;
    std::string        to;          // an e-mail address
    base::InternedText subject;     // the key of a sentence
    base::InternedText body;        // likewise; paragraphs are lines
    base::Args         args;        // fill the gaps of both
    ServiceId          service;     // what it is about; empty when it is about no single one
    base::InternedText link_words;  // the key of what the link is called; empty: there is none
    std::string        link;        // an address of this program: "#/confirm/…"
    bool               read = false;
    base::Unknown      unknown;

    bool operator==(const Message&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Message& m)
{
    visit("id", m.id);
    visit("sent_at", m.sent_at);
    visit("to", m.to);
    visit("subject", m.subject);
    visit("body", m.body);
    visit("args", m.args);
    visit("service", m.service);
    visit("link_words", m.link_words);
    visit("link", m.link);
    visit("read", m.read);
    visit.rest(m.unknown);
}

}  // namespace model
