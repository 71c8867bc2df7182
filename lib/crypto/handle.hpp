// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

/// OpenSSL's objects, owned. Included by lib/crypto/*.cpp alone: no other room sees a C type.
namespace mdm::crypto {

template <auto free_fn>
struct Freed {
    template <class T>
    void operator()(T* p) const noexcept {
        free_fn(p);
    }
};
template <class T, auto free_fn>
using Handle = std::unique_ptr<T, Freed<free_fn>>;

using Bio = Handle<BIO, BIO_free_all>;
using X509Handle = Handle<X509, X509_free>;
using X509ReqHandle = Handle<X509_REQ, X509_REQ_free>;
using PkeyHandle = Handle<EVP_PKEY, EVP_PKEY_free>;
using PkeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using DigestContext = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;
using Pkcs12Handle = Handle<PKCS12, PKCS12_free>;

}  // namespace mdm::crypto
