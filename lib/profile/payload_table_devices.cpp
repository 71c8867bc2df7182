// SPDX-License-Identifier: Apache-2.0
#include "profile/payload_table.hpp"

/// What devices show and how they behave. The notation is explained in payload_table.hpp.
namespace mdm::profile {

const std::string_view table_of_devices = R"(
type com.apple.webClip.managed : ios 4.0 M, macos 10.7 M U
  Precomposed, FullScreen, IsRemovable : boolean ; only ios
  URL!, Label! : string
  Icon : data
  IgnoreManifestScope : boolean ; only ios 14.0
  TargetApplicationBundleIdentifier : string ; only ios 14.0
type com.apple.homescreenlayout : ios 9.3 S u, tvos 11.0 S
  Dock : array
    [] : dictionary
      Type! : string = App|Folder|WebClip
      DisplayName, BundleID : string
      Pages : array
        [] : array
      URL : string ; ios 11.3
  Pages! : array
    [] : array
      [] : dictionary
        Type! : string = App|Folder|WebClip
        DisplayName, BundleID : string
        Pages : array
        URL : string ; ios 11.3
type com.apple.notificationsettings : ios 9.3 S u, macos 10.15 M B u
  NotificationSettings! : array
    [] : dictionary
      BundleIdentifier! : string
      NotificationsEnabled, ShowInNotificationCenter, ShowInLockScreen, BadgesEnabled, SoundsEnabled : boolean
      AlertType : integer = 0|1|2
      ShowInCarPlay : boolean ; only ios 12.0
      CriticalAlertEnabled : boolean ; ios 12.0
      GroupingType : integer = 0|1|2 ; only ios 12.0
      PreviewType : integer = 0|1|2 ; only ios 14.0
type com.apple.app.lock : ios 6.0 S u, tvos 10.2 S
  App! : dictionary
    Identifier! : string
    Options : dictionary ; ios 7.0
      DisableTouch, DisableAutoLock, EnableVoiceOver, EnableZoom, EnableInvertColors : boolean
      DisableDeviceRotation, DisableVolumeButtons, DisableRingerSwitch, DisableSleepWakeButton,
      EnableAssistiveTouch, EnableSpeakSelection, EnableMonoAudio : boolean ; only ios
      EnableVoiceControl : boolean ; only ios 13.0
    UserEnabledOptions : dictionary ; ios 7.0
      VoiceControl : boolean ; only ios 13.0
      VoiceOver, Zoom, InvertColors : boolean
      AssistiveTouch : boolean ; only ios
type com.apple.font : ios 7.0 M, macos 10.9 M B, visionos 2.0 M
  Name : string
  Font! : data
type com.apple.airprint : ios 7.0 M, macos 10.10 M B, visionos 2.0 M
  AirPrint! : array
    [] : dictionary
      IPAddress!, ResourcePath! : string
      Port : integer in 0..65535 ; only ios 11.0, visionos
      ForceTLS : boolean ; only ios 11.0, visionos
type com.apple.shareddeviceconfiguration : ios 9.3 S u
  AssetTagInformation : string
  IfLostReturnToMessage : string ; ios d9.3.1
  LockScreenFootnote : string ; ios 9.3.1
type com.apple.loginwindow : macos 10.7 M D u
  SHOWFULLNAME, HideLocalUsers, IncludeNetworkUser, HideAdminUsers, SHOWOTHERUSERS_MANAGED,
  HideMobileAccounts, ShutDownDisabled, RestartDisabled, SleepDisabled, DisableConsoleAccess,
  ShutDownDisabledWhileLoggedIn, RestartDisabledWhileLoggedIn, PowerOffDisabledWhileLoggedIn : boolean
  AdminHostInfo : string = HostName|SystemVersion|IPAddress
  AllowList : array of string
  DenyList : array of string
  LoginwindowText : string
  LogOutDisabledWhileLoggedIn, DisableScreenLockImmediate : boolean ; macos 10.13
  showInputMenu : boolean ; macos 10.8
  DisableFDEAutoLogin : boolean ; macos 10.9
  AutologinUsername, AutologinPassword : string ; macos 14.0 x
type com.apple.security.firewall : macos 10.12 M D u
  EnableFirewall!, BlockAllIncoming, EnableStealthMode : boolean
  Applications : array
    [] : dictionary
      BundleID! : string
      Allowed! : boolean
  EnableLogging : boolean ; macos 12.0 d15.0 r15.0
  LoggingOption : string = throttled|brief|detail ; macos 12.0 d15.0 r15.0
  AllowSigned, AllowSignedApp : boolean ; macos 12.3
type com.apple.systempolicy.control : macos 10.8 M D u
  EnableAssessment, AllowIdentifiedDevelopers : boolean
  EnableXProtectMalwareUpload : boolean ; macos 15.0
type com.apple.SoftwareUpdate : macos 10.7 D u
  CatalogURL : string ; macos d11.0
  AllowPreReleaseInstallation : boolean ; macos 10.9
  restrict-software-update-require-admin-to-install : boolean ; macos 10.14
  AutomaticallyInstallMacOSUpdates, AutomaticallyInstallAppUpdates, AutomaticCheckEnabled,
  AutomaticDownload, CriticalUpdateInstall, ConfigDataInstall : boolean ; macos 10.15
type com.apple.system-extension-policy : macos 10.15 M x D u
  AllowUserOverrides : boolean
  AllowedTeamIdentifiers : array of string
  AllowedSystemExtensionTypes : dictionary
    ANY : array of string
  AllowedSystemExtensions : dictionary
    ANY : array of string
  RemovableSystemExtensions : dictionary ; macos 12.0
    ANY : array of string
  NonRemovableSystemExtensions : dictionary ; macos 15.0
    ANY : array of string
  NonRemovableFromUISystemExtensions : dictionary ; macos 15.0
    ANY : array of string
type com.apple.servicemanagement : macos 13.0 M x D u
  Rules! : array
    [] : dictionary
      RuleType! : string = BundleIdentifier|BundleIdentifierPrefix|Label|LabelPrefix|TeamIdentifier
      RuleValue!, Comment, TeamIdentifier : string
type com.apple.MCX.FileVault2 : macos 10.9 D u
  Enable! : string = On|Off
  Defer, UserEntersMissingInfo, UseRecoveryKey, ShowRecoveryKey, UseKeychain : boolean
  OutputPath, PayloadCertificateUUID, Username, Password : string
  Certificate : data
  DeferForceAtUserLoginMaxBypassAttempts : integer in -1..9999
  DeferDontAskAtUserLogout : boolean ; macos 10.10
  ForceEnableInSetupAssistant : boolean ; macos 14.0 x
type com.apple.security.FDERecoveryKeyEscrow : macos 10.13 D u
  Location!, EncryptCertPayloadUUID!, DeviceKey : string
)";

}  // namespace mdm::profile
