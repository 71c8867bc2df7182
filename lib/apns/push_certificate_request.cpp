// SPDX-License-Identifier: Apache-2.0
#include "apns/push_certificate_request.hpp"

#include "apns/csr.hpp"
#include "apns/mishap.hpp"
#include "apns/vendor_chain.hpp"
#include "base/encoding.hpp"
#include "base/text.hpp"
#include "crypto/contents.hpp"
#include "plist/reader.hpp"
#include "plist/writer.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>

namespace mdm::apns {
namespace {

constexpr std::string_view csr_key = "PushCertRequestCSR";
constexpr std::string_view chain_key = "PushCertCertificateChain";
constexpr std::string_view signature_key = "PushCertSignature";
constexpr std::array request_keys{csr_key, chain_key, signature_key};

/// The first letters of the base64 of "<?xml ve".
constexpr std::string_view base64_of_xml = "PD94bWwgd";
/// Apple asks for PEM with lines of exactly 64 characters, the last one apart.
constexpr std::size_t pem_line = 64;

bool has_request_key(const plist::Value& root) {
    return std::any_of(request_keys.begin(), request_keys.end(),
                       [&](std::string_view key) { return root.find(key) != nullptr; });
}

/// Apple: each line 64 characters except the last of a block.
bool pem_lines_are_64(std::string_view pem) {
    bool inside = false;
    bool short_line_seen = false;
    for (const auto raw : split(pem, '\n')) {
        const auto line = trimmed(raw);
        if (line.starts_with("-----")) {
            inside = line.starts_with("-----BEGIN");
            short_line_seen = false;
        } else if (inside && !line.empty()) {
            if (short_line_seen || line.size() > pem_line)
                return false;
            short_line_seen = line.size() < pem_line;
        }
    }
    return true;
}

/// Fills a request from the three values of the property list.
class FormReader {
public:
    FormReader(const plist::Document& document, std::string_view name) : root_(document.root), name_(name) {
        request_.findings = document.findings;
    }

    PushCertificateRequest read() {
        if (const auto* text = string_of(csr_key))
            read_csr(*text);
        if (const auto* text = string_of(chain_key))
            read_chain(*text);
        if (const auto* text = string_of(signature_key))
            read_signature(*text);
        remark_unknown_keys();
        return std::move(request_);
    }

private:
    void add(Severity severity, ErrorCode code, std::string_view key, std::string message, std::string hint = {}) {
        request_.findings.push_back({severity, code, std::move(message), std::move(hint), std::string(key)});
    }

    const std::string* string_of(std::string_view key) {
        const plist::Value* value = root_.find(key);
        if (!value) {
            add(Severity::error, ErrorCode::missing_key, key, fmt::format("'{}' has no {}", name_, key),
                "make the request again: mdmctl apns sign --help");
            return nullptr;
        }
        const auto* text = value->get_if<std::string>();
        if (!text)
            add(Severity::error, ErrorCode::wrong_type, key,
                fmt::format("{} in '{}' is of type {}; Apple takes a string", key, name_, value->type_name()),
                "write it as <string>, never as <data>");
        return text;
    }

    void read_csr(const std::string& text) {
        const auto der = from_base64(text);
        if (!der) {
            add(Severity::error, ErrorCode::not_base64, csr_key,
                fmt::format("{} in '{}' is not base64", csr_key, name_),
                "it is the base64 of the CSR's DER: the PEM without its first and last line");
            return;
        }
        try {
            request_.csr = crypto::CertificateRequest::from_der(*der);
        } catch (const Error& e) {
            add(Severity::error, ErrorCode::not_a_csr, csr_key,
                fmt::format("{} in '{}' is no CSR: {}", csr_key, name_, e.message()),
                "it is the base64 of the CSR's DER: the PEM without its first and last line");
        }
    }

