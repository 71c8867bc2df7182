// SPDX-License-Identifier: Apache-2.0
#include "profile/sentence_table.hpp"

/// Restrictions and passcodes. The notation is explained in sentence_table.hpp.
namespace mdm::profile {

const std::string_view sentences_on_restrictions = R"(
type com.apple.mobiledevice.passwordpolicy = Passcode : What the passcode of the device, or of a Mac's user, has to be.
  forcePIN ? A passcode is required. | ~A passcode is not required by this payload.
  minLength = 0 : ~The passcode may have any length.
  minLength : The passcode has at least {n character}.
  requireAlphanumeric ? The passcode has letters as well as digits. | ~The passcode may consist of digits alone.
  minComplexChars = 0 : ~The passcode needs no special characters.
  minComplexChars : The passcode has at least {n special character}, such as $ or &.
  allowSimple ? ~A simple passcode, such as 1234 or 1111, is accepted. | A simple passcode, such as 1234 or 1111, is \
    refused.
  maxPINAgeInDays = 0 : ~The passcode need not be changed.
  maxPINAgeInDays : The passcode must be changed after {days} at the latest.
  pinHistory : A new passcode must differ from the last {}.
  changeAtNextAuth ? The password must be changed at the next login. | ~The password need not be changed at the next \
    login.
  maxInactivity = 0 : ~The device need not lock itself.
  maxInactivity : The device locks itself after {minutes} without use, or sooner where the user chooses that.
  maxGracePeriod = 0 : Once locked, the device asks for the passcode at once.
  maxGracePeriod : Once locked, the device may be opened without passcode for {minutes}.
  maxFailedAttempts : After {n wrong passcode} in a row an iPhone or iPad erases itself, and a Mac locks itself.
  minutesUntilFailedLoginReset : After too many wrong passwords, a Mac lets the user try again in {minutes}.
  customRegex
    passwordContentRegex : The password must match the pattern {}.
    passwordContentDescription
      ANY : In the language '{key}' the user is told of it as {}.
type com.apple.applicationaccess = Restrictions : What users may and may not do.
  removed : The restrictions end.
  allowCamera may use the camera
  allowScreenShot may take screenshots or record the screen
  allowRemoteScreenObservation ? ~Teachers may watch the screen with Classroom. | Teachers may not watch the screen \
    with Classroom.
  allowVideoConferencing may use FaceTime
  allowChat may use iMessage
  allowRCSMessaging may use RCS messages
  allowCallRecording may record calls
  allowLiveVoicemail may use Live Voicemail
  allowVoiceDialing may dial by voice while the device is locked
  allowAppInstallation may install or update apps
  allowUIAppInstallation may install apps from the App Store themselves
  allowMarketplaceAppInstallation may install apps from other marketplaces
  allowWebDistributionAppInstallation may install apps from websites
  allowAutomaticAppDownloads ? ~Apps that were bought on other devices are downloaded by themselves. | Apps that were \
    bought on other devices are not downloaded by themselves.
  allowAppRemoval may remove apps
  allowSystemAppRemoval may remove apps of the system
  allowAppClips may use App Clips
  allowAppsToBeHidden may hide apps
  allowAppsToBeLocked may lock apps
  allowInAppPurchases may buy inside apps
  forceITunesStorePasswordEntry ? Each purchase asks for the password. | ~Purchases do not each ask for the password.
  allowListedAppBundleIDs, whitelistedAppBundleIDs : Only these apps are shown and can be opened: {}.
  blockedAppBundleIDs, blacklistedAppBundleIDs : These apps are hidden and cannot be opened: {}.
  autonomousSingleAppModePermittedAppIDs : These apps may lock the device to themselves: {}.
  allowEnterpriseAppTrust may trust the makers of apps from outside the App Store
  allowSafari may use Safari, or open web clips
  safariAllowAutoFill may have Safari fill in names, passwords or cards
  safariAllowJavaScript ? ~Safari runs JavaScript. | Safari does not run JavaScript.
  safariAllowPopups ? ~Safari may open pop-up windows. | Safari does not open pop-up windows.
  safariForceFraudWarning ? Safari warns of fraudulent websites, and the user cannot turn that off. | ~Safari's \
    warning of fraudulent websites is left to the user.
  safariAcceptCookies : Safari {0=blocks all cookies and tracking, and users cannot change that|1=blocks tracking \
    between websites, and users cannot change that|1.5=blocks tracking between websites, and users cannot change that|\
    2=blocks tracking between websites, unless users say otherwise}.
  allowUntrustedTLSPrompt may go on to a server whose certificate is not trusted
  allowOTAPKIUpdates ? ~Apple may update the list of trusted certificates over the air. | Apple may not update the \
    list of trusted certificates over the air.
  allowCloudBackup may back up to iCloud
  allowCloudDocumentSync may keep documents in iCloud
  allowCloudDesktopAndDocuments may keep Desktop and Documents in iCloud
  allowCloudKeychainSync may keep passwords in iCloud Keychain
  allowCloudPhotoLibrary may use iCloud Photos
  allowPhotoStream may use My Photo Stream
  allowSharedStream may use shared albums
  allowCloudPrivateRelay may use iCloud Private Relay
  allowCloudAddressBook may use iCloud Contacts
  allowCloudBookmarks may keep bookmarks in iCloud
  allowCloudCalendar may use iCloud Calendar
  allowCloudMail may use iCloud Mail
  allowCloudNotes may use iCloud Notes
  allowCloudReminders may use iCloud Reminders
  allowCloudFreeform may use Freeform with iCloud
  forceEncryptedBackup ? Backups to a computer are encrypted. | ~Whether backups to a computer are encrypted is left \
    to the user.
  allowManagedAppsCloudSync ? ~Managed apps may keep data in iCloud. | Managed apps may not keep data in iCloud.
  allowEnterpriseBookBackup ? ~Books of the organization are backed up. | Books of the organization are not backed up.
  allowEnterpriseBookMetadataSync ? ~Notes and highlights in books of the organization are synchronised. | Notes and \
    highlights in books of the organization are not synchronised.
  allowOpenFromManagedToUnmanaged may open documents of managed apps and accounts in other apps
  allowOpenFromUnmanagedToManaged may open documents of other apps and accounts in managed apps
  allowManagedToWriteUnmanagedContacts ? Managed apps may write contacts into other accounts. | ~Managed apps may not \
    write contacts into other accounts.
  allowUnmanagedToReadManagedContacts ? Other apps may read contacts of managed accounts. | ~Other apps may not read \
    contacts of managed accounts.
  requireManagedPasteboard ? Copy and paste between managed apps and others is restricted in the same way. | ~Copy \
    and paste between managed apps and others is not restricted.
  allowAirDrop may use AirDrop
  forceAirDropUnmanaged ? AirDrop counts as an app that is not managed. | ~AirDrop counts as managed.
  allowAirPrint may print with AirPrint
  allowAirPrintCredentialsStorage may have the passwords of printers remembered
  allowAirPrintiBeaconDiscovery may have printers found by iBeacon
  forceAirPrintTrustedTLSRequirement ? Only printers with a trusted certificate are used for encrypted printing. | \
    ~Printers need no trusted certificate.
  allowAirPlayIncomingRequests ? ~Others may send pictures and sound to this device by AirPlay. | Others may not send \
    pictures and sound to this device by AirPlay.
  forceAirPlayIncomingRequestsPairingPassword ? Who sends by AirPlay to this device is asked for a password. | ~Who \
    sends by AirPlay to this device is not asked for a password.
  forceAirPlayOutgoingRequestsPairingPassword ? Devices that this one sends to by AirPlay ask for a password. | \
    ~Devices that this one sends to by AirPlay need not ask for a password.
  allowRemoteAppPairing may pair an Apple TV with the Remote app
  allowHostPairing may connect the device to computers other than the one that supervises it
  allowUSBRestrictedMode ? ~USB accessories are cut off while the device is locked. | USB accessories work while the \
    device is locked, and a Mac takes new ones without asking.
  allowFilesUSBDriveAccess may use USB drives in Files
  allowFilesNetworkDriveAccess may use network drives in Files
  allowUnpairedExternalBootToRecovery ? Any computer may start the device into recovery. | ~Only a computer that is \
    paired may start the device into recovery.
  allowNFC ? ~Apps may use NFC. | Apps may not use NFC.
  allowBluetoothModification may change Bluetooth settings
  allowBluetoothSharingModification may change Bluetooth Sharing
  allowFileSharingModification may change File Sharing
  allowInternetSharingModification may change Internet Sharing
  allowMediaSharingModification may change Media Sharing
  allowPrinterSharingModification may change Printer Sharing
  allowRemoteAppleEventsModification may change Remote Apple Events
  allowARDRemoteManagementModification may change Remote Management
  allowStartupDiskModification may change the startup disk
  allowTimeMachineBackup may change Time Machine settings
  allowLocalUserCreation may create users in System Settings
  allowPersonalHotspotModification may change the personal hotspot
  allowCellularPlanModification may change the cellular plan
  allowAppCellularDataModification may change which apps use cellular data
  allowESIMModification may add or remove eSIMs
  allowESIMOutgoingTransfers may move an eSIM to another device
  forcePreserveESIMOnErase ? eSIMs stay when the device is erased. | ~eSIMs may go when the device is erased.
  allowGlobalBackgroundFetchWhenRoaming ? ~Apps may fetch data in the background while roaming. | Apps may not fetch \
    data in the background while roaming.
  allowVPNCreation may add VPNs
  forceWiFiPowerOn ? Wi-Fi cannot be turned off. | ~Wi-Fi can be turned off.
  forceWiFiToAllowedNetworksOnly, forceWiFiWhitelisting ? Only Wi-Fi networks of profiles can be joined. | ~Any Wi-Fi \
    network can be joined.
  allowAccountModification may add, change or remove accounts
  allowPasscodeModification may add, change or remove the passcode
  allowFingerprintModification may change Face ID or Touch ID
  allowFingerprintForUnlock may unlock with Face ID or Touch ID
  enforcedFingerprintTimeout : Touch ID asks for the password again after {seconds}.
  allowAutoUnlock may unlock with an Apple Watch, or an iPhone while wearing a mask
  allowDeviceNameModification may change the name of the device
  allowNotificationsModification may change notification settings
  allowWallpaperModification may change the wallpaper
  allowDiagnosticSubmissionModification may change whether diagnostic data is sent
  allowDiagnosticSubmission ? ~Diagnostic data may be sent to Apple. | No diagnostic data is sent to Apple.
  allowEnablingRestrictions may use Screen Time
  allowEraseContentAndSettings may erase the device
  allowUIConfigurationProfileInstallation may install profiles or certificates themselves
  allowFindMyDevice may use Find My for the device
  allowFindMyFriends may use Find My for people
  allowFindMyFriendsModification may change Find My for people
  forceAutomaticDateAndTime ? Date and time are set by themselves, and the user cannot change that. | ~Date and time \
    may be set by hand.
  allowSharedDeviceTemporarySession ? ~A Shared iPad may be used as a guest. | A Shared iPad may not be used as a guest.
  allowPasswordAutoFill may have passwords filled in
  allowPasswordProximityRequests may ask devices nearby for passwords
  allowPasswordSharing may share passwords with AirDrop
  forceAuthenticationBeforeAutoFill ? Before a password or card is filled in, the user is asked for Face ID, Touch ID \
    or the passcode. | ~Passwords and cards are filled in without asking again.
  allowLockScreenControlCenter may open Control Center while the device is locked
  allowLockScreenNotificationsView may see earlier notifications while the device is locked
  allowLockScreenTodayView may see the Today view while the device is locked
  allowPassbookWhileLocked may see Wallet while the device is locked
  allowAssistant may use Siri
  allowAssistantWhileLocked may use Siri while the device is locked
  allowAssistantUserGeneratedContent ? ~Siri may show what people have written on the web. | Siri does not show what \
    people have written on the web.
  forceAssistantProfanityFilter ? Siri and dictation leave out swear words. | ~Siri and dictation are not filtered.
  allowDictation may dictate
  forceOnDeviceOnlyDictation ? Dictation stays on the device. | ~Dictation may use Apple's servers.
  forceOnDeviceOnlyTranslation ? Translation stays on the device. | ~Translation may use Apple's servers.
  allowSpotlightInternetResults ? ~Searching the device also asks the internet. | Searching the device does not ask \
    the internet.
  allowDefinitionLookup may look up words
  allowAutoCorrection may have their typing corrected
  allowPredictiveKeyboard may have words suggested while they type
  allowSpellCheck may have their spelling checked
  allowContinuousPathKeyboard may type by sliding over the keyboard
  allowKeyboardShortcuts may use keyboard shortcuts
  allowWritingTools may use the Writing Tools of Apple Intelligence
  allowGenmoji may make Genmoji
  allowImagePlayground may make images with Image Playground
  allowImageWand may use Image Wand
  allowPersonalizedHandwritingResults ? ~The device may write in the user's handwriting. | The device may not write \
    in the user's handwriting.
  allowMailSummary may have mails summarised
  allowMailPrivacyProtection may use Mail Privacy Protection
  allowiPhoneMirroring may mirror an iPhone on a Mac
  allowiPhoneWidgetsOnMac may have widgets of the iPhone on a Mac
  allowActivityContinuation may go on with Handoff on another device
  allowUniversalControl may use Universal Control
  allowPairedWatch may use an Apple Watch
  forceWatchWristDetection ? An Apple Watch locks itself when it is taken off. | ~Whether an Apple Watch locks itself \
    when it is taken off is left to the user.
  allowProximitySetupToNewDevice may set up a new device nearby
  allowAutoDim ? ~The screen of an iPad may dim itself. | The screen of an iPad does not dim itself.
  allowAutomaticScreenSaver ? ~An Apple TV starts its screen saver. | An Apple TV does not start its screen saver.
  allowDeviceSleep ? ~An Apple TV may go to sleep. | An Apple TV does not go to sleep.
  allowContentCaching may use content caching
  allowiTunesFileSharing may share files with apps of the device
  forceBypassScreenCaptureAlert ? The user is not warned when an app records the screen. | ~The user is warned when \
    an app records the screen.
  allowGameCenter may use Game Center
  allowMultiplayerGaming may play with others in Game Center
  allowAddingGameCenterFriends may add friends in Game Center
  allowiTunes may use the iTunes Store
  allowMusicService may use Apple Music
  allowRadioService may use Apple Music radio
  allowPodcasts may use Podcasts
  allowNews may use News
  allowBookstore may use the Book Store
  allowBookstoreErotica may get erotic books
  allowExplicitContent may see music or videos that are marked as explicit
  ratingRegion : Ages are those of {us=the United States|au=Australia|ca=Canada|de=Germany|fr=France|ie=Ireland|\
    jp=Japan|nz=New Zealand|gb=the United Kingdom}.
  ratingApps : Apps are allowed up to {0=none at all|100=an age of 4|200=an age of 9|300=an age of 12|600=an age of \
    17|1000=any age}.
  ratingMovies : Films are allowed up to {0=none at all|100=G|200=PG|300=PG-13|400=R|500=NC-17|1000=any rating}, by \
    the ratings of the United States.
  ratingTVShows : Television is allowed up to {0=none at all|1000=any age}.
  allowApplePersonalizedAdvertising ? ~Apple may show advertisements that fit the user. | Apple may not show \
    advertisements that fit the user.
  forceLimitAdTracking ? Apps may not ask to track the user. | ~Apps may ask to track the user.
  forceDelayedSoftwareUpdates ? Updates of the system are shown later than they come. | ~Updates of the system are \
    shown when they come.
  forceDelayedMajorSoftwareUpdates ? Major versions of macOS are shown later than they come. | ~Major versions of \
    macOS are shown when they come.
  forceDelayedAppSoftwareUpdates ? Other updates of macOS are shown later than they come. | ~Other updates of macOS \
    are shown when they come.
  enforcedSoftwareUpdateDelay : Updates that are shown later are held back for {days}.
  enforcedSoftwareUpdateMajorOSDeferredInstallDelay : Major versions of macOS are held back for {days}.
  enforcedSoftwareUpdateMinorOSDeferredInstallDelay : Minor versions of macOS are held back for {days}.
  enforcedSoftwareUpdateNonOSDeferredInstallDelay : Other updates of macOS are held back for {days}.
  allowRapidSecurityResponseInstallation ? ~Rapid Security Responses are installed. | Rapid Security Responses are \
    not installed.
  allowRapidSecurityResponseRemoval may remove Rapid Security Responses
  forceClassroomAutomaticallyJoinClasses ? Pupils join classes without being asked. | ~Pupils are asked before they \
    join classes.
  forceClassroomRequestPermissionToLeaveClasses ? Pupils ask the teacher before they leave a class. | ~Pupils may \
    leave a class without asking.
  forceClassroomUnpromptedAppAndDeviceLock ? Teachers may lock apps and the device without asking. | ~Teachers ask \
    before they lock apps and the device.
  forceClassroomUnpromptedScreenObservation ? Teachers may watch the screen without asking. | ~Teachers ask before \
    they watch the screen.
)";

}  // namespace mdm::profile
