// SPDX-License-Identifier: Apache-2.0
#include "expiry/told_file.hpp"

#include "apns/file_kind.hpp"
#include "apns/push_certificate.hpp"
#include "crypto/contents.hpp"
#include "expiry/vpp_token.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

/// "CN" of a name, where it has one.
std::string common_name(const crypto::Name& name) {
    for (const auto& attribute : name.attributes)
        if (attribute.oid == crypto::oid::common_name)
            return attribute.value;
    return "";
}

EndInFile end_of(const crypto::Contents& contents, const FileContent& file) {
    const auto& all = contents.certificates;
    const auto first_to_end = std::min_element(
        all.begin(), all.end(), [](const auto& a, const auto& b) { return a.not_after() < b.not_after(); });
    EndInFile end{"certificate", common_name(all.front().subject()), first_to_end->not_after()};
    if (first_to_end != all.begin())
        end.remarks.push_back({Severity::info, ErrorCode::expiring,
                               fmt::format("of {} certificates in '{}', {} ends first", all.size(), file.name,
                                           first_to_end->subject().to_string()),
                               "", "not_after"});
    if (apns::push_topic(all.front()))
        end.remarks.push_back({Severity::warning, ErrorCode::not_recognized,
                               fmt::format("'{}' is a push certificate, whose renewals are not judged here", file.name),
                               "mdmctl apns import --track keeps it, and judges what comes after it", ""});
    return end;
}

[[noreturn]] void refuse(const FileContent& file, bool is_key) {
    if (is_key)
        throw Error{ErrorCode::end_unknown, fmt::format("'{}' is a private key, which has no end", file.name),
                    "its certificate has one"};
    const auto recognized = apns::recognize(file.bytes.reveal(), file.name);
    const std::string what =
        recognized ? fmt::format("'{}' is {}", file.name, apns::noun(recognized->kind))
                   : fmt::format("'{}' is neither a certificate nor a token that mdmctl can read", file.name);
    throw Error{ErrorCode::end_unknown, fmt::format("{}: when it ends cannot be read", what),
                "--date says when it ends, and --name what it is to be called"};
}

}  // namespace

EndInFile end_in_file(const cli::World& world, const cli::InputFile& input, const cli::InputFile& passphrase_file) {
    const FileContent file = world.read(input, limits::credential_file);
    if (const auto token = expiry::read_vpp_token(file.bytes.reveal())) {
        world.guard(file);
        return {"vpp", token->organization, token->not_after};
    }
    const auto contents =
        crypto::read_contents(file.bytes.reveal(), file.name, world.passphrase(passphrase_file, file.name));
    if (contents && contents->holds_key)
        world.guard(file);
    if (contents && contents->locked && contents->certificates.empty())
        throw Error{ErrorCode::passphrase_needed, fmt::format("'{}' is encrypted", file.name),
                    "--passphrase-file FILE opens it; or --date says when it ends"};
    if (!contents || contents->certificates.empty())
        refuse(file, contents && contents->holds_key);
    return end_of(*contents, file);
}

}  // namespace mdm::apps
