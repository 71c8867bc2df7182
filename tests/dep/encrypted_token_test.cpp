// SPDX-License-Identifier: Apache-2.0
#include "dep/encrypted_token.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "dep/server_token.hpp"
#include "fakes/errors.hpp"
#include "fakes/server_tokens.hpp"

#include <chrono>
#include <fmt/format.h>
#include <functional>
#include <random>

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

/// One token in the forms that openssl gives it; everything else is made of these. The base64 of `ber` ends in as many
/// '=' as it is told.
struct Made {
    std::string message;  ///< what is inside
    std::string ber, der, smime, pem;
};

Made made_with_padding(const Workshop& shop, std::size_t padding) {
    for (std::string message = token_message();; message += "\r\n") {
        std::string ber = encrypted(shop, message, "acme.pem");
        if ((3 - ber.size() % 3) % 3 != padding)
            continue;
        return {.message = message,
                .ber = std::move(ber),
                .der = encrypted(shop, message, "acme.pem", "-aes128"),
                .smime = encrypted(shop, message, "acme.pem", "-aes128 -stream -indef", "SMIME"),
                .pem = encrypted(shop, message, "acme.pem", "-aes128", "PEM")};
    }
}

const Made& made(std::size_t padding = 0) {
    static const std::vector<Made> all = [] {
        const Workshop shop;
        shop.write("acme.pem", token_certificate().to_pem());
        std::vector<Made> some;
        for (std::size_t i = 0; i < 3; ++i)
            some.push_back(made_with_padding(shop, i));
        return some;
    }();
    return all.at(padding);
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

std::string with_unix_lines(const std::string& text) { return replaced(text, "\r\n", "\n"); }

/// RFC 2045, 6.7, as mail programs write it: nothing but letters and digits unescaped, lines of 76 characters.
std::string quoted_printable(std::string_view bytes, std::string_view end = "\r\n") {
    std::string out;
    std::size_t column = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const std::string shown =
            std::isalnum(byte) != 0 || c == '+' || c == '/' ? std::string(1, c) : fmt::format("={:02X}", byte);
        if (column + shown.size() > 75) {
            out.append("=").append(end);
            column = 0;
        }
        out += shown;
        column += shown.size();
    }
    return out;
}

/// Base64 in lines, of which only the signs and line ends are escaped that must be.
std::string quoted_lines(const std::string& base64) { return in_lines(replaced(base64, "=", "=3D"), 75, "=\r\n"); }

std::string declared(std::string_view encoding) { return replaced(apple_headers, "base64", encoding) + "\r\n"; }

std::string utf16(std::string_view text, bool little_endian) {
    std::string out = little_endian ? "\xff\xfe" : "\xfe\xff";
    for (const char c : text) {
        out += little_endian ? c : '\0';
        out += little_endian ? '\0' : c;
    }
    return out;
}

std::string pem_labelled(const std::string& label, const Made& m) {
    return replaced(replaced(m.pem, "BEGIN CMS", "BEGIN " + label), "END CMS", "END " + label);
}

/// How a file may be written that is a token all the same.
struct Form {
    std::string what;
    std::function<std::string(const Made&)> file;
    std::string form;
    Codes findings = {};
};

