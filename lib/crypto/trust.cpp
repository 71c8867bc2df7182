// SPDX-License-Identifier: Apache-2.0
#include "crypto/trust.hpp"

#include "base/limits.hpp"
#include "crypto/octets.hpp"
#include "crypto/signature.hpp"

#include <algorithm>
#include <ctime>
#include <openssl/x509_vfy.h>

namespace mdm::crypto {
namespace {

using Kind = PathProblem::Kind;

/// The certificates themselves belong to who made the stack.
void free_stack(STACK_OF(X509) * certificates) { sk_X509_free(certificates); }
using BorrowedStack = Handle<STACK_OF(X509), free_stack>;
using StoreContext = Handle<X509_STORE_CTX, X509_STORE_CTX_free>;

Kind kind_of(int error) {
    switch (error) {
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
            return Kind::issuer_missing;
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
            return Kind::untrusted_root;
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return Kind::expired;
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return Kind::not_yet_valid;
        case X509_V_ERR_CERT_SIGNATURE_FAILURE:
            return Kind::bad_signature;
        default:
            return Kind::not_allowed;
    }
}

/// Notes a problem and goes on, so that all are found.
int note(int ok, X509_STORE_CTX* context) {
    auto& problems = *static_cast<std::vector<PathProblem>*>(X509_STORE_CTX_get_app_data(context));
    const int error = X509_STORE_CTX_get_error(context);
    // It only says that there is no issuer to verify with, which was said before.
    if (ok == 1 || error == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE)
        return 1;
    const auto depth = static_cast<std::size_t>(std::max(X509_STORE_CTX_get_error_depth(context), 0));
    const Kind kind = kind_of(error);
    const bool known = std::any_of(problems.begin(), problems.end(), [&](const PathProblem& other) {
        return other.kind == kind && other.depth == depth;
    });
    if (!known)
        problems.push_back({kind, depth, X509_verify_cert_error_string(error)});
    return 1;
}

std::shared_ptr<X509_STORE> empty_store() {
    std::shared_ptr<X509_STORE> store(X509_STORE_new(), X509_STORE_free);
    if (!store)
        throw openssl_error(ErrorCode::internal_error, "no store of certificates could be made");
    return store;
}

}  // namespace

TrustAnchors::TrustAnchors(const std::vector<Certificate>& roots) : store_(empty_store()) {
    for (const Certificate& root : roots)
        if (X509_STORE_add_cert(store_.get(), root.handle()) != 1)
            throw openssl_error(ErrorCode::internal_error,
                                "a certificate could not be put among those that are trusted");
}

TrustAnchors TrustAnchors::of_system() {
    const QuietErrors quiet;
    TrustAnchors anchors{std::vector<Certificate>{}};
    // X509_STORE_set_default_paths() would read the environment.
    X509_STORE_load_file(anchors.store_.get(), X509_get_default_cert_file());
    X509_STORE_load_path(anchors.store_.get(), X509_get_default_cert_dir());
    return anchors;
}

Path path_to_anchor(const Certificate& leaf, const std::vector<Certificate>& pool, const TrustAnchors& anchors,
                    Time at) {
    const QuietErrors quiet;
    const BorrowedStack between(sk_X509_new_null());
    for (const Certificate& certificate : pool) {
        if (certificate.public_key().handle() != nullptr)
            refuse_oversized(certificate.public_key().handle());
        sk_X509_push(between.get(), certificate.handle());
    }
    const StoreContext context(X509_STORE_CTX_new());
    Path path;
    if (!context || X509_STORE_CTX_init(context.get(), anchors.handle(), leaf.handle(), between.get()) != 1)
        throw openssl_error(ErrorCode::internal_error, "a chain of certificates could not be verified");
    X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(parameters, static_cast<std::time_t>(at.time_since_epoch().count()));
    X509_VERIFY_PARAM_set_depth(parameters, static_cast<int>(limits::chain_length));
    X509_STORE_CTX_set_app_data(context.get(), &path.problems);
    X509_STORE_CTX_set_verify_cb(context.get(), note);
    X509_verify_cert(context.get());
    std::stable_sort(path.problems.begin(), path.problems.end(),
                     [](const PathProblem& a, const PathProblem& b) { return a.depth < b.depth; });
    const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context.get());
    for (int i = 0; i < sk_X509_num(chain); ++i)
        path.chain.push_back(Certificate::from_der(encoded<i2d_X509>(sk_X509_value(chain, i))));
    return path;
}

}  // namespace mdm::crypto
