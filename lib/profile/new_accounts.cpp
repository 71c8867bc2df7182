// SPDX-License-Identifier: Apache-2.0
// The types mail and exchange.
#include "profile/profile_draft.hpp"

#include <fmt/format.h>

namespace mdm::profile {
namespace {

using Kind = NewOption::Kind;
using Form = NewOption::Form;

constexpr std::string_view mail_authentication =
    "password=EmailAuthPassword|none=EmailAuthNone|cram-md5=EmailAuthCRAMMD5|ntlm=EmailAuthNTLM|"
    "http-md5=EmailAuthHTTPMD5";

constexpr NewOption mail_options[]{
    {.name = "--mail-type",
     .key = "EmailAccountType",
     .help = "how mail is fetched",
     .words = "imap=EmailTypeIMAP|pop=EmailTypePOP",
     .preset = "imap"},
    {.name = "--mail-address",
     .value = "ADDRESS",
     .key = "EmailAddress",
     .help = "the address; without it the user is asked"},
    {.name = "--mail-name", .value = "NAME", .key = "EmailAccountName", .help = "the user's name in what is sent"},
    {.name = "--mail-account",
     .value = "NAME",
     .key = "EmailAccountDescription",
     .help = "what the device calls the account"},
    {.name = "--mail-in-server",
     .value = "HOST",
     .form = Form::host,
     .is_required = true,
     .key = "IncomingMailServerHostName",
     .help = "where mail is fetched"},
    {.name = "--mail-in-port",
     .value = "PORT",
     .kind = Kind::number,
     .form = Form::port,
     .key = "IncomingMailServerPortNumber",
     .help = "where that is not the usual one"},
    {.name = "--mail-in-user",
     .value = "NAME",
     .key = "IncomingMailServerUsername",
     .help = "the account there; without it the user is asked"},
    {.name = "--mail-in-password-file",
     .value = "FILE",
     .kind = Kind::secret,
     .key = "IncomingPassword",
     .help = "its first line is the password; without it the user is asked"},
    {.name = "--mail-in-auth",
     .key = "IncomingMailServerAuthentication",
     .help = "how the device signs in there",
     .words = mail_authentication,
     .preset = "password"},
    {.name = "--mail-in-no-tls", .kind = Kind::no, .help = "in the clear, for every network on the way to read"},
    {.name = "--mail-path-prefix", .value = "PATH", .key = "IncomingMailServerIMAPPathPrefix", .help = "of IMAP"},
    {.name = "--mail-out-server",
     .value = "HOST",
     .form = Form::host,
     .is_required = true,
     .key = "OutgoingMailServerHostName",
     .help = "where mail is sent"},
    {.name = "--mail-out-port",
     .value = "PORT",
     .kind = Kind::number,
     .form = Form::port,
     .key = "OutgoingMailServerPortNumber",
     .help = "where that is not the usual one"},
    {.name = "--mail-out-user", .value = "NAME", .key = "OutgoingMailServerUsername", .help = "the account there"},
    {.name = "--mail-out-password-file",
     .value = "FILE",
     .kind = Kind::secret,
     .key = "OutgoingPassword",
     .help = "its first line is the password; without it that of the other server is taken"},
    {.name = "--mail-out-auth",
     .key = "OutgoingMailServerAuthentication",
     .help = "how the device signs in there",
     .words = mail_authentication,
     .preset = "password"},
    {.name = "--mail-out-no-tls", .kind = Kind::no, .help = "in the clear"},
    {.name = "--mail-prevent-move",
     .kind = Kind::yes,
     .key = "PreventMove",
     .help = "messages are not moved to other accounts, nor answered from them"},
    {.name = "--mail-prevent-apps",
     .kind = Kind::yes,
     .key = "PreventAppSheet",
     .help = "no app but Mail sends from it"},
    {.name = "--mail-no-recents",
     .kind = Kind::yes,
     .key = "disableMailRecentsSyncing",
     .help = "recent addresses stay on the device"},
    {.name = "--mail-drop", .kind = Kind::yes, .key = "allowMailDrop", .help = "large files may go through iCloud"},
};

constexpr NewOption exchange_options[]{
    {.name = "--exchange-server",
     .value = "HOST",
     .form = Form::host,
     .key = "Host",
     .help = "the server (ActiveSync, which iPhones and iPads have); with --exchange-oauth the account's own is found "
             "without it"},
    {.name = "--exchange-address",
     .value = "ADDRESS",
     .key = "EmailAddress",
     .help = "the address; without it the user is asked"},
    {.name = "--exchange-user",
     .value = "NAME",
     .key = "UserName",
     .help = "the account; a server that sends the profile has to say it"},
    {.name = "--exchange-password-file",
     .value = "FILE",
     .kind = Kind::secret,
     .key = "Password",
     .help = "its first line is the password; without it the user is asked"},
    {.name = "--exchange-oauth",
     .kind = Kind::yes,
     .key = "OAuth",
     .help = "the user signs in on a page of the service's, as Microsoft 365 wants it"},
    {.name = "--exchange-identity", .kind = Kind::yes, .help = "the identity in the profile signs in"},
    {.name = "--exchange-past-days",
     .kind = Kind::number,
     .key = "MailNumberOfPastDaysToSync",
     .help = "how much mail is on the device; 0 is all",
     .words = "0|1|3|7|14|31"},
    {.name = "--exchange-no-tls", .kind = Kind::no, .help = "in the clear"},
    {.name = "--exchange-no-mail", .kind = Kind::no, .key = "EnableMail", .help = "without mail"},
    {.name = "--exchange-no-contacts", .kind = Kind::no, .key = "EnableContacts", .help = "without contacts"},
    {.name = "--exchange-no-calendars", .kind = Kind::no, .key = "EnableCalendars", .help = "without calendars"},
    {.name = "--exchange-no-reminders", .kind = Kind::no, .key = "EnableReminders", .help = "without reminders"},
    {.name = "--exchange-no-notes", .kind = Kind::no, .key = "EnableNotes", .help = "without notes"},
    {.name = "--exchange-prevent-move",
     .kind = Kind::yes,
     .key = "PreventMove",
     .help = "messages are not moved to other accounts, nor answered from them"},
    {.name = "--exchange-prevent-apps",
     .kind = Kind::yes,
     .key = "PreventAppSheet",
     .help = "no app but Mail sends from it"},
    {.name = "--exchange-no-recents",
     .kind = Kind::yes,
     .key = "disableMailRecentsSyncing",
     .help = "recent addresses stay on the device"},
};

void make_mail(ProfileDraft& draft, const NewType& type) {
    const GivenOptions& given = draft.given();
    PayloadDraft payload(type, given);
    if (given.has("--mail-account"))
        payload.name = fmt::format("Mail {}", given.text("--mail-account"));
    if (given.text("--mail-type") == "pop")
        given.refuse("--mail-path-prefix", "--mail-type pop");
    // Without these keys devices send passwords in the clear.
    payload.put("IncomingMailServerUseSSL", {!given.has("--mail-in-no-tls")});
    payload.put("OutgoingMailServerUseSSL", {!given.has("--mail-out-no-tls")});
    payload.put("OutgoingPasswordSameAsIncomingPassword",
                {given.text("--mail-out-auth") != "none" && !given.has("--mail-out-password-file")});
    draft.add(std::move(payload));
}

void make_exchange(ProfileDraft& draft, const NewType& type) {
    const GivenOptions& given = draft.given();
    if (!given.has("--exchange-oauth"))
        given.demand("--exchange-server", "exchange");
    else
        given.refuse("--exchange-password-file", "--exchange-oauth");
    PayloadDraft payload(type, given);
    payload.put("SSL", {!given.has("--exchange-no-tls")});
    if (given.has("--exchange-identity"))
        payload.put("PayloadCertificateUUID", {draft.identity("--exchange-identity")});
    draft.add(std::move(payload));
}

}  // namespace

NewType new_mail() {
    return {
        .word = "mail", .type = "com.apple.mail.managed", .title = "Mail", .options = mail_options, .make = make_mail};
}

NewType new_exchange() {
    return {.word = "exchange",
            .type = "com.apple.eas.account",
            .title = "Exchange",
            .options = exchange_options,
            .make = make_exchange};
}

}  // namespace mdm::profile