// clang-format off
const std::vector<Form>& genuine_forms() {
    static const std::vector<Form> forms{
        {"the portal's own", [](const Made& m) { return token_file(m.ber); }, "S/MIME"},
        {"Unix line ends", [](const Made& m) { return with_unix_lines(token_file(m.ber)); }, "S/MIME"},
        {"no line end at the end",
         [](const Made& m) { return std::string(token_file(m.ber), 0, token_file(m.ber).size() - 2); }, "S/MIME"},
        {"headers in another order, and one more",
         [](const Made& m) {
             return "MIME-Version: 1.0\r\nContent-Description: S/MIME Encrypted Message\r\nX-Mail: x\r\n"
                    "Content-Transfer-Encoding: base64\r\n"
                    "Content-Type: application/x-pkcs7-mime; smime-type=enveloped-data\r\n\r\n" +
                    in_lines(to_base64(m.ber));
         }, "S/MIME"},
        {"headers in other letters",
         [](const Made& m) {
             return "CONTENT-TYPE: APPLICATION/PKCS7-MIME\r\ncontent-transfer-encoding:BASE64\r\n\r\n" +
                    in_lines(to_base64(m.ber));
         }, "S/MIME"},
        {"a header that is folded, as in Apple's sample",
         [](const Made& m) { return replaced(token_file(m.ber), "smime-type=enveloped-", "\r\n smime-type=enveloped-\r\n\t"); },
         "S/MIME"},
        {"no empty line", [](const Made& m) { return apple_headers + in_lines(to_base64(m.ber)); }, "S/MIME"},
        {"empty lines in front", [](const Made& m) { return "\r\n\n" + token_file(m.ber); }, "S/MIME"},
        {"no header that says base64",
         [](const Made& m) {
             return replaced(token_file(m.ber), "Content-Transfer-Encoding: base64\r\n", "");
         }, "S/MIME"},
        {"openssl's S/MIME", [](const Made& m) { return m.smime; }, "S/MIME"},
        {"line ends of CR CR LF", [](const Made& m) { return replaced(token_file(m.ber), "\r\n", "\r\r\n"); }, "S/MIME"},
        {"an empty line behind each line", [](const Made& m) { return replaced(token_file(m.ber), "\r\n", "\r\n\r\n"); },
         "S/MIME"},
        {"base64 alone", [](const Made& m) { return in_lines(to_base64(m.ber)); }, "base64"},
        {"base64 alone, double spaced", [](const Made& m) { return in_lines(to_base64(m.ber), 76, "\n\n"); }, "base64"},
        {"base64 in lines of 64", [](const Made& m) { return in_lines(to_base64(m.ber), 64, "\n"); }, "base64"},
        {"base64 in one line", [](const Made& m) { return to_base64(m.ber); }, "base64"},
        {"base64 that is indented", [](const Made& m) { return in_lines(to_base64(m.ber), 60, "\n    "); }, "base64"},
        {"base64 of DER", [](const Made& m) { return in_lines(to_base64(m.der)); }, "base64"},
        {"BER", [](const Made& m) { return m.ber; }, "DER"},
        {"DER", [](const Made& m) { return m.der; }, "DER"},
        {"BER behind headers", [](const Made& m) { return declared("binary") + m.ber; }, "S/MIME"},
        {"BER behind headers that say base64", [](const Made& m) { return declared("base64") + m.ber; }, "S/MIME"},
        {"PEM", [](const Made& m) { return m.pem; }, "PEM"},
        {"PEM of the label PKCS7", [](const Made& m) { return pem_labelled("PKCS7", m); }, "PEM"},
        {"PEM of the label PKCS #7", [](const Made& m) { return pem_labelled("PKCS #7 SIGNED DATA", m); }, "PEM"},
        {"PEM of no label known", [](const Made& m) { return pem_labelled("SERVER TOKEN", m); }, "PEM"},
        {"PEM with Windows line ends", [](const Made& m) { return replaced(m.pem, "\n", "\r\n"); }, "PEM"},
        {"PEM with text around it", [](const Made& m) { return "Our token:\n\n" + m.pem + "\nKeep it.\n"; }, "PEM"},
        {"PEM behind its certificate", [](const Made& m) { return token_certificate().to_pem() + m.pem; }, "PEM"},
    };
    return forms;
}

