#include "base/written.hpp"

#include "base/domain_name.hpp"
#include "base/pasted.hpp"
#include "base/scripts.hpp"
#include "base/text.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace base;

TEST_CASE("a text is kept without what does not show, on as many lines as it may have")
{
    CHECK(tidied("site 1\t") == "site 1");
    CHECK(tidied("un\r\ndeux\rtrois\u2028quatre") == "un deux trois quatre");
    CHECK(tidied("un\r\ndeux\rtrois\u2028quatre\n", Lines::several) == "un\ndeux\ntrois\nquatre");
    CHECK(tidied("a\tb\x01\x7f", Lines::several) == "a\tb");
    CHECK(tidied("facture \u202efdp.exe") == "facture fdp.exe");
    CHECK(tidied("\u2066\u200fשלום\u2069 \u061cمرحبا") == "שלום مرحبا");
    CHECK(tidied("exemple\u200b-csv1\ufeff\u2060\u00ad") == "exemple-csv1");
    CHECK(tidied("\u3164\u00a0\u2800 mot \u3000\u200d") == "mot");
    // Joiners stay where they join.
    CHECK(tidied("می\u200cخواهم") == "می\u200cخواهم");
    CHECK(tidied("\U0001f468\u200d\U0001f469\u200d\U0001f467") == "\U0001f468\u200d\U0001f469\u200d\U0001f467");
    CHECK(tidied("a\u200d b\u200c\u200cc") == "a b\u200cc");
    // The flag of Scotland is spelt with tags; tags elsewhere are a hidden message.
    const std::string scotland = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f";
    CHECK(tidied(scotland + "a\U000e0041") == scotland + "a");
    CHECK(tidied("\xff\xfe") == "\xff\xfe");
}

TEST_CASE("letters are kept composed, whichever keyboard or disk they come from")
{
    CHECK(tidied("e\u0301te\u0301") == "été");
    CHECK(tidied("Ga\u030bbor Dvor\u030ca\u0301k") == "Ga\u030bbor Dvořák");
    CHECK(tidied("Vie\u0302\u0323t") == "Việt");
    CHECK(tidied("Vie\u0323\u0302t") == "Việt");
    CHECK(tidied("\u1eb9\u0301") == "\u1eb9\u0301");
    CHECK(tidied("é\u0323") == "\u1eb9\u0301");
    CHECK(tidied("\u0391\u0301") == "Ά");
    CHECK(tidied("\u0438\u0306") == "й");
    CHECK(tidied("\u304b\u3099") == "が");
    CHECK(tidied("\u1112\u1161\u11ab\u1100\u1173\u11af") == "한글");
    CHECK(tidied("q\u0301") == "q\u0301");
}

TEST_CASE("what shows nothing is empty")
{
    for (const char* text : {"", " ", "\u200b", "\u3164", "\u2800", "\u3000", "\u00a0\u202f", "\u180e\u2060", "\t\r\n",
                             "\ufe0f", "\u202e\u2066", "\u200d\u200c", "\U000e0041"}) {
        CAPTURE(text);
        CHECK(is_blank(text));
        CHECK(tidied(text).size() <= 3);
    }
    CHECK_FALSE(is_blank("\u200b."));
    CHECK_FALSE(is_blank("\xff"));
}

TEST_CASE("characters are counted as a person counts them")
{
    CHECK(characters("") == 0);
    CHECK(characters("été") == 3);
    CHECK(characters("e\u0301te\u0301") == 3);
    CHECK(characters("\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466") == 1);
    CHECK(characters("\U0001f1eb\U0001f1f7\U0001f1e9\U0001f1ea") == 2);  // two flags
    CHECK(characters("\U0001f44d\U0001f3fd") == 1);                      // a skin tone
    CHECK(characters("❤\ufe0f") == 1);
    CHECK(characters("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f") == 1);
    CHECK(characters("नमस्ते") == 4);
    CHECK(characters("\u1112\u1161\u11ab") == 1);
    CHECK(characters("a\r\nb") == 3);
    CHECK(characters("日本語") == 3);
}

