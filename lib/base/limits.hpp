// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// The one table of what an input may cost. A limit that is met is named in the error (ErrorCode::too_large,
/// too_deep, too_costly), so that a person can tell "too big for mdmctl" from "broken".
namespace mdm::limits {

/// Bytes of a certificate, key, CSR, PKCS#12, push certificate request or server token. Genuine ones are below 20 KiB.
inline constexpr std::size_t credential_file = 1U << 20U;
/// Bytes of a configuration profile; they may carry fonts and certificates.
inline constexpr std::size_t profile_file = 16U << 20U;
/// Bytes of a file of trusted roots; that of a whole system has some 250 KiB.
inline constexpr std::size_t authorities_file = 4U << 20U;
/// Bytes of a passphrase file; the first line counts.
inline constexpr std::size_t passphrase_file = 4096;
/// Bytes of a list of tenants or devices; a hundred thousand rows with every column have some 40 MB.
inline constexpr std::size_t list_file = 64U << 20U;
/// Files of a folder that are looked into for push certificates.
inline constexpr std::size_t folder_files = 100'000;
/// Bytes of the configuration file.
inline constexpr std::size_t config_file = 64U << 10U;

/// Containers inside containers in a property list. Apple's own files stay below 20.
inline constexpr int plist_depth = 64;
/// Values in one property list, keys included.
inline constexpr std::size_t plist_values = 200'000;
/// Bytes of text and data in one property list; what a binary one refers to repeatedly counts every time.
inline constexpr std::size_t plist_bytes = 64U << 20U;
/// Findings about one property list that are listed one by one; the rest is a number.
inline constexpr std::size_t plist_findings = 100;

/// Findings about one configuration profile that are listed; the rest is a number.
inline constexpr std::size_t profile_findings = 1000;
/// Bytes of a baseline: the answer of an earlier lint, of some ten thousand files.
inline constexpr std::size_t baseline_file = 64U << 20U;

/// Of a YAML file: bytes, levels, and values in it. The largest of Apple's schema has 90 KiB, and 10 levels.
inline constexpr std::size_t yaml_file = 1U << 20U;
inline constexpr std::size_t yaml_depth = 64;
inline constexpr std::size_t yaml_nodes = 200'000;
/// Of a schema of payloads: files, lists of keys in all of them, and bytes of what they are compiled to. Apple's has
/// 128 files and 460 lists.
inline constexpr std::size_t schema_files = 2000;
inline constexpr std::size_t schema_lists = 50'000;
inline constexpr std::size_t schema_cache = 32U << 20U;
/// Of an archive: bytes as it is fetched, files in it, and bytes of all of them unpacked. That of Apple's schema has
/// 200 KiB, 320 files and 2 MiB.
inline constexpr std::size_t archive_file = 32U << 20U;
inline constexpr std::size_t archive_files = 5000;
inline constexpr std::size_t archive_bytes = 64U << 20U;

/// PEM blocks read from one file.
inline constexpr std::size_t pem_blocks = 256;
/// Certificates followed from a leaf to its root.
inline constexpr std::size_t chain_length = 8;
/// Bits of an RSA modulus that is still verified; larger ones only burn time.
inline constexpr int rsa_bits = 16'384;
/// Rounds of password-based key derivation (PKCS#12, PBKDF2) that one file may ask for in all, tries with an empty
/// passphrase included. OpenSSL writes 2048 a key, Keychain some 100,000.
inline constexpr std::uint64_t kdf_rounds = 5'000'000;
/// Memory that scrypt may ask for.
inline constexpr std::uint64_t scrypt_memory = 256U << 20U;
/// Bytes that the scrypt derivations of one file may go through in all (128 N r p each).
inline constexpr std::uint64_t scrypt_work = 1U << 30U;

/// Signers of one signed file, each of which is verified.
inline constexpr int message_signers = 16;
/// Recipients of one encrypted file, each of which is tried.
inline constexpr int envelope_recipients = 64;
/// Bytes of a tenant on its way to another store: what is encrypted, and the file around it. A push certificate with
/// ten years of history takes 100 KiB.
inline constexpr std::size_t tenant_export = 64U << 20U;
inline constexpr std::size_t tenant_export_file = 96U << 20U;
/// Bytes of one line in there, which is a row: a chain of certificates, or a key. Members of one of its objects, and
/// objects inside one another.
inline constexpr std::size_t tenant_export_line = 4U << 20U;
inline constexpr std::size_t tenant_export_members = 64;
inline constexpr std::size_t tenant_export_depth = 3;

/// Policies of one tenant, and how far one may be below the tenant's root.
inline constexpr std::size_t policies = 1000;
inline constexpr std::size_t policy_depth = 32;

/// Bytes of a name that a person gives (tenant, policy, note's title), as UTF-8.
inline constexpr std::size_t name = 200;
/// Bytes of a note that a person writes down.
inline constexpr std::size_t note = 4096;

/// Bytes of a URL; services refuse longer ones.
inline constexpr std::size_t url = 8000;
/// Bytes of a service's answer, headers and body. A page of 1000 devices has some 500 KiB.
inline constexpr std::size_t http_answer = 16U << 20U;
/// Bytes of a session of the Device Enrollment Program service, which has some hundreds; of a text in its account, and
/// the services that may be named there.
inline constexpr std::size_t dep_session = 16U << 10U;
inline constexpr std::size_t dep_text = 4096;
inline constexpr std::size_t dep_services = 1000;
/// Bytes of a cursor, of which Apple says 1000 at most; devices of a page, which is asked for 1000; members of a
/// device, which has some thirty; bytes of a serial number, which has some twelve, and of all members together that
/// have no column of their own. Findings of a page, and of a sync, that are listed one by one; the rest is a number.
inline constexpr std::size_t dep_cursor = 4096;
inline constexpr std::size_t dep_page = 5000;
inline constexpr std::size_t dep_members = 200;
inline constexpr std::size_t dep_serial = 64;
inline constexpr std::size_t dep_more = 16U << 10U;
inline constexpr std::size_t dep_findings = 100;
/// Bytes of an address of mail (RFC 5321, 4.5.3.1.3, less its brackets), and of a header that we write.
inline constexpr std::size_t mail_address = 254;
inline constexpr std::size_t mail_header_name = 50;
inline constexpr std::size_t mail_header = 2000;

/// Bytes of a text that is looked for. A subject or a fingerprint with colons stays below 300.
inline constexpr std::size_t search_text = 1000;

}  // namespace mdm::limits