const std::vector<Form>& unusual_forms() {
    static const std::vector<Form> forms{
        {"a byte order mark", [](const Made& m) { return "\xef\xbb\xbf" + token_file(m.ber); }, "S/MIME", {"byte_order_mark"}},
        {"UTF-16, as PowerShell writes it", [](const Made& m) { return utf16(token_file(m.ber), true); }, "S/MIME",
         {"byte_order_mark"}},
        {"UTF-16, the other way round", [](const Made& m) { return utf16(in_lines(to_base64(m.ber)), false); }, "base64",
         {"byte_order_mark"}},
        {"quoted-printable of base64, and said so",
         [](const Made& m) { return declared("quoted-printable") + quoted_printable(to_base64(m.ber)); }, "S/MIME",
         {"unusual_form"}},
        {"quoted-printable of base64, in lines",
         [](const Made& m) { return declared("Quoted-Printable") + quoted_lines(to_base64(m.ber)); }, "S/MIME",
         {"unusual_form"}},
        {"quoted-printable of base64, and not said",
         [](const Made& m) { return token_file("") + quoted_lines(to_base64(m.ber)); }, "S/MIME", {"unusual_form"}},
        {"quoted-printable of base64 alone", [](const Made& m) { return quoted_printable(to_base64(m.ber), "\n"); },
         "base64", {"unusual_form"}},
        {"quoted-printable of DER", [](const Made& m) { return declared("quoted-printable") + quoted_printable(m.der); },
         "S/MIME", {"unusual_form"}},
        {"quoted-printable of DER alone", [](const Made& m) { return quoted_printable(m.der); }, "base64",
         {"unusual_form"}},
        {"base64 of the whole file", [](const Made& m) { return in_lines(to_base64(token_file(m.ber))); }, "S/MIME",
         {"unusual_form"}},
        {"base64 of the whole file, with headers of its own",
         [](const Made& m) { return token_file(token_file(m.ber)); }, "S/MIME", {"unusual_form"}},
        {"base64 of the whole file behind a byte order mark",
         [](const Made& m) { return "\xef\xbb\xbf" + to_base64(token_file(m.ber)); }, "S/MIME",
         {"byte_order_mark", "unusual_form"}},
        {"text behind", [](const Made& m) { return token_file(m.ber) + "\r\nPlease import, and tell Jo.\r\n"; }, "S/MIME",
         {"unusual_form"}},
        {"text right behind", [](const Made& m) { return token_file(m.ber) + "Please import, and tell Jo."; }, "S/MIME",
         {"unusual_form"}},
        {"a mail signature behind", [](const Made& m) { return token_file(m.ber) + "-- \r\nJo Doe\r\n+44 1234\r\n"; },
         "S/MIME", {"unusual_form"}},
        {"a mailing list's footer", [](const Made& m) { return in_lines(to_base64(m.ber)) + "_______\nadmins@example.org\n"; },
         "base64", {"unusual_form"}},
        {"words behind that could be base64", [](const Made& m) { return token_file(m.ber) + "\r\nSent from my phone\r\n"; },
         "S/MIME", {"unusual_form"}},
        {"its certificate behind", [](const Made& m) { return token_file(m.ber) + token_certificate().to_pem(); }, "S/MIME",
         {"unusual_form"}},
        {"a boundary of MIME behind", [](const Made& m) { return token_file(m.ber) + "\r\n--=_b0undary--\r\n"; }, "S/MIME",
         {"unusual_form"}},
        {"a mail that it is attached to",
         [](const Made& m) {
             return "From: jo@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                    "--b\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n\r\n--b\r\n" +
                    token_file(m.ber) + "--b--\r\n";
         }, "S/MIME", {"unusual_form", "unusual_form"}},
        {"a mail that the whole file is attached to",
         [](const Made& m) {
             return "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHere it is.\n\n--b\n"
                    "Content-Type: application/pkcs7-mime; name=t.p7m\nContent-Transfer-Encoding: base64\n\n" +
                    in_lines(to_base64(token_file(m.ber)), 76, "\n") + "\n--b--\n";
         }, "S/MIME", {"unusual_form", "unusual_form"}},
        {"text in front", [](const Made& m) { return "Our token:\r\n\r\n" + token_file(m.ber); }, "S/MIME",
         {"unusual_form"}},
        {"bytes behind BER", [](const Made& m) { return m.ber + "\n"; }, "DER", {"unusual_form"}},
        {"bytes behind DER", [](const Made& m) { return m.der + std::string(3, '\0'); }, "DER", {"unusual_form"}},
    };
    return forms;
}
// clang-format on

