// SPDX-License-Identifier: Apache-2.0
#include "profile/payload_table.hpp"

/// Networks. The notation is explained in payload_table.hpp.
namespace mdm::profile {

const std::string_view table_of_network = R"(
type com.apple.wifi.managed : ios 4.0 M, macos 10.7 M B, tvos 9.0 M, visionos 1.0 M, watchos 3.2 M
  AutoJoin : boolean ; ios 5.0
  SSID_STR, HESSID : string ; ios 7.0
  HIDDEN_NETWORK, EnableIPv6, TLSCertificateRequired : boolean
  ProxyType : string = None|Manual|Auto ; ios u, visionos u
  EncryptionType : string = WEP|WPA|WPA2|WPA3|Any|None
  Password : string
  PayloadCertificateUUID : string like UUID
  EAPClientConfiguration : dictionary
    AcceptEAPTypes! : array of integer = 13|17|18|21|23|25|43
    UserName, UserPassword, OuterIdentity, SystemModeCredentialsSource : string
    PayloadCertificateAnchorUUID : array of string like UUID
    TLSTrustedCertificates : array of string
    TLSTrustedServerNames : array of string
    TLSAllowTrustExceptions : boolean ; only ios r8.0, macos, tvos, watchos
    TLSCertificateIsRequired : boolean ; ios 7.0
    TTLSInnerAuthentication : string = PAP|EAP|CHAP|MSCHAP|MSCHAPv2
    TLSMinimumVersion, TLSMaximumVersion : string = 1.0|1.1|1.2|1.3 ; ios 11.0, macos 10.13, tvos 11.0
    EAPFASTUsePAC, EAPFASTProvisionPAC, EAPFASTProvisionPACAnonymously,
    SystemModeUseOpenDirectoryCredentials : boolean
    EAPSIMNumberOfRANDs : integer = 2|3 ; ios 8.0
    OneTimeUserPassword : boolean ; ios 8.0, macos 10.8
  DisplayedOperatorName, DomainName : string ; ios 7.0, macos 10.9
  RoamingConsortiumOIs : array of string like ^([0-9A-Za-z]{6})|([0-9A-Za-z]{9})$ ; ios 7.0, macos 10.9
  ServiceProviderRoamingEnabled, IsHotspot : boolean ; ios 7.0, macos 10.9
  NAIRealmNames : array of string ; ios 7.0, macos 10.9
  MCCAndMNCs : array of string like ^[0-9]{6}$ ; only ios 7.0, tvos, visionos, watchos
  CaptiveBypass : boolean ; only ios 10.0, tvos, visionos, watchos
  QoSMarkingPolicy : dictionary ; ios 10.0, macos 10.13
    QoSMarkingAllowListAppIdentifiers : array of string ; ios 14.5, macos 14.0
    QoSMarkingWhitelistedAppIdentifiers : array of string ; only ios d14.5, macos d14.0, tvos, watchos
    QoSMarkingAppleAudioVideoCalls, QoSMarkingEnabled : boolean
  SetupModes : array of string = System|Loginwindow ; only macos
  ProxyServer, ProxyUsername, ProxyPACURL : string ; ios u, macos u, visionos u
  ProxyServerPort : integer in 0..65535 ; ios u, macos u, visionos u
  ProxyPassword : string ; ios u, visionos u
  ProxyPACFallbackAllowed : boolean ; ios u, macos u, visionos u
  DisableAssociationMACRandomization : boolean ; only ios 14.0 u, macos 15.0 u, visionos u, watchos 7.0
type com.apple.vpn.managed : ios 4.0 M u, macos 10.7 M B u, tvos 17.0 M, visionos 1.0 M u
  VPNType! : string = VPN|L2TP|IPSec|IKEv2|AlwaysOn|TransparentProxy
  VPNSubType, UserDefinedName! : string
  VendorConfig : dictionary
    Realm, Role, Group, LoginGroupOrDomain : string
  VPN : dictionary
    AuthenticationMethod : string = Password|Certificate|Password+Certificate
    PayloadCertificateUUID, Password, ProviderBundleIdentifier : string
    ProviderDesignatedRequirement : string ; only macos 10.15, tvos
    DisconnectOnIdle, OnDemandEnabled : integer = 0|1
    DisconnectOnIdleTimer : integer
    ProviderType : string = packet-tunnel|app-proxy
    IncludeAllNetworks : integer = 0|1 ; only ios 14.0, macos 10.15, visionos
    EnforceRoutes : integer = 0|1 ; ios 14.2, macos 11.0
    ExcludeLocalNetworks : integer = 0|1 ; only ios 14.2, macos 10.15, visionos
    ExcludeCellularServices, ExcludeAPNs : integer = 0|1 ; only ios 16.4, macos 13.3, visionos
    ExcludeDeviceCommunication : integer = 0|1 ; only ios 17.4, macos 14.4, visionos 1.1
    OnDemandUserOverrideDisabled : integer = 0|1 ; only ios 14.0, tvos, visionos
    OnDemandMatchDomainsAlways, OnDemandMatchDomainsNever, OnDemandMatchDomainsOnRetry : array ; ios d7.0
    OnDemandRules : array
  IPv4 : dictionary ; only ios, macos, visionos
    OverridePrimary : integer = 0|1
  PPP : dictionary ; only ios, macos, visionos
    AuthName, AuthPassword, CommRemoteAddress : string
    TokenCard, CCPMPPE40Enabled, CCPMPPE128Enabled, CCPEnabled, DisconnectOnIdle : integer = 0|1
    AuthEAPPlugins, AuthProtocol : array
    DisconnectOnIdleTimer : integer
  IPSec : dictionary ; only ios, macos, visionos
    RemoteAddress, XAuthName, XAuthPassword, LocalIdentifier, PayloadCertificateUUID : string
    AuthenticationMethod : string = SharedSecret|Certificate
    XAuthEnabled, DisconnectOnIdle, OnDemandEnabled : integer = 0|1
    XAuthPasswordEncryption : string = Prompt
    LocalIdentifierType : string = KeyID
    SharedSecret : data
    PromptForVPNPIN : boolean
    DisconnectOnIdleTimer : integer
    OnDemandMatchDomainsAlways, OnDemandMatchDomainsNever, OnDemandMatchDomainsOnRetry : array ; ios d7.0
    OnDemandRules : array
  IKEv2 : dictionary ; watchos 10.0
    RemoteAddress!, LocalIdentifier!, RemoteIdentifier!, PayloadCertificateUUID, Password,
    ProviderBundleIdentifier, SharedSecret, AuthName, AuthPassword, ServerCertificateIssuerCommonName,
    ServerCertificateCommonName : string
    AuthenticationMethod! : string = None|SharedSecret|Certificate
    CertificateType : string = RSA|ECDSA256|ECDSA384|ECDSA521|RSA-PSS
    ProviderDesignatedRequirement : string ; only macos 10.15, tvos, watchos
    ExtendedAuthEnabled, OnDemandEnabled, DisconnectOnIdle : integer = 0|1
    OnDemandUserOverrideDisabled : integer = 0|1 ; only ios 14.0, tvos, visionos, watchos
    OnDemandRules : array
    DeadPeerDetectionRate : string = None|Low|Medium|High ; only ios, macos, tvos, visionos
    TLSMinimumVersion, TLSMaximumVersion : string = 1.0|1.1|1.2 ; ios 11.0, macos 10.13
    UseConfigurationAttributeInternalIPSubnet, DisableMOBIKE, DisableRedirect, NATKeepAliveOffloadEnable,
    EnablePFS, EnableCertificateRevocationCheck : integer = 0|1 ; ios 9.0
    DisconnectOnIdleTimer : integer
    NATKeepAliveInterval : integer ; ios 9.0
    EnableFallback : integer = 0|1 ; only ios 13.0, tvos, visionos
    MTU : integer in 1280..1400 ; ios 14.0, macos 11.0
    ProviderType : string = packet-tunnel|app-proxy
    IncludeAllNetworks : integer = 0|1 ; only ios 14.0, macos 10.15, visionos
    EnforceRoutes : integer = 0|1 ; only ios 14.2, macos 11.0, tvos, visionos
    ExcludeLocalNetworks : integer = 0|1 ; only ios 14.2, macos 10.15, visionos
    ExcludeCellularServices, ExcludeAPNs : integer = 0|1 ; only ios 16.4, macos 13.3, visionos
    ExcludeDeviceCommunication : integer = 0|1 ; only ios 17.4, macos 14.4, visionos 1.1
    PPK : data ; ios 18.0, macos 15.0, tvos 18.0, visionos 2.0, watchos 11.0
    PPKIdentifier : string ; ios 18.0, macos 15.0, tvos 18.0, visionos 2.0, watchos 11.0
    PPKMandatory : integer = 0|1 ; ios 18.0, macos 15.0, tvos 18.0, visionos 2.0, watchos 11.0
    IKESecurityAssociationParameters, ChildSecurityAssociationParameters : dictionary
  DNS : dictionary ; watchos 10.0
    DNSProtocol! : string = Cleartext|HTTPS|TLS ; ios 14.0, macos 11.0
    ServerURL, ServerName : string ; ios 14.0, macos 11.0
    ServerAddresses!, SearchDomains, SupplementalMatchDomains : array ; ios 10.0, macos 10.12
    DomainName : string ; ios 10.0, macos 10.12
    SupplementalMatchDomainsNoSearch : integer = 0|1 ; ios 10.0, macos 10.12
    PayloadCertificateUUID : string like UUID ; ios 16.0, macos 13.0
  Proxies : dictionary ; watchos 10.0
    ProxyAutoConfigEnable, ProxyAutoDiscoveryEnable, HTTPEnable, HTTPSEnable : integer = 0|1
    ProxyAutoConfigURLString, HTTPProxy, HTTPProxyUsername, HTTPProxyPassword, HTTPSProxy : string
    SupplementalMatchDomains : array
    HTTPPort, HTTPSPort : integer in 0..65535
  AlwaysOn : dictionary ; only ios 8.0, visionos
    UIToggleEnabled, AllowCaptiveWebSheet, AllowAllCaptiveNetworkPlugins : integer = 0|1
    TunnelConfigurations!, ServiceExceptions, AllowedCaptiveNetworkPlugins : array
    ApplicationExceptions : array ; ios 13.6
  TransparentProxy : dictionary ; only macos 14.0
    AuthenticationMethod : string = Password|Certificate|Password+Certificate
    DisconnectOnIdle, EnforceRoutes, OnDemandEnabled : integer = 0|1
    DisconnectOnIdleTimer, Order : integer
    OnDemandRules : array
    PayloadCertificateUUID, Password, ProviderBundleIdentifier, ProviderDesignatedRequirement : string
    ProviderType : string = packet-tunnel|app-proxy
type com.apple.dnsSettings.managed : ios 14.0 M u, macos 11.0 M D u, visionos 1.0 M u
  DNSSettings! : dictionary
    DNSProtocol! : string = HTTPS|TLS
    ServerURL, ServerName : string
    ServerAddresses : array of string
    SupplementalMatchDomains : array of string
  OnDemandRules : array
    [] : dictionary
      Action! : string = Connect|Disconnect|EvaluateConnection
      ActionParameters : array
        [] : dictionary
          Domains! : array of string
          DomainAction! : string = NeverConnect|ConnectIfNeeded
      DNSDomainMatch : array of string
      DNSServerAddressMatch : array of string
      InterfaceTypeMatch : string = Ethernet|WiFi|Cellular
      SSIDMatch : array of string
      URLStringProbe : string
  ProhibitDisablement : boolean
  PayloadCertificateUUID : string like UUID ; ios 16.0, macos 13.0
type com.apple.webcontent-filter : ios 7.0 M, macos 10.15 M D u, visionos 1.1 M
  FilterType : string = BuiltIn|Plugin ; ios 8.0
  AutoFilterEnabled, FilterBrowsers : boolean ; only ios, visionos
  PermittedURLs : array of string ; only ios, visionos
  BlacklistedURLs : array of string ; only ios d14.5
  DenyListURLs : array of string ; only ios 14.5, visionos
  HideDenyListURLs : boolean ; only ios 18.0, visionos 2.0
  WhitelistedBookmarks : array ; only ios d14.5
    [] : dictionary
      URL!, Title! : string
  AllowListBookmarks : array ; only ios 14.5, visionos
    [] : dictionary
      URL!, Title! : string
  UserDefinedName, PluginBundleID, ServerAddress, UserName, Password, Organization : string
  PayloadCertificateUUID : string like UUID
  VendorConfig : dictionary
    ANY! : any
  FilterSockets : boolean
  FilterDataProviderDesignatedRequirement, FilterDataProviderBundleIdentifier,
  FilterPacketProviderDesignatedRequirement, FilterPacketProviderBundleIdentifier : string ; only macos
  FilterPackets : boolean ; only macos
  FilterGrade : string = firewall|inspector ; only macos
  ContentFilterUUID : string ; only ios 16.0, visionos
type com.apple.proxy.http.global : ios 6.0 S u, macos 10.9 D u, tvos 9.0 S, visionos 2.0 S u
  ProxyType : string = Manual|Auto
  ProxyServer, ProxyUsername, ProxyPassword, ProxyPACURL : string
  ProxyServerPort : integer
  ProxyPACFallbackAllowed, ProxyCaptiveLoginAllowed : boolean ; ios 7.0
type com.apple.domains : ios 8.0 u, macos 10.10 B u, visionos 2.0 u
  EmailDomains : array of string ; only ios, macos
  WebDomains : array of string ; only ios, visionos
  SafariPasswordAutoFillDomains : array of string ; only ios 9.3 S, visionos
  CrossSiteTrackingPreventionRelaxedDomains : array of string ; ios 16.2 S x, macos 13.1 x
)";

}  // namespace mdm::profile
