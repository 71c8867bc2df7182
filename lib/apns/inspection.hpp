// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/file_kind.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/time.hpp"
#include "crypto/contents.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mdm::apns {

/// All that is in a file of PEM, DER or PKCS#12, whichever part of it the rest is about.
struct Container {
    enum class Key { none, open, locked };

    crypto::Contents::Form form = crypto::Contents::Form::pem;
    std::size_t certificates = 0;
    std::size_t csrs = 0;
    Key private_key = Key::none;  ///< locked: of one that is encrypted and stayed shut, nothing is known
};

/// What a file turned out to be and what there is to say about it. What does not apply is absent.
struct Inspection {
    FileKind kind = FileKind::certificate;
    std::optional<std::string> topic;
    std::optional<std::string> subject;
    std::optional<std::string> issuer;
    std::optional<std::string> serial;
    std::optional<Time> not_before;
    std::optional<Time> not_after;
    std::optional<std::string> public_key;           ///< "RSA 2048"
    std::optional<std::string> public_key_sha256;    ///< of the SubjectPublicKeyInfo, lower-case hex
    std::optional<crypto::Certificate> certificate;  ///< where the file is about one
    std::vector<crypto::Certificate> chain;          ///< of a push certificate request: vendor to root
    std::optional<Container> container;              ///< of PEM, DER and PKCS#12
    std::vector<Finding> findings;
};

/// Reads whatever file of the push certificate's life it is given. A certificate that comes with its private key is
/// judged together with it.
/// passphrase  asked for when the file is encrypted
/// key         must belong to what is in the file (key_mismatch); nullopt: nothing to compare with
/// throws  not_recognized, several_certificates, and what the readers throw
Inspection inspect(const FileContent& file, const crypto::PassphraseSource& passphrase,
                   const std::optional<crypto::PublicKey>& key, Time now);

/// The same, for a command that wants a push certificate, CSR or push certificate request.
/// throws  no_topic, topic_not_mdm, app_push_certificate, not_a_certificate, passphrase_needed: naming what the file is
///         instead
Inspection inspect_push_file(const FileContent& file, const crypto::PassphraseSource& passphrase,
                             const std::optional<crypto::PublicKey>& key, Time now);

}  // namespace mdm::apns
