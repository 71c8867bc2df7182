// SPDX-License-Identifier: Apache-2.0
// The type wifi: a network, with a password, or with accounts and certificates (enterprise).
#include "base/error.hpp"
#include "base/text.hpp"
#include "profile/new_addresses.hpp"
#include "profile/profile_draft.hpp"
#include "profile/secret_keys.hpp"
#include "profile/secret_text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

using Kind = NewOption::Kind;
using Form = NewOption::Form;

constexpr NewOption wifi_options[]{
    {.name = "--ssid", .value = "NAME", .is_required = true, .key = "SSID_STR", .help = "the name of the network"},
    {.name = "--wifi-security",
     .key = "EncryptionType",
     .help = "wpa2 joins WPA3 as well from iOS 16 and macOS 13 on, wpa3 nothing else; none: an open network",
     .words = "wpa2=WPA2|wpa3=WPA3|wpa=WPA|wep=WEP|any=Any|none=None",
     .preset = "wpa2"},
    {.name = "--wifi-password-file",
     .value = "FILE",
     .kind = Kind::secret,
     .key = "Password",
     .help = "its first line is the password of the network; without it, and --wifi-eap, the user is asked"},
    {.name = "--wifi-hidden", .kind = Kind::yes, .key = "HIDDEN_NETWORK", .help = "the network does not show its name"},
    {.name = "--wifi-no-auto-join", .kind = Kind::no, .key = "AutoJoin", .help = "the user has to choose it"},
    {.name = "--wifi-no-private-address",
     .kind = Kind::yes,
     .key = "DisableAssociationMACRandomization",
     .help = "the device shows its own MAC address"},
    {.name = "--wifi-captive-bypass",
     .kind = Kind::yes,
     .key = "CaptiveBypass",
     .help = "no page to sign in on is looked for"},
    {.name = "--wifi-eap",
     .kind = Kind::texts,
     .help = "an enterprise network, and how devices sign in; tls shows the identity in the profile",
     .words = "tls=13|peap=25|ttls=21|fast=43|leap=17|sim=18|aka=23"},
    {.name = "--wifi-user",
     .value = "NAME",
     .key = "EAPClientConfiguration.UserName",
     .help = "with --wifi-eap: the account; without it the user is asked"},
    {.name = "--wifi-user-password-file",
     .value = "FILE",
     .kind = Kind::secret,
     .key = "EAPClientConfiguration.UserPassword",
     .help = "its first line is the account's password; without it the user is asked"},
    {.name = "--wifi-outer-identity",
     .value = "NAME",
     .key = "EAPClientConfiguration.OuterIdentity",
     .help = "what is said outside the tunnel instead of the user's name: anonymous"},
    {.name = "--wifi-inner",
     .key = "EAPClientConfiguration.TTLSInnerAuthentication",
     .help = "what ttls does inside the tunnel",
     .words = "pap=PAP|chap=CHAP|mschap=MSCHAP|mschapv2=MSCHAPv2|eap=EAP"},
    {.name = "--wifi-server-name",
     .value = "NAME",
     .kind = Kind::texts,
     .key = "EAPClientConfiguration.TLSTrustedServerNames",
     .help = "a name in the certificate of the RADIUS server, * included; no other is believed"},
    {.name = "--wifi-tls-min",
     .key = "EAPClientConfiguration.TLSMinimumVersion",
     .help = "the oldest TLS",
     .words = "1.0|1.1|1.2|1.3"},
    {.name = "--wifi-tls-max",
     .key = "EAPClientConfiguration.TLSMaximumVersion",
     .help = "the newest TLS",
     .words = "1.0|1.1|1.2|1.3"},
    {.name = "--wifi-proxy", .value = "HOST:PORT", .help = "a proxy for this network"},
    {.name = "--wifi-proxy-pac",
     .value = "URL",
     .form = Form::web_url,
     .key = "ProxyPACURL",
     .help = "the file that tells which proxy is used for what"},
};

constexpr std::size_t longest_ssid = 32;  // IEEE 802.11, 9.4.2.2

void check_ssid(std::string_view ssid) {
    if (ssid.size() > longest_ssid)
        throw Error{ErrorCode::bad_usage, fmt::format("the name of a network has at most {} bytes, and '{}' has {}",
                                                      longest_ssid, ssid, ssid.size())};
}

