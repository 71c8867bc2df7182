// SPDX-License-Identifier: Apache-2.0
#include "dep/token_file.hpp"

#include "apns/inspection.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

/// What a person who brings such a file most likely did.
std::string advice_for(apns::FileKind kind, std::string_view file) {
    using enum apns::FileKind;
    switch (kind) {
        case certificate:
        case public_key:
            return "this is what is uploaded to the service in the portal; its server token is what is downloaded "
                   "there "
                   "afterwards, a .p7m";
        case vpp_token:
            return "Apps and Books tokens (.vpptoken) are watched by mdmctl expiry add; the server token is downloaded "
                   "from the device management service, a .p7m";
        case push_certificate:
        case csr:
        case push_certificate_request:
            return "that belongs to the push certificate: mdmctl apns";
        case private_key:
            return fmt::format("mdmctl dep inspect FILE.p7m --key {} opens a server token with it", shell_quoted(file));
        default:
            break;
    }
    const std::string advice = apns::advice(kind, file);
    return advice.empty() ? "the server token is downloaded from the device management service in the portal, a .p7m"
                          : advice;
}

/// What is thrown in the place of an Error that says no more than that it is no encrypted message.
Error named(const FileContent& file) {
    constexpr std::string_view wanted = "the server token is another file";
    try {
        const auto found = apns::inspect(file, [] { return std::optional<Secret>{}; }, std::nullopt, {});
        if (found.kind == apns::FileKind::server_token)
            return {ErrorCode::not_a_server_token,
                    fmt::format("'{}' is encrypted, but not as server tokens are; {}", file.name, wanted),
                    "the server token is downloaded from the device management service in the portal, a .p7m"};
        return {ErrorCode::not_a_server_token, fmt::format("'{}' is {}; {}", file.name, apns::noun(found.kind), wanted),
                advice_for(found.kind, file.name)};
    } catch (const Error& e) {
        if (e.code() == ErrorCode::passphrase_needed)
            return {ErrorCode::not_a_server_token,
                    fmt::format("'{}' is encrypted under a passphrase; {}", file.name, wanted),
                    "the .p7m from the portal needs none"};
        return {ErrorCode::not_a_server_token, fmt::format("'{}' is no server token", file.name),
                "the server token is downloaded from the device management service in the portal, a .p7m"};
    }
}

}  // namespace

TokenFile read_token_file(const cli::World& world, const cli::InputFile& file) {
    const FileContent content = world.read(file, limits::credential_file);
    try {
        return {content.name, dep::read_encrypted_token(content.bytes.reveal(), content.name)};
    } catch (const Error& e) {
        if (e.code() != ErrorCode::not_recognized)
            throw;
        throw named(content);
    }
}

}  // namespace mdm::apps
