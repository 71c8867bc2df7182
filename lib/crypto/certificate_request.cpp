// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate_request.hpp"

#include "crypto/name_codec.hpp"
#include "crypto/octets.hpp"
#include "crypto/pem.hpp"
#include "crypto/signature.hpp"

#include <utility>

namespace mdm::crypto {
namespace {

bool verifies_itself(X509_REQ* request, const PublicKey& key) {
    if (key.handle() == nullptr)
        return false;
    refuse_oversized(key.handle());
    const QuietErrors quiet;
    return X509_REQ_verify(request, key.handle()) == 1;
}

std::string digest_of(const X509_REQ* request) {
    const X509_ALGOR* algorithm = nullptr;
    X509_REQ_get0_signature(request, nullptr, &algorithm);
    return digest_name(algorithm);
}

}  // namespace

CertificateRequest::CertificateRequest(std::string der, Name subject, PublicKey key, std::string digest, bool valid)
    : der_(std::move(der)),
      subject_(std::move(subject)),
      public_key_(std::move(key)),
      signature_digest_(std::move(digest)),
      self_signature_valid_(valid) {}

CertificateRequest CertificateRequest::from_der(std::string_view der) {
    ERR_clear_error();
    std::string_view rest = der;
    const X509ReqHandle request(decoded<d2i_X509_REQ>(rest));
    if (!request)
        throw openssl_error(ErrorCode::malformed_der, "the CSR does not parse");
    if (!rest.empty())
        throw Error{ErrorCode::trailing_data, "there are bytes behind the end of the CSR"};
    PublicKey key(X509_REQ_get_X509_PUBKEY(request.get()));
    const bool valid = verifies_itself(request.get(), key);
    return {std::string(der), decode_name(X509_REQ_get_subject_name(request.get())), std::move(key),
            digest_of(request.get()), valid};
}

CertificateRequest CertificateRequest::make(const std::vector<Name::Attribute>& subject, const PrivateKey& key) {
    const X509ReqHandle request(X509_REQ_new());
    const X509NameHandle name = encode_name(subject);
    if (!request || X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) != 1 ||
        X509_REQ_set_subject_name(request.get(), name.get()) != 1 ||
        X509_REQ_set_pubkey(request.get(), key.handle()) != 1 ||
        X509_REQ_sign(request.get(), key.handle(), digest_for(key.handle(), Digest::sha256)) <= 0)
        throw openssl_error(ErrorCode::unsupported_algorithm, "the CSR could not be signed");
    return from_der(encoded<i2d_X509_REQ>(request.get()));
}

std::string CertificateRequest::to_pem() const { return to_pem_block("CERTIFICATE REQUEST", der_); }

}  // namespace mdm::crypto