    void read_chain(const std::string& text) {
        try {
            const auto contents = crypto::read_contents(text, chain_key, [] { return std::nullopt; });
            if (contents && contents->form == crypto::Contents::Form::pem)
                request_.chain = contents->certificates;
        } catch (const Error& e) {
            add(Severity::error, e.code(), chain_key, fmt::format("in '{}': {}", name_, e.message()), e.hint());
            return;
        }
        if (request_.chain.empty())
            add(Severity::error, ErrorCode::not_a_certificate, chain_key,
                fmt::format("{} in '{}' holds no PEM certificate", chain_key, name_),
                "it is the PEM text of the vendor certificate, the intermediate and the root, one after the other");
        else if (!pem_lines_are_64(text))
            add(Severity::warning, ErrorCode::pem_line_length, chain_key,
                fmt::format("the PEM lines of {} in '{}' are not 64 characters long, as Apple asks", chain_key, name_),
                "make the request again: mdmctl apns sign --help");
    }

    void read_signature(const std::string& text) {
        request_.signature = from_base64(text);
        if (!request_.signature)
            add(Severity::error, ErrorCode::not_base64, signature_key,
                fmt::format("{} in '{}' is not base64", signature_key, name_));
    }

    void remark_unknown_keys() {
        for (const auto& [key, value] : *root_.get_if<plist::Dict>())
            if (std::find(request_keys.begin(), request_keys.end(), key) == request_keys.end())
                add(Severity::warning, ErrorCode::unknown_key, key,
                    fmt::format("'{}' has the key {}, which means nothing to the portal", name_, key));
    }

