#include "base/text.hpp"

#include "base/domain_name.hpp"
#include "base/format.hpp"
#include "base/problems.hpp"
#include "base/public_suffix.hpp"
#include "base/texts.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace base;

TEST_CASE("a search finds words whatever their case and their accents")
{
    CHECK(fold("Œuvre Déjà-vu") == "oeuvre deja-vu");
    CHECK(fold("ÇÀ ÉÈÊË ÎÏ ÔÖ ÙÛÜ Ÿ") == "ca eeee ii oo uuu y");
    CHECK(fold("Straße Łódź Ærø Þór") == "strasse lodz aero thor");
    CHECK(fold("Tiếng Việt") == "tieng viet");
    CHECK(fold("e\u0301te\u0301") == "ete");  // a separate combining accent
    CHECK(fold("ΆΘΗΝΑ МОСКВА") == "αθηνα москва");
    CHECK(fold("l’été\u00a0\u202f!") == "l'ete  !");
    CHECK(fold("日本 \U0001f600") == "日本 \U0001f600");
    CHECK(fold("a\xff\xc3") == "a\xff\xc3");
    CHECK(words("  Été  été\tHIVER ") == std::vector<std::string>{"ete", "hiver"});
    CHECK(trimmed("\u00a0 a b\t\u202f") == "a b");
}

TEST_CASE("text that is not UTF-8 is noticed, and where")
{
    CHECK(is_valid_utf8("abc é 日 \U0001f600 \U0010ffff"));
    CHECK(first_invalid_utf8("0123456789\xe9t") == 10);
    for (const char* text : {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x80\x80\x80",
                             "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xc3", "\xe2\x82", "\xff"})
        CHECK_FALSE(is_valid_utf8(text));
}

TEST_CASE("host names are checked by the rules of letters and lengths")
{
    CHECK(check_host_name("ns1.example.fr") == NameFault::none);
    CHECK(check_host_name("xn--caf-dma.fr") == NameFault::none);
    CHECK(check_host_name("3d.example.fr") == NameFault::none);
    CHECK(check_host_name("") == NameFault::empty);
    CHECK(check_host_name("example") == NameFault::single_label);
    CHECK(check_host_name("a..fr") == NameFault::empty_label);
    CHECK(check_host_name("a.fr.") == NameFault::empty_label);
    CHECK(check_host_name("-a.fr") == NameFault::misplaced_hyphen);
    CHECK(check_host_name("a-.fr") == NameFault::misplaced_hyphen);
    CHECK(check_host_name("ab--c.fr") == NameFault::misplaced_hyphen);
    CHECK(check_host_name("a_b.fr") == NameFault::bad_character);
    CHECK(check_host_name("é.fr") == NameFault::bad_character);
    CHECK(check_host_name("192.0.2.1") == NameFault::numeric_ending);
    CHECK(check_host_name(std::string(64, 'a') + ".fr") == NameFault::label_too_long);
    std::string long_name;
    while (long_name.size() < 252) long_name += "abc.";
    CHECK(check_host_name(long_name + "fr") == NameFault::too_long);
    CHECK(is_inside("ns1.example.fr", "example.fr"));
    CHECK_FALSE(is_inside("myexample.fr", "example.fr"));
}

TEST_CASE("addresses are told from names")
{
    for (const char* text : {"192.0.2.1", "0.0.0.0", "255.255.255.255"}) CHECK_MESSAGE(is_ipv4(text), text);
    for (const char* text : {"192.0.2", "192.0.2.256", "192.0.2.01", "192.0.2.1.", "192.0.2.1.1", "a.0.2.1", ""})
        CHECK_MESSAGE(!is_ipv4(text), text);
    for (const char* text :
         {"2001:db8::1", "::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1", "1:2:3:4:5:6:7::"})
        CHECK_MESSAGE(is_ipv6(text), text);
    for (const char* text : {"1:2:3:4:5:6:7", "1::2::3", ":1", "1:", "12345::", "g::", "1:2:3:4:5:6:7:8:9",
                             "1:2:3:4:5:6:7:8::", "::192.0.2", ""})
        CHECK_MESSAGE(!is_ipv6(text), text);
}

