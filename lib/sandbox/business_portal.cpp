// SPDX-License-Identifier: Apache-2.0
#include "sandbox/business_portal.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/given_name.hpp"
#include "crypto/contents.hpp"
#include "crypto/random.hpp"
#include "sandbox/server_token_file.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::sandbox {
namespace {

using crypto::Certificate;

constexpr std::chrono::days term{365};
/// For so long a command that was killed can be repeated.
constexpr std::chrono::days repeating{1};
constexpr int smallest_rsa = 2048;

constexpr std::string_view make_certificate = "mdmctl dep pubkey --out FILE.pem makes one, and keeps its key";

std::string upper_hex(std::size_t bytes) {
    std::string hex = to_hex(crypto::random_bytes(bytes));
    std::transform(hex.begin(), hex.end(), hex.begin(),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return hex;
}

std::string random_digits(std::size_t count) {
    std::string digits = crypto::random_bytes(count);
    for (char& c : digits)
        c = static_cast<char>('0' + static_cast<unsigned char>(c) % 10);
    return digits;
}

/// As long as Apple's.
ManagementService make_service(const std::string& name) {
    return {.name = name,
            .uuid = upper_hex(16),
            .consumer = {fmt::format("CK_{}", to_hex(crypto::random_bytes(48))),
                         fmt::format("CS_{}", to_hex(crypto::random_bytes(20)))},
            .public_key_pem = {},
            .tokens = {}};
}

/// Parted by the letter O, with the milliseconds at which it was made at the end.
Credential make_access(Time now) {
    constexpr long long milliseconds = 1000;
    return {fmt::format("AT_O{}O{}O{}", random_digits(10), to_hex(crypto::random_bytes(20)),
                        now.time_since_epoch().count() * milliseconds),
            fmt::format("AS_{}", to_hex(crypto::random_bytes(20)))};
}

dep::ServerToken server_token_of(const ManagementService& service, const PortalToken& token) {
    return {service.consumer.key, Secret{std::string(service.consumer.secret)}, Secret{std::string(token.access.key)},
            Secret{std::string(token.access.secret)}, token.expiry};
}

Certificate certificate_of(const ManagementService& service) {
    std::optional<crypto::Contents> contents;
    try {
        contents =
            crypto::read_contents(service.public_key_pem, business_file(""), [] { return std::optional<Secret>{}; });
    } catch (const Error&) {
        contents.reset();
    }
    if (!contents || contents->certificates.size() != 1)
        throw Error{ErrorCode::damaged_state, "the pretend portal's memory holds a damaged certificate",
                    "remove its folder to begin with a new pretend portal"};
    return contents->certificates.front();
}

/// The last token did not arrive yet, or is in the very file that it was asked into.
bool is_repeated(const ManagementService& service, const TokenRequest& request, Time now) {
    const PortalToken* last = service.current_token();
    if (last == nullptr || last->apple_account != request.apple_account ||
        (request.certificate && request.certificate->to_pem() != service.public_key_pem))
        return false;
    if (last->downloaded)
        return last->file == request.download.there;
    return now >= last->made && now - last->made <= repeating;
}

void refuse_to_replace(const Download& download) {
    if (!download.there.empty())
        throw Error{ErrorCode::output_exists,
                    fmt::format("'{}' exists, and a download does not replace it", download.path),
                    "name a new file; no token was made, so that none has ended"};
}

/// The portal's list and the token's file have them in a line.
void judge_names(const TokenRequest& request) {
    judge_given_name(request.organization, "the organisation's name");
    judge_given_name(request.server, "the name of the device management service");
    judge_given_name(request.apple_account, "the Apple Account");
}

void judge_dates(const Certificate& certificate, const std::string& name, Time now) {
    if (now > certificate.not_after())
        throw Error{ErrorCode::expired, fmt::format("'{}' ended on {}", name, to_rfc3339(certificate.not_after())),
                    std::string(make_certificate)};
    // The clock of a rehearsal stands still, and certificates are made meanwhile.
    constexpr std::chrono::hours ahead{24};
    if (now + ahead < certificate.not_before())
        throw Error{
            ErrorCode::not_yet_valid,
            fmt::format("'{}' begins on {}, and it is {}", name, to_rfc3339(certificate.not_before()), to_rfc3339(now)),
            "mdmctl sandbox clock moves the time of the rehearsal"};
}

ManagementService* service_named(Organization& organization, std::string_view name) {
    auto& services = organization.services;
    const auto found =
        std::find_if(services.begin(), services.end(), [&](const ManagementService& s) { return s.name == name; });
    return found == services.end() ? nullptr : &*found;
}

const ManagementService& known_service(Organization& organization, const std::string& name) {
    const ManagementService* service = service_named(organization, name);
    if (service == nullptr)
        throw Error{ErrorCode::no_such_server,
                    fmt::format("'{}' has no device management service '{}'", organization.name, name),
                    "mdmctl sandbox portal server list shows those there are"};
    return *service;
}

void end_token(PortalToken& token, PortalToken::End end) {
    token.end = end;
    token.file.clear();
}

}  // namespace

Certificate read_uploaded_certificate(const FileContent& file, Time now) {
    const auto contents = crypto::read_contents(file.bytes.reveal(), file.name, [] { return std::optional<Secret>{}; });
    if (contents && (contents->holds_key || !contents->keys.empty()))
        throw Error{ErrorCode::private_key_uploaded,
                    fmt::format("'{}' holds a private key, which never goes to a portal", file.name),
                    fmt::format("openssl x509 -in '{}' -out public.pem takes the certificate out of it", file.name)};
    if (!contents || contents->certificates.empty())
        throw Error{ErrorCode::not_a_certificate, fmt::format("'{}' holds no certificate", file.name),
                    std::string(make_certificate)};
    if (contents->form != crypto::Contents::Form::pem)
        throw Error{ErrorCode::malformed_pem,
                    fmt::format("'{}' is no PEM, and the portal takes nothing else", file.name),
                    fmt::format("openssl x509 -inform DER -in '{}' -out public.pem", file.name)};
    if (contents->certificates.size() > 1)
        throw Error{ErrorCode::several_certificates,
                    fmt::format("'{}' holds {} certificates, and the portal takes one", file.name,
                                contents->certificates.size()),
                    "name a file with the token-encryption certificate alone"};
    const Certificate& certificate = contents->certificates.front();
    const crypto::PublicKey& key = certificate.public_key();
    if (key.algorithm() != "RSA" || key.bits() < smallest_rsa)
        throw Error{ErrorCode::key_not_rsa_2048,
                    fmt::format("the key of '{}' is {} with {} bits, and the portal takes RSA with {} or more",
                                file.name, key.algorithm(), key.bits(), smallest_rsa),
                    std::string(make_certificate)};
    judge_dates(certificate, file.name, now);
    return certificate;
}

BusinessPortal::BusinessPortal(std::string folder, Time now, Visit visit)
    : folder_(std::move(folder)), now_(now), visit_(visit) {
    if (visit_ == Visit::change) {
        make_private_folder(folder_);
        lock_ = std::make_unique<FileLock>(folder_ + "/lock");
    }
    state_ = load_business_state(business_file(folder_));
}

BusinessPortal::~BusinessPortal() = default;

void BusinessPortal::save() const {
    if (visit_ == Visit::change)
        save_business_state(business_file(folder_), state_);
}

Organization& BusinessPortal::organization_of(const TokenRequest& request) {
    if (Organization* there = state_.organization_named(request.organization)) {
        if (request.type && *request.type != there->type)
            throw Error{ErrorCode::bad_usage,
                        fmt::format("'{}' is a {}'s organisation", there->name, name(there->type)),
                        "--organization NAME names another one"};
        return *there;
    }
    return state_.organizations.emplace_back(Organization{
        request.organization, random_digits(7), request.type.value_or(OrganizationType::business), true, {}});
}

Organization& BusinessPortal::known_organization(const std::string& wanted) {
    Organization* there = state_.organization_named(wanted);
    if (there == nullptr)
        throw Error{ErrorCode::no_such_organization, fmt::format("the portal has no organisation '{}'", wanted),
                    "mdmctl sandbox portal server list shows those there are"};
    return *there;
}

void BusinessPortal::make_token(ManagementService& service, const TokenRequest& request) const {
    if (!service.tokens.empty() && !service.tokens.back().has_ended())
        end_token(service.tokens.back(), PortalToken::End::superseded);
    PortalToken token{.access = make_access(now_),
                      .apple_account = request.apple_account,
                      .made = now_,
                      .expiry = now_ + term,
                      .file = {}};
    token.file = server_token_file(server_token_of(service, token), certificate_of(service));
    service.tokens.push_back(std::move(token));
}

std::optional<TokenDownload> BusinessPortal::server_token(const TokenRequest& request) {
    judge_names(request);
    Organization& organization = organization_of(request);
    ManagementService* service = service_named(organization, request.server);
    if (service != nullptr && is_repeated(*service, request, now_))
        return TokenDownload{organization, *service, true, false};
    if (!request.certificate && service == nullptr)
        throw Error{ErrorCode::bad_usage,
                    fmt::format("there is no device management service '{}' yet, so a certificate is uploaded first",
                                request.server),
                    fmt::format("--public-key FILE.pem; {}", make_certificate)};
    refuse_to_replace(request.download);
    if (visit_ == Visit::look)
        return std::nullopt;
    if (service == nullptr)
        service = &organization.services.emplace_back(make_service(request.server));
    if (request.certificate)
        service->public_key_pem = request.certificate->to_pem();
    const bool ended_another = service->current_token() != nullptr;
    make_token(*service, request);
    save();
    return TokenDownload{organization, *service, false, ended_another};
}

void BusinessPortal::mark_downloaded(const TokenDownload& download) {
    for (Organization& organization : state_.organizations)
        for (ManagementService& service : organization.services)
            for (PortalToken& token : service.tokens)
                token.downloaded = token.downloaded || token.access.key == download.token().access.key;
    save();
}

void BusinessPortal::set_terms(const std::string& organization, bool accepted) {
    known_organization(organization).terms_accepted = accepted;
    save();
}

std::vector<ListedServer> BusinessPortal::change_password(const std::string& apple_account) {
    std::vector<ListedServer> concerned;
    for (Organization& organization : state_.organizations)
        for (ManagementService& service : organization.services)
            if (const PortalToken* current = service.current_token();
                current != nullptr && current->apple_account == apple_account) {
                end_token(service.tokens.back(), PortalToken::End::password_changed);
                concerned.push_back({organization, service});
            }
    save();
    return concerned;
}

ListedServer BusinessPortal::remove_server(const std::string& organization, const std::string& server) {
    Organization& there = known_organization(organization);
    const ManagementService& service = known_service(there, server);
    const ListedServer removed{there, service};
    there.services.erase(there.services.begin() + (&service - there.services.data()));
    save();
    return removed;
}

ListedServer BusinessPortal::server(const std::string& organization, const std::string& server) {
    Organization& there = known_organization(organization);
    return {there, known_service(there, server)};
}

std::vector<ListedServer> BusinessPortal::list(const std::optional<std::string>& organization) const {
    std::vector<ListedServer> servers;
    for (const Organization& there : state_.organizations)
        if (!organization || there.name == *organization)
            for (const ManagementService& service : there.services)
                servers.push_back({there, service});
    return servers;
}

}  // namespace mdm::sandbox
