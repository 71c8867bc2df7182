#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""profiles.py FOLDER COUNT: as many configuration profiles of 4 KiB with four payloads, none of which is wrong."""

import plistlib
import sys
import uuid

RESTRICTIONS = """
    allowCamera allowScreenShot allowAssistant allowCloudBackup allowCloudKeychainSync allowFingerprintForUnlock
    allowLockScreenControlCenter allowLockScreenNotificationsView allowLockScreenTodayView allowManagedAppsCloudSync
    allowOpenFromManagedToUnmanaged allowOpenFromUnmanagedToManaged allowPassbookWhileLocked allowInAppPurchases
    allowSpotlightInternetResults allowUntrustedTLSPrompt forceAirDropUnmanaged forceEncryptedBackup forceLimitAdTracking
    allowDiagnosticSubmission allowVoiceDialing allowUnmanagedToReadManagedContacts forceWatchWristDetection
    allowManagedToWriteUnmanagedContacts allowEnterpriseBookBackup allowEnterpriseBookMetadataSync allowSharedStream
    """.split()


def common(profile, part, kind):
    name = f"org.example.bench.{profile}" + (f".{part}" if part else "")
    return {
        "PayloadType": kind,
        "PayloadVersion": 1,
        "PayloadIdentifier": name,
        "PayloadUUID": str(uuid.uuid5(uuid.NAMESPACE_DNS, name)).upper(),
        "PayloadDisplayName": f"Part {part} of profile {profile}",
    }


def profile(number):
    payloads = (
        ("com.apple.applicationaccess", dict.fromkeys(RESTRICTIONS, True)),
        ("com.apple.mobiledevice.passwordpolicy", {"minLength": 6, "maxFailedAttempts": 6, "maxInactivity": 5}),
        ("com.apple.webClip.managed", {"URL": "https://intranet.example", "Label": "Intranet", "Icon": bytes(300)}),
        ("com.apple.wifi.managed", {"SSID_STR": f"office {number}", "EncryptionType": "WPA2", "Password": "%Password%"}),
    )
    content = [{**common(number, part, kind), **keys} for part, (kind, keys) in enumerate(payloads, 1)]
    return {**common(number, 0, "Configuration"), "PayloadContent": content}


folder, count = sys.argv[1], int(sys.argv[2])
for index in range(count):
    with open(f"{folder}/{index}.mobileconfig", "wb") as file:
        plistlib.dump(profile(index), file, sort_keys=False)
