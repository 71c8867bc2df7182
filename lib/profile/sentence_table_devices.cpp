// SPDX-License-Identifier: Apache-2.0
#include "profile/sentence_table.hpp"

/// What devices show and how they behave. The notation is explained in sentence_table.hpp.
namespace mdm::profile {

const std::string_view sentences_on_devices = R"(
type com.apple.webClip.managed = Web clip : A website has an icon on the Home screen.
  removed : The icon is gone.
  Label : It is called {}.
  URL : It opens {}.
  IsRemovable ? ~Users may remove it. | Users may not remove it.
  IsRemovable absent : ~Users may remove it.
  FullScreen ? It opens as an app of its own, without Safari around it. | ~It opens in Safari.
  IgnoreManifestScope ? Other websites open in there as well. | ~Other websites open in Safari.
  TargetApplicationBundleIdentifier : It is opened by the app {}.
  Icon : Its icon is in this profile.
  Precomposed ? ~Its icon is shown as it is. | ~Its icon may be given a shine.
type com.apple.homescreenlayout = Home Screen : Where apps, folders and web clips are on the Home screen; users may \
  not move them.
  removed : Users arrange the Home screen again as they like.
  Dock : The Dock holds {icons}.
  Pages : The pages hold: {icons}.
type com.apple.notificationsettings = Notifications : How apps may notify; users may not change it.
  removed : Users choose how apps may notify.
  NotificationSettings each App by BundleIdentifier
    NotificationsEnabled ? it may notify | it may not notify
    AlertType : alerts are {0=not shown|1=banners that go away|2=banners that stay}
    ShowInNotificationCenter ? in Notification Center | not in Notification Center
    ShowInLockScreen ? on the Lock screen | not on the Lock screen
    ShowInCarPlay ? in CarPlay | not in CarPlay
    BadgesEnabled ? with badges | without badges
    SoundsEnabled ? with sounds | without sounds
    CriticalAlertEnabled ? critical alerts break through Do Not Disturb | no critical alerts
    GroupingType : grouped {0=as the app says|1=by app|2=not at all}
    PreviewType : contents are shown {0=always|1=when unlocked|2=never}
type com.apple.app.lock = Single App Mode : The device is locked to one app.
  removed : Other apps can be used again.
  App
    Identifier : The app is {}.
    Options
      DisableTouch ? Touching does nothing. | ~Touching works.
      DisableDeviceRotation ? The screen does not turn. | ~The screen turns.
      DisableVolumeButtons ? The volume buttons do nothing. | ~The volume buttons work.
      DisableRingerSwitch ? The ringer switch does nothing. | ~The ringer switch works.
      DisableSleepWakeButton ? The sleep button does nothing. | ~The sleep button works.
      DisableAutoLock ? The device does not go to sleep. | ~The device goes to sleep when it is not used.
      EnableVoiceOver ? VoiceOver is turned on. | ~VoiceOver is turned off.
      EnableZoom ? Zoom is turned on. | ~Zoom is turned off.
      EnableInvertColors ? Colours are inverted. | ~Colours are not inverted.
      EnableAssistiveTouch ? AssistiveTouch is turned on. | ~AssistiveTouch is turned off.
      EnableSpeakSelection ? Speak Selection is turned on. | ~Speak Selection is turned off.
      EnableMonoAudio ? Sound is mono. | ~Sound is stereo.
      EnableVoiceControl ? Voice Control is turned on. | ~Voice Control is turned off.
    UserEnabledOptions
      VoiceControl may turn Voice Control on or off
      VoiceOver may turn VoiceOver on or off
      Zoom may turn Zoom on or off
      InvertColors may turn inverted colours on or off
      AssistiveTouch may turn AssistiveTouch on or off
type com.apple.font = Font : A font is installed.
  removed : The font is gone.
  Name : It is called {}.
  Font : It is in this profile.
type com.apple.airprint = AirPrint : Printers are found although they do not announce themselves.
  removed : These printers are no longer found.
  AirPrint each Printer by IPAddress
    ResourcePath : {}
    Port : port {}
    ForceTLS ? encrypted | not encrypted
type com.apple.airplay = AirPlay : Which AirPlay receivers are used.
  AllowList, Whitelist each Only the receiver by DeviceName
    DeviceID : with the identifier {}
  Passwords each Receiver by DeviceName
    DeviceID : with the identifier {}
    Password : its password is in this profile, and not shown here
type com.apple.airplay.security = AirPlay security : Who may send to an Apple TV by AirPlay.
  AccessType : May send: {ANY=everybody|WIFI_ONLY=who is in the same network}.
  SecurityType : It asks for {PASSCODE_ONCE=a code, once|PASSCODE_ALWAYS=a code, each time|PASSWORD=a password|\
    NONE=nothing}.
  Password : The password is in this profile, and not shown here.
type com.apple.shareddeviceconfiguration = Lock Screen message : What is shown on the Lock screen.
  removed : The text is gone.
  AssetTagInformation : It says that the device is {}.
  IfLostReturnToMessage, LockScreenFootnote : It says {}.
type com.apple.conferenceroomdisplay = Conference room : An Apple TV shows how to send to it by AirPlay.
  Message : It says {}.
type com.apple.tvremote = Apple TV Remote : Which devices may control which Apple TV.
type com.apple.loginwindow = Login window : What the login window of a Mac shows.
  removed : The login window is as before.
  SHOWFULLNAME ? It asks for name and password. | ~It shows a list of users.
  HideLocalUsers ? Users of the Mac itself are not listed. | ~Users of the Mac itself are listed.
  IncludeNetworkUser ? Users of the network are listed. | ~Users of the network are not listed.
  HideAdminUsers ? Administrators are not listed. | ~Administrators are listed.
  HideMobileAccounts ? Mobile accounts are not listed. | ~Mobile accounts are listed.
  SHOWOTHERUSERS_MANAGED ? "Other..." is listed. | ~"Other..." is not listed.
  AdminHostInfo : It also shows {HostName=the name of the Mac|SystemVersion=the version of macOS|IPAddress=the \
    address of the Mac}.
  LoginwindowText : It says {}.
  AllowList : Only these may log in: {}.
  DenyList : These may not log in: {}.
  ShutDownDisabled ? It has no button to shut down. | ~It has a button to shut down.
  RestartDisabled ? It has no button to restart. | ~It has a button to restart.
  SleepDisabled ? It has no button for sleep. | ~It has a button for sleep.
  ShutDownDisabledWhileLoggedIn ? Who is logged in may not shut down. | ~Who is logged in may shut down.
  RestartDisabledWhileLoggedIn ? Who is logged in may not restart. | ~Who is logged in may restart.
  PowerOffDisabledWhileLoggedIn ? Who is logged in may not switch off. | ~Who is logged in may switch off.
  LogOutDisabledWhileLoggedIn ? Who is logged in may not log out. | ~Who is logged in may log out.
  DisableScreenLockImmediate ? Who is logged in may not lock the screen. | ~Who is logged in may lock the screen.
  DisableConsoleAccess ? A text console cannot be opened. | ~A text console can be opened.
  DisableFDEAutoLogin ? After unlocking the disk, users log in as well. | ~Unlocking the disk logs the user in.
  showInputMenu ? The keyboard can be chosen. | ~The keyboard cannot be chosen.
  AutologinUsername : The user {} is logged in by itself.
  AutologinPassword : The password for that is in this profile, and not shown here.
type com.apple.security.firewall = Firewall : Which connections a Mac lets in.
  removed : The firewall is as before.
  EnableFirewall ? The firewall is turned on. | The firewall is turned off.
  BlockAllIncoming ? Nothing is let in. | ~Not everything is kept out.
  EnableStealthMode ? The Mac does not answer to who tries out what it lets in. | ~The Mac answers to who tries out \
    what it lets in.
  AllowSigned ? ~What comes with macOS may be reached. | What comes with macOS may not be reached.
  AllowSignedApp ? ~Signed apps may be reached. | Signed apps may not be reached.
  Applications each App by BundleID
    Allowed ? may be reached | may not be reached
  EnableLogging ? Connections are written down. | Connections are not written down.
  LoggingOption : They are written down {throttled=a few at a time|brief=briefly|detail=in detail}.
type com.apple.systempolicy.control = Gatekeeper : Which apps a Mac opens.
  removed : Gatekeeper is as before.
  EnableAssessment ? Gatekeeper is turned on. | Gatekeeper is turned off: any app is opened.
  AllowIdentifiedDevelopers ? Apps of the App Store and of known developers are opened. | Apps of the App Store alone \
    are opened.
  EnableXProtectMalwareUpload ? Malware that was stopped may be sent to Apple. | Malware that was stopped is not sent \
    to Apple.
type com.apple.systempolicy.managed = Gatekeeper : Whether users may pass by Gatekeeper.
  DisableOverride ? Users may not open what Gatekeeper stops. | ~Users may open what Gatekeeper stops.
type com.apple.systempolicy.rule = Gatekeeper rule : A further app that a Mac opens.
  Comment : It is called {}.
  Requirement : It must be signed as {}.
type com.apple.SoftwareUpdate = Software Update : How a Mac gets updates.
  removed : Users choose how the Mac gets updates.
  CatalogURL : Updates come from {}.
  AllowPreReleaseInstallation ? ~Beta versions may be installed. | Beta versions may not be installed.
  restrict-software-update-require-admin-to-install ? Only administrators may install apps and updates. | ~Users may \
    install apps and updates.
  AutomaticCheckEnabled ? ~The Mac looks for updates by itself. | The Mac does not look for updates by itself.
  AutomaticDownload ? ~Updates are downloaded by themselves. | Updates are not downloaded by themselves.
  AutomaticallyInstallMacOSUpdates ? ~macOS is updated by itself. | macOS is not updated by itself.
  AutomaticallyInstallAppUpdates ? ~Apps are updated by themselves. | Apps are not updated by themselves.
  CriticalUpdateInstall ? ~Security updates are installed by themselves. | Security updates are not installed by \
    themselves.
  ConfigDataInstall ? ~Lists of malware are kept up to date. | Lists of malware are not kept up to date.
type com.apple.system-extension-policy = System extensions : Which system extensions a Mac may load.
  removed : Users are asked about system extensions.
  AllowUserOverrides ? ~Users may allow others. | Users may not allow others.
  AllowedTeamIdentifiers : All of these teams may be loaded: {}.
  AllowedSystemExtensions
    ANY : Of the team '{key}' these may be loaded: {}.
  AllowedSystemExtensionTypes
    ANY : Of the team '{key}' these kinds may be loaded: {}.
  RemovableSystemExtensions
    ANY : Of the team '{key}' these may remove themselves: {}.
  NonRemovableSystemExtensions
    ANY : Of the team '{key}' these cannot be removed: {}.
  NonRemovableFromUISystemExtensions
    ANY : Of the team '{key}' these cannot be removed in Settings: {}.
type com.apple.syspolicy.kernel-extension-policy = Kernel extensions : Which kernel extensions a Mac may load.
  AllowUserOverrides ? ~Users may allow others. | Users may not allow others.
  AllowNonAdminUserApprovals ? Users who are no administrators may allow others. | ~Only administrators may allow \
    others.
  AllowedTeamIdentifiers : All of these teams may be loaded: {}.
  AllowedKernelExtensions
    ANY : Of the team '{key}' these may be loaded: {}.
type com.apple.servicemanagement = Login items : What may run in the background of a Mac; users may not turn it off.
  removed : Users may turn it off.
  Rules each Rule
    RuleType : {BundleIdentifier=the app|BundleIdentifierPrefix=apps that begin with|Label=the service|\
      LabelPrefix=services that begin with|TeamIdentifier=all of the team}
    RuleValue : {}
    TeamIdentifier : of the team {}
    Comment : for {}
type com.apple.MCX.FileVault2 = FileVault : The disk of a Mac is encrypted.
  removed : Users may turn FileVault off; what is encrypted stays so.
  Enable : FileVault is turned {On=on|Off=off}.
  Defer ? It is turned on when the user logs out or in. | ~It is turned on at once.
  DeferDontAskAtUserLogout ? The user is not asked when logging out. | ~The user is asked when logging out.
  DeferForceAtUserLoginMaxBypassAttempts = -1 : The user may put it off for ever.
  DeferForceAtUserLoginMaxBypassAttempts = 0 : The user may not put it off.
  DeferForceAtUserLoginMaxBypassAttempts : The user may put it off {n time}.
  ForceEnableInSetupAssistant ? Setup Assistant turns it on. | ~Setup Assistant does not turn it on.
  UserEntersMissingInfo ? The user is asked for what is missing. | ~The user is not asked for what is missing.
  UseRecoveryKey ? ~There is a recovery key. | There is no recovery key.
  ShowRecoveryKey ? ~The user is shown the recovery key. | The user is not shown the recovery key.
  UseKeychain ? The organization's key is that of the Mac. | ~The organization's key is not taken from the Mac.
  PayloadCertificateUUID : The organization's key is {payload}.
  Certificate : The organization's key is in this profile.
  OutputPath : The recovery key is written to {}.
  Username : The user is {}.
  Password : The user's password is in this profile, and not shown here.
type com.apple.security.FDERecoveryKeyEscrow = Recovery key : The recovery key of FileVault is sent to the organization.
  removed : Recovery keys are no longer sent.
  Location : The user is told that it is kept at {}.
  EncryptCertPayloadUUID : It is encrypted for {payload}.
  DeviceKey : Who has forgotten the password is told {}.
type com.apple.security.FDERecoveryRedirect = Recovery key : The recovery key of FileVault is sent to the organization.
type com.apple.TCC.configuration-profile-policy = Privacy : What apps of a Mac may do without asking the user.
  removed : Users are asked again.
  Services
    ANY each {Accessibility=Controlling the Mac (Accessibility)|SystemPolicyAllFiles=All files (Full Disk Access)|\
      ScreenCapture=Recording the screen|ListenEvent=Watching the keyboard|PostEvent=Typing for the user|\
      AppleEvents=Controlling another app|Camera=The camera|Microphone=The microphone|AddressBook=Contacts|\
      Calendar=Calendars|Reminders=Reminders|Photos=Photos|SpeechRecognition=Speech recognition}, app by Identifier
      Allowed ? allowed | not allowed
      Authorization : {Allow=allowed|Deny=not allowed|AllowStandardUserToSetSystemService=users decide, without being \
        administrators}
      AEReceiverIdentifier : for {}
      CodeRequirement, AEReceiverCodeRequirement : signed as {}
      IdentifierType, AEReceiverIdentifierType : known by its {bundleID=bundle ID|path=path}
      Comment : for {}
)";

}  // namespace mdm::profile
