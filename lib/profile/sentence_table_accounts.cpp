// SPDX-License-Identifier: Apache-2.0
#include "profile/sentence_table.hpp"

/// Accounts. The notation is explained in sentence_table.hpp.
namespace mdm::profile {

const std::string_view sentences_on_accounts = R"(
type com.apple.mail.managed = Mail : A mail account is set up.
  removed : The account is gone, and its mail from the device.
  EmailAccountDescription : It is called {}.
  EmailAccountName : Mail is sent in the name of {}.
  EmailAddress : Its address is {}.
  EmailAddress absent : The user is asked for the address.
  EmailAccountType : It is an account by {EmailTypeIMAP=IMAP|EmailTypePOP=POP}.
  IncomingMailServerHostName : Mail comes from {}.
  IncomingMailServerPortNumber : Its port is {}.
  IncomingMailServerUseSSL ? That is encrypted. | ~That is not encrypted.
  IncomingMailServerAuthentication : It is opened by {EmailAuthNone=nothing|EmailAuthPassword=password|\
    EmailAuthCRAMMD5=password (CRAM-MD5)|EmailAuthNTLM=password (NTLM)|EmailAuthHTTPMD5=password (digest)}.
  IncomingMailServerUsername : The name is {}.
  IncomingPassword : The password is in this profile, and not shown here.
  IncomingMailServerIMAPPathPrefix : Its folders are below {}.
  OutgoingMailServerHostName : Mail goes out by {}.
  OutgoingMailServerPortNumber : Its port is {}.
  OutgoingMailServerUseSSL ? That is encrypted. | ~That is not encrypted.
  OutgoingMailServerAuthentication : It is opened by {EmailAuthNone=nothing|EmailAuthPassword=password|\
    EmailAuthCRAMMD5=password (CRAM-MD5)|EmailAuthNTLM=password (NTLM)|EmailAuthHTTPMD5=password (digest)}.
  OutgoingMailServerUsername : The name for that is {}.
  OutgoingPassword : The password for that is in this profile, and not shown here.
  OutgoingPasswordSameAsIncomingPassword ? Both servers have the same password. | ~Both servers have passwords of \
    their own.
  PreventMove ? Mail may not be moved into other accounts. | ~Mail may be moved into other accounts.
  PreventAppSheet ? Only the Mail app may send from it. | ~Other apps may send from it.
  disableMailRecentsSyncing ? Addresses that were used lately are not shared with other devices. | ~Addresses that \
    were used lately are shared with other devices.
  allowMailDrop ? Large attachments may go by iCloud (Mail Drop). | ~Large attachments may not go by iCloud (Mail Drop).
  SMIMEEnabled ? S/MIME is turned on. | ~S/MIME is turned off.
  SMIMESigningEnabled ? Mail is signed. | ~Mail is not signed.
  SMIMESigningCertificateUUID : It is signed with {payload}.
  SMIMESigningUserOverrideable ? Users may turn signing on and off. | ~Users may not turn signing on and off.
  SMIMESigningCertificateUUIDUserOverrideable ? Users may choose what to sign with. | ~Users may not choose what to \
    sign with.
  SMIMEEncryptionEnabled ? Mail can be encrypted. | ~Mail cannot be encrypted.
  SMIMEEncryptByDefault ? Mail is encrypted where that can be. | ~Mail is not encrypted unless the user says so.
  SMIMEEncryptByDefaultUserOverrideable ? Users may turn encryption on and off. | ~Users may not turn encryption on \
    and off.
  SMIMEEncryptionCertificateUUID : What comes encrypted is opened with {payload}.
  SMIMEEncryptionCertificateUUIDUserOverrideable ? Users may choose what to open it with. | ~Users may not choose \
    what to open it with.
  SMIMEEnablePerMessageSwitch, SMIMEEnableEncryptionPerMessageSwitch ? Users may encrypt one mail and not another. | \
    ~Users may not choose for each mail.
  VPNUUID : It is reached by the VPN {}.
type com.apple.eas.account = Exchange : An Exchange account is set up.
  removed : The account is gone, and its mail, contacts, calendars, reminders and notes from the device.
  EmailAddress : Its address is {}.
  EmailAddress absent : The user is asked for the address.
  Host : The server is {}.
  SSL ? The connection is encrypted. | ~The connection is not encrypted.
  UserName : The name is {}.
  Password : The password is in this profile, and not shown here.
  Password absent : ~The user is asked for the password where one is needed.
  OverridePreviousPassword ? That password takes the place of the one that is there. | ~A password that is there stays.
  OAuth ? The user signs in on a web page. | ~The user does not sign in on a web page.
  OAuthSignInURL : That page is {}.
  OAuthTokenRequestURL : It is exchanged for access at {}.
  PayloadCertificateUUID : The device proves who it is with {payload}.
  Certificate : The device proves who it is with a certificate and key in this profile.
  CertificateName : That certificate is called {}.
  CertificatePassword : The password that opens it is in this profile, and not shown here.
  MailNumberOfPastDaysToSync = 0 : All mail is fetched, however old.
  MailNumberOfPastDaysToSync : Mail of the last {days} is fetched.
  EnableMail ? ~Mail is turned on. | Mail is turned off.
  EnableContacts ? ~Contacts are turned on. | Contacts are turned off.
  EnableCalendars ? ~Calendars are turned on. | Calendars are turned off.
  EnableReminders ? ~Reminders are turned on. | Reminders are turned off.
  EnableNotes ? ~Notes are turned on. | Notes are turned off.
  EnableMailUserOverridable may turn mail on or off
  EnableContactsUserOverridable may turn contacts on or off
  EnableCalendarsUserOverridable may turn calendars on or off
  EnableRemindersUserOverridable may turn reminders on or off
  EnableNotesUserOverridable may turn notes on or off
  as com.apple.mail.managed : \
    PreventMove, PreventAppSheet, disableMailRecentsSyncing, allowMailDrop, SMIMEEnabled, SMIMESigningEnabled, \
    SMIMESigningCertificateUUID, SMIMESigningUserOverrideable, SMIMESigningCertificateUUIDUserOverrideable, \
    SMIMEEncryptionEnabled, SMIMEEncryptByDefault, SMIMEEncryptByDefaultUserOverrideable, \
    SMIMEEncryptionCertificateUUID, SMIMEEncryptionCertificateUUIDUserOverrideable, \
    SMIMEEnablePerMessageSwitch, SMIMEEnableEncryptionPerMessageSwitch
  CommunicationServiceRules
    DefaultServiceHandlers
      AudioCall : Its contacts are called with the app {}.
  HeaderMagic : Each request carries the mark {}.
  VPNUUID : It is reached by the VPN {}.
type com.apple.ews.account = Exchange on a Mac : An Exchange account is set up.
  removed : The account is gone, and its mail, contacts and calendars from the Mac.
  EmailAddress : Its address is {}.
  Host : The server is {}.
  UserName : The name is {}.
  Password : The password is in this profile, and not shown here.
  OAuth ? The user signs in on a web page. | ~The user does not sign in on a web page.
  OAuthSignInURL : That page is {}.
  ExternalHost : From outside, the server is {}.
type com.apple.caldav.account = Calendar : A calendar account is set up.
  removed : The account is gone, and its calendars from the device.
  CalDAVAccountDescription : It is called {}.
  CalDAVHostName : The server is {}.
  CalDAVPort : Its port is {}.
  CalDAVUseSSL ? The connection is encrypted. | The connection is not encrypted.
  CalDAVPrincipalURL : The calendars are at {}.
  CalDAVUsername : The name is {}.
  CalDAVPassword : The password is in this profile, and not shown here.
  VPNUUID : It is reached by the VPN {}.
type com.apple.carddav.account = Contacts : A contacts account is set up.
  removed : The account is gone, and its contacts from the device.
  CardDAVAccountDescription : It is called {}.
  CardDAVHostName : The server is {}.
  CardDAVPort : Its port is {}.
  CardDAVUseSSL ? The connection is encrypted. | The connection is not encrypted.
  CardDAVPrincipalURL : The contacts are at {}.
  CardDAVUsername : The name is {}.
  CardDAVPassword : The password is in this profile, and not shown here.
  CommunicationServiceRules
    DefaultServiceHandlers
      AudioCall : Its contacts are called with the app {}.
  VPNUUID : It is reached by the VPN {}.
type com.apple.ldap.account = Directory : Names and addresses can be looked up in a directory (LDAP).
  removed : The directory can no longer be asked.
  LDAPAccountDescription : It is called {}.
  LDAPAccountHostName : The server is {}.
  LDAPAccountUseSSL ? The connection is encrypted. | The connection is not encrypted.
  LDAPAccountUserName : The name is {}.
  LDAPAccountPassword : The password is in this profile, and not shown here.
  LDAPSearchSettings each Search
    LDAPSearchSettingDescription : called {}
    LDAPSearchSettingSearchBase : below {}
    LDAPSearchSettingScope : {LDAPSearchSettingScopeBase=that entry alone|LDAPSearchSettingScopeOneLevel=one level|\
      LDAPSearchSettingScopeSubtree=all levels}
  VPNUUID : It is reached by the VPN {}.
type com.apple.subscribedcalendar.account = Subscribed calendar : A calendar is subscribed to.
  removed : The calendar is gone from the device.
  SubCalAccountDescription : It is called {}.
  SubCalAccountHostName : It comes from {}.
  SubCalAccountUseSSL ? The connection is encrypted. | The connection is not encrypted.
  SubCalAccountUsername : The name is {}.
  SubCalAccountPassword : The password is in this profile, and not shown here.
  VPNUUID : It is reached by the VPN {}.
type com.apple.google-oauth = Google account : A Google account is set up; the user signs in to it.
  removed : The account is gone, and its mail, contacts and calendars from the device.
  AccountDescription : It is called {}.
  AccountName : It is in the name of {}.
  EmailAddress : Its address is {}.
type com.apple.osxserver.account = macOS Server account : An account of a macOS Server is set up.
type com.apple.AIM.account = AIM account : An AIM account is set up.
type com.apple.jabber.account = Jabber account : A Jabber account is set up.
type com.apple.extensiblesso = Single sign-on : An app signs users in to websites and apps.
  removed : Users sign in themselves again.
  ExtensionIdentifier : The app's part for that is {}.
  TeamIdentifier : It is made by the team {}.
  Type : It works {Credential=by answering what servers ask|Redirect=by taking over sign-in pages}.
  Realm : The realm is {}.
  Hosts : It is for {}.
  URLs : It is for {}.
type com.apple.sso = Single sign-on : Users sign in to websites and apps with Kerberos.
  Name : It is called {}.
  Kerberos
    PrincipalName : The name is {}.
    Realm : The realm is {}.
    URLPrefixMatches : It is for {}.
    AppIdentifierMatches : It is for the apps {}.
type com.apple.ADCertificate.managed = Active Directory certificate : A Mac has a certificate issued by Active \
  Directory.
  removed : The certificate and its key are gone: networks and servers that ask for them no longer let the Mac in.
  CertServer : It is issued by the server {}.
  CertTemplate : It is made by the template {}.
  CertificateAuthority : The authority is {}.
type com.apple.DirectoryService.managed = Directory service : A Mac is bound to a directory.
  removed : The Mac leaves the directory.
  HostName : The directory is {}.
  UserName : The name is {}.
  Password : The password is in this profile, and not shown here.
  ClientID : The Mac is called {} there.
type com.apple.configurationprofile.identification = Identification : Who the user is, for accounts in the same profile.
)";

}  // namespace mdm::profile
