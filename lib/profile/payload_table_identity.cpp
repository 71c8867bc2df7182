// SPDX-License-Identifier: Apache-2.0
#include "profile/payload_table.hpp"

/// The profile itself, enrollment, certificates and keys. The notation is explained in payload_table.hpp.
namespace mdm::profile {

const std::string_view table_of_identity = R"(
type TopLevel : ios 4.0, macos 10.7 B, tvos 9.0, visionos 1.0, watchos 1.0
  PayloadIdentifier!, PayloadUUID!, PayloadDescription, PayloadDisplayName, PayloadOrganization : string
  PayloadType! : string = Configuration
  PayloadVersion! : integer = 1
  IsEncrypted, HasRemovalPasscode : boolean
  PayloadContent! : array
    [] : dictionary
      ANY! : any
  EncryptedPayloadContent : data
  PayloadRemovalDisallowed : boolean ; only ios S u, macos, tvos S
  PayloadScope : string = System|User ; macos 10.8
  RemovalDate : date
  DurationUntilRemoval : real
  PayloadExpirationDate : date ; only ios, macos, tvos, visionos
  TargetDeviceType : integer = 0|1|2|3|4|5|6 ; ios 12.2, macos 10.15, tvos 12.2, visionos 1.1, watchos 5.2
  ConsentText : dictionary
    ANY : string
type CommonPayloadKeys : ios 4.0, macos 10.7 B, tvos 9.0, visionos 1.0, watchos 1.0
  PayloadIdentifier!, PayloadUUID!, PayloadType!, PayloadDescription, PayloadDisplayName,
  PayloadOrganization : string
  PayloadVersion! : integer = 1
type com.apple.mdm : ios 4.0, macos 10.7 D, tvos 9.0, visionos 1.1, watchos 10.0 S x
  IdentityCertificateUUID! : string like UUID
  Topic! : string
  ServerURL!, CheckInURL : string like ^https://.*$
  SignMessage, UseDevelopmentAPNS, CheckOutWhenRemoved : boolean
  AccessRights : integer ; ios i, macos i, visionos i
  ManagedAppleID : string ; only ios 13.1 d17.0 r18.0 q, macos 10.15 d14.0 r15.0 q
  AssignedManagedAppleID : string ; only ios 15.0, macos 14.0, visionos
  EnrollmentMode : string = BYOD|ADDE ; only ios 15.0, macos 14.0, visionos
  ServerURLPinningCertificateUUIDs : array of string ; ios 13.4, macos 10.13, tvos 13.4
  CheckInURLPinningCertificateUUIDs : array of string ; ios 13.4, macos 10.13, tvos 13.4
  PinningRevocationCheckRequired : boolean ; ios 13.4, macos 10.13, tvos 13.4
  ServerCapabilities : array of string = com.apple.mdm.per-user-connections|com.apple.mdm.bootstraptoken|
  com.apple.mdm.token
  RequiredAppIDForMDM : integer ; only ios 15.1, visionos
  PromptUserToAllowBootstrapTokenForAuthentication : boolean ; only macos 11.0
type com.apple.profileRemovalPassword : ios 4.0 S u p, macos 10.7 B u, tvos 9.0 S
  RemovalPassword : string
type com.apple.security.root : ios 4.0 M, macos 10.7 M B, tvos 9.0 M, visionos 1.0 M, watchos 3.0 M
  PayloadCertificateFileName : string
  PayloadContent! : data
type com.apple.security.pkcs1 : ios 4.0 M, macos 10.7 M B, tvos 9.0 M, visionos 1.0 M, watchos 3.0 M
  PayloadCertificateFileName : string
  PayloadContent! : data
type com.apple.security.pem : ios 4.0 M, macos 10.7 M B, tvos 9.0 M, visionos 1.0 M, watchos 3.0 M
  PayloadCertificateFileName : string
  PayloadContent! : data
type com.apple.security.pkcs12 : ios 4.0 M, macos 10.7 M B, tvos 9.0 M, visionos 1.0 M, watchos 3.0 M
  PayloadCertificateFileName, Password : string
  PayloadContent! : data
  AllowAllAppsAccess : boolean ; only macos 10.10
  KeyIsExtractable : boolean ; only macos 10.15
type com.apple.security.scep : ios 4.0 M, macos 10.7 M B, tvos 9.0 M, visionos 1.0 M, watchos 3.0 M
  PayloadContent! : dictionary
    URL!, Name, Challenge, Key Type : string
    Subject : array
      [] : array
        [] : array of string times 2..2
    Keysize : integer = 1024|2048|4096
    Key Usage : integer ; macos 10.11
    CAFingerprint : data
    Retries, RetryDelay : integer ; macos 10.10
    SubjectAltName : dictionary
      rfc822Name, dNSName, uniformResourceIdentifier, ntPrincipalName : string
    KeyIsExtractable : boolean ; macos 10.13.4
    AllowAllAppsAccess : boolean ; macos 10.10
type com.apple.security.acme : ios 16.0 M, macos 13.1 M B, tvos 16.0 M, visionos 1.0 M, watchos 9.0 M
  DirectoryURL!, ClientIdentifier! : string
  KeySize!, UsageFlags : integer
  KeyType! : string = RSA|ECSECPrimeRandom
  HardwareBound! : boolean
  Subject! : array
    [] : array
      [] : array of string times 2..2
  SubjectAltName : dictionary
    rfc822Name, dNSName, uniformResourceIdentifier, ntPrincipalName : string
  ExtendedKeyUsage : array of string
  Attest : boolean ; watchos 10.0
  KeyIsExtractable, AllowAllAppsAccess : boolean ; only macos
)";

}  // namespace mdm::profile