TEST_CASE("accented names are shown in their own letters, deceiving ones are not")
{
    CHECK(to_unicode("xn--caf-dma.fr") == "café.fr");
    CHECK(to_unicode("xn--wgv71a119e.jp") == "日本語.jp");
    CHECK(to_unicode("www.example.fr") == "www.example.fr");
    CHECK(to_unicode("xn--.fr") == "xn--.fr");
    CHECK(to_unicode("xn--99999999.fr") == "xn--99999999.fr");
    CHECK(to_unicode("xn--ab-l1t.fr") == "xn--ab-l1t.fr");  // U+202E reverses the direction of the text after it
}

TEST_CASE("sentences fill their gaps, and choose singular or plural as each language does")
{
    CHECK(say(Language::fr, "account_file.too_big", {"180"}) == "Le fichier dépasse 180\u00a0Mo.");
    CHECK(say(Language::en, Problem{"", "account_file.bad_date", {"3", "$.services[2].expires_on", "2026-02-30"}}) ==
          "Line 3, $.services[2].expires_on: the date “2026-02-30” does not exist.");
    CHECK(say(Language::fr, "account_file.too_big") == "Le fichier dépasse {0}\u00a0Mo.");
    CHECK(say(Language::fr, TextKey{}).empty());
    CHECK(find_key(key_name("account_file.empty")) == TextKey("account_file.empty"));
    CHECK_FALSE(find_key("no.such.key"));
}

namespace {

PublicSuffixes suffixes_of_the_build()
{
    std::ifstream file(GUICHET_GENERATED_DIR "/public_suffixes.txt", std::ios::binary);
    REQUIRE(file.good());
    auto suffixes = PublicSuffixes::read({std::istreambuf_iterator<char>(file), {}});
    REQUIRE(suffixes);
    return *std::move(suffixes);
}

}  // namespace

TEST_CASE("the public suffix list tells what can be registered")
{
    const auto suffixes = suffixes_of_the_build();
    const auto domain   = [&](std::string_view host, SuffixKind kind = SuffixKind::any) {
        return std::string(suffixes.registrable_domain(host, kind).value_or(""));
    };

    // From the test data of the public suffix list.
    CHECK(domain("com").empty());
    CHECK(domain("example.com") == "example.com");
    CHECK(domain("a.b.example.com") == "example.com");
    CHECK(domain("b.example.uk.com") == "example.uk.com");
    CHECK(domain("uk.com").empty());
    CHECK(domain("b.c.mm") == "b.c.mm");
    CHECK(domain("c.mm").empty());
    CHECK(domain("a.b.c.mm") == "b.c.mm");
    CHECK(domain("test.kyoto.jp") == "test.kyoto.jp");
    CHECK(domain("ide.kyoto.jp").empty());
    CHECK(domain("b.c.kobe.jp") == "b.c.kobe.jp");
    CHECK(domain("c.kobe.jp").empty());
    CHECK(domain("www.city.kobe.jp") == "city.kobe.jp");
    CHECK(domain("www.ck") == "www.ck");
    CHECK(domain("www.www.ck") == "www.ck");
    CHECK(domain("test.k12.ak.us") == "test.k12.ak.us");
    CHECK(domain("xn--85x722f.com.cn") == "xn--85x722f.com.cn");
    CHECK(domain("xn--55qx5d.cn").empty());
    CHECK(domain("www.example.nowhere") == "example.nowhere");

    CHECK(domain("github.io").empty());
    CHECK(domain("github.io", SuffixKind::registry) == "github.io");
    CHECK(domain("example.github.io", SuffixKind::registry) == "github.io");
    CHECK(suffixes.public_suffix("www.example.co.uk") == "co.uk");
    CHECK(suffixes.public_suffix("") == "");
}

TEST_CASE("a damaged list of suffixes is refused")
{
    for (const char* text : {"", "(", "fr(", "fr(gouv", "fr)", "fr,", "uk,fr", "fr,fr", "FR", "fr/",
                             "a(b(c(d(e(f(g(h(i(j(k(l(m(n(o(p(q))))))))))))))))"})
        CHECK_MESSAGE(!PublicSuffixes::read(text), text);
    CHECK(PublicSuffixes::read("fr(gouv),uk/2"));
}

TEST_CASE("texts that are sorted byte by byte have their numbers in order too")
{
    CHECK(base::sort_fold("Site 2") < base::sort_fold("site 10"));
    CHECK(base::sort_fold("F-000009") < base::sort_fold("F-10"));
    CHECK(base::sort_fold("a99999999") < base::sort_fold("a100000000"));
    CHECK(base::sort_fold("Été 3") == base::sort_fold("ete 03"));
    CHECK(base::sort_fold("a0") < base::sort_fold("a1"));
}