std::vector<Form> all_forms() {
    std::vector<Form> all = genuine_forms();
    all.insert(all.end(), unusual_forms().begin(), unusual_forms().end());
    return all;
}

EncryptedToken read(std::string_view bytes) { return read_encrypted_token(bytes, "token.p7m"); }

std::string inside(const EncryptedToken& token) {
    const auto message = token.message.open(rsa_key("dep"));
    return message ? std::string(message->reveal()) : "";
}

std::string refusal(std::string_view bytes) {
    return code_of([&] { return read(bytes).form; });
}

Time parsed_time(const std::string& path) { return time_in_name(path).value_or(Time{}); }

}  // namespace

TEST_CASE("a server token is read in every form that people have it in") {
    const std::size_t padding = GENERATE(0U, 1U, 2U);
    for (const Form& form : all_forms()) {
        INFO(form.what << ", base64 with " << padding << " '='");
        const std::string file = form.file(made(padding));
        CHECK(refusal(file).empty());
        if (!refusal(file).empty())
            continue;
        const EncryptedToken token = read(file);
        CHECK(inside(token) == made(padding).message);
        CHECK(token.form == form.form);
        CHECK(token.message.cipher() == "AES-128-CBC");
        CHECK(token.message.recipients().size() == 1);
        CHECK(errors(token.findings).empty());
        CHECK(codes(token.findings) == form.findings);
    }
}

TEST_CASE("a genuine file is not remarked upon, however its base64 ends") {
    for (const std::size_t padding : {0U, 1U, 2U}) {
        const std::string base64 = to_base64(made(padding).ber);
        REQUIRE(base64.ends_with(std::string(padding, '=')));
        // In lines of every width: where the '=' ends a line, nothing may take it for quoted-printable's.
        for (std::size_t width = 60; width <= 80; ++width)
            for (const char* end : {"\n", "\r\n"}) {
                INFO(padding << " '=', lines of " << width);
                CHECK(read(apple_headers + "\r\n" + in_lines(base64, width, end)).findings.empty());
            }
    }
}

TEST_CASE("words behind that could be base64 are ignored, and said") {
    const EncryptedToken token = read(token_file(made(0).ber) + "\r\nSent from my phone\r\n");
    CHECK(inside(token) == made(0).message);
    CHECK(codes(token.findings) == Codes{"unusual_form"});
    CHECK(token.message.trailing_bytes() > 0);
}

TEST_CASE("remarks name the file, and what is unusual about it") {
    const auto remark_on = [](const std::string& file) { return read(file).findings.front().message; };
    CHECK(remark_on(quoted_printable(made(0).der)) == "'token.p7m' is quoted-printable, as mail programs make it");
    CHECK(remark_on(to_base64(token_file(made(0).ber))) ==
          "'token.p7m' is the base64 of the file that the portal gives out");
    CHECK(remark_on(made(0).der + "\n") == "1 byte behind the message in 'token.p7m' was ignored");
    CHECK(remark_on(made(0).der + "\n\n") == "2 bytes behind the message in 'token.p7m' were ignored");
    CHECK(remark_on(token_file(made(1).ber) + "Jo, import it") ==
          "the text behind the message in 'token.p7m' was ignored");
}