    const plist::Value& root_;
    std::string_view name_;
    PushCertificateRequest request_;
};

/// The property list inside the base64, or the bytes themselves where somebody left the base64 out.
struct Unwrapped {
    std::string plist;
    bool was_base64;
    std::optional<Finding> byte_order_mark;
};

std::optional<Unwrapped> unwrap(std::string_view bytes, std::string_view name) {
    if (plist::looks_like_plist(bytes))
        return Unwrapped{std::string(bytes), false, std::nullopt};
    const DecodedText text = decode_text(bytes);
    if (auto decoded = from_base64(text.text); decoded && plist::looks_like_plist(*decoded))
        return Unwrapped{std::move(*decoded), true, byte_order_mark_finding(text)};
    if (trimmed(text.text).starts_with(base64_of_xml))
        throw explained(
            {ErrorCode::not_a_push_certificate_request,
             fmt::format("'{}' begins like a push certificate request, but its base64 is cut or broken", name),
             "transfer the file again, as binary, and whole"},
            bytes, name);
    return std::nullopt;
}

plist::Document read_list(const Unwrapped& list, std::string_view name) {
    if (!list.was_base64)
        return plist::read(list.plist, name);
    try {
        return plist::read(list.plist);
    } catch (const Error& e) {
        const std::string_view broken =
            e.code() == ErrorCode::malformed_plist ? "but the property list in it is cut or broken: " : "but holds ";
        throw Error{e.code(),
                    fmt::format("'{}' begins like a push certificate request, {}{}", name, broken, e.message()),
                    e.hint()};
    }
}

std::optional<Finding> judge_signature(const PushCertificateRequest& request, std::string_view name) {
    if (!request.csr || !request.signature || request.chain.empty())
        return std::nullopt;
    const auto bad = [&](ErrorCode code, std::string message) {
        return Finding{Severity::error, code, std::move(message),
                       "the vendor must sign the CSR's DER with SHA-256 and the key of its own certificate",
                       std::string(signature_key)};
    };
    const auto& der = request.csr->der();
    const auto& leaf_key = request.chain.front().public_key();
    if (leaf_key.verifies(der, *request.signature, crypto::Digest::sha256))
        return std::nullopt;
    if (leaf_key.verifies(der, *request.signature, crypto::Digest::sha1))
        return bad(ErrorCode::obsolete_hash,
                   fmt::format("the vendor's signature in '{}' is made with SHA-1; Apple takes SHA-256", name));
    if (leaf_key.verifies(request.csr->to_pem(), *request.signature, crypto::Digest::sha256))
        return bad(ErrorCode::bad_request_signature,
                   fmt::format("the vendor signed the PEM text of the CSR in '{}'; it must be its DER", name));
    for (std::size_t i = 1; i < request.chain.size(); ++i)
        if (request.chain[i].public_key().verifies(der, *request.signature, crypto::Digest::sha256))
            return bad(ErrorCode::bad_request_signature,
                       fmt::format("the signature in '{}' is by the key of certificate {} of the chain; the signing "
                                   "certificate must come first",
                                   name, i + 1));
    return bad(ErrorCode::bad_request_signature,
               fmt::format("the signature in '{}' is not made over its CSR with the key of the first certificate of "
                           "its chain: the portal answers \"Invalid Certificate Signature\"",
                           name));
}

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::optional<PushCertificateRequest> read_push_certificate_request(std::string_view bytes, std::string_view name) {
    const auto unwrapped = unwrap(bytes, name);
    if (!unwrapped)
        return std::nullopt;
    const plist::Document document = read_list(*unwrapped, name);
    if (!has_request_key(document.root))
        return std::nullopt;
    PushCertificateRequest request = FormReader{document, name}.read();
    if (unwrapped->byte_order_mark)
        request.findings.push_back(*unwrapped->byte_order_mark);
    if (document.format == plist::Format::binary)
        request.findings.insert(request.findings.begin(),
                                {Severity::error, ErrorCode::wrong_type,
                                 fmt::format("the property list in '{}' is binary; Apple takes XML", name),
                                 "plutil -convert xml1, then base64", ""});
    if (!unwrapped->was_base64)
        request.findings.insert(request.findings.begin(),
                                {Severity::error, ErrorCode::not_base64,
                                 fmt::format("'{}' is the property list itself; the portal takes its base64", name),
                                 fmt::format("base64 <{} >upload.req", shell_quoted(name)), ""});
    return request;
}

bool is_push_certificate_request(std::string_view bytes) {
    try {
        return read_push_certificate_request(bytes, "").has_value();
    } catch (const Error& e) {
        return e.code() == ErrorCode::not_a_push_certificate_request;  // begins like one, and is cut
    }
}

std::vector<Finding> push_certificate_request_findings(const PushCertificateRequest& request, std::string_view name,
                                                       Time now) {
    std::vector<Finding> findings = request.findings;
    if (request.csr)
        append(findings, csr_findings(*request.csr, name, csr_key));
    if (auto finding = judge_signature(request, name))
        findings.push_back(std::move(*finding));
    if (!request.chain.empty())
        append(findings, chain_findings(request.chain, now, chain_key));
    return findings;
}

std::vector<Finding> signing_findings(const SigningOrder& order) {
    std::vector<Finding> findings = csr_findings(order.csr, order.csr_name);
    if (const auto key = order.key.public_key(); !(key == order.chain.front().public_key()))
        findings.push_back({Severity::error, ErrorCode::key_mismatch,
                            fmt::format("the vendor key does not belong to the vendor certificate: the certificate has "
                                        "public key {}, the key has {}",
                                        order.chain.front().public_key().sha256(), key.sha256()),
                            "give the key that the vendor certificate was requested with", ""});
    append(findings, chain_findings(order.chain, order.now));
    // Whatever else is said of the chain follows from it.
    std::stable_partition(findings.begin(), findings.end(),
                          [](const Finding& f) { return f.code == ErrorCode::not_a_certificate; });
    return findings;
}

std::string sign_push_certificate_request(const SigningOrder& order) {
    if (auto findings = signing_findings(order); first_error(findings))
        throw Error::from_findings(std::move(findings));
    const auto& der = order.csr.der();
    plist::Value root{plist::Dict{
        {std::string(csr_key), {to_base64(der)}},
        {std::string(chain_key), {crypto::to_pem(order.chain)}},
        {std::string(signature_key), {to_base64(order.key.sign(der, crypto::Digest::sha256))}},
    }};
    std::string text = to_base64(plist::to_xml(root));
    // What is given out is judged as the portal will judge it, from the bytes that are given out.
    const auto written = read_push_certificate_request(text, "the request");
    if (!written || first_error(push_certificate_request_findings(*written, "the request", order.now)))
        throw Error{ErrorCode::internal_error, "the request that was made does not stand up to its own examination"};
    return text;
}

}  // namespace mdm::apns
