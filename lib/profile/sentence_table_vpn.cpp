// SPDX-License-Identifier: Apache-2.0
#include "profile/sentence_table.hpp"

/// Virtual private networks. The notation is explained in sentence_table.hpp.
namespace mdm::profile {

const std::string_view sentences_on_vpn = R"(
type com.apple.vpn.managed = VPN : The device can reach a network of the organization by VPN.
  removed : The VPN is gone, and what is reached by it alone.
  UserDefinedName : It is called {}.
  VPNType : It is of the kind {VPN=of an app|L2TP=L2TP|IPSec=Cisco IPsec|IKEv2=IKEv2|AlwaysOn=always on|\
    TransparentProxy=transparent proxy}.
  VPNSubType = com.apple.vpn.managed : ~It is the VPN of the system.
  VPNSubType : The app is {}.
  VPN, IPSec, IKEv2, TransparentProxy
    RemoteAddress : The server is {}.
    RemoteIdentifier : The server calls itself {}.
    LocalIdentifier : The device calls itself {}.
    LocalIdentifierType : ~That name is of the kind {}.
    AuthenticationMethod : The device proves who it is with {Password=name and password|Certificate=a certificate|\
      Password+Certificate=a certificate and a password|SharedSecret=a shared secret|None=name and password alone}.
    PayloadCertificateUUID : The certificate is that of {payload}.
    CertificateType : The certificate is of the kind {}.
    SharedSecret : The shared secret is in this profile, and not shown here.
    AuthName, XAuthName : The name is {}.
    Password, AuthPassword, XAuthPassword : The password is in this profile, and not shown here.
    XAuthEnabled ? A name and a password are asked for as well. | No name and password are asked for.
    XAuthPasswordEncryption : The user types the password each time ({}).
    PromptForVPNPIN ? The user is asked for a PIN. | ~The user is not asked for a PIN.
    ExtendedAuthEnabled ? The server asks for a name or certificate by EAP. | ~The server does not ask by EAP.
    ProviderBundleIdentifier : The part of the app is {}.
    ProviderDesignatedRequirement : It must be signed as {}.
    ProviderType : It carries {packet-tunnel=all packets|app-proxy=the traffic of apps}.
    Order : Among several it is number {}.
    OnDemandEnabled ? It connects by itself. | ~The user connects it.
    OnDemandUserOverrideDisabled ? Users may not turn that off. | ~Users may turn that off.
    OnDemandMatchDomainsAlways : It connects by itself for {}.
    OnDemandMatchDomainsNever : It does not connect for {}.
    OnDemandMatchDomainsOnRetry : It connects by itself for {} where they cannot be found otherwise.
    OnDemandRules each Rule
      SSIDMatch : in the Wi-Fi networks {}
      InterfaceTypeMatch : on {Ethernet=Ethernet|WiFi=Wi-Fi|Cellular=cellular}
      DNSDomainMatch : where the network's domain is {}
      DNSServerAddressMatch : where the network's DNS server is {}
      URLStringProbe : where {} answers
      Action : it {Connect=connects|Disconnect=disconnects|EvaluateConnection=depends on what is asked for|\
        Ignore=stays as it is|Allow=may connect}
      ActionParameters each part
        Domains : for {}
        RequiredDNSServers : where the DNS servers {} are needed
        RequiredURLStringProbe : where {} does not answer
        DomainAction : it {NeverConnect=does not connect|ConnectIfNeeded=connects where it is needed}
    DisconnectOnIdle ? It disconnects when it is not used. | ~It stays connected when it is not used.
    DisconnectOnIdleTimer : That is after {seconds}.
    IncludeAllNetworks ? All traffic goes by it, with few exceptions. | ~Only traffic to its networks goes by it.
    EnforceRoutes ? Its routes go before those of the local network. | ~Its routes do not go before those of the \
      local network.
    ExcludeLocalNetworks ? The local network is reached without it. | The local network is reached by it as well.
    ExcludeCellularServices ? ~Services of the carrier are reached without it. | Services of the carrier are reached \
      by it as well.
    ExcludeAPNs ? ~Pushes come without it. | Pushes come by it as well.
    ExcludeDeviceCommunication ? ~Devices on cable and nearby are reached without it. | Devices on cable and nearby \
      are reached by it as well.
    DeadPeerDetectionRate : That the server is still there is asked {None=never|Low=every 30 minutes|Medium=every 10 \
      minutes|High=every minute}.
    ServerCertificateIssuerCommonName : The server's certificate must come from {}.
    ServerCertificateCommonName : The server's certificate must be that of {}.
    TLSMinimumVersion : The oldest version of TLS is {}.
    TLSMaximumVersion : The newest version of TLS is {}.
    UseConfigurationAttributeInternalIPSubnet ? The server says which networks are behind it. | ~The server is not \
      asked which networks are behind it.
    DisableMOBIKE ? It breaks off where the device changes network. | ~It goes on where the device changes network.
    DisableRedirect ? It is not sent on to another server. | ~It may be sent on to another server.
    NATKeepAliveOffloadEnable ? ~Hardware keeps it open while the device sleeps. | Hardware does not keep it open \
      while the device sleeps.
    NATKeepAliveInterval : Packets that keep it open are {seconds} apart.
    EnablePFS ? What was recorded stays closed when a key is lost later (perfect forward secrecy). | ~There is no \
      perfect forward secrecy.
    EnableCertificateRevocationCheck ? Whether the server's certificate was revoked is looked up. | ~Whether the \
      server's certificate was revoked is not looked up.
    EnableFallback ? Over a bad Wi-Fi it goes by cellular data as well. | ~It does not go by cellular data beside Wi-Fi.
    MTU : A packet has at most {n byte}.
    PPK : A key against quantum computers is in this profile, and not shown here.
    PPKIdentifier : That key is called {}.
    PPKMandatory ? ~Without that key there is no connection. | There is a connection without that key as well.
    IKESecurityAssociationParameters, ChildSecurityAssociationParameters
      EncryptionAlgorithm : It is encrypted by {}.
      IntegrityAlgorithm : It is protected against changes by {}.
      DiffieHellmanGroup : Keys are agreed on in group {}.
      LifeTimeInMinutes : Keys are changed after {minutes}.
  PPP
    CommRemoteAddress : The server is {}.
    AuthName : The name is {}.
    AuthPassword : The password is in this profile, and not shown here.
    TokenCard ? The password comes from a token. | ~The password does not come from a token.
    AuthEAPPlugins : The password is checked by {}.
    AuthProtocol : The password is asked for by {}.
    CCPEnabled ? It is encrypted. | It is not encrypted.
    CCPMPPE40Enabled ? Encryption with 40 bits is allowed. | Encryption with 40 bits is not allowed.
    CCPMPPE128Enabled ? Encryption with 128 bits is allowed. | Encryption with 128 bits is not allowed.
    DisconnectOnIdle ? It disconnects when it is not used. | ~It stays connected when it is not used.
    DisconnectOnIdleTimer : That is after {seconds}.
  IPv4
    OverridePrimary ? All traffic goes by it. | ~Only traffic to its networks goes by it.
  DNS
    DNSProtocol : Names are looked up by {Cleartext=plain DNS|HTTPS=DNS over HTTPS|TLS=DNS over TLS}.
    ServerURL, ServerName : The DNS server is {}.
    ServerAddresses : Names are looked up at {}.
    SearchDomains : Short names are completed with {}.
    DomainName : Its domain is {}.
    SupplementalMatchDomains : Only names in these domains are looked up there: {}.
    SupplementalMatchDomainsNoSearch ? Short names are not completed with those. | ~Short names are completed with \
      those.
    PayloadCertificateUUID : To the DNS server the device proves who it is with {payload}.
  Proxies
    ProxyAutoDiscoveryEnable ? Proxies are looked for. | Proxies are not looked for.
    ProxyAutoConfigEnable ? A file names the proxy. | No file names the proxy.
    ProxyAutoConfigURLString : That file is {}.
    HTTPEnable ? HTTP goes by a proxy. | ~HTTP does not go by a proxy.
    HTTPProxy : The proxy for HTTP is {}.
    HTTPPort : Its port is {}.
    HTTPProxyUsername : The name for it is {}.
    HTTPProxyPassword : The password for it is in this profile, and not shown here.
    HTTPSEnable ? HTTPS goes by a proxy. | ~HTTPS does not go by a proxy.
    HTTPSProxy : The proxy for HTTPS is {}.
    HTTPSPort : Its port is {}.
    SupplementalMatchDomains : The proxy is for {} alone.
  AlwaysOn
    UIToggleEnabled ? Users may turn it off. | Users may not turn it off.
    AllowCaptiveWebSheet ? Sign-in pages of networks are reached without it. | ~Sign-in pages of networks are not \
      reached without it.
    AllowAllCaptiveNetworkPlugins ? Every app for signing in to networks goes without it. | ~Not every app for \
      signing in to networks goes without it.
    AllowedCaptiveNetworkPlugins each Without it goes the app by BundleIdentifier
    TunnelConfigurations each Tunnel
      ProtocolType : {}
      Interfaces : on {Cellular=cellular|WiFi=Wi-Fi}
      RemoteAddress : to {}
    ServiceExceptions each Exception
      ServiceName : {VoiceMail=voicemail|AirPrint=AirPrint|CellularServices=services of the carrier|\
        DeviceCommunication=devices on cable and nearby}
      Action : {Allow=goes without it|Drop=does not go at all}
    ApplicationExceptions each Without it goes the app by BundleIdentifier
      LimitToProtocols : for {} alone
  VendorConfig
    Realm : The realm is {}.
    Role : The role is {}.
    Group : The group is {}.
    LoginGroupOrDomain : The group or domain is {}.
type com.apple.vpn.managed.applayer = VPN for apps : Chosen apps reach a network of the organization by VPN.
  removed : The VPN is gone, and what apps reach by it alone.
  UserDefinedName : It is called {}.
  VPNUUID : Apps and accounts name it as {}.
  SafariDomains : Safari uses it for {}.
  MailDomains : Mail uses it for {}.
  ContactsDomains : Contacts uses it for {}.
  CalendarDomains : Calendar uses it for {}.
  AssociatedDomains : It is used for {}.
  ExcludedDomains : It is not used for {}.
type com.apple.vpn.managed.appmapping = VPN for apps : Which apps of a Mac use which VPN.
  AppLayerVPNMapping each App by Identifier
    VPNUUID : by the VPN {}
)";

}  // namespace mdm::profile
