// SPDX-License-Identifier: Apache-2.0
// The type vpn: IKEv2, which every system of Apple's has built in.
#include "profile/profile_draft.hpp"

#include <fmt/format.h>

namespace mdm::profile {
namespace {

using Kind = NewOption::Kind;
using Form = NewOption::Form;

constexpr NewOption vpn_options[]{
    {.name = "--vpn-server",
     .value = "HOST",
     .form = Form::host,
     .is_required = true,
     .key = "IKEv2.RemoteAddress",
     .help = "the server's name or address"},
    {.name = "--vpn-auth",
     .is_required = true,
     .key = "IKEv2.AuthenticationMethod",
     .help = "how the device signs in: certificate shows the identity in the profile, user is a name and a password "
             "(EAP)",
     .words = "certificate=Certificate|shared-secret=SharedSecret|user=None"},
    {.name = "--vpn-name",
     .value = "NAME",
     .key = "UserDefinedName",
     .help = "what the device calls it",
     .preset = "VPN"},
    {.name = "--vpn-remote-id",
     .value = "NAME",
     .help = "what the server calls itself; the same as --vpn-server where it is not given"},
    {.name = "--vpn-local-id",
     .value = "NAME",
     .help = "what the device calls itself: a name in its certificate; the same as --vpn-user where it is not given"},
    {.name = "--vpn-shared-secret-file",
     .value = "FILE",
     .kind = Kind::secret,
     .key = "IKEv2.SharedSecret",
     .help = "its first line is the secret of --vpn-auth shared-secret"},
    {.name = "--vpn-user",
     .value = "NAME",
     .key = "IKEv2.AuthName",
     .help = "the account of --vpn-auth user; %Username% and the like are for the server to fill in"},
    {.name = "--vpn-password-file",
     .value = "FILE",
     .kind = Kind::secret,
     .key = "IKEv2.AuthPassword",
     .help = "its first line is the account's password; without it the user is asked"},
    {.name = "--vpn-certificate-type",
     .key = "IKEv2.CertificateType",
     .help = "the key of the identity, where that is not known; with --vpn-server-issuer, which a key that is not RSA "
             "needs as well",
     .words = "rsa=RSA|rsa-pss=RSA-PSS|ecdsa-256=ECDSA256|ecdsa-384=ECDSA384|ecdsa-521=ECDSA521"},
    {.name = "--vpn-server-issuer",
     .value = "NAME",
     .key = "IKEv2.ServerCertificateIssuerCommonName",
     .help = "the common name of who issued the server's certificate"},
    {.name = "--vpn-server-certificate",
     .value = "NAME",
     .key = "IKEv2.ServerCertificateCommonName",
     .help = "the common name of the server's certificate, where it is not the --vpn-remote-id"},
    {.name = "--vpn-on-demand",
     .kind = Kind::one,
     .key = "IKEv2.OnDemandEnabled",
     .help = "the device connects by itself, on every network"},
    {.name = "--vpn-all-traffic",
     .kind = Kind::one,
     .key = "IKEv2.IncludeAllNetworks",
     .help = "everything goes through it"},
    {.name = "--vpn-exclude-local",
     .kind = Kind::one,
     .key = "IKEv2.ExcludeLocalNetworks",
     .help = "but for what is on the local network"},
    {.name = "--vpn-idle",
     .value = "SECONDS",
     .kind = Kind::number,
     .key = "IKEv2.DisconnectOnIdleTimer",
     .help = "it is let go when nothing was sent for so long"},
    {.name = "--vpn-encryption",
     .key = "IKEv2.IKESecurityAssociationParameters.EncryptionAlgorithm",
     .help = "the cipher, as the server has it",
     .words = "aes-128=AES-128|aes-256=AES-256|aes-128-gcm=AES-128-GCM|aes-256-gcm=AES-256-GCM|"
              "chacha20-poly1305=ChaCha20Poly1305"},
    {.name = "--vpn-integrity",
     .key = "IKEv2.IKESecurityAssociationParameters.IntegrityAlgorithm",
     .help = "the digest",
     .words = "sha1-96=SHA1-96|sha1-160=SHA1-160|sha2-256=SHA2-256|sha2-384=SHA2-384|sha2-512=SHA2-512"},
    {.name = "--vpn-dh-group",
     .kind = Kind::number,
     .key = "IKEv2.IKESecurityAssociationParameters.DiffieHellmanGroup",
     .help = "the group of Diffie and Hellman",
     .words = "2|5|14|15|16|17|18|19|20|21|31|32"},
    {.name = "--vpn-lifetime",
     .value = "MINUTES",
     .kind = Kind::number,
     .key = "IKEv2.IKESecurityAssociationParameters.LifeTimeInMinutes",
     .help = "after which keys are made anew"},
    {.name = "--vpn-pfs", .kind = Kind::one, .key = "IKEv2.EnablePFS", .help = "perfect forward secrecy"},
    {.name = "--vpn-dead-peer",
     .key = "IKEv2.DeadPeerDetectionRate",
     .help = "how often it is seen whether the server is there",
     .words = "none=None|low=Low|medium=Medium|high=High"},
    {.name = "--vpn-revocation-check",
     .kind = Kind::one,
     .key = "IKEv2.EnableCertificateRevocationCheck",
     .help = "whether the server's certificate was revoked is asked"},
    {.name = "--vpn-mtu",
     .value = "BYTES",
     .kind = Kind::number,
     .key = "IKEv2.MTU",
     .help = "the largest packet, 1280 to 1400"},
};

/// What is not said is RSA to a device, and it looks for the issuer's name where anything is said.
void put_certificate_type(PayloadDraft& payload, const NewOption& option, const ProfileDraft& draft) {
    const GivenOptions& given = draft.given();
    const std::string_view typed = given.text(option.name);
    const std::string& key = draft.identity_key_kind("--vpn-auth certificate");
    if (!typed.empty() && !key.empty() && typed != key && !(typed == "rsa-pss" && key == "rsa"))
        throw Error{ErrorCode::bad_usage,
                    fmt::format("{} is {}, and the key of the identity is {}", option.name, typed, key),
                    fmt::format("{} is found out where it is not given", option.name)};
    if (typed.empty() && !key.empty() && key != "rsa") {
        given.demand("--vpn-server-issuer", fmt::format("--vpn-auth certificate with a key of {}", key));
        payload.put(option.key, {option.written(key)});
    }
}

void put_authentication(PayloadDraft& payload, const NewType& type, const ProfileDraft& draft) {
    const GivenOptions& given = draft.given();
    const std::string_view method = given.text("--vpn-auth");
    if (method == "shared-secret")
        given.demand("--vpn-shared-secret-file", "--vpn-auth shared-secret");
    else
        given.refuse("--vpn-shared-secret-file", fmt::format("--vpn-auth {}", method));
    if (method == "certificate") {
        payload.put("IKEv2.PayloadCertificateUUID", {draft.identity("--vpn-auth certificate")});
        put_certificate_type(payload, type.option("--vpn-certificate-type"), draft);
    } else
        given.refuse("--vpn-certificate-type", fmt::format("--vpn-auth {}", method));
    if (method == "user") {
        given.demand("--vpn-user", "--vpn-auth user");
        payload.put("IKEv2.ExtendedAuthEnabled", {std::int64_t{1}});
    } else {
        given.refuse("--vpn-user", fmt::format("--vpn-auth {}", method));
        given.refuse("--vpn-password-file", fmt::format("--vpn-auth {}", method));
    }
    if (given.has("--vpn-certificate-type"))
        given.demand("--vpn-server-issuer", "--vpn-certificate-type");
}

/// One rule without a condition.
plist::Value always_connect() {
    plist::Dict rule;
    rule.emplace_back("Action", plist::Value{std::string("Connect")});
    plist::Value rules;
    rules.content.emplace<plist::Array>().push_back(plist::Value{std::move(rule)});
    return rules;
}

void make_vpn(ProfileDraft& draft, const NewType& type) {
    const GivenOptions& given = draft.given();
    PayloadDraft payload(type, given);
    payload.put("VPNType", {std::string("IKEv2")});
    put_authentication(payload, type, draft);
    if (!given.has("--vpn-user"))
        given.demand("--vpn-local-id", fmt::format("--vpn-auth {}", given.text("--vpn-auth")));
    const auto first_of = [&given](std::string_view option, std::string_view other) {
        return std::string(given.text(given.has(option) ? option : other));
    };
    payload.put("IKEv2.LocalIdentifier", {first_of("--vpn-local-id", "--vpn-user")});
    payload.put("IKEv2.RemoteIdentifier", {first_of("--vpn-remote-id", "--vpn-server")});
    if (given.has("--vpn-on-demand"))
        payload.put("IKEv2.OnDemandRules", always_connect());
    if (given.has("--vpn-idle"))
        payload.put("IKEv2.DisconnectOnIdle", {std::int64_t{1}});
    draft.add(std::move(payload));
}

}  // namespace

NewType new_vpn() {
    return {.word = "vpn", .type = "com.apple.vpn.managed", .title = "VPN", .options = vpn_options, .make = make_vpn};
}

}  // namespace mdm::profile
