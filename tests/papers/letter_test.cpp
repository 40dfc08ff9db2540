// The texts of letters.
#include "model/account.hpp"
#include "papers/letter.hpp"

using namespace account;
using base::Language;

namespace {

Message soon()
{
    Message message;
    message.id         = {"m1"};
    message.subject    = {"mail.renewal_soon"};
    message.body       = {"mail.renewal_soon_body"};
    message.args       = {std::string("café.fr"), base::date(2026, 12, 10), base::date(2026, 12, 3)};
    message.link_words = {"mail.renewal_link"};
    message.link       = "#/confirm/renewal/c1";
    return message;
}

}  // namespace

TEST_CASE("a letter is read in the reader's language, its days as that writes them")
{
    const auto french = papers::letter_of(soon(), Language::fr);
    CHECK(french.subject == "café.fr sera renouvelé automatiquement");
    REQUIRE(french.paragraphs.size() == 3);
    CHECK(french.paragraphs[0] == "Bonjour,");
    CHECK(french.paragraphs[1] ==
          "café.fr expire le 10/12/2026. Son renouvellement pour un an sera payé par carte le 03/12/2026.");
    CHECK(french.link_words == "Annuler ce renouvellement");

    const auto english = papers::letter_of(soon(), Language::en);
    CHECK(english.subject == papers::subject_of(soon(), Language::en));
    REQUIRE(english.paragraphs.size() == 3);
    CHECK(english.paragraphs[1].find("10 Dec 2026") != std::string::npos);
    CHECK(english.paragraphs[1].find("3 Dec 2026") != std::string::npos);
}

TEST_CASE("a letter of another version of the program, and one without a link, has what is known of it")
{
    auto message      = soon();
    message.subject   = {"no.such_sentence"};
    message.link      = "";
    const auto letter = papers::letter_of(message, Language::fr);
    CHECK(letter.subject.empty());
    CHECK(letter.paragraphs.size() == 3);
    CHECK(letter.link_words.empty());
    CHECK(papers::letter_of({}, Language::fr).subject.empty());
    CHECK(papers::letter_of({}, Language::fr).paragraphs == std::vector<std::string>{""});
}

TEST_CASE("every letter that the host writes has words in both languages")
{
    for (const char* name :
         {"mail.deleted_body", "mail.ended_body", "mail.expired_domain_body", "mail.holder_body", "mail.password_body",
          "mail.payment_refused_body", "mail.renewed_body", "mail.trade_owner_body", "mail.transfer_done_body"}) {
        auto message = soon();
        message.body = {name};
        message.args.push_back(base::date(2027, 1, 1));
        for (const auto language : {Language::fr, Language::en}) {
            const auto letter = papers::letter_of(message, language);
            CAPTURE(letter.paragraphs.back());
            CHECK(letter.paragraphs.size() >= 2);
            CHECK(letter.paragraphs.back().find('{') == std::string::npos);
        }
    }
}
