#include "codec/account_file.hpp"

#include "base/format.hpp"
#include "base/text.hpp"
#include "codec/random_account.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using codec::read_account;
using codec::write_account;

namespace {

// The message with which a file is refused; "accepted" if it is not.
std::string refusal(std::string_view file, const base::PublicSuffixes* suffixes = nullptr)
{
    const auto result = read_account(file, suffixes);
    return result ? "accepted" : base::say(base::Language::en, result.problem());
}

std::string with(std::string_view services, std::string_view operations = "", std::string_view more = "")
{
    return R"({"format":"guichet-account","version":2,"profile":{"account":"C-1"},"services":[)" +
           std::string(services) + "],\"operations\":[" + std::string(operations) + "]" + std::string(more) + "}";
}

const std::string hosting = R"({"id":"h","name":"h"})";

std::string service(std::string_view field)
{
    return with(R"({"id":"d","kind":"domain","name":"a.fr",)" + std::string(field) + "}");
}

std::string service_fault(std::string_view field)
{
    const auto said = refusal(service(field));
    const auto path = said.find("$.services[0]");
    return path == std::string::npos ? said : said.substr(path + 13);
}

}  // namespace

TEST_CASE("an account that is imported and exported again is the same, byte for byte, unknown members included")
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        sample::Random random(seed);
        const auto     state = sample::account(random, static_cast<std::uint32_t>(random.below(60)));
        const auto     file  = write_account(state);
        const auto     again = read_account(file);
        REQUIRE_MESSAGE(again, refusal(file));
        REQUIRE(sample::same(*again, state));
        REQUIRE(write_account(*again) == file);
    }
}

TEST_CASE("a file written by hand becomes the canonical one at the first export, and then stays")
{
    const std::string file = R"( {
        "services": [ {"name": "b.fr", "kind": "domain", "zone": {"b": 1.0, "a": [ 1 , 2 ]}, "id": "s\u0031", "locked": false, "linked_to": "h",
                       "expires_on": "2027-01-01"},
                      {"id": "h", "name": "hosting \/ é"} ],
        "theme" : "dark", "version": 1, "format": "guichet-account",
        "profile": {"account": "C-1", "shoe_size": 42} } )";
    const auto        read = read_account(file);
    REQUIRE_MESSAGE(read, refusal(file));
    const auto canonical = write_account(*read);
    CHECK(canonical == R"({
"format":"guichet-account",
"version":2,
"profile":{"account":"C-1","shoe_size":42},
"services":[
{"id":"s1","kind":"domain","name":"b.fr","expires_on":"2027-01-01","linked_to":"h","zone":{"b":1.0,"a":[1,2]}},
{"id":"h","name":"hosting / é"}
],
"operations":[],
"theme":"dark"
}
)");
    CHECK(write_account(*read_account(canonical)) == canonical);
}

TEST_CASE("a file that is not text in UTF-8 is refused, and says what it is")
{
    CHECK(refusal("") == "The file is empty.");
    CHECK(refusal("\xff\xfe{") == "The file is UTF-16; save it as UTF-8.");
    CHECK(refusal("\xfe\xff{") == "The file is UTF-16; save it as UTF-8.");
    CHECK(refusal(std::string_view("{\0\"\0", 4)) == "The file is UTF-16; save it as UTF-8.");
    CHECK(refusal(std::string_view("\0{\0\"", 4)) == "The file is UTF-16; save it as UTF-8.");
    CHECK(refusal("{\n\"a\":\n\"caf\xe9\"}") == "Line 3, $: the text is not UTF-8.");

    const std::string    blanks(1'000'000, ' ');
    codec::AccountReader large;
    for (std::size_t megabytes = 0; megabytes < codec::max_account_megabytes; ++megabytes) {
        large.add(blanks);
        while (large.step()) {}
        REQUIRE_FALSE(large.over());
    }
    large.add(" ");
    REQUIRE(large.over());
    CHECK(base::say(base::Language::en, large.take().problem()) == "The file is larger than 500 MB.");
}