TEST_CASE("tidying a text a second time changes nothing, whatever it holds")
{
    std::mt19937               random(20261130);
    std::vector<std::uint32_t> signs{0x20,   0x09,    0x0d,    0x0a,    0xa0,   0x200b, 0x200c, 0x200d, 0x202e,
                                     0xfe0f, 0x300,   0x301,   0x323,   0x327,  0x345,  0x3099, 0x65,   0xe9,
                                     0x1ebd, 0x1f468, 0x1f3f4, 0xe0067, 0x1100, 0x1161, 0x11a8, 0xac00, 0x3164,
                                     0x2028, 0x1f1eb, 0x915,   0x94d,   0x41,   0x31b};
    for (int tries = 0; tries < 20000; ++tries) {
        std::string text;
        for (auto left = random() % 12; left > 0; --left)
            append_utf8(text, random() % 4 ? signs[random() % signs.size()]
                                           : 0x21 + static_cast<std::uint32_t>(random() % 0x2ff0));
        for (const auto lines : {Lines::one, Lines::several}) {
            const auto once = tidied(text, lines);
            CAPTURE(text);
            REQUIRE(tidied(once, lines) == once);
            REQUIRE(is_valid_utf8(once));
            REQUIRE((is_blank(text) == is_blank(once)));
            REQUIRE((once.empty() || !is_blank(once)));
            REQUIRE(characters(once) <= once.size());
        }
    }
}

TEST_CASE("a search finds the name in whatever was pasted with it")
{
    const std::vector<std::string> one{"exemple-csv1.fr"};
    for (const char* typed : {"https://exemple-csv1.fr/",
                              "http://www.exemple-csv1.fr/page?x=1#y",
                              "www.exemple-csv1.fr",
                              "exemple-csv1.fr.",
                              "exemple-csv1.fr,",
                              "exemple-csv1.fr/",
                              "contact@exemple-csv1.fr",
                              "mailto:contact@exemple-csv1.fr",
                              "\"exemple-csv1.fr\"",
                              "« exemple-csv1.fr »",
                              "«\u00a0exemple-csv1.fr\u00a0».",
                              "<exemple-csv1.fr>",
                              "(exemple-csv1.fr)",
                              "exemple\u200b-csv1.fr",
                              "EXEMPLE\u2011CSV1.FR",
                              "exemple–csv1.fr",
                              "exemple-csv1.fr:443",
                              "ftp://user:secret@exemple-csv1.fr:21/x",
                              "\texemple-csv1.fr\r\n",
                              "exemple-csv1。fr"}) {
        CAPTURE(typed);
        CHECK(search_words(typed) == one);
    }
    for (const auto* typed :
         {"exemple[.]fr", "hxxps://exemple(.)fr/x", "view-source:https://exemple.fr", "*.exemple.fr",
          "[exemple.fr](https://exemple.fr)", "https://exemple.fr/?to=https://autre.example"})
        CHECK(search_words(typed) == std::vector<std::string>{"exemple.fr"});
    CHECK(search_words(".fr") == std::vector<std::string>{".fr"});
    CHECK(search_words("l'atelier") == search_words("l\u02bcatelier"));
    CHECK(search_words("Saint\u2011Malo") == std::vector<std::string>{"saint-malo"});
    CHECK(search_words("24/7") == std::vector<std::string>{"24/7"});
    CHECK(search_words("dupont@") == std::vector<std::string>{"dupont@"});
    CHECK(search_words("Domaine : exemple.fr") == std::vector<std::string>{"domaine", "exemple.fr"});
    CHECK(search_words("...") == std::vector<std::string>{"..."});
    CHECK(search_words(" \u200b ").empty());
    CHECK(fold("exemple\u200b") == "exemple");
}

