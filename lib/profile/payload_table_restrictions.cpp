// SPDX-License-Identifier: Apache-2.0
#include "profile/payload_table.hpp"

/// Restrictions and passcodes. The notation is explained in payload_table.hpp.
namespace mdm::profile {

const std::string_view table_of_restrictions = R"(
type com.apple.applicationaccess : ios 4.0 M, macos 10.7 M B, tvos 9.0 M, visionos 1.1 M, watchos 10.0 M
  allowAccountModification : boolean ; only ios 7.0 S u, macos 14.0 u, visionos 2.0 S u, watchos S
  allowActivityContinuation : boolean ; only ios 8.0 u, macos 10.15 u, visionos 2.0 u
  allowAddingGameCenterFriends : boolean ; only ios 4.2.1 S u, macos 10.13 u
  allowAirDrop : boolean ; only ios 7.0 S u, macos 10.13 u, visionos 2.0 S u
  allowAirPlayIncomingRequests : boolean ; only macos 12.3 u, tvos 10.2 S
  allowAirPrint, allowAirPrintCredentialsStorage, allowAirPrintiBeaconDiscovery,
  allowCellularPlanModification, allowProximitySetupToNewDevice,
  forceAirPrintTrustedTLSRequirement : boolean ; only ios 11.0 S u
  allowAppCellularDataModification, allowFindMyFriendsModification, allowHostPairing : boolean ; only ios 7.0 S u
  allowAppClips : boolean ; only ios 14.0 S u
  allowAppInstallation : boolean ; only ios S u, visionos 2.0 S u, watchos S
  allowApplePersonalizedAdvertising : boolean ; only ios 14.0 u, macos 12.0 u, visionos 2.0 u
  allowAppRemoval : boolean ; only ios 4.2.1 S u, watchos S
  allowAppsToBeHidden, allowAppsToBeLocked, allowESIMOutgoingTransfers : boolean ; only ios 18.0 S u
  allowARDRemoteManagementModification, allowBluetoothSharingModification, allowCloudFreeform,
  allowFileSharingModification, allowInternetSharingModification, allowLocalUserCreation,
  allowPrinterSharingModification, allowRemoteAppleEventsModification, allowStartupDiskModification,
  allowTimeMachineBackup : boolean ; only macos 14.0 u
  allowAssistant : boolean ; only ios 5.0, macos 14.0 u, visionos 2.0
  allowAssistantUserGeneratedContent : boolean ; only ios 7.0 S u, watchos S
  allowAssistantWhileLocked : boolean ; only ios 5.1, watchos
  allowAutoCorrection, allowPredictiveKeyboard, allowSpellCheck : boolean ; only ios 8.1.3 S u
  allowAutoDim, allowMarketplaceAppInstallation : boolean ; only ios 17.4 S u
  allowAutomaticAppDownloads : boolean ; only ios 9.0 S u, watchos S
  allowAutomaticScreenSaver : boolean ; only tvos 15.4 S
  allowAutoUnlock : boolean ; only ios 14.5 u, macos 10.12 u
  allowBluetoothModification : boolean ; only ios 11.0 S u, macos 13.0 u
  allowBookstore : boolean ; only ios 6.0 S u
  allowBookstoreErotica : boolean ; only ios 6.0 u, tvos 11.3 d17.0
  allowCallRecording : boolean ; only ios 18.1 S u p
  allowCamera : boolean ; only ios u, macos 10.11 u, tvos 17.0, visionos 2.0 u
  allowChat : boolean ; only ios 5.0 S u
  allowCloudAddressBook, allowCloudBookmarks, allowCloudCalendar, allowCloudMail, allowCloudNotes,
  allowCloudReminders : boolean ; only macos 10.12 u
  allowCloudBackup : boolean ; only ios 5.0 u, visionos 2.0 u
  allowCloudDesktopAndDocuments : boolean ; only macos 10.12.4 u
  allowCloudDocumentSync : boolean ; only ios 5.0 S u p, macos 10.11 u, visionos 2.0 S u
  allowCloudKeychainSync : boolean ; only ios 7.0 u, macos 10.12 u, visionos 2.0 u
  allowCloudPhotoLibrary : boolean ; only ios 9.0 u, macos 10.12 u, visionos 2.0 u
  allowCloudPrivateRelay : boolean ; only ios 15.0 S u, macos 12.0 u, visionos 2.0 S
  allowContentCaching : boolean ; only macos 10.13 D u
  allowContinuousPathKeyboard, allowFilesUSBDriveAccess, forceWiFiPowerOn : boolean ; only ios 13.0 S u
  allowDefinitionLookup : boolean ; only ios 8.1.3 S u, macos 10.11 u
  allowDeviceNameModification : boolean ; only ios 9.0 S u, macos 14.0 u, tvos 11.0 S, visionos 2.0 S u
  allowDeviceSleep : boolean ; only tvos 13.0 S
  allowDiagnosticSubmission : boolean ; only ios 6.0, macos 10.13, visionos 2.0, watchos
  allowDiagnosticSubmissionModification : boolean ; only ios 9.3.2 S u, visionos 2.0 S u
  allowDictation : boolean ; only ios 10.3 S u, macos 10.13 u
  allowEnablingRestrictions : boolean ; only ios 8.0 S u, visionos 2.0 S u
  allowEnterpriseAppTrust : boolean ; only ios 9.0 u, visionos 2.0 u
  allowEnterpriseBookBackup, allowEnterpriseBookMetadataSync : boolean ; only ios 8.0
  allowEraseContentAndSettings : boolean ; only ios 8.0 S u, macos 12.0 u, visionos 2.0 S u
  allowESIMModification : boolean ; only ios 12.1 S u
  allowExplicitContent : boolean ; only ios S u, tvos 11.3 S
  allowFilesNetworkDriveAccess : boolean ; only ios 13.1 S u, visionos 2.0 S u
  allowFindMyDevice, allowFindMyFriends : boolean ; only ios 13.0 S u, macos 10.15 u
  allowFingerprintForUnlock : boolean ; only ios 7.0 u, macos 10.12.4 u, visionos 2.0 u
  allowFingerprintModification : boolean ; only ios 8.3 S u, macos 14.0 u, visionos 2.0 S u
  allowGameCenter : boolean ; only ios 6.0 S u, macos 10.13 u
  allowGenmoji, allowImagePlayground, allowiPhoneMirroring, allowWritingTools : boolean ; only ios 18.0 S u p,
  macos 15.0 u
  allowGlobalBackgroundFetchWhenRoaming, allowInAppPurchases, safariAllowJavaScript,
  safariAllowPopups : boolean ; only ios u
  allowImageWand, allowPersonalizedHandwritingResults : boolean ; only ios 18.0 S u p
  allowiPhoneWidgetsOnMac : boolean ; only ios 17.0 S u p
  allowiTunes, allowSafari : boolean ; only ios S u
  allowiTunesFileSharing : boolean ; only macos 10.13 u
  allowKeyboardShortcuts, allowNews, allowPairedWatch : boolean ; only ios 9.0 S u
  allowListedAppBundleIDs : array of string ; only ios 15.0 S u, tvos 15.0 S
  allowLiveVoicemail : boolean ; only ios 17.2 S u p
  allowLockScreenControlCenter, allowLockScreenTodayView : boolean ; only ios 7.0
  allowLockScreenNotificationsView : boolean ; only ios 7.0, watchos
  allowMailPrivacyProtection : boolean ; only ios 15.2 S u
  allowMailSummary : boolean ; only ios 18.1 S u, macos 15.1 u
  allowManagedAppsCloudSync : boolean ; only ios 8.0, visionos 2.0
  allowManagedToWriteUnmanagedContacts : boolean ; only ios 12.0 x u, visionos 2.0 x u
  allowMediaSharingModification : boolean ; only macos 15.1 u
  allowMultiplayerGaming : boolean ; only ios 4.1 S u, macos 10.13 u
  allowMusicService : boolean ; only ios 9.3 S u, macos 10.12 u
  allowNFC : boolean ; only ios 14.2 S u
  allowNotificationsModification : boolean ; only ios 9.3 S u, visionos 2.0 S u
  allowOpenFromManagedToUnmanaged, allowOpenFromUnmanagedToManaged : boolean ; only ios 7.0, visionos 2.0
  allowOTAPKIUpdates, forceLimitAdTracking : boolean ; only ios 7.0 u
  allowPassbookWhileLocked, allowSharedStream : boolean ; only ios 6.0 u
  allowPasscodeModification : boolean ; only ios 9.0 S u, macos 10.13 u, visionos 2.0 S u
  allowPasswordAutoFill, allowPasswordSharing : boolean ; only ios 12.0 S u, macos 10.14 u, visionos 2.0 S u
  allowPasswordProximityRequests : boolean ; only ios 12.0 S u, macos 10.14 u, tvos 12.0 S
  allowPersonalHotspotModification : boolean ; only ios 12.2 S u
  allowPhotoStream : boolean ; only ios 5.0 d17.0 u
  allowPodcasts : boolean ; only ios 8.0 S u
  allowRadioService : boolean ; only ios 9.3 S u
  allowRapidSecurityResponseInstallation, allowRapidSecurityResponseRemoval : boolean ; only ios 16.0 S u,
  macos 13.0 u
  allowRCSMessaging : boolean ; only ios 18.1 S u
  allowRemoteAppPairing : boolean ; only tvos 10.2 S
  allowRemoteScreenObservation : boolean ; only ios 9.3, macos 10.14.4
  allowScreenShot : boolean ; only ios 3.1, macos 10.14.4, visionos 2.0, watchos
  allowSharedDeviceTemporarySession : boolean ; only ios 13.4 S u
  allowSpotlightInternetResults : boolean ; only ios 8.0 u, macos 10.11 u
  allowSystemAppRemoval, allowVPNCreation, forceAuthenticationBeforeAutoFill : boolean ; only ios 11.0 S u,
  visionos 2.0 S u
  allowUIAppInstallation : boolean ; only ios 9.0 S u, visionos 2.0 S u, watchos S
  allowUIConfigurationProfileInstallation : boolean ; only ios 6.0 S u, macos 13.0 u, visionos 2.0 S u
  allowUniversalControl : boolean ; only macos 13.0 u
  allowUnmanagedToReadManagedContacts : boolean ; only ios 12.0 x, visionos 2.0 x
  allowUnpairedExternalBootToRecovery : boolean ; only ios 14.5 S u
  allowUntrustedTLSPrompt : boolean ; only ios 5.0 u, visionos
  allowUSBRestrictedMode : boolean ; only ios 11.4.1 S u, macos 13.0 D u
  allowVideoConferencing : boolean ; only ios S u, visionos 2.0 S u
  allowVoiceDialing : boolean ; only ios d17.0 u
  allowWallpaperModification : boolean ; only ios 9.0 S u, macos 10.13 u
  allowWebDistributionAppInstallation : boolean ; only ios 17.5 S u
  autonomousSingleAppModePermittedAppIDs : array of string ; only ios 7.0 S u
  blacklistedAppBundleIDs : array of string ; only ios 9.3 d15.0 S u, tvos 11.0 d15.0 S
  blockedAppBundleIDs : array of string ; only ios 15.0 S u, tvos 15.0 S
  enforcedFingerprintTimeout : integer ; only macos 12.0 u
  enforcedSoftwareUpdateDelay : integer in 1..90 ; only ios 11.3 S u, macos 10.13.4 u, tvos 12.2 S
  enforcedSoftwareUpdateMajorOSDeferredInstallDelay, enforcedSoftwareUpdateMinorOSDeferredInstallDelay,
  enforcedSoftwareUpdateNonOSDeferredInstallDelay : integer in 1..90 ; only macos 11.3 u
  forceAirDropUnmanaged : boolean ; only ios 9.0, visionos 2.0
  forceAirPlayIncomingRequestsPairingPassword : boolean ; only tvos
  forceAirPlayOutgoingRequestsPairingPassword : boolean ; only ios 7.1
  forceAssistantProfanityFilter : boolean ; only ios 5.0 S u, macos 10.13 u
  forceAutomaticDateAndTime : boolean ; only ios 12.0 S u, tvos 12.2 S, visionos 2.0 S u
  forceBypassScreenCaptureAlert : boolean ; only macos 15.1 x
  forceClassroomAutomaticallyJoinClasses, forceClassroomUnpromptedAppAndDeviceLock,
  forceClassroomUnpromptedScreenObservation : boolean ; only ios 11.0 S u, macos 10.14.4 S u
  forceClassroomRequestPermissionToLeaveClasses : boolean ; only ios 11.3 S u, macos 10.14.4 S u
  forceDelayedAppSoftwareUpdates : boolean ; only macos 11.0 u
  forceDelayedMajorSoftwareUpdates : boolean ; only macos 11.3 u
  forceDelayedSoftwareUpdates : boolean ; only ios 11.3 S u, macos 10.13 u, tvos 12.2 S
  forceEncryptedBackup, safariForceFraudWarning : boolean ; only ios
  forceITunesStorePasswordEntry : boolean ; only ios 6.0 d17.0 u
  forceOnDeviceOnlyDictation : boolean ; only ios 14.5, macos 14.0, visionos 2.0, watchos
  forceOnDeviceOnlyTranslation : boolean ; only ios 15.0, watchos
  forcePreserveESIMOnErase : boolean ; only ios 17.2 S u
  forceWatchWristDetection : boolean ; only ios 8.2, watchos
  forceWiFiToAllowedNetworksOnly : boolean ; only ios 14.5 S u, visionos 2.0 S u
  forceWiFiWhitelisting : boolean ; only ios 10.3 d14.5 S u
  ratingApps, ratingMovies, ratingTVShows : integer in 0..1000 ; only ios u, tvos 11.3
  ratingRegion : string = us|au|ca|de|fr|ie|jp|nz|gb ; only ios, macos, tvos
  requireManagedPasteboard : boolean ; only ios 15.0, visionos 2.0
  safariAcceptCookies : real = 0.0|1.0|1.5|2.0 ; only ios u
  safariAllowAutoFill : boolean ; only ios S u, macos 10.13 u, visionos 2.0 S u
  whitelistedAppBundleIDs : array of string ; only ios 9.3 d15.0 S u, tvos 11.0 d15.0 S
type com.apple.mobiledevice.passwordpolicy : ios 4.0 M p, macos 10.7 M B u, visionos 2.0 M, watchos 10.0 M
  allowSimple, forcePIN : boolean ; ios i, visionos i
  maxFailedAttempts : integer in 2..11 ; ios i, visionos i
  maxInactivity : integer in 0..15 ; ios i, visionos i
  maxPINAgeInDays : integer in 0..730 ; ios i, visionos i
  minComplexChars : integer in 0..4 ; only ios i, macos, visionos i
  minLength : integer in 0..16 ; ios i, visionos i
  requireAlphanumeric : boolean ; only ios i, macos, visionos i
  pinHistory : integer in 1..50 ; ios i, visionos i
  maxGracePeriod : integer ; ios i, visionos i
  minutesUntilFailedLoginReset : integer ; only macos 10.10 i
  changeAtNextAuth : boolean ; only macos 10.13 i
  customRegex : dictionary ; only macos 14.0
    passwordContentRegex! : string
    passwordContentDescription : dictionary
      ANY : string
)";

}  // namespace mdm::profile
