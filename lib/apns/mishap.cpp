// SPDX-License-Identifier: Apache-2.0
#include "apns/mishap.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "crypto/contents.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

/// The first letters of the base64 of "<?xml ve": a push certificate request; and of its base64 once more.
constexpr std::string_view base64_of_xml = "PD94bWwgd";
constexpr std::string_view base64_twice = "UEQ5NGJXd2dk";

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool consists_of(std::string_view text, std::string_view others) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
        const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return plain || c == '\n' || c == '\r' || contains(others, std::string_view(&c, 1));
    });
}

/// A file and what its bytes are as text. Each question answers with what happened, or not at all.
struct Patient {
    std::string_view bytes;
    std::string_view text;
    std::string name;  ///< in quotes
    std::string path;  ///< for a command line
};

std::optional<Mishap> is_all_zeros(const Patient& p) {
    if (p.bytes.empty() || p.bytes.find_first_not_of('\0') != std::string_view::npos)
        return std::nullopt;
    return Mishap{fmt::format("{} holds nothing but zero bytes", p.name),
                  "get it again: a full disk or a download that broke off leaves such a file"};
}

std::optional<Mishap> is_unmarked_utf16(const Patient& p) {
    if (p.bytes.size() < 8)
        return std::nullopt;
    const auto zero = [&](std::size_t i) { return p.bytes[i] == '\0'; };
    const bool little = !zero(0) && zero(1) && !zero(2) && zero(3) && !zero(4) && zero(5);
    const bool big = zero(0) && !zero(1) && zero(2) && !zero(3) && zero(4) && !zero(5);
    if (!little && !big)
        return std::nullopt;
    return Mishap{fmt::format("{} is UTF-16 text without a byte order mark", p.name),
                  fmt::format("iconv -f {} -t UTF-8 {} >fixed", little ? "UTF-16LE" : "UTF-16BE", p.path)};
}

std::optional<Mishap> is_pem_in_json(const Patient& p) {
    if (!p.text.starts_with('{') && !p.text.starts_with('['))
        return std::nullopt;
    if (!contains(p.text, "\"-----BEGIN "))
        return std::nullopt;
    return Mishap{fmt::format("{} is JSON, and has PEM in one of its texts", p.name),
                  fmt::format("jq -r '.. | strings | select(startswith(\"-----BEGIN \"))' {} >fixed.pem", p.path)};
}

std::optional<Mishap> has_written_out_line_ends(const Patient& p) {
    if (!contains(p.text, "-----BEGIN ") || !contains(p.text, "-----\\n"))
        return std::nullopt;
    return Mishap{fmt::format("{} is PEM on one line, with its line ends written out as \\n", p.name),
                  fmt::format("printf '%b' \"$(cat {})\" >fixed.pem", p.path)};
}

std::optional<Mishap> is_quoted(const Patient& p) {
    const auto lines = split(p.text, '\n');
    const bool quoted = std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
        const auto text = line.find_first_not_of("> ");
        return line.starts_with('>') && text != line.npos && line.substr(text).starts_with("-----BEGIN ");
    });
    if (!quoted)
        return std::nullopt;
    return Mishap{fmt::format("{} is quoted, as a reply by e-mail is: its lines begin with '>'", p.name),
                  fmt::format("sed 's/^[> ]*//' {} >fixed.pem", p.path)};
}

std::optional<Mishap> has_other_dashes(const Patient& p) {
    if (contains(p.text, "-----BEGIN "))
        return std::nullopt;
    for (const char* label : {"BEGIN CERTIFICATE", "BEGIN NEW CERTIFICATE REQUEST", "BEGIN PRIVATE KEY",
                              "BEGIN RSA PRIVATE KEY", "BEGIN ENCRYPTED PRIVATE KEY"})
        if (contains(p.text, label))
            return Mishap{fmt::format("the BEGIN line of {} does not have five dashes (-----) on either side", p.name),
                          "a word processor or a mail program changed them: get the file again, as an attachment"};
    return std::nullopt;
}

/// RFC 3986, 2.1: what is left of +, / and = in a form.
std::optional<Mishap> is_url_encoded(const Patient& p) {
    const bool encoded = contains(p.text, "%2") || contains(p.text, "%3") || contains(p.text, "%0");
    if (!encoded || !consists_of(p.text, "%-_.~+"))
        return std::nullopt;
    return Mishap{
        fmt::format("{} is URL-encoded, as a web form sends it (%2B, %3D)", p.name),
        fmt::format("python3 -c 'import sys, urllib.parse as u; sys.stdout.write(u.unquote(sys.stdin.read()))' "
                    "<{} >fixed",
                    p.path)};
}