TEST_CASE("what is no server token is not recognised") {
    const Workshop shop;
    shop.write("acme.pem", token_certificate().to_pem());
    shop.write("acme.key", rsa_key("dep").to_pem().reveal());
    shop.write("plain", token_message());
    const std::string signed_message =
        shop.output_of("openssl cms -sign -nodetach -in plain -signer acme.pem -inkey acme.key");
    const std::string authenticated = encrypted(shop, token_message(), "acme.pem", "-aes-128-gcm");
    const std::vector<std::pair<std::string, std::string>> files{
        {"nothing", ""},
        {"a line end", "\r\n"},
        {"a byte order mark alone", "\xef\xbb\xbf"},
        {"the public key that was uploaded", token_certificate().to_pem()},
        {"the same in DER", token_certificate().der()},
        {"a private key", std::string(rsa_key("dep").to_pem().reveal())},
        {"a CSR", csr().to_pem()},
        {"what is inside a token", token_message()},
        {"its JSON", token_json()},
        {"an Apps and Books token",
         to_base64(R"({"token":"QUJD","expDate":"2027-01-01T00:00:00+0000","orgName":"A"})")},
        {"a push certificate request", to_base64("<?xml version=\"1.0\"?><plist version=\"1.0\"><dict/></plist>")},
        {"a page of the portal", "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n"},
        {"a signed message", signed_message},
        {"a message with a tag", authenticated},
        {"the same as S/MIME", token_file(authenticated)},
        {"PEM without its end line", "-----BEGIN CMS"},
        {"PEM of nothing", "-----BEGIN CMS-----\n-----END CMS-----\n"},
        {"base64 of a file that is none", to_base64(apple_headers + "\r\n" + "hello")},
        {"base64 of base64 of base64 of it", to_base64(to_base64(token_file(token_file(made(0).ber))))},
    };
    for (const auto& [what, file] : files) {
        INFO(what);
        CHECK(refusal(file) == "not_recognized");
    }
}

TEST_CASE("a token that was cut says so") {
    const Made& m = made(0);
    for (const std::string& file : {apple_headers, apple_headers + "\r\n", apple_headers + "\r\nMI"}) {
        INFO(file.size());
        CHECK(refusal(file) == "malformed_der");
    }
    for (const std::string& whole : {m.ber, m.der}) {
        const std::string half = whole.substr(0, whole.size() / 2);
        for (const std::string& file : {half, token_file(half), to_base64(half), to_base64(token_file(half)),
                                        declared("quoted-printable") + quoted_printable(half),
                                        "-----BEGIN CMS-----\n" + in_lines(to_base64(half), 64, "\n")}) {
            INFO(file.substr(0, 30));
            CHECK(refusal(file) == "malformed_der");
        }
    }
}

TEST_CASE("a token that is cut at any byte is refused as no input, or whole when the cut is behind it") {
    const Made& m = made(GENERATE(0U, 1U));
    for (const Form& form : all_forms()) {
        const std::string file = form.file(m);
        bool was_whole = false;
        for (std::size_t size = 0; size < file.size(); ++size) {
            std::string outcome;
            try {
                const EncryptedToken token = read(std::string_view(file).substr(0, size));
                // Opening takes long, and what is whole stays so.
                outcome = was_whole || inside(token) == m.message ? "whole" : "another";
                was_whole = true;
            } catch (const Error& e) {
                outcome = exit_code(e.code()) == 7 && !was_whole ? "refused" : name(e.code());
            }
            if (outcome != (was_whole ? "whole" : "refused")) {
                INFO(form.what << " cut at " << size << " of " << file.size());
                CHECK(outcome == (was_whole ? "whole" : "refused"));
            }
        }
    }
}

