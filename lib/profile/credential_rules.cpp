// SPDX-License-Identifier: Apache-2.0
#include "profile/credential_rules.hpp"

#include "crypto/asn1.hpp"
#include "crypto/certificate.hpp"
#include "crypto/contents.hpp"
#include "profile/secret_keys.hpp"
#include "profile/secret_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace mdm::profile {
namespace {

using plist::Value;

/// The path of the payload, and a finding at one of its keys.
struct Place {
    explicit Place(const PayloadOutline& outline) : payload(*outline.value), base(path_of(outline.where)) {}

    std::string at(std::string_view key) const {
        const Path root;
        const Path here{&root, base};
        const Value* value = payload.find(key);
        return value != nullptr ? where(Path{&here, key}, value->place) : where(here, payload.place);
    }

    const Value& payload;
    std::string base;
};

std::optional<std::int64_t> integer(const Value& dict, std::string_view key) {
    const Value* value = dict.find(key);
    const auto* number = value != nullptr ? value->get_if<std::int64_t>() : nullptr;
    return number != nullptr ? std::optional{*number} : std::nullopt;
}

bool is_true(const Value& dict, std::string_view key) {
    const Value* value = dict.find(key);
    const bool* flag = value != nullptr ? value->get_if<bool>() : nullptr;
    return flag != nullptr && *flag;
}

/// What is wrong, and the key that says it; empty: nothing, or a schema's matter.
struct WrongKey {
    std::string_view at;
    std::string_view what;
};

WrongKey wrong_acme_key(std::string_view type, std::int64_t size, bool is_bound, bool is_attested) {
    constexpr std::array<std::int64_t, 4> curves{192, 256, 384, 521};
    if (is_attested && !is_bound)
        return {"Attest", "'Attest' needs 'HardwareBound'"};
    if (is_bound && (type != "ECSECPrimeRandom" || (size != 256 && size != 384)))
        return {"HardwareBound", "hardware makes elliptic curve keys of 256 or 384 bits alone"};
    if (type == "RSA" && (size < 1024 || size > 4096 || size % 8 != 0))
        return {"KeySize", "RSA keys have 1024 to 4096 bits, a multiple of 8"};
    if (type == "ECSECPrimeRandom" && std::find(curves.begin(), curves.end(), size) == curves.end())
        return {"KeySize", "elliptic curve keys have 192, 256, 384 or 521 bits"};
    return {};
}

/// What stands in a secret's place: a text, or the data that IPSec and APN have there. Empty: neither, or nothing.
std::string_view secret_in(const Value& value) {
    if (const auto* text = value.get_if<std::string>())
        return *text;
    const auto* data = value.get_if<plist::Data>();
    return data != nullptr ? std::string_view(data->bytes) : std::string_view();
}

/// By how a PFX begins (RFC 7292, 4): a SEQUENCE, with lengths of any form, and the version, which is 3. What is in it
/// takes its password.
bool looks_like_pkcs12(std::string_view bytes) {
    constexpr std::string_view version{"\x02\x01\x03", 3};
    constexpr std::size_t longest_header = 6;
    return bytes.starts_with('\x30') &&
           bytes.substr(0, longest_header + version.size()).find(version) != std::string_view::npos;
}

/// In PEM (RFC 7468, 10 and 11), whatever the key is called that it stands at.
bool holds_private_key(std::string_view text) { return text.find("PRIVATE KEY-----") != std::string_view::npos; }

/// Goes through all that is in a payload; no deeper than the reader of property lists went.
class SecretSearch {
public:
    explicit SecretSearch(std::vector<Finding>& findings) : findings_(findings) {}

    void look(const Value& value, const Path& path) {
        if (const auto* array = value.get_if<plist::Array>())
            look_through(*array, path);
        const auto* text = value.get_if<std::string>();
        if (holds_private_key(secret_in(value)) || (of_vendor_ && text != nullptr && holds_secret(*text)))
            judge(value, path);
        const auto* dict = value.get_if<plist::Dict>();
        if (dict == nullptr)
            return;
        for (const auto& [key, inside] : *dict) {
            const Path here{&path, key};
            if ((is_secret_key(key) || (of_vendor_ && sounds_secret(key))) && !secret_in(inside).empty()) {
                judge(inside, here);
                continue;
            }
            const bool before = std::exchange(of_vendor_, of_vendor_ || key == "VendorConfig");
            look(inside, here);
            of_vendor_ = before;
        }
    }

private:
    /// An attribute of a SCEP subject is an array of two: its name or OID, and the value.
    void look_through(const plist::Array& items, const Path& path) {
        const auto* attribute = items.size() == 2 ? items.front().get_if<std::string>() : nullptr;
        if (attribute != nullptr && is_password_attribute(*attribute))
            return judge(items.back(), Path{&path, {}, 1});
        for (std::size_t i = 0; i < items.size(); ++i)
            look(items[i], Path{&path, {}, i});
    }

