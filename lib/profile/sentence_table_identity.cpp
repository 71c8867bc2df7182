// SPDX-License-Identifier: Apache-2.0
#include "profile/sentence_table.hpp"

/// The profile itself, enrollment, certificates and keys. The notation is explained in sentence_table.hpp.
namespace mdm::profile {

const std::string_view sentences_on_identity = R"(
type TopLevel = Profile : A configuration profile.
  PayloadScope = System : On a Mac it holds for the whole device, whoever uses it.
  PayloadScope = User : On a Mac it holds for one user of it.
  TargetDeviceType : It is meant for {0=any device|1=iPhone and iPad|2=Apple Watch|3=HomePod|4=Apple TV|5=Mac|6=Apple \
    Vision Pro}.
  ConsentText : Before it is installed, the user is shown a text and asked to agree.
    default : Where no other language is the user's, that text is {}.
    ANY : In the language '{key}' that text is {}.
type com.apple.mdm = Device management : The device is enrolled: a server may manage it from now on, without asking \
  again.
  removed : Management of the device ends. All managed settings (each profile that the server has sent), all managed \
    apps with their data, and all managed accounts go with it.
  ServerURL : The server is {}.
  CheckInURL : The device registers with {}.
  Topic : It is told to call the server by pushes with the topic {}.
  AccessRights = 8191 : The server may do all that device management can do: read and install profiles, lock and \
    erase the device, read what it is and what is on it, change settings, and manage apps.
  AccessRights : The server may {bits 1=read which profiles are installed|2=install and remove profiles|4=lock the \
    device and remove its passcode|8=erase the device|16=read what the device is (name, serial number, storage)|\
    32=read its network data (phone number, SIM, addresses)|64=read provisioning profiles|128=install and remove \
    provisioning profiles|256=read which apps are installed|512=read restrictions|1024=read its security state|\
    2048=change settings|4096=install and remove apps}.
  IdentityCertificateUUID : The device proves who it is with {payload}.
  EnrollmentMode = BYOD : It is a User Enrollment, for a device that belongs to the person: work data is kept apart, \
    and the server can neither erase the whole device nor see what is personal.
  EnrollmentMode = ADDE : It is an account-driven enrollment of the whole device.
  AssignedManagedAppleID, ManagedAppleID : The Managed Apple Account is {}.
  RequiredAppIDForMDM : The app {} of the App Store may be installed without asking.
  ServerCapabilities : The server can also {com.apple.mdm.per-user-connections=manage each user of a Mac or a Shared \
    iPad|com.apple.mdm.bootstraptoken=keep the bootstrap token of a Mac|com.apple.mdm.token=hand out tokens}.
  CheckOutWhenRemoved ? When it is removed, the device tells the server, once. | When it is removed, the server is \
    not told.
  CheckOutWhenRemoved absent : When it is removed, the server is not told.
  SignMessage ? The device signs what it sends. | The device does not sign what it sends.
  UseDevelopmentAPNS ? Pushes come from Apple's development servers, where no certificate of device management works. \
    | Pushes come from Apple's production servers.
  ServerURLPinningCertificateUUIDs, CheckInURLPinningCertificateUUIDs : The server must prove itself with {payload}.
  PinningRevocationCheckRequired ? Without an answer whether the server's certificate was revoked there is no \
    connection. | A connection is made although nobody says whether the server's certificate was revoked.
  PromptUserToAllowBootstrapTokenForAuthentication ? The user is told to allow the bootstrap token in recoveryOS. | \
    The user is not told about the bootstrap token.
type com.apple.profileRemovalPassword = Removal password : Removing the profile asks for a password.
  RemovalPassword : The password is in this profile, and not shown here.
type com.apple.security.root = Certificate : A certificate is installed that the device trusts.
  removed : The certificate is gone: what relies on it no longer works.
  PayloadContent : It is {certificate}.
  PayloadCertificateFileName : Its file was {}.
type com.apple.security.pkcs1 = Certificate : A certificate is installed, and trusted where it is a root.
  removed : The certificate is gone: what relies on it no longer works.
  PayloadContent : It is {certificate}.
  PayloadCertificateFileName : Its file was {}.
type com.apple.security.pem = Certificate : A certificate is installed, and trusted where it is a root.
  removed : The certificate is gone: what relies on it no longer works.
  PayloadContent : It is {certificate}.
  PayloadCertificateFileName : Its file was {}.
type com.apple.security.pkcs12 = Identity : A certificate with its private key is installed, which proves who the \
  device or user is.
  removed : The certificate and its key are gone: networks and servers that ask for them no longer let the device in.
  PayloadContent : Certificate and key are in this profile.
  PayloadCertificateFileName : Their file was {}.
  Password : The password that opens the key is in this profile, and not shown here.
  Password absent : The user is asked for the password that opens the key.
  KeyIsExtractable ? On a Mac, the key can be exported. | On a Mac, the key cannot be exported.
  AllowAllAppsAccess ? On a Mac, every app may use the key. | On a Mac, apps ask before they use the key.
type com.apple.security.scep = Identity by SCEP : The device makes a key and has a certificate issued for it, which \
  proves who it is.
  removed : The certificate and its key are gone: networks and servers that ask for them no longer let the device in.
  PayloadContent
    URL : The certificate comes from {}.
    Name : The authority is {}.
    Subject : It is issued to {subject}.
    SubjectAltName
      rfc822Name : It names the e-mail address {}.
      dNSName : It names the host {}.
      uniformResourceIdentifier : It names the address {}.
      ntPrincipalName : It names the Windows account {}.
    Challenge : The password for the request is in this profile, and not shown here.
    Keysize : The key has {n bit}.
    Key Type : The key is of type {}.
    Key Usage : The key is for {0=any use|1=signing|4=encryption|5=signing and encryption}.
    CAFingerprint : The authority is recognised by its fingerprint.
    Retries : The device asks {n time} again when there is no answer yet.
    RetryDelay : Between two requests it waits {seconds}.
    KeyIsExtractable ? On a Mac, the key can be exported. | On a Mac, the key cannot be exported.
    AllowAllAppsAccess ? On a Mac, every app may use the key. | On a Mac, apps ask before they use the key.
type com.apple.security.acme = Identity by ACME : The device makes a key and has a certificate issued for it, which \
  proves who it is.
  removed : The certificate and its key are gone: networks and servers that ask for them no longer let the device in.
  DirectoryURL : The certificate comes from {}.
  ClientIdentifier : To that server, the device is {}.
  Subject : It is issued to {subject}.
  SubjectAltName
    rfc822Name : It names the e-mail address {}.
    dNSName : It names the host {}.
    uniformResourceIdentifier : It names the address {}.
    ntPrincipalName : It names the Windows account {}.
  HardwareBound ? The key cannot leave the device. | The key may be copied, with a backup for instance.
  Attest ? Apple vouches for the device and the key to the server. | Nobody vouches for the device to the server.
  KeyType : The key is of type {RSA=RSA|ECSECPrimeRandom=elliptic curve}.
  KeySize : The key has {n bit}.
  UsageFlags : The key is for {0=any use|1=signing|4=encryption|5=signing and encryption}.
  ExtendedKeyUsage : The certificate is for {1.3.6.1.5.5.7.3.1=TLS servers|1.3.6.1.5.5.7.3.2=TLS clients|\
    1.3.6.1.5.5.7.3.3=signing code|1.3.6.1.5.5.7.3.4=e-mail}.
  KeyIsExtractable ? On a Mac, the key can be exported. | On a Mac, the key cannot be exported.
  AllowAllAppsAccess ? On a Mac, every app may use the key. | On a Mac, apps ask before they use the key.
)";

}  // namespace mdm::profile