TEST_CASE("a file cut off anywhere is refused, and never half taken")
{
    const auto file = with(
        hosting +
            R"(,{"id":"d","kind":"domain","name":"a.fr","linked_to":"h","nameservers":["ns1.a.fr","ns2.a.fr"],"zone":[1.5,null,{"é":true}]})",
        R"({"id":"o","service":"d","price":{"cents":12,"currency":"EUR"},"asked_at":"2026-01-01T00:00:00Z"})",
        ",\"more\":-1");
    REQUIRE(refusal(file) == "accepted");
    for (std::size_t length = 0; length < file.size(); ++length) {
        const auto said = refusal(std::string_view(file).substr(0, length));
        CAPTURE(length);
        REQUIRE(said != "accepted");
        if (length > 0)
            REQUIRE((said.find("ends too early") != std::string::npos || said.find("not UTF-8") != std::string::npos));
    }
}

TEST_CASE("a refused file says its line, its path and its fault")
{
    CHECK(refusal("[]") == "Line 1, $: an object is expected.");
    CHECK(refusal("nonsense") == "Line 1, $: not valid JSON from “nonsense” onwards.");
    CHECK(refusal("{\"a\":1,\n\"b\":}") == "Line 2, $.b: the file ends too early.");
    CHECK(refusal("{\"a\":1,\n\"b\":],\n\"c\":1}") == "Line 2, $.b: not valid JSON from “],” onwards.");
    CHECK(refusal(with(hosting) + "\n{}") == "Line 2, $: there is text after the end of the account.");
    CHECK(refusal(with(hosting) + "]") == "Line 1, $: there is text after the end of the account.");
    CHECK(refusal("{}") == "This file is not a Guichet account: “format” is missing.");
    CHECK(refusal(R"({"format":"other"})") == "Line 1, $.format: “guichet-account” is expected.");
    CHECK(refusal(R"({"format":"guichet-account"})") == "Line 1, $.version: version 0 of the format is not known.");
    CHECK(refusal(R"({"format":"guichet-account","version":3})") ==
          "Line 1, $.version: version 3 of the format is not known.");
    CHECK(refusal(R"({"format":"guichet-account","version":1})") == "Line 1, $: the field “profile” is missing.");
    CHECK(refusal(R"({"format":"guichet-account","version":1,"profile":{"email":"a"}})") ==
          "Line 1, $.profile: the field “account” is missing.");
    CHECK(refusal(R"({"format":"guichet-account","format":"guichet-account"})") ==
          "Line 1, $.format: the field “format” appears twice.");
    CHECK(refusal(with("{\"id\":\"x\"}")) == "Line 1, $.services[0]: the field “name” is missing.");
    CHECK(refusal(with("\n{\"name\":\"x\"}")) == "Line 2, $.services[0]: the field “id” is missing.");
    CHECK(refusal(with("3")) == "Line 1, $.services[0]: an object is expected.");
    CHECK(refusal(with("[]")) == "Line 1, $.services[0]: an object is expected.");
    CHECK(refusal(R"({"services":{}})") == "Line 1, $.services: a list is expected.");
    CHECK(refusal(R"({"services":null})") == "Line 1, $.services: a list is expected.");
    CHECK(refusal(R"({"profile":[]})") == "Line 1, $.profile: an object is expected.");
}