    void judge(const Value& value, const Path& path) {
        if (const std::string_view secret = secret_in(value); !secret.empty() && !is_placeholder(secret))
            findings_.push_back({Severity::warning, ErrorCode::cleartext_secret,
                                 fmt::format("'{}' can be read by everybody who has the file", path.to_string()),
                                 "leave it to the server, or to the user's answer", where(path, value.place)});
    }

    std::vector<Finding>& findings_;
    /// What a VPN app brings for itself has names that nobody has described: they count by what they say.
    bool of_vendor_ = false;
};

}  // namespace

void judge_certificate(const PayloadOutline& payload, std::vector<Finding>& findings) {
    const bool is_pem = payload.type == "com.apple.security.pem";
    if (!is_pem && payload.type != "com.apple.security.root" && payload.type != "com.apple.security.pkcs1")
        return;
    const Value* content = payload.value->find("PayloadContent");
    const auto* data = content != nullptr ? content->get_if<plist::Data>() : nullptr;
    if (data == nullptr)
        return;
    const std::string place = Place{payload}.at("PayloadContent");
    const auto refuse = [&](std::string message, std::string hint) {
        findings.push_back({Severity::error, ErrorCode::not_a_certificate, std::move(message), std::move(hint), place});
    };
    const bool looks_like_pem = data->bytes.find("-----BEGIN CERTIFICATE-----") != std::string::npos;
    if (is_pem != looks_like_pem)
        return refuse(fmt::format("a payload of type '{}' holds {}, not {}", payload.type,
                                  looks_like_pem ? "PEM" : "something else", is_pem ? "PEM" : "DER"),
                      is_pem ? "the data is the base64 of the PEM text; for DER the type is com.apple.security.root"
                             : "the data is the base64 of the DER; for PEM the type is com.apple.security.pem");
    try {
        if (is_pem)
            static_cast<void>(crypto::read_contents(data->bytes, "PayloadContent", [] { return std::nullopt; }));
        else
            static_cast<void>(crypto::Certificate::from_der(data->bytes));
    } catch (const Error& e) {
        refuse(fmt::format("the certificate does not parse: {}", e.message()), e.hint());
    }
}

void judge_pkcs12(const PayloadOutline& payload, std::vector<Finding>& findings) {
    if (payload.type != "com.apple.security.pkcs12")
        return;
    const Value* content = payload.value->find("PayloadContent");
    const auto* data = content != nullptr ? content->get_if<plist::Data>() : nullptr;
    if (data == nullptr || looks_like_pkcs12(data->bytes) || is_placeholder(data->bytes))
        return;
    const bool is_certificate = crypto::kind_of_der(data->bytes) == crypto::DerKind::certificate;
    findings.push_back({Severity::error, ErrorCode::not_a_certificate,
                        fmt::format("a payload of type '{}' holds {}, not PKCS#12", payload.type,
                                    is_certificate ? "a certificate" : "something else"),
                        is_certificate ? "a certificate without its key has the type com.apple.security.root" : "",
                        Place{payload}.at("PayloadContent")});
}

void judge_acme_key(const PayloadOutline& payload, std::vector<Finding>& findings) {
    if (payload.type != "com.apple.security.acme")
        return;
    const Value& acme = *payload.value;
    const auto size = integer(acme, "KeySize");
    const std::string_view type = text_of(acme, "KeyType");
    if (!size || type.empty())
        return;
    const auto wrong = wrong_acme_key(type, *size, is_true(acme, "HardwareBound"), is_true(acme, "Attest"));
    if (!wrong.what.empty())
        findings.push_back(
            {Severity::error, ErrorCode::unsuitable_key,
             fmt::format("no device makes the key that is asked for ({}, {} bits): {}", type, *size, wrong.what), "",
             Place{payload}.at(wrong.at)});
}

void judge_secrets(const PayloadOutline& payload, std::vector<Finding>& findings) {
    const std::string base(path_of(payload.where));
    const Path root;
    SecretSearch(findings).look(*payload.value, Path{&root, base});
}

}  // namespace mdm::profile