TEST_CASE("names, servers, e-mail addresses, customer numbers and amounts are read from what people copy")
{
    for (const char* typed :
         {"exemple-neuf.fr", "www.exemple-neuf.fr", "https://exemple-neuf.fr/", "https://www.Exemple-Neuf.fr/a?b",
          "exemple–neuf.fr", " exemple-neuf.fr. ", "contact@exemple-neuf.fr", "«\u00a0exemple-neuf.fr\u00a0»"}) {
        CAPTURE(typed);
        CHECK(pasted_domain(typed) == "exemple-neuf.fr");
    }
    CHECK(pasted_domain("exemple-neuf") == "exemple-neuf");
    CHECK(pasted_domain("www.fr") == "www.fr");
    CHECK(pasted_host("www.exemple.fr.") == "www.exemple.fr");

    const std::vector<std::string> three{"ns1.a.fr", "ns2.a.fr", "ns3.a.fr"};
    CHECK(pasted_hosts("ns1.a.fr, ns2.a.fr, ns3.a.fr") == three);
    CHECK(pasted_hosts("ns1.a.fr\r\nns2.a.fr\nns3.a.fr\n") == three);
    CHECK(pasted_hosts("  NS1.A.fr.;ns2.a.fr ns3.a.fr.") == three);
    CHECK(pasted_hosts("ns1.a.fr (192.0.2.1), ns2.a.fr [2001:DB8::0:1]") ==
          std::vector<std::string>{"ns1.a.fr 192.0.2.1", "ns2.a.fr 2001:db8::1"});
    CHECK(pasted_hosts("192.0.2.1") == std::vector<std::string>{"192.0.2.1"});
    CHECK(pasted_hosts(" \u200b").empty());

    CHECK(pasted_email("  jean@exemple.fr ") == "jean@exemple.fr");
    CHECK(pasted_email("mailto:jean@Exemple.fr?subject=x") == "jean@exemple.fr");
    CHECK(pasted_email("Jean Dupont <jean@exemple.fr>") == "jean@exemple.fr");
    CHECK(pasted_email("jean@exemple.fr.") == "jean@exemple.fr");
    CHECK(pasted_email("jean") == "jean");

    for (const char* typed : {"C-204518", "c-204518", " C–204518 ", "c 204 518", "204518", "C204518", "C-204518."}) {
        CAPTURE(typed);
        CHECK(pasted_account(typed) == "C-204518");
    }
    CHECK(pasted_account("C-2045190") == "C-2045190");  // never shortened
    CHECK(pasted_account("X-204518") == "X-204518");

    CHECK(pasted_number("12") == "12");
    CHECK(pasted_number(" 12 ans") == "12");
    CHECK(pasted_number("1\u202f000") == "1000");
    CHECK(pasted_number("１２") == "12");
    CHECK(pasted_number("-3") == "-3");
    CHECK(pasted_number("1,5").empty());
    CHECK(pasted_number("douze").empty());
}

TEST_CASE("a name of one script is told from one that mixes them to pass for another")
{
    for (const char* label : {"exemple-1", "café", "œuvre", "президент", "ελλάδα", "日本", "東京タワー", "日本abc",
                              "한국", "भारत", "مصر"}) {
        CAPTURE(label);
        CHECK(is_of_one_script(label));
    }
    for (const char* label : {"еxample", "аpple", "γoogle", "💩", "a_b", "a.b", "भারत", "\xff"}) {
        CAPTURE(label);
        CHECK_FALSE(is_of_one_script(label));
    }
}

TEST_CASE("an IP address has one spelling")
{
    CHECK(canonical_address("192.0.2.1") == "192.0.2.1");
    for (const char* spelt : {"2001:db8::1", "2001:DB8:0:0:0:0:0:1", "2001:0db8::0001", "2001:db8:0:0::1"}) {
        CAPTURE(spelt);
        CHECK(canonical_address(spelt) == "2001:db8::1");
    }
    CHECK(canonical_address("::") == "::");
    CHECK(canonical_address("0:0:0:0:0:0:0:1") == "::1");
    CHECK(canonical_address("1:0:0:2:0:0:0:3") == "1:0:0:2::3");
    CHECK(canonical_address("1:2:3:4:5:6:0:8") == "1:2:3:4:5:6:0:8");
    CHECK(canonical_address("2001:db8::") == "2001:db8::");
    CHECK(canonical_address("::ffff:192.0.2.1") == "::ffff:c000:201");
    CHECK(canonical_address("ns1.a.fr").empty());
    CHECK(canonical_address("2001:db8").empty());
}
