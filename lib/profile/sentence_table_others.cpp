// SPDX-License-Identifier: Apache-2.0
#include "profile/sentence_table.hpp"

/// The other types of payload: what they are for. What is in them is told by name and value. The notation is explained
/// in sentence_table.hpp.
namespace mdm::profile {

const std::string_view sentences_on_others = R"(
type .GlobalPreferences = Global preferences : Settings for all apps of a Mac.
type com.apple.AssetCache.managed = Content caching : A Mac keeps what others nearby download from Apple.
type com.apple.Dictionary = Dictionary : Parental controls for the dictionary of a Mac.
type com.apple.DiscRecording = Discs : Whether a Mac may burn discs.
type com.apple.MCX = Managed settings : Settings of a Mac: accounts, energy, FileVault, time server or Wi-Fi.
type com.apple.MCX.TimeMachine = Time Machine : How a Mac is backed up.
type com.apple.ManagedClient.preferences = App settings : Settings of apps of a Mac.
type com.apple.NSExtension = Extensions : Which app extensions a Mac may use.
type com.apple.SetupAssistant.managed = Setup Assistant : Which steps of the setup are left out.
type com.apple.ShareKitHelper = Sharing services : Which services a Mac may share with.
type com.apple.applicationaccess.new = App restrictions : Which apps of a Mac may be opened.
type com.apple.appstore = App Store : What the App Store of a Mac may do.
type com.apple.asam = Autonomous Single App Mode : Which apps may lock a Mac to themselves.
type com.apple.dashboard = Dashboard : Which widgets a Mac may show.
type com.apple.declarations = Declarations : Settings by declarative management, without a server.
type com.apple.desktop = Desktop : The desktop picture of a Mac.
type com.apple.dock = Dock : What the Dock of a Mac holds, and how it behaves.
type com.apple.education = Classroom : Teachers, pupils and classes.
type com.apple.familycontrols.contentfilter = Content filter : Parental controls for the websites that a Mac opens.
type com.apple.familycontrols.timelimits.v2 = Time limits : Parental controls for when a Mac may be used.
type com.apple.fileproviderd = File provider : How apps of a Mac keep files in the cloud.
type com.apple.finder = Finder : What the Finder of a Mac shows and may do.
type com.apple.gamed = Game Center : Parental controls for Game Center on a Mac.
type com.apple.ironwood.support = Dictation : Parental controls for dictation and swear words on a Mac.
type com.apple.loginitems.managed = Login items : What a Mac opens when a user logs in.
type com.apple.lom = Lights Out Management : Macs that may be turned on and off from afar.
type com.apple.mcxMenuExtras = Menu bar : What the menu bar of a Mac holds.
type com.apple.mcxloginscripts = Login scripts : Scripts that a Mac runs when a user logs in or out.
type com.apple.mcxprinting = Printing : Printers of a Mac.
type com.apple.preference.security = Security settings : What users may change in the security settings of a Mac.
type com.apple.preference.users = User settings : What users may change about themselves on a Mac.
type com.apple.screensaver.user = Screen saver : The screen saver of a user of a Mac.
type com.apple.screensaver = Screen saver : The screen saver of a Mac, and when it asks for the password.
type com.apple.security.certificatepreference = Certificate for a service : Which certificate is used for which address.
type com.apple.security.certificaterevocation = Revocation : Whether revoked certificates are looked up.
type com.apple.security.certificatetransparency = Certificate Transparency : Which certificates need not be logged \
  publicly.
type com.apple.security.identitypreference = Identity for a service : Which identity is used for which address.
type com.apple.security.smartcard = Smart cards : How a Mac uses smart cards.
type com.apple.system.logging = Logging : What a Mac writes into its logs.
type com.apple.systemmigration = Migration : What is taken over when a user is moved to a Mac.
type com.apple.systempreferences = System Preferences : Which settings of a Mac are shown.
type com.apple.systemuiserver = Media : Which discs and drives a Mac may use.
type com.apple.universalaccess = Accessibility : Accessibility settings of a Mac.
type com.apple.xsan.preferences = Xsan settings : How a Mac uses an Xsan.
type com.apple.xsan = Xsan : A Mac uses an Xsan.
type loginwindow = Login items : What a Mac opens when a user logs in.
)";

}  // namespace mdm::profile