TEST_CASE("a megabyte that is no token is refused within a second") {
    const std::size_t size = limits::credential_file;
    std::mt19937 random(1);
    std::string noise(size, '\0');
    for (char& c : noise)
        c = static_cast<char>(random());
    const auto repeated = [&](std::string_view piece) {
        std::string text;
        while (text.size() + piece.size() <= size)
            text += piece;
        return text;
    };
    const std::string begins_well = made(0).ber.substr(0, 20);
    const std::vector<std::pair<std::string, std::string>> files{
        {"noise", noise},
        {"A", repeated("A")},
        {"=", repeated("=")},
        {"=3D", repeated("=3D")},
        {"= at the end of each line", repeated("=\n")},
        {"a digit and = at the end of each line", repeated("A=\r\n")},
        {"line ends", repeated("\r\n")},
        {"headers", repeated("a: b\n")},
        {"headers of many names",
         [&] {
             std::string text;
             for (int i = 0; text.size() < size; ++i)
                 text += fmt::format("h{}: b\n", i);
             return text;
         }()},
        {"one header, folded", "a: b\n" + repeated(" c\n")},
        {"one header", "a: " + repeated("b")},
        {"dashes", repeated("-")},
        {"beginnings of PEM", repeated("-----BEGIN ")},
        {"PEM blocks of nothing", repeated("-----BEGIN CMS-----\n")},
        {"PEM blocks of little", repeated("-----BEGIN CMS-----\nMIAG\n-----END CMS-----\n")},
        {"SEQUENCEs of no length", repeated("\x30\x80")},
        {"base64 of a megabyte", to_base64(noise)},
        {"noise behind a good beginning", begins_well + noise},
        {"OCTET STRINGs of no length behind a good beginning", begins_well + repeated("\x24\x80")},
        {"base64 of files, one in the other",
         [&] {
             std::string text = token_file(made(0).ber);
             while (text.size() < size / 2)
                 text = to_base64(text);
             return text;
         }()},
    };
    for (const auto& [what, file] : files) {
        INFO(what);
        const auto begin = std::chrono::steady_clock::now();
        const std::string code = refusal(file);
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
        CHECK((code == "not_recognized" || code == "malformed_der"));
    }
}

TEST_CASE("the time in a file's name is the portal's, wherever the file lies") {
    const Time time = at("2026-11-23T08:15:30Z");
    for (const char* path :
         {"Acme_Token_2026-11-23T08-15-30Z_smime.p7m", "/home/jo/Downloads/Acme_Token_2026-11-23T08-15-30Z_smime.p7m",
          "2026-11-23T08-15-30Z.p7m", "My School_Token_2026-11-23T08-15-30Z_smime (1).p7m",
          "Acme Token 2026-11-23T08-15-30Z smime.p7m", "Acme-Token-2026-11-23T08-15-30Z-smime.p7m",
          "Acme_Token_2026-11-23T08:15:30Z_smime.p7m", "Acme_Token_2026-11-23T08_15_30Z_smime.p7m",
          "Acme_Token_2026-11-23T08-15-30", "../2025-01-01T00-00-00Z/Acme_Token_2026-11-23T08-15-30Z_smime.p7m",
          "2026-11_Token_2026-11-23T08-15-30Z_smime.p7m"}) {
        INFO(path);
        CHECK(parsed_time(path) == time);
    }
    CHECK(parsed_time("Acme_Token_2024-02-29T23-59-59Z_smime.p7m") == at("2024-02-29T23:59:59Z"));
    for (const char* path :
         {"", "/", "token.p7m", "smime.p7m", "Acme_Token_2026-11-23_smime.p7m", "Acme_Token_2026-11-23T08-15_smime.p7m",
          "Acme_Token_2026-02-30T08-15-30Z_smime.p7m", "Acme_Token_2025-02-29T08-15-30Z_smime.p7m",
          "Acme_Token_2026-11-23T24-15-30Z_smime.p7m", "Acme_Token_2026-11-23 08-15-30Z_smime.p7m",
          "Acme_Token_2026/11/23T08-15-30Z_smime.p7m", "Acme_Token_20261123T081530Z_smime.p7m",
          "2026-11-23T08-15-30Z/token.p7m", "serial12026-11-23T08-15-30Z.p7m"}) {
        INFO(path);
        CHECK_FALSE(time_in_name(path));
    }
}
