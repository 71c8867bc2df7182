// SPDX-License-Identifier: Apache-2.0
#include "profile/payload_table.hpp"

/// Accounts. The notation is explained in payload_table.hpp.
namespace mdm::profile {

const std::string_view table_of_accounts = R"(
type com.apple.mail.managed : ios 4.0 M, macos 10.7 M U, visionos 1.1 M
  EmailAccountDescription, EmailAccountName, EmailAddress, IncomingMailServerHostName!,
  IncomingMailServerUsername, IncomingPassword, OutgoingPassword, OutgoingMailServerHostName!,
  OutgoingMailServerUsername, IncomingMailServerIMAPPathPrefix : string
  EmailAccountType! : string = EmailTypeIMAP|EmailTypePOP
  IncomingMailServerAuthentication!, OutgoingMailServerAuthentication! : string = EmailAuthNone|EmailAuthPassword|
  EmailAuthCRAMMD5|EmailAuthNTLM|EmailAuthHTTPMD5
  IncomingMailServerPortNumber, OutgoingMailServerPortNumber : integer
  IncomingMailServerUseSSL, OutgoingPasswordSameAsIncomingPassword, OutgoingMailServerUseSSL : boolean
  PreventMove, PreventAppSheet, SMIMEEnabled : boolean ; only ios 5.0, visionos
  SMIMESigningEnabled, SMIMEEncryptionEnabled : boolean ; only ios 10.0, visionos
  SMIMESigningCertificateUUID, SMIMEEncryptionCertificateUUID : string like UUID ; only ios 5.0, visionos
  SMIMEEnablePerMessageSwitch : boolean ; only ios 8.0 d10.0
  disableMailRecentsSyncing : boolean ; ios 6.0
  allowMailDrop : boolean ; ios 9.2, macos 10.12
  SMIMESigningUserOverrideable, SMIMESigningCertificateUUIDUserOverrideable, SMIMEEncryptByDefault,
  SMIMEEncryptByDefaultUserOverrideable, SMIMEEncryptionCertificateUUIDUserOverrideable,
  SMIMEEnableEncryptionPerMessageSwitch : boolean ; only ios 12.0, visionos
  VPNUUID : string ; only ios 14.0, visionos
type com.apple.eas.account : ios 4.0 M, visionos 1.1 M
  EmailAddress, Host, UserName, Password, CertificatePassword : string
  SSL, disableMailRecentsSyncing : boolean
  OAuth, SMIMESigningUserOverrideable, SMIMESigningCertificateUUIDUserOverrideable,
  SMIMEEncryptByDefault, SMIMEEncryptByDefaultUserOverrideable,
  SMIMEEncryptionCertificateUUIDUserOverrideable, SMIMEEnableEncryptionPerMessageSwitch : boolean ; ios 12.0
  Certificate : data ; ios 7.0
  CertificateName : string ; ios 7.0
  PreventMove, PreventAppSheet : boolean ; ios 5.0
  PayloadCertificateUUID : string like UUID
  SMIMEEnabled : boolean ; only ios 5.0 d10.0
  SMIMESigningEnabled : boolean ; ios 10.3
  SMIMESigningCertificateUUID, SMIMEEncryptionCertificateUUID : string like UUID ; ios 5.0
  SMIMEEncryptionEnabled : boolean ; only ios 10.3 d12.0
  SMIMEEnablePerMessageSwitch : boolean ; only ios 8.0 d12.0
  MailNumberOfPastDaysToSync : integer = 0|1|3|7|14|31
  HeaderMagic : string ; only ios d7.0
  CommunicationServiceRules : dictionary ; ios 10.0
    DefaultServiceHandlers : dictionary
      AudioCall : string
  allowMailDrop : boolean ; ios 9.2
  EnableMail, EnableContacts, EnableCalendars, EnableReminders, EnableNotes, EnableMailUserOverridable,
  EnableContactsUserOverridable, EnableCalendarsUserOverridable, EnableRemindersUserOverridable,
  EnableNotesUserOverridable : boolean ; ios 13.0
  OAuthSignInURL, OAuthTokenRequestURL : string ; ios 13.0
  OverridePreviousPassword : boolean ; ios 14.0
  VPNUUID : string ; ios 14.0
type com.apple.caldav.account : ios 4.0 M, macos 10.7 M U, visionos 1.1 M
  CalDAVAccountDescription, CalDAVHostName!, CalDAVUsername, CalDAVPassword, CalDAVPrincipalURL : string
  CalDAVUseSSL : boolean
  CalDAVPort : integer
  VPNUUID : string ; only ios 14.0, visionos
type com.apple.carddav.account : ios 4.0 M, macos 10.7 M U, visionos 1.1 M
  CardDAVAccountDescription, CardDAVHostName!, CardDAVUsername, CardDAVPassword : string
  CardDAVPrincipalURL : string ; only ios, visionos
  CardDAVUseSSL : boolean
  CardDAVPort : integer
  CommunicationServiceRules : dictionary ; only ios 10.0, visionos
    DefaultServiceHandlers : dictionary
      AudioCall : string
  VPNUUID : string ; only ios 14.0, visionos
type com.apple.ldap.account : ios 4.0 M, macos 10.7 M U, visionos 1.1 M
  LDAPAccountDescription, LDAPAccountHostName!, LDAPAccountUserName, LDAPAccountPassword : string
  LDAPAccountUseSSL : boolean
  LDAPSearchSettings : array
    [] : dictionary
      LDAPSearchSettingDescription, LDAPSearchSettingSearchBase! : string
      LDAPSearchSettingScope : string = LDAPSearchSettingScopeBase|LDAPSearchSettingScopeOneLevel|
      LDAPSearchSettingScopeSubtree
  VPNUUID : string ; only ios 14.0, visionos
type com.apple.subscribedcalendar.account : ios 4.0 M, visionos 1.1 M
  SubCalAccountDescription, SubCalAccountHostName!, SubCalAccountUsername, SubCalAccountPassword : string
  SubCalAccountUseSSL : boolean
  VPNUUID : string ; ios 14.0
)";

}  // namespace mdm::profile
