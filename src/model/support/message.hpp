// A message from the host to the customer, or to a person whom a request concerns. Its words are text keys, so that it is shown
// in the reader's language.
#pragma once
#include "base/arg.hpp"
#include "base/instant.hpp"
#include "model/services/service.hpp"

namespace model {

struct Message {
    base::Id<Message>  id;
    base::Instant      sent_at;
    std::string        to;          // an e-mail address
    base::InternedText subject;     // a text key
    base::InternedText body;        // likewise; each line is a paragraph
    base::Args         args;        // for the placeholders of both
    ServiceId          service;     // the service it is about; empty: none, or several
    base::InternedText link_words;  // the text key of the link's label; empty: no link
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
