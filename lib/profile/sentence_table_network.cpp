// SPDX-License-Identifier: Apache-2.0
#include "profile/sentence_table.hpp"

/// Networks. The notation is explained in sentence_table.hpp.
namespace mdm::profile {

const std::string_view sentences_on_network = R"(
type com.apple.wifi.managed = Wi-Fi : The device knows a Wi-Fi network.
  removed : The device leaves the network, and forgets its password.
  SSID_STR : The network is called {}.
  DisplayedOperatorName : Its operator is shown as {}.
  HIDDEN_NETWORK ? It is hidden. | ~It is not hidden.
  AutoJoin ? ~The device joins it by itself. | The user has to choose it.
  AutoJoin absent : ~The device joins it by itself.
  EncryptionType = None : It is open: what goes over it is not encrypted.
  EncryptionType = Any : It may be protected by WEP, WPA, WPA2 or WPA3.
  EncryptionType : It is protected by {WEP=WEP, which protects nothing any more|WPA=WPA or WPA2|WPA2=WPA2 or WPA3|\
    WPA3=WPA3}.
  Password : Its password is in this profile, and not shown here.
  PayloadCertificateUUID : The device proves who it is with {payload}.
  EAPClientConfiguration : It asks who wants to join (802.1X).
    AcceptEAPTypes : It is joined by {13=EAP-TLS (a certificate)|17=LEAP|18=EAP-SIM|21=EAP-TTLS|23=EAP-AKA|25=PEAP \
      (name and password)|43=EAP-FAST}.
    UserName : The name is {}.
    UserName absent : ~The user is asked for a name where one is needed.
    UserPassword : The password is in this profile, and not shown here.
    OneTimeUserPassword ? The user is asked for the password each time. | ~The user is asked for the password once.
    OuterIdentity : To who listens, the name is {}.
    PayloadCertificateAnchorUUID : The network must prove itself with {payload}.
    TLSTrustedServerNames : The network must prove itself as {}.
    TLSTrustedCertificates : The network must prove itself with a certificate below {}.
    TLSAllowTrustExceptions ? The user may trust another certificate. | The user may trust no other certificate.
    TLSCertificateIsRequired ? The device needs a certificate, and name and password as well. | ~The device needs no \
      certificate beside name and password.
    TTLSInnerAuthentication : Inside, the password is checked by {}.
    TLSMinimumVersion : The oldest version of TLS is {}.
    TLSMaximumVersion : The newest version of TLS is {}.
    EAPFASTUsePAC ? A key from an earlier time (PAC) is used. | ~No key from an earlier time (PAC) is used.
    EAPFASTProvisionPAC ? Such a key may be handed out. | ~No such key is handed out.
    EAPFASTProvisionPACAnonymously ? The first key is handed out to anybody, which can be listened to. | ~The first \
      key is not handed out to anybody.
    EAPSIMNumberOfRANDs : The SIM has to answer {n question}.
    SystemModeCredentialsSource : A Mac signs in with the account of the computer from {ActiveDirectory=Active \
      Directory}.
    SystemModeUseOpenDirectoryCredentials ? A Mac signs in with the account of the computer from Open Directory. | ~A \
      Mac does not sign in with an account from Open Directory.
  TLSCertificateRequired ? The device needs a certificate, and name and password as well. | ~The device needs no \
    certificate beside name and password.
  SetupModes : On a Mac it is joined {System=for the whole device|Loginwindow=with the name and password of the login}.
  EnableIPv6 ? ~IPv6 is used. | IPv6 is not used.
  ProxyType = None : ~There is no proxy.
  ProxyType : The web is reached by {Manual=a proxy|Auto=a proxy that a file names}.
  ProxyServer : The proxy is {}.
  ProxyServerPort : The port of the proxy is {}.
  ProxyUsername : The name for the proxy is {}.
  ProxyPassword : The password for the proxy is in this profile, and not shown here.
  ProxyPACURL : The file that names the proxy is {}.
  ProxyPACFallbackAllowed ? Without that file the web is reached directly. | ~Without that file the web is not reached.
  CaptiveBypass ? The sign-in page of the network is not opened by itself. | ~The sign-in page of the network is \
    opened by itself.
  DisableAssociationMACRandomization ? The device shows its true hardware address, and Settings warns of that. | ~The \
    device shows a random hardware address.
  IsHotspot ? It counts as a hotspot. | ~It does not count as a hotspot.
  DomainName : Its Hotspot 2.0 domain is {}.
  HESSID : Its Hotspot 2.0 identifier is {}.
  RoamingConsortiumOIs : It is recognised by the Hotspot 2.0 consortiums {}.
  NAIRealmNames : It is recognised by the Hotspot 2.0 realms {}.
  MCCAndMNCs : It is recognised by the mobile networks {}.
  ServiceProviderRoamingEnabled ? Networks of roaming partners are joined as well. | ~Networks of roaming partners \
    are not joined.
  QoSMarkingPolicy
    QoSMarkingEnabled ? Which apps go first in the network is limited. | Which apps go first in the network is not \
      limited.
    QoSMarkingAppleAudioVideoCalls ? ~FaceTime and Wi-Fi calls go first in the network. | FaceTime and Wi-Fi calls do \
      not go first in the network.
    QoSMarkingAllowListAppIdentifiers, QoSMarkingWhitelistedAppIdentifiers : These apps go first in the network: {}.
type com.apple.dnsSettings.managed = Encrypted DNS : Names on the internet are looked up encrypted.
  removed : Names are looked up as the network says again.
  DNSSettings
    DNSProtocol : They are looked up by {HTTPS=DNS over HTTPS|TLS=DNS over TLS}.
    ServerURL : The server is {}.
    ServerName : The server is {}.
    ServerAddresses : Its addresses are {}.
    SupplementalMatchDomains : Only names in these domains are looked up there: {}.
  ProhibitDisablement ? Users may not turn it off. | Users may turn it off.
  PayloadCertificateUUID : The device proves who it is with {payload}.
  OnDemandRules each Rule
    SSIDMatch : in the Wi-Fi networks {}
    InterfaceTypeMatch : on {Ethernet=Ethernet|WiFi=Wi-Fi|Cellular=cellular}
    DNSDomainMatch : where the network's domain is {}
    DNSServerAddressMatch : where the network's DNS server is {}
    URLStringProbe : where {} answers
    Action : it is {Connect=used|Disconnect=not used|EvaluateConnection=decided by the name that is looked up}
    ActionParameters each part
      Domains : for {}
      DomainAction : it is {NeverConnect=not used|ConnectIfNeeded=used}
type com.apple.webcontent-filter = Web filter : Which websites may be opened.
  removed : Websites are no longer filtered.
  FilterType : Websites are filtered by {BuiltIn=the filter of the system|Plugin=an app}.
  AutoFilterEnabled ? Websites for adults are blocked. | ~Websites for adults are not blocked.
  PermittedURLs : These are let through all the same: {}.
  DenyListURLs, BlacklistedURLs : These are blocked: {}.
  HideDenyListURLs ? Settings does not show which are blocked. | ~Settings shows which are blocked.
  AllowListBookmarks, WhitelistedBookmarks each Allowed website by Title
    URL : {}
  UserDefinedName : The filter is called {}.
  Organization : It is told that the organization is {}.
  PluginBundleID : The app is {}.
  ServerAddress : Its server is {}.
  UserName : The name for it is {}.
  Password : The password for it is in this profile, and not shown here.
  PayloadCertificateUUID : The device proves who it is with {payload}.
  FilterBrowsers ? It sees what Safari and other browsers open. | ~It does not see what browsers open.
  FilterSockets ? It sees the network traffic of all apps. | ~It does not see the network traffic of all apps.
  FilterPackets ? It sees every packet. | ~It does not see packets.
  FilterGrade : It comes {firewall=before other filters|inspector=after the filters that are firewalls}.
  FilterDataProviderBundleIdentifier, FilterPacketProviderBundleIdentifier : Its system extension is {}.
  FilterDataProviderDesignatedRequirement, FilterPacketProviderDesignatedRequirement : That extension must be signed \
    as {}.
  ContentFilterUUID : It filters managed apps that name it: {}.
  VendorConfig
type com.apple.proxy.http.global = Global proxy : All web traffic goes by a proxy.
  removed : Web traffic goes out directly again.
  ProxyType : The proxy is {Manual=named here|Auto=named by a file}.
  ProxyServer : The proxy is {}.
  ProxyServerPort : Its port is {}.
  ProxyUsername : The name for it is {}.
  ProxyPassword : The password for it is in this profile, and not shown here.
  ProxyPACURL : The file that names the proxy is {}.
  ProxyPACFallbackAllowed ? Without that file the web is reached directly. | ~Without that file the web is not reached.
  ProxyCaptiveLoginAllowed ? Sign-in pages of networks are reached without the proxy. | ~Sign-in pages of networks \
    are not reached without the proxy.
type com.apple.domains = Domains : Which domains belong to the organization.
  EmailDomains : Mail marks addresses outside of {}.
  WebDomains : What Safari loads from {} counts as managed.
  SafariPasswordAutoFillDomains : Safari saves passwords for {} alone.
  CrossSiteTrackingPreventionRelaxedDomains : Safari is less strict against tracking for {}.
type com.apple.relay.managed = Network relay : Traffic goes by a relay.
  removed : Traffic goes out directly again.
  Relays each Relay
    HTTP3RelayURL, HTTP2RelayURL : {}
  MatchDomains : Only traffic to {} goes by it.
  ExcludedDomains : Traffic to {} does not go by it.
type com.apple.dnsProxy.managed = DNS proxy : An app looks up names on the internet.
  AppBundleIdentifier : The app is {}.
  ProviderBundleIdentifier : Its part for that is {}.
type com.apple.cellular = Cellular : How the device reaches cellular data.
type com.apple.cellularprivatenetwork.managed = Private cellular network : The device knows a private cellular network.
type com.apple.apn.managed = Cellular access point : How the device reaches cellular data.
type com.apple.networkusagerules = Network use of apps : Which managed apps may use cellular data.
  ApplicationRules each Rule
    AppIdentifierMatches : for the apps {}
    AllowCellularData ? cellular data may be used | cellular data may not be used
    AllowRoamingCellularData ? cellular data may be used while roaming | cellular data may not be used while roaming
type com.apple.firstethernet.managed = Ethernet : The device joins the first Ethernet network (802.1X).
type com.apple.firstactiveethernet.managed = Ethernet : The device joins the first active Ethernet network (802.1X).
type com.apple.secondethernet.managed = Ethernet : The device joins the second Ethernet network (802.1X).
type com.apple.secondactiveethernet.managed = Ethernet : The device joins the second active Ethernet network (802.1X).
type com.apple.thirdethernet.managed = Ethernet : The device joins the third Ethernet network (802.1X).
type com.apple.thirdactiveethernet.managed = Ethernet : The device joins the third active Ethernet network (802.1X).
type com.apple.globalethernet.managed = Ethernet : The device joins any Ethernet network (802.1X).
type com.apple.SystemConfiguration = Network proxies : Which proxies a Mac uses.
type com.apple.associated-domains = Associated domains : Which websites belong to which apps.
  Configuration each App by ApplicationIdentifier
    AssociatedDomains : {}
type com.apple.security.wapi-identity = WAPI identity : An identity for Wi-Fi networks in China.
)";

}  // namespace mdm::profile