/// RFC 4648, 5.
std::optional<Mishap> is_base64_for_urls(const Patient& p) {
    const bool begins_well = p.text.starts_with(base64_of_xml) || p.text.starts_with("MII");
    if (!begins_well || !consists_of(p.text, "-_=") || p.text.find_first_of("-_") == std::string_view::npos)
        return std::nullopt;
    return Mishap{fmt::format("{} is base64 with - and _ in the place of + and /", p.name),
                  fmt::format("tr -- -_ +/ <{} >fixed", p.path)};
}

std::optional<Mishap> is_base64_twice(const Patient& p) {
    if (!p.text.starts_with(base64_twice))
        return std::nullopt;
    return Mishap{fmt::format("{} is a push certificate request that went through base64 once too often", p.name),
                  fmt::format("base64 -d {} >fixed.req", p.path)};
}

std::optional<Mishap> is_request_in_armour(const Patient& p) {
    if (!p.text.starts_with("-----BEGIN "))
        return std::nullopt;
    const std::string_view body = p.text.substr(std::min(p.text.find('\n'), p.text.size()));
    if (!trimmed(body).starts_with(base64_of_xml))
        return std::nullopt;
    return Mishap{
        fmt::format("{} is a push certificate request that was given BEGIN and END lines", p.name),
        fmt::format("grep -v -e ----- {} >fixed.req takes them off: the portal wants the base64 alone", p.path)};
}

std::string_view noun_of(const crypto::Contents& contents) {
    if (contents.form == crypto::Contents::Form::pkcs12)
        return "a PKCS#12";
    if (!contents.certificates.empty())
        return "a certificate";
    if (!contents.requests.empty())
        return "a certificate signing request";
    return contents.holds_key ? "a private key" : "";
}

std::optional<Mishap> has_lost_its_armour(const Patient& p) {
    auto bytes = from_base64(p.text);
    if (!bytes)
        return std::nullopt;
    const Secret decoded{std::move(*bytes)};
    if (decoded.reveal().starts_with("-----BEGIN "))
        return Mishap{fmt::format("{} is the base64 of a PEM file", p.name),
                      fmt::format("base64 -d {} >fixed.pem", p.path)};
    try {
        const auto contents = crypto::read_contents(decoded.reveal(), p.name, [] { return std::nullopt; });
        if (const auto noun = contents ? noun_of(*contents) : ""; !noun.empty())
            return Mishap{fmt::format("{} is the base64 of {}, without BEGIN and END lines", p.name, noun),
                          fmt::format("base64 -d {} >fixed.der", p.path)};
    } catch (const Error&) {
        // It is DER in base64 and broken inside: the mishap is not the worst of it.
    }
    return std::nullopt;
}

constexpr std::array questions{is_all_zeros,    is_unmarked_utf16,    is_pem_in_json,     has_written_out_line_ends,
                               is_quoted,       has_other_dashes,     is_url_encoded,     is_base64_for_urls,
                               is_base64_twice, is_request_in_armour, has_lost_its_armour};

/// What may have befallen a good file on its way.
bool is_damage(ErrorCode code) {
    return code == ErrorCode::malformed_pem || code == ErrorCode::malformed_der || code == ErrorCode::malformed_plist ||
           code == ErrorCode::not_recognized || code == ErrorCode::not_a_push_certificate_request;
}

std::string_view remedy(ErrorCode code) {
    if (is_damage(code) || code == ErrorCode::trailing_data || code == ErrorCode::wrong_root)
        return "get the file again from where it came from, whole and as binary";
    if (code == ErrorCode::unsupported_algorithm)
        return "if it is whole, what wrote it can write it again, encrypted with AES-256: openssl pkcs8 -topk8 -v2 "
               "aes-256-cbc";
    if (code == ErrorCode::too_deep)
        return "neither Apple's tools nor a vendor's write such a list: do not trust it";
    if (code == ErrorCode::too_costly)
        return "genuine files ask for far less: unless it is your own, do not trust it; else encrypt it again, with "
               "fewer rounds";
    return {};
}

}  // namespace

std::optional<Mishap> find_mishap(std::string_view bytes, std::string_view name) {
    const Secret decoded{decode_text(bytes).text};  // it may be a key
    const Patient patient{bytes, trimmed(decoded.reveal()), fmt::format("'{}'", name),
                          name == "standard input" ? "FILE" : shell_quoted(name)};
    for (const auto question : questions)
        if (auto mishap = question(patient))
            return mishap;
    return std::nullopt;
}

Error explained(const Error& error, std::string_view bytes, std::string_view name) {
    if (is_damage(error.code()))
        if (auto mishap = find_mishap(bytes, name))
            return {error.code(), std::move(mishap->message), std::move(mishap->hint)};
    if (!error.hint().empty())
        return error;
    return {error.code(), error.message(), std::string(remedy(error.code())), error.findings()};
}

}  // namespace mdm::apns
