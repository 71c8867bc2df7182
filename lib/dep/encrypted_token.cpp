// SPDX-License-Identifier: Apache-2.0
#include "dep/encrypted_token.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "crypto/cms.hpp"
#include "dep/mime_part.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::dep {
namespace {

constexpr std::string_view media_type = "pkcs7-mime";

/// Of another kind as well, and cut ones: what reads it then says so.
bool is_cms(std::string_view bytes) {
    return crypto::EnvelopedMessage::is_begun_by(bytes) || crypto::cms_content_type(bytes).has_value();
}

bool is_base64_digit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// The headers themselves are quoted-printable: name=3D"smime.p7m".
bool is_quoted_as_a_whole(std::string_view text) {
    const std::string head = lower_case(text.substr(0, text.find("\n\n")).substr(0, 2048));
    return head.find(media_type) != std::string::npos && head.find("name=3d") != std::string::npos;
}

/// A "=" at the end of a line that base64 goes on behind: quoted-printable's, for base64's own stands at its end.
bool has_soft_break(std::string_view text) {
    constexpr std::size_t goes_on = 40;
    for (auto at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
        std::string_view rest = text.substr(at + 1);
        if (rest.starts_with('\r'))
            rest.remove_prefix(1);
        if (!rest.starts_with('\n'))
            continue;
        const std::string_view next = rest.substr(1, goes_on);
        if (next.size() == goes_on && std::all_of(next.begin(), next.end(), is_base64_digit))
            return true;
    }
    return false;
}

/// What is below the last empty line in front of the media type, and below a boundary there: the headers of a part of a
/// mail. Lines end in LF.
std::optional<std::string_view> headers_behind(std::string_view text) {
    const std::string lower = lower_case(text);
    const auto named = lower.find(media_type);
    const auto empty_line = named == std::string::npos ? named : lower.rfind("\n\n", named);
    if (empty_line == std::string::npos)
        return std::nullopt;
    text.remove_prefix(empty_line + 2);
    if (text.starts_with("--"))
        text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
    return text;
}

/// What base64 at the front of a text says, and what stands behind it.
struct Digits {
    std::string bytes;
    std::string_view rest;
};

/// The digits end at their padding, or at the line in which something else stands.
Digits take_base64(std::string_view text) {
    std::string digits;
    std::size_t line = 0;  // where the digits of this line begin
    std::size_t at = 0;
    std::size_t line_start = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\n') {
            line = digits.size();
            line_start = at + 1;
        } else if (is_base64_digit(c)) {
            digits += c;
        } else if (c == '=') {
            while (at < text.size() && (text[at] == '=' || is_space(text[at])))
                ++at;
            break;
        } else if (!is_space(c)) {
            digits.resize(line);
            at = line_start;
            break;
        }
    }
    if (digits.size() % 4 == 1)
        digits.pop_back();
    return {from_base64(digits).value_or(""), text.substr(std::min(at, text.size()))};
}

/// What reading finds on its way to the message.
class TokenFile {
public:
    explicit TokenFile(std::string_view name) : name_(name) {}

    EncryptedToken read(std::string_view bytes) {
        if (is_cms(bytes)) {
            form_ = "DER";
            return parsed(bytes);
        }
        const DecodedText decoded = decode_text(bytes);
        if (auto mark = byte_order_mark_finding(decoded))
            findings_.push_back(std::move(*mark));
        std::string message = message_in(decoded.text, false);
        if (!is_cms(message))
            message = message_behind(decoded.text);
        if (message.empty() && lower_case(decoded.text).find(media_type) != std::string::npos)
            throw Error{ErrorCode::malformed_der, fmt::format("'{}' is cut or damaged", name_),
                        "copy it again from where it was saved"};
        return parsed(message);
    }

private:
    EncryptedToken parsed(std::string_view bytes) {
        EncryptedToken token{crypto::EnvelopedMessage::parse(bytes, name_), form_, std::move(findings_)};
        if (const std::size_t trailing = token.message.trailing_bytes(); trailing > 0)
            token.findings.push_back(remark(fmt::format("{} behind the message in '{}' {} ignored",
                                                        counted(static_cast<long long>(trailing), "byte"), name_,
                                                        trailing == 1 ? "was" : "were")));
        return token;
    }

    /// In a mail that was saved as a whole, or below what somebody wrote; empty: there is none.
    std::string message_behind(std::string text) {
        std::erase(text, '\r');
        const auto part = headers_behind(text);
        std::string message = part ? message_in(*part, false) : "";
        if (!is_cms(message))
            return "";
        findings_.push_back(remark(fmt::format("the text before the message in '{}' was ignored", name_)));
        return message;
    }

