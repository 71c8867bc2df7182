// SPDX-License-Identifier: Apache-2.0
#include "base/error_code.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace mdm {
namespace {

using enum ErrorCode;

constexpr auto table = std::to_array<ErrorCodeInfo>({
    {bad_usage, "bad_usage", 2, "an option or argument is missing, unknown or does not fit the others"},
    {unknown_command, "unknown_command", 2, "there is no such command"},
    {bad_setting, "bad_setting", 2, "an environment variable or the configuration file holds something unusable"},
    {passphrase_needed, "passphrase_needed", 2, "an encrypted key or PKCS#12 was given without its passphrase"},
    {output_is_input, "output_is_input", 2, "the output file is also an input"},
    {binary_to_terminal, "binary_to_terminal", 2, "binary data was about to be written to a terminal"},

    {no_such_file, "no_such_file", 3, "the file does not exist"},
    {cannot_read, "cannot_read", 1, "the file could not be read"},
    {cannot_write, "cannot_write", 1, "the file could not be written; what was there before is untouched"},
    {not_a_file, "not_a_file", 7, "a directory, or a pipe or device, was given where a file is to be read"},
    {empty_file, "empty_file", 7, "the file has no content"},
    {too_large, "too_large", 7, "the input is larger than the limit for its kind"},
    {output_exists, "output_exists", 4, "the output file exists and holds something else"},
    {symlink_target, "symlink_target", 4, "a secret would be written through a symbolic link"},
    {others_can_write, "others_can_write", 4, "other users can change the file that is to be trusted"},
    {others_can_read, "others_can_read", 4, "other users can read the file that holds a secret"},
    {locked, "locked", 8, "another run holds the lock"},

    {not_recognized, "not_recognized", 7, "the content is of no kind that mdmctl knows"},
    {malformed_pem, "malformed_pem", 7, "a PEM block is cut, or its base64 is broken"},
    {malformed_der, "malformed_der", 7, "the DER inside is cut or broken"},
    {not_a_certificate, "not_a_certificate", 7, "something else is where a certificate belongs"},
    {not_a_csr, "not_a_csr", 7, "something else is where a certificate signing request belongs"},
    {not_a_private_key, "not_a_private_key", 7, "something else is where a private key belongs"},
    {not_a_push_certificate_request, "not_a_push_certificate_request", 7,
     "something else is where a push certificate request belongs"},
    {several_certificates, "several_certificates", 7, "the file holds several certificates and one is wanted"},
    {several_keys, "several_keys", 7, "the file holds several private keys and one is wanted"},
    {bad_certificate_signature, "bad_certificate_signature", 7,
     "the certificate was changed: its signature is not by the issuer that stands beside it"},
    {wrong_passphrase, "wrong_passphrase", 7, "the passphrase does not open the key or PKCS#12"},
    {unsupported_algorithm, "unsupported_algorithm", 7, "an algorithm that mdmctl does not have is asked for"},
    {too_costly, "too_costly", 7, "opening the file would take more time or memory than the limit"},
    {trailing_data, "trailing_data", 7, "there are bytes behind the end of the object"},
    {legacy_encryption, "legacy_encryption", 0, "the file is encrypted with an algorithm that is no longer safe"},
    {byte_order_mark, "byte_order_mark", 0, "the text file begins with a byte order mark"},

    {malformed_plist, "malformed_plist", 7, "the property list does not parse"},
    {too_deep, "too_deep", 7, "there are more levels or values than the limit"},
    {duplicate_key, "duplicate_key", 7, "a dictionary has the same key twice"},

    {no_topic, "no_topic", 7, "the certificate's subject has no UID, or several, so it has no push topic"},
    {topic_not_mdm, "topic_not_mdm", 7, "the certificate's UID is not a push topic of device management"},
    {app_push_certificate, "app_push_certificate", 7, "this is an app's push certificate"},
    {no_push_extension, "no_push_extension", 0, "the certificate lacks Apple's extension for production pushes"},
    {no_client_auth, "no_client_auth", 0, "the certificate is not marked for TLS client authentication"},
    {issuer_not_apple, "issuer_not_apple", 0, "the certificate was not issued by Apple"},
    {unusual_validity, "unusual_validity", 0, "the certificate is not valid for a year, as Apple's are"},
    {expiring, "expiring", 0, "the end is near"},
    {sandbox_certificate, "sandbox_certificate", 4, "the certificate was made by the rehearsal's pretend portal"},

    {not_a_push_certificate, "not_a_push_certificate", 4, "the file is no push certificate of device management"},
    {other_tenant, "other_tenant", 4, "it is another tenant's, by its topic, key, serial number or server"},
    {topic_mismatch, "topic_mismatch", 4, "the push topic is another one: every device would have to enroll again"},
    {key_mismatch, "key_mismatch", 4, "the private key or CSR does not belong to the certificate"},
    {apple_account_mismatch, "apple_account_mismatch", 4,
     "the Apple Account is not the one of the current certificate"},
    {expired, "expired", 4, "the certificate has ended"},
    {not_yet_valid, "not_yet_valid", 4, "the certificate is not valid yet, or the clock is wrong"},
    {older_than_current, "older_than_current", 4, "the certificate ends before the current one"},
    {same_certificate, "same_certificate", 4, "the certificate is the current one"},
    {key_changed, "key_changed", 0, "the certificate has another key than the current one"},
    {nothing_to_compare, "nothing_to_compare", 3, "there is no current certificate to compare with"},

    {certificate_exists, "certificate_exists", 4,
     "there is a push certificate already, and import never takes its place"},
    {key_not_held, "key_not_held", 4, "another MDM server holds the private key: it is tracked here and no more"},
    {personal_account, "personal_account", 0, "the Apple Account looks like a person's own"},
    {request_open, "request_open", 0, "a request is open already"},
    {no_such_request, "no_such_request", 3, "there is no such request"},
    {devices_unknown, "devices_unknown", 4, "which devices are concerned is not known"},
    {not_confirmed, "not_confirmed", 4, "what cannot be undone was not confirmed"},

    {bad_self_signature, "bad_self_signature", 7, "the CSR's signature is not by the key inside it"},
    {key_not_rsa_2048, "key_not_rsa_2048", 7, "the key is not RSA with 2048 bits, the only kind that Apple takes"},
    {weak_digest, "weak_digest", 0, "a signature uses a digest that is no longer safe"},
    {empty_subject, "empty_subject", 0, "the CSR has no subject"},

    {not_base64, "not_base64", 7, "the portal takes the base64 of the property list, not the list itself"},
    {wrong_root, "wrong_root", 7, "the property list is not a dictionary"},
    {missing_key, "missing_key", 7, "a key that is required is not there"},
    {wrong_type, "wrong_type", 7, "a value is of the wrong type"},
    {unknown_key, "unknown_key", 0, "a key that means nothing here"},
    {bad_request_signature, "bad_request_signature", 7, "the vendor's signature does not fit the CSR"},
    {obsolete_hash, "obsolete_hash", 7, "the vendor's signature is made with SHA-1"},
    {vendor_certificate_expired, "vendor_certificate_expired", 7, "the vendor's certificate has ended"},
    {vendor_certificate_not_yet_valid, "vendor_certificate_not_yet_valid", 7,
     "the vendor's certificate is not valid yet"},
    {vendor_certificate_expiring, "vendor_certificate_expiring", 0, "the vendor's certificate ends within a week"},
    {no_vendor_extension, "no_vendor_extension", 0, "the vendor's certificate lacks the mark of MDM CSR signing"},
    {chain_incomplete, "chain_incomplete", 7, "the chain does not lead from a vendor certificate to a root"},
    {chain_order, "chain_order", 7, "the chain is not in order, or a link in it is broken"},
    {chain_certificate_expired, "chain_certificate_expired", 7, "an intermediate or root certificate has ended"},
    {root_not_apple, "root_not_apple", 0, "the chain ends at a root that is not Apple's"},
    {pem_line_length, "pem_line_length", 0, "the PEM lines are not 64 characters long, as Apple asks"},
    {no_vendor_certificate, "no_vendor_certificate", 3, "no vendor certificate was given"},

    {not_a_rehearsal, "not_a_rehearsal", 4, "the command works in a rehearsal alone"},
    {program_not_found, "program_not_found", 127, "the program that is to be run is not there"},
    {program_not_runnable, "program_not_runnable", 126, "the program that is to be run is there and cannot be run"},
    {no_such_certificate, "no_such_certificate", 3, "there is no such certificate"},
    {certificate_ambiguous, "certificate_ambiguous", 2, "several certificates are there and none was named"},
    {renewal_window_over, "renewal_window_over", 4, "the certificate ended too long ago to be renewed"},
    {untrusted_vendor, "untrusted_vendor", 7, "the vendor's chain does not end at a root that the portal trusts"},
    {damaged_state, "damaged_state", 1, "mdmctl's own file is damaged"},
    {private_key_uploaded, "private_key_uploaded", 4, "a private key is in the file that is to be uploaded"},
    {no_such_server, "no_such_server", 3, "there is no such device management service at the portal"},
    {no_such_organization, "no_such_organization", 3, "there is no such organisation at the portal"},
    {cannot_listen, "cannot_listen", 1, "the pretend services cannot be had at that address"},

    {no_store, "no_store", 3, "there is no store there yet"},
    {store_exists, "store_exists", 4, "there is a store there already"},
    {store_not_empty, "store_not_empty", 4, "a store that is to be filled holds something already"},
    {not_a_store, "not_a_store", 7, "the file or database is not a store of mdmctl"},
    {store_too_new, "store_too_new", 4, "the store was written by a newer mdmctl"},
    {store_too_old, "store_too_old", 4, "the store's tables are older than this mdmctl needs: mdmctl store migrate"},
    {store_moved, "store_moved", 4, "the store was copied to another place and is kept for reading alone"},
    {store_damaged, "store_damaged", 1, "the store does not hold what it should"},
    {store_access_denied, "store_access_denied", 5, "the database server does not let us in, or not do this"},
    {unavailable, "unavailable", 6, "the service or server does not answer"},
    {insecure_connection, "insecure_connection", 4, "a connection would be made without verifying who answers"},
    {changed_meanwhile, "changed_meanwhile", 8, "another run changed the object between reading and writing it"},
    {no_store_key, "no_store_key", 3, "the store key is not to be had"},
    {not_a_store_key, "not_a_store_key", 7, "the file is no store key of mdmctl"},
    {wrong_store_key, "wrong_store_key", 4, "the store key does not open the store"},
    {key_of_other_store, "key_of_other_store", 4, "the store key belongs to another store"},
    {last_key_slot, "last_key_slot", 4, "it is the last way to open the store's secrets"},
    {no_such_key, "no_such_key", 3, "the store has no such key slot"},
    {no_such_secret, "no_such_secret", 3, "the store holds no such secret"},
    {sealed_elsewhere, "sealed_elsewhere", 4, "a sealed secret was moved from the place that it was sealed for"},
    {secret_damaged, "secret_damaged", 1, "a sealed secret does not open"},
    {audit_broken, "audit_broken", 1, "the audit chain was edited, cut or reordered"},
    {no_such_tenant, "no_such_tenant", 3, "there is no such tenant"},
    {tenant_exists, "tenant_exists", 4, "there is a tenant of that name already"},
    {tenant_not_named, "tenant_not_named", 2, "the store has several tenants, and none was named"},
    {bad_name, "bad_name", 2, "a name is empty, too long, or holds what cannot be shown"},
    {handed_over, "handed_over", 4, "the tenant was handed over, and another store looks after it"},
    {tenant_purged, "tenant_purged", 4, "the tenant's secrets were destroyed: there is no way back"},
    {policy_exists, "policy_exists", 4, "the tenant has a policy of that name already"},
    {no_such_policy, "no_such_policy", 3, "there is no such policy"},
    {policy_in_use, "policy_in_use", 4, "something hangs on the policy, which is named"},
    {no_such_contact, "no_such_contact", 3, "the policy has no such contact of its own"},
    {redundant_assignment, "redundant_assignment", 0, "a policy carries what it would inherit"},
    {malformed_csv, "malformed_csv", 7, "a table, or a row of it, is not what it should be"},
    {row_repeated, "row_repeated", 7, "a list names the same tenant, topic or file twice"},
    {some_failed, "some_failed", 1, "some of several failed; each has its own code"},

    {not_connected, "not_connected", 0, "the tenant uses a service and has nothing of it"},
    {no_contact, "no_contact", 0, "the tenant has nobody who is told before something ends"},
    {no_note, "no_note", 0, "the tenant has no note"},
    {not_asked, "not_asked", 0, "a service was not asked how things stand there"},

    {no_such_item, "no_such_item", 3, "the inventory has nothing of that name"},
    {item_ambiguous, "item_ambiguous", 2, "a name fits several things of the inventory"},
    {item_exists, "item_exists", 4, "the inventory has another thing of that name"},
    {ends_before_current, "ends_before_current", 4, "what is told ends before what the inventory has"},
    {end_unknown, "end_unknown", 7, "when it ends cannot be read"},

    {shared_between_tenants, "shared_between_tenants", 0, "two tenants have the same topic, key or serial number"},
    {nothing_found, "nothing_found", 3, "the store holds nothing that has this text"},
    {no_such_account, "no_such_account", 3, "nothing in the store was got with this account"},

    {wrong_recipient, "wrong_recipient", 7, "the file was encrypted for another key"},
    {altered, "altered", 7, "what is encrypted was cut or changed since"},
    {not_a_tenant_export, "not_a_tenant_export", 7, "the file is no export of a tenant, or does not fit together"},
    {intents_open, "intents_open", 4, "something that was begun outside the store has not come to its end"},

    {timed_out, "timed_out", 6, "the service did not answer in time"},
    {tls_failed, "tls_failed", 6, "the service did not prove who it is, or no TLS came about"},
    {bad_answer, "bad_answer", 6, "what answers is not the service, or it answers with more than the limit"},
    {unauthorized, "unauthorized", 5, "the service does not take our credentials"},
    {mail_refused, "mail_refused", 1, "the mail server refused the message for good"},
    {library_missing, "library_missing", 1, "a library that is opened on first use is not there, or too old"},
    {webhook_refused, "webhook_refused", 1, "the webhook does not take what is sent to it"},
    {hook_failed, "hook_failed", 1, "a command that was to be run ended with an error"},

    {not_a_server_token, "not_a_server_token", 7, "the file is no server token, or one that was cut or changed"},
    {no_push_certificate, "no_push_certificate", 4,
     "the tenant has no valid push certificate yet, which must come first"},
    {push_certificate_expired, "push_certificate_expired", 4, "the tenant's push certificate has ended"},
    {not_for_our_key, "not_for_our_key", 4, "the server token was made for a key that the store does not hold"},
    {other_server, "other_server", 4, "the server token is that of another device management service at Apple"},
    {other_organization, "other_organization", 4, "the server token is that of another organisation"},
    {token_expired, "token_expired", 5, "the server token has ended"},
    {token_superseded, "token_superseded", 5, "a newer server token was downloaded, which ended this one"},
    {token_rejected, "token_rejected", 5, "Apple does not take the server token"},
    {terms_not_accepted, "terms_not_accepted", 5,
     "Apple's terms changed, and nobody of the organisation has accepted them"},
    {clock_skew, "clock_skew", 5, "this host's clock is wrong, so that the service does not take what it signs"},
    {access_denied, "access_denied", 5, "the credentials do not allow this"},
    {rate_limited, "rate_limited", 6, "the service was asked too often, and said when to come again"},
    {not_for_this_server, "not_for_this_server", 4,
     "the server token was made for another public key than the one given"},
    {other_origin, "other_origin", 4, "a credential would be sent to another service than it was imported for"},
    {token_exists, "token_exists", 4, "there is a server token already, and import never takes its place"},
    {no_such_token, "no_such_token", 3, "there is no such server token"},
    {token_ambiguous, "token_ambiguous", 2, "several server tokens are there and none was named"},
    {expiry_estimated, "expiry_estimated", 0, "the end was reckoned from the time in the file's name"},
    {consumer_key_changed, "consumer_key_changed", 0,
     "the consumer key is another than that of the current server token"},
    {other_apple_account, "other_apple_account", 0, "the server token was got with another Apple Account"},
    {token_ended, "token_ended", 0, "a server token that the download has ended"},
    {not_proven, "not_proven", 0, "the server token was taken without asking Apple"},
    {unusual_form, "unusual_form", 0, "the file has another form than the portal gives out"},

    {not_signed, "not_signed", 3, "the profile has no signature"},
    {already_signed, "already_signed", 4, "the profile is signed already, and --resign was not given"},
    {not_a_profile, "not_a_profile", 7, "something else is where a configuration profile belongs"},
    {bad_signature, "bad_signature", 7, "the signature is not by the signer's key, or what it covers was changed"},
    {digest_mismatch, "digest_mismatch", 7, "what was signed was changed since"},
    {content_missing, "content_missing", 7, "the signature stands alone: what was signed is not in it"},
    {signer_missing, "signer_missing", 7, "nobody signed, or the signer's certificate is not in the file"},
    {several_signers, "several_signers", 0, "several have signed, and devices show one"},
    {untrusted_signer, "untrusted_signer", 4, "the signer's chain does not end at a root that is trusted"},
    {not_for_signing, "not_for_signing", 4, "the certificate is for other purposes than signatures"},
    {signing_time, "signing_time", 0,
     "the time of the signature is missing, in the future, or not among the days of its certificate"},
    {signed_twice, "signed_twice", 7, "there is a signature inside the signature, which no device takes"},
    {signed_as_text, "signed_as_text", 7, "the signature is written as text, PEM or S/MIME, which no device takes"},
    {not_der, "not_der", 0, "the signature is written in BER, where DER is the rule"},
    {no_such_signer, "no_such_signer", 3, "the store keeps no signer with that fingerprint"},
    {signer_ambiguous, "signer_ambiguous", 2, "several signers have fingerprints that begin so"},

    {interrupted, "interrupted", 130, "the run was interrupted"},
    {internal_error, "internal_error", 70, "a bug in mdmctl"},
});

constexpr bool table_is_in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].code) != i)
            return false;
    return true;
}
static_assert(table_is_in_order() && table.size() == static_cast<std::size_t>(internal_error) + 1);

}  // namespace

std::span<const ErrorCodeInfo> error_codes() { return table; }

const ErrorCodeInfo& info(ErrorCode code) { return table.at(static_cast<std::size_t>(code)); }

std::string_view name(ErrorCode code) { return info(code).name; }

int exit_code(ErrorCode code) { return info(code).exit; }

std::optional<ErrorCode> error_code_named(std::string_view wanted) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == wanted; });
    if (found == table.end())
        return std::nullopt;
    return found->code;
}

}  // namespace mdm