/// IEEE 802.11, J.4.1: 8 to 63 characters of ASCII, or the key itself in 64 hexadecimal digits.
bool is_wpa_password(std::string_view password) {
    const auto all = [password](auto is) { return std::all_of(password.begin(), password.end(), is); };
    if (password.size() == 64)
        return all([](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
    return password.size() >= 8 && password.size() <= 63 && all([](char c) { return c >= ' ' && c <= '~'; });
}

void check_password(const GivenOptions& given) {
    const std::string_view security = given.text("--wifi-security");
    if (security == "none")
        given.refuse("--wifi-password-file", "--wifi-security none");
    const Secret* password = given.secret("--wifi-password-file");
    if (password != nullptr && security != "wep" && security != "any" && !is_placeholder(password->reveal()) &&
        !is_wpa_password(password->reveal()))
        throw Error{ErrorCode::wrong_format,
                    "what is in --wifi-password-file is no password of WPA: it has 8 to 63 letters, digits and marks "
                    "of ASCII, or is 64 hexadecimal digits",
                    "WEP, which has others, is --wifi-security wep"};
}

/// The versions are in order as text.
void check_tls_versions(const GivenOptions& given) {
    const std::string_view oldest = given.text("--wifi-tls-min");
    const std::string_view newest = given.text("--wifi-tls-max");
    if (oldest == "1.3")
        given.demand("--wifi-outer-identity", "--wifi-tls-min 1.3");
    if (!oldest.empty() && !newest.empty() && oldest > newest)
        throw Error{ErrorCode::bad_usage,
                    fmt::format("--wifi-tls-min {} is newer than --wifi-tls-max {}", oldest, newest)};
}

/// A device that is told of no authority and no name gives the user's password to whatever answers.
void note_belief(ProfileDraft& draft, bool has_anchors) {
    const auto methods = draft.given().texts("--wifi-eap");
    const auto tunnel = std::find_if(methods.begin(), methods.end(), [](const std::string& method) {
        return method == "peap" || method == "ttls" || method == "fast";
    });
    if (tunnel != methods.end() && !has_anchors && !draft.given().has("--wifi-server-name"))
        draft.note({Severity::warning, ErrorCode::insecure_connection,
                    fmt::format("--wifi-eap {} without a certificate and a server's name: any server is believed, and "
                                "gets the user's password",
                                *tunnel),
                    "add certificate to the types, with --certificate FILE of the RADIUS server's authority, and "
                    "--wifi-server-name",
                    ""});
}

void put_enterprise(PayloadDraft& payload, const NewType& type, ProfileDraft& draft) {
    const GivenOptions& given = draft.given();
    given.refuse("--wifi-password-file", "--wifi-eap");
    if (const std::string_view security = given.text("--wifi-security"); security == "none" || security == "wep")
        given.refuse("--wifi-eap", fmt::format("--wifi-security {}", security));
    check_tls_versions(given);
    const NewOption& eap = type.option("--wifi-eap");
    plist::Array methods;
    bool shows_identity = false;
    for (const std::string& word : given.texts("--wifi-eap")) {
        methods.emplace_back().content = std::int64_t{std::stoi(eap.written(word))};
        shows_identity = shows_identity || word == "tls";
    }
    payload.put("EAPClientConfiguration.AcceptEAPTypes", {std::move(methods)});
    if (shows_identity)
        payload.put("PayloadCertificateUUID", {draft.identity("--wifi-eap tls")});
    // The authorities that are in the profile are those that the server is believed by.
    plist::Array anchors = draft.certificates();
    note_belief(draft, !anchors.empty());
    if (!anchors.empty())
        payload.put("EAPClientConfiguration.PayloadCertificateAnchorUUID", {std::move(anchors)});
}

void put_proxy(PayloadDraft& payload, const GivenOptions& given) {
    if (given.has("--wifi-proxy-pac")) {
        given.refuse("--wifi-proxy", "--wifi-proxy-pac");
        payload.put("ProxyType", {std::string("Auto")});
    }
    if (!given.has("--wifi-proxy"))
        return;
    const std::string_view proxy = given.text("--wifi-proxy");
    const auto colon = proxy.rfind(':');
    const auto port = port_of(colon == std::string_view::npos ? "" : proxy.substr(colon + 1));
    std::string_view host = proxy.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    if (!port || !is_host(host))
        throw Error{ErrorCode::bad_usage,
                    fmt::format("'{}' is no HOST:PORT, which --wifi-proxy takes", shown_url(proxy)),
                    "proxy.example.com:3128"};
    payload.put("ProxyType", {std::string("Manual")});
    payload.put("ProxyServer", {std::string(host)});
    payload.put("ProxyServerPort", {std::int64_t{*port}});
}

void make_wifi(ProfileDraft& draft, const NewType& type) {
    const GivenOptions& given = draft.given();
    check_ssid(given.text("--ssid"));
    check_password(given);
    PayloadDraft payload(type, given);
    payload.name = fmt::format("Wi-Fi {}", given.text("--ssid"));
    if (given.has("--wifi-eap"))
        put_enterprise(payload, type, draft);
    else
        for (const NewOption& option : type.options)
            if (option.key.starts_with("EAPClientConfiguration.") && given.has(option.name))
                given.demand("--wifi-eap", option.name);
    put_proxy(payload, given);
    draft.add(std::move(payload));
}

}  // namespace

NewType new_wifi() {
    return {
        .word = "wifi", .type = "com.apple.wifi.managed", .title = "Wi-Fi", .options = wifi_options, .make = make_wifi};
}

}  // namespace mdm::profile