    /// inner   it was base64 or quoted-printable itself
    std::string message_in(std::string_view text, bool inner) {
        if (!inner && is_quoted_as_a_whole(text)) {
            note_quoted_printable();
            return message_in(from_quoted_printable(text), true);
        }
        if (auto in_pem = message_in_pem(text))
            return std::move(*in_pem);
        const MimePart part = read_mime_part(text);
        form_ = part.headers.empty() ? "base64" : "S/MIME";
        const std::string encoding = part.encoding();
        if (is_cms(part.body))  // whatever the headers say
            return std::string(part.body);
        const bool escaped = encoding == "quoted-printable" || part.body.find("=3D") != std::string_view::npos ||
                             trimmed(part.body).starts_with("0=8") || has_soft_break(part.body);
        return escaped ? message_in_quoted_printable(part.body, inner) : message_in_base64(part.body, inner);
    }

    std::string message_in_quoted_printable(std::string_view body, bool inner) {
        std::string plain = from_quoted_printable(body);
        note_quoted_printable();
        if (is_cms(plain))
            return plain;
        return message_in_base64(plain, inner);
    }

    void note_quoted_printable() {
        findings_.push_back(remark(fmt::format("'{}' is quoted-printable, as mail programs make it", name_)));
    }

    std::string message_in_base64(std::string_view body, bool inner) {
        Digits digits = take_base64(body);
        if (!inner && !is_cms(digits.bytes) &&
            lower_case(digits.bytes.substr(0, 4096)).find(media_type) != std::string::npos) {
            findings_.push_back(remark(fmt::format("'{}' is the base64 of the file that the portal gives out", name_)));
            return message_in(digits.bytes, true);
        }
        if (!trimmed(digits.rest).empty() && is_cms(digits.bytes))
            findings_.push_back(remark(fmt::format("the text behind the message in '{}' was ignored", name_)));
        return std::move(digits.bytes);
    }

    /// Of the first block that holds such a message: certificates and signatures may stand beside it.
    std::optional<std::string> message_in_pem(std::string_view text) {
        constexpr std::string_view boundary = "-----BEGIN ";
        for (auto at = text.find(boundary); at != std::string_view::npos; at = text.find(boundary, at + 1)) {
            const auto label_end = text.find("-----", at + boundary.size());
            if (label_end == std::string_view::npos)
                break;
            std::string bytes = take_base64(text.substr(label_end + 5)).bytes;
            if (!is_cms(bytes))
                continue;
            form_ = "PEM";
            return bytes;
        }
        return std::nullopt;
    }

    static Finding remark(std::string message) {
        return {Severity::info, ErrorCode::unusual_form, std::move(message), "", ""};
    }

    std::string name_;
    std::string form_;
    std::vector<Finding> findings_;
};

/// "2026-11-23T08-15-30Z" and its like, at the front of a text.
std::optional<Time> time_at(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-ddTdd-dd-dd";
    if (text.size() < shape.size())
        return std::nullopt;
    std::string time(text.substr(0, shape.size()));
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool is_digit = time[i] >= '0' && time[i] <= '9';
        if (shape[i] == 'd' ? !is_digit
                            : (shape[i] == 'T' ? time[i] != 'T' : time[i] != '-' && time[i] != ':' && time[i] != '_'))
            return std::nullopt;
    }
    time[13] = time[16] = ':';
    return parse_time(time + "Z");
}

}  // namespace

EncryptedToken read_encrypted_token(std::string_view bytes, std::string_view name) {
    return TokenFile(name).read(bytes);
}

bool is_encrypted_token(std::string_view bytes) {
    try {
        read_encrypted_token(bytes, "");
        return true;
    } catch (const Error&) {
        return false;
    }
}

std::vector<std::string> recipient_names(const EncryptedToken& file) {
    std::vector<std::string> names;
    for (const crypto::Recipient& recipient : file.message.recipients())
        names.push_back(recipient.to_string());
    if (names.empty())
        names.emplace_back("nobody with a certificate");
    return names;
}

std::optional<Finding> other_recipient(const EncryptedToken& file, const crypto::Certificate& certificate,
                                       const std::string& name) {
    const auto& recipients = file.message.recipients();
    if (std::any_of(recipients.begin(), recipients.end(),
                    [&](const crypto::Recipient& recipient) { return recipient.is(certificate); }))
        return std::nullopt;
    return Finding{
        Severity::error, ErrorCode::not_for_this_server,
        fmt::format("'{}' was made for {}, not for {}, serial {}", name, joined(recipient_names(file), "; "),
                    certificate.subject().to_string(), certificate.serial()),
        "it was downloaded for another service, whose token is dead by now; download the one of this service",
        "recipient"};
}

std::optional<Time> time_in_name(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
    for (std::size_t at = 0; at < name.size(); ++at)
        if (at == 0 || name[at - 1] == '_' || name[at - 1] == '-' || name[at - 1] == ' ')
            if (const auto time = time_at(name.substr(at)))
                return time;
    return std::nullopt;
}

}  // namespace mdm::dep