TEST_CASE("a value of the wrong type, out of its range or unknown is refused where it stands")
{
    CHECK(service_fault(R"("label":3)") == ".label: text is expected.");
    CHECK(service_fault(R"("label":null)") == ".label: text is expected.");
    CHECK(service_fault(R"("label":{})") == ".label: text is expected.");
    CHECK(service_fault(R"("locked":"yes")") == ".locked: “true” or “false” is expected.");
    CHECK(service_fault(R"("locked":1)") == ".locked: “true” or “false” is expected.");
    CHECK(service_fault(R"("status":"lost")") == ".status: “lost” is not one of the possible values.");
    CHECK(service_fault(R"("status":0)") == ".status: text is expected.");
    CHECK(service_fault(R"("expires_on":"2026-02-30")") == ".expires_on: the date “2026-02-30” does not exist.");
    CHECK(service_fault(R"("expires_on":"")") == ".expires_on: the date “” does not exist.");
    CHECK(service_fault(R"("expires_on":20260101)") == ".expires_on: text is expected.");
    CHECK(service_fault(R"("nameservers":"ns1.a.fr")") == ".nameservers: a list is expected.");
    CHECK(service_fault(R"("nameservers":["ns1.a.fr",2])") == ".nameservers[1]: text is expected.");
    CHECK(service_fault(R"("nameservers":[["ns1.a.fr"]])") == ".nameservers[0]: text is expected.");
    CHECK(service_fault(R"("nameservers":["ns1.a.fr","ns 2"])") == ".nameservers: “ns 2” is not a valid name server.");
    CHECK(service_fault(R"("linked_to":"")") ==
          ".linked_to: an identifier has 1 to 200 characters and no control character.");
    CHECK(service_fault(R"("label":"a","label":"b")") == ".label: the field “label” appears twice.");
    CHECK(service_fault(R"("later":1,"later":2)") == ".later: the field “later” appears twice.");
    CHECK(service_fault(R"("later":[0,{"a":1,"a":2}])") == ".later[1].a: the field “a” appears twice.");
    CHECK(service_fault("\"notes\":\"" + std::string(70'000, 'x') + "\"") ==
          ".notes: the text is longer than 65,536 bytes.");
    CHECK(service_fault(R"("later":1e999)").find("out of range") != std::string::npos);
    CHECK(service_fault(R"("later":[1.7976931348623157e308,1.7976931348623159e308])").find("out of range") !=
          std::string::npos);
    CHECK(refusal(service(R"("later":[1.7976931348623157e308,0.0e999,-1e-999])")) == "accepted");

    const auto operation = [](std::string_view field) {
        const auto said = refusal(with(hosting, R"({"id":"o","service":"h",)" + std::string(field) + "}"));
        return said.substr(said.find('$') + 1);
    };
    const auto line = [](std::string_view field) {
        const auto said = refusal(with(hosting, "", R"(,"cart_lines":[{"id":"l",)" + std::string(field) + "}]"));
        return said.substr(said.find('$') + 1);
    };
    CHECK(line(R"("years":100)") == "accepted");
    CHECK(line(R"("years":101)") == ".cart_lines[0].years: the number 101 is out of range.");
    CHECK(line(R"("years":2147483647)") == ".cart_lines[0].years: the number 2147483647 is out of range.");
    CHECK(line(R"("years":2147483648)") == ".cart_lines[0].years: the number 2147483648 is out of range.");
    CHECK(line(R"("years":-99999999999999999999)") ==
          ".cart_lines[0].years: the number -99999999999999999999 is out of range.");
    CHECK(line(R"("years":18446744073709551615)") ==
          ".cart_lines[0].years: the number 18446744073709551615 is out of range.");
    CHECK(line(R"("years":1.5)") == ".cart_lines[0].years: a whole number is expected.");
    CHECK(line(R"("years":"1")") == ".cart_lines[0].years: a whole number is expected.");
    CHECK(operation(R"("asked_at":"2026-01-01T25:00:00Z")") ==
          ".operations[0].asked_at: the time “2026-01-01T25:00:00Z” does not exist.");
    CHECK(line(R"("seen":12)") == ".cart_lines[0].seen: an object is expected.");
    CHECK(line(R"("seen":{"cents":1})") == ".cart_lines[0].seen: the field “currency” is missing.");
    CHECK(line(R"("seen":{"cents":1.5,"currency":"EUR"})") == ".cart_lines[0].seen.cents: a whole number is expected.");
    CHECK(line(R"("seen":{"cents":1,"currency":"XXX"})") ==
          ".cart_lines[0].seen.currency: “XXX” is not one of the possible values.");
    CHECK(line(R"("seen":{"cents":1,"currency":"EUR","tax":1})") == ".cart_lines[0].seen.tax: unknown field “tax”.");
    CHECK(line(R"("seen":{"cents":1,"cents":1})") == ".cart_lines[0].seen.cents: the field “cents” appears twice.");
}

TEST_CASE("identifiers are unique, and what refers to a service finds one of the right kind")
{
    CHECK(refusal(with("\n" + hosting + ",\n\n" + hosting)) ==
          "Line 4, $.services[1].id: the identifier “h” is already used on line 2.");
    CHECK(refusal(with(hosting, "\n{\"id\":\"o\",\"service\":\"h\"},\n{\"id\":\"o\",\"service\":\"h\"}")) ==
          "Line 3, $.operations[1].id: the identifier “o” is already used on line 2.");
    CHECK(refusal(with(hosting, "\n{\"id\":\"o\",\n\"service\":\"x\"}")) ==
          "Line 3, $.operations[0].service: “x” is not a service in this file.");
    CHECK(refusal(with(hosting + ",\n{\"id\":\"d\",\"kind\":\"domain\",\"name\":\"a.fr\",\n\"linked_to\":\"x\"}")) ==
          "Line 3, $.services[1].linked_to: “x” is not a service in this file.");
    CHECK(refusal(with(hosting + ",\n{\"id\":\"d\",\"kind\":\"domain\",\"name\":\"a.fr\",\"linked_to\":\"d\"}")) ==
          "Line 2, $.services[1].linked_to: “d” is not a hosting account.");
    CHECK(refusal(with("{\"id\":\"h\",\"name\":\"h\",\"main_domain\":\"h\"}")) ==
          "Line 1, $.services[0].main_domain: “h” is not a domain.");
    // A row may refer to a later one.
    CHECK(refusal(with("{\"id\":\"d\",\"kind\":\"domain\",\"name\":\"a.fr\",\"linked_to\":\"h\"}," + hosting)) ==
          "accepted");
}

TEST_CASE("nesting without end is refused, also 10,000 deep and more")
{
    const auto nested = [](std::size_t depth, std::string_view open, std::string_view close) {
        std::string text;
        for (std::size_t left = depth; left > 0; --left) text += open;
        text += "1";
        for (std::size_t left = depth; left > 0; --left) text += close;
        return refusal(with(hosting, "", ",\"deep\":" + text));
    };
    CHECK(nested(31, "[", "]") == "accepted");
    CHECK(nested(32, "[", "]").find("nested more than 32 levels deep") != std::string::npos);
    CHECK(nested(31, "{\"a\":", "}") == "accepted");
    CHECK(nested(10'000, "[", "]").find("nested more than 32 levels deep") != std::string::npos);
    CHECK(nested(1'000'000, "{\"a\":", "}").find("nested more than 32 levels deep") != std::string::npos);
    CHECK(refusal(std::string(10'000, '[')) == "Line 1, $: an object is expected.");
}

TEST_CASE("a domain is one that can be registered")
{
    std::ifstream file(GUICHET_GENERATED_DIR "/public_suffixes.txt", std::ios::binary);
    const auto    suffixes = base::PublicSuffixes::read({std::istreambuf_iterator<char>(file), {}});
    REQUIRE(suffixes);
    const auto domain = [&](const std::string& name) {
        return refusal(with(R"({"id":"d","kind":"domain","name":")" + name + "\"}"), &*suffixes) == "accepted";
    };
    for (const char* name :
         {"example.fr", "example.co.uk", "xn--caf-dma.fr", "github.io", "example.github.io", "example.uk.com"})
        CHECK_MESSAGE(domain(name), name);
    for (const char* name : {"fr", "co.uk", "www.example.fr", "café.fr", "Example.fr", "exa mple.fr", "-a.fr",
                             "192.0.2.1", "example.fr.", ""})
        CHECK_MESSAGE(!domain(name), name);
    CHECK(refusal(with(R"({"id":"d","kind":"domain","name":"www.example.fr"})"), &*suffixes) ==
          "Line 1, $.services[0].name: “www.example.fr” is not a valid domain name. Write a name with accents in its "
          "technical form (xn--…).");
    CHECK(refusal(with(R"({"id":"d","kind":"domain","name":"www.example.fr"})")) ==
          "accepted");  // the list is not loaded yet
}

TEST_CASE("whatever bytes come, reading ends with an account or a sentence")
{
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        CAPTURE(seed);
        sample::Random random(seed);
        auto           file = write_account(sample::account(random, 4));
        for (auto left = 1 + random.below(4); left > 0; --left) {
            const auto at = random.below(file.size());
            switch (random.below(4)) {
            case 0: file[at] = static_cast<char>(random.below(256)); break;
            case 1: file.erase(at, random.below(20)); break;
            case 2: file.insert(at, std::string(random.below(5), "{}[]\",:0\\"[random.below(9)])); break;
            case 3: file.insert(at, file.substr(random.below(file.size()), random.below(40))); break;
            }
        }
        const auto result = read_account(file);
        if (!result) REQUIRE_FALSE(base::say(base::Language::fr, result.problem()).empty());
        else REQUIRE(write_account(*read_account(write_account(*result))) == write_account(*result));
    }
}

TEST_CASE("a file is read the same in one go and in pieces cut anywhere, its faults too")
{
    const auto in_pieces = [](std::string_view file, const auto& length) {
        codec::AccountReader reader;
        while (!file.empty() && !reader.over()) {
            const auto piece = file.substr(0, length());
            file.remove_prefix(piece.size());
            reader.add(piece);
            while (reader.step()) {}
        }
        reader.end();
        while (reader.step()) {}
        const auto result = reader.take();
        return result ? write_account(*result) : base::say(base::Language::en, result.problem());
    };
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        sample::Random random(seed);
        auto           file = write_account(sample::account(random, 8));
        for (auto left = random.below(3); left > 0; --left) {
            const auto at = 4 + random.below(file.size() - 4);
            if (random.below(2) == 0) file[at] = "{}[]\",:0\\x\n"[random.below(11)];
            else file.erase(at, random.below(20));
        }
        // Of two faults the first one is reported, except that invalid UTF-8 is only detected piece by piece.
        if (!base::is_valid_utf8(file)) continue;
        const auto read  = read_account(file);
        const auto whole = read ? write_account(*read) : base::say(base::Language::en, read.problem());
        CAPTURE(whole);
        // The text after a fault may not have been read yet, so messages cannot quote it.
        const auto cut = [](std::string said) { return said.substr(0, said.find("\u201c")); };
        REQUIRE(cut(in_pieces(file, [&] { return 4 + random.below(60); })) == cut(whole));
    }
}

TEST_CASE("rows are read as they come, long before the file has ended")
{
    codec::AccountReader reader;
    reader.add(R"({"format":"guichet-account","version":1,"profile":{"account":"C-1"},"services":[)");
    for (int row = 0; row < 1000; ++row) {
        reader.add("\n{\"id\":\"h" + std::to_string(row) + "\",\"name\":\"h\"},{\"id\":");
        while (reader.step()) {}
        REQUIRE(reader.wants_bytes());
        REQUIRE(reader.services() == static_cast<std::size_t>(2 * row + 1));
        reader.add("\"i" + std::to_string(row) + "\",\"name\":\"i\"},");
    }
    reader.add(hosting + "]}");
    reader.end();
    while (reader.step()) {}
    const auto result = reader.take();
    REQUIRE(result);
    CHECK(result->services.size() == 2001);
}

TEST_CASE("a letter leads to a page of this program, or nowhere")
{
    const auto letter = [](const std::string& link) {
        return refusal(with("", "", R"(,"messages":[{"id":"m","link":")" + link + R"("}])"));
    };
    CHECK(letter("") == "accepted");
    CHECK(letter("#/confirm/abc") == "accepted");
    for (const char* link :
         {"https://bank.example/", "//bank.example", "javascript:alert(1)", "confirm", "#confirm", " #/"})
        CHECK_MESSAGE(
            letter(link) == "Line 1, $.messages[0].link: a link must start with “#/” and stay within this site.", link);
}

TEST_CASE("an account saved by a program that puts a byte order mark before it is read")
{
    const auto file = with(hosting);
    CHECK(refusal("\xef\xbb\xbf" + file) == "accepted");
    CHECK(refusal("\xef\xbb\xbf") == "The file is empty.");
    CHECK(refusal("\xef\xbb\xbf\xef\xbb\xbf" + file) != "accepted");
}

TEST_CASE("another file that people have at hand is called by its kind")
{
    const std::string table = "This is a table, not an account. ";
    const auto        is = [](std::string_view file, std::string_view kind) { return refusal(file).starts_with(kind); };
    CHECK(is("\xef\xbb\xbfIdentifiant;Type\r\nexemple.fr;Domaine\r\n", table));
    CHECK(is("\"Identifier\",\"Type\",\"Label\"", table));
    CHECK(is("name\tkind\nexemple.fr\tdomain\n", table));
    CHECK(is("[\n{\"name\":\"exemple.fr\"}\n]\n", table));
    CHECK(is(std::string_view("\xff\xfe"
                              "a\0;\0b\0;\0",
                              10),
             table));
    CHECK(is("%PDF-1.7\n", "This is a PDF document, not an account. "));
    CHECK(is("PK\3\4\x14", "This is a workbook or an archive, not an account. "));
    CHECK_FALSE(is("Hello, here is what I have", table));
    CHECK_FALSE(is("{\"name\":\"a\",\"other\":\"b;c\"}", table));
}

TEST_CASE("a domain is shown by its own name: a file that shows another one is refused")
{
    const auto shown = [](std::string_view name, std::string_view display) {
        return refusal(with(R"({"id":"d","kind":"domain","name":")" + std::string(name) + R"(","display_name":")" +
                            std::string(display) + "\"}"));
    };
    CHECK(shown("xn--caf-dma.fr", "café.fr") == "accepted");
    CHECK(shown("a.fr", "a.fr") == "accepted");
    CHECK(shown("xn--caf-dma.fr", "xn--caf-dma.fr") == "accepted");
    CHECK(shown("a.fr", "b.fr").find("“b.fr” is not written “a.fr”") != std::string::npos);
    CHECK(shown("xn--caf-dma.fr", "cafe.fr") != "accepted");
    CHECK(refusal(with(R"({"id":"h","name":"h1","display_name":"h2"})")) != "accepted");
    CHECK(refusal(
              with(hosting,
                   R"({"id":"o","service":"h","detail":{"offered_domain":{"name":"a.fr","display_name":"b.fr"}}})")) !=
          "accepted");
}

TEST_CASE("texts of a file are put right as those that people type, and an untouched field refuses nothing afterwards")
{
    const auto label = [](std::string_view written) {
        const auto result = read_account(service("\"label\":\"" + std::string(written) + '"'));
        REQUIRE(result);
        return result->services.row(0).label;
    };
    CHECK(label("un\\r\\ndeux") == "un deux");
    CHECK(label("site 1\\t") == "site 1");
    CHECK(label("facture \\u202efdp.exe") == "facture fdp.exe");
    CHECK(label("e\\u0301te\\u0301") == "été");
    CHECK(label("\\u3164\\u200b").empty());

    const auto file = read_account(service(R"("notes":" un\r\ndeux\u200b\n")"));
    REQUIRE(file);
    CHECK(file->services.row(0).notes == "un\ndeux");
    const auto again = read_account(write_account(*file));
    REQUIRE(again);
    CHECK(sample::same(*again, *file));
}
