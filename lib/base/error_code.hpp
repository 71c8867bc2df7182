// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace mdm {

/// Every code that an error or a finding can have. Its name (in the JSON) and its exit code are a contract:
/// a code is never renamed, never given another exit code, and never used for something else.
/// The table in error_code.cpp is in this order; `mdmctl help codes` prints it.
enum class ErrorCode {
    // usage
    bad_usage,
    unknown_command,
    bad_setting,
    passphrase_needed,
    output_is_input,
    binary_to_terminal,
    // files
    no_such_file,
    cannot_read,
    cannot_write,
    not_a_file,
    empty_file,
    too_large,
    output_exists,
    symlink_target,
    others_can_write,
    others_can_read,
    locked,
    // what a file holds
    not_recognized,
    malformed_pem,
    malformed_der,
    not_a_certificate,
    not_a_csr,
    not_a_private_key,
    not_a_push_certificate_request,
    several_certificates,
    several_keys,
    bad_certificate_signature,
    wrong_passphrase,
    unsupported_algorithm,
    too_costly,
    trailing_data,
    legacy_encryption,
    byte_order_mark,
    // property lists
    malformed_plist,
    too_deep,
    duplicate_key,
    // push certificates
    no_topic,
    topic_not_mdm,
    app_push_certificate,
    no_push_extension,
    no_client_auth,
    issuer_not_apple,
    unusual_validity,
    expiring,
    sandbox_certificate,
    // renewal
    not_a_push_certificate,
    other_tenant,
    topic_mismatch,
    key_mismatch,
    apple_account_mismatch,
    expired,
    not_yet_valid,
    older_than_current,
    same_certificate,
    key_changed,
    nothing_to_compare,
    // push certificates that are held
    certificate_exists,
    key_not_held,
    personal_account,
    request_open,
    no_such_request,
    devices_unknown,
    not_confirmed,
    // CSRs
    bad_self_signature,
    key_not_rsa_2048,
    weak_digest,
    empty_subject,
    // push certificate requests
    not_base64,
    wrong_root,
    missing_key,
    wrong_type,
    unknown_key,
    bad_request_signature,
    obsolete_hash,
    vendor_certificate_expired,
    vendor_certificate_not_yet_valid,
    vendor_certificate_expiring,
    no_vendor_extension,
    chain_incomplete,
    chain_order,
    chain_certificate_expired,
    root_not_apple,
    pem_line_length,
    no_vendor_certificate,
    // the rehearsal and its pretend portal
    not_a_rehearsal,
    program_not_found,
    program_not_runnable,
    no_such_certificate,
    certificate_ambiguous,
    renewal_window_over,
    untrusted_vendor,
    damaged_state,
    private_key_uploaded,
    no_such_server,
    no_such_organization,
    cannot_listen,
    // store
    no_store,
    store_exists,
    store_not_empty,
    not_a_store,
    store_too_new,
    store_too_old,
    store_moved,
    store_damaged,
    store_access_denied,
    unavailable,
    insecure_connection,
    changed_meanwhile,
    no_store_key,
    not_a_store_key,
    wrong_store_key,
    key_of_other_store,
    last_key_slot,
    no_such_key,
    no_such_secret,
    sealed_elsewhere,
    secret_damaged,
    audit_broken,
    no_such_tenant,
    tenant_exists,
    tenant_not_named,
    bad_name,
    handed_over,
    tenant_purged,
    policy_exists,
    no_such_policy,
    policy_in_use,
    no_such_contact,
    redundant_assignment,
    malformed_csv,
    row_repeated,
    some_failed,
    // what a tenant lacks
    not_connected,
    no_contact,
    no_note,
    not_asked,
    // what ends when
    no_such_item,
    item_ambiguous,
    item_exists,
    ends_before_current,
    end_unknown,
    // what is this, and whose
    shared_between_tenants,
    nothing_found,
    no_such_account,
    // a tenant on its way
    wrong_recipient,
    altered,
    not_a_tenant_export,
    intents_open,
    // services and mail servers; unavailable and insecure_connection are above
    timed_out,
    tls_failed,
    bad_answer,
    unauthorized,
    mail_refused,
    library_missing,
    webhook_refused,
    hook_failed,
    // server tokens
    not_a_server_token,
    no_push_certificate,
    push_certificate_expired,
    not_for_our_key,
    other_server,
    other_organization,
    token_expired,
    token_superseded,
    token_rejected,
    terms_not_accepted,
    clock_skew,
    access_denied,
    rate_limited,
    not_for_this_server,
    other_origin,
    token_exists,
    no_such_token,
    token_ambiguous,
    expiry_estimated,
    consumer_key_changed,
    other_apple_account,
    token_ended,
    not_proven,
    unusual_form,
    // signed configuration profiles
    not_signed,
    already_signed,
    not_a_profile,
    bad_signature,
    digest_mismatch,
    content_missing,
    signer_missing,
    several_signers,
    untrusted_signer,
    not_for_signing,
    signing_time,
    signed_twice,
    signed_as_text,
    not_der,
    no_such_signer,
    signer_ambiguous,
    // mdmctl itself
    interrupted,
    internal_error,
};

struct ErrorCodeInfo {
    ErrorCode code;
    std::string_view name;
    int exit;  ///< of a command that ends with it; 0: only ever a remark
    std::string_view meaning;
};

/// Of a command that a safety rule refused.
inline constexpr int refusal_exit = 4;

std::span<const ErrorCodeInfo> error_codes();

const ErrorCodeInfo& info(ErrorCode code);
std::string_view name(ErrorCode code);
int exit_code(ErrorCode code);
std::optional<ErrorCode> error_code_named(std::string_view name);

}  // namespace mdm
