// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/handle.hpp"

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/// OpenSSL's objects, owned. Included by lib/crypto/*.cpp alone: no other room sees a C type.
namespace mdm::crypto {

using X509Handle = Handle<X509, X509_free>;
using X509ReqHandle = Handle<X509_REQ, X509_REQ_free>;
using X509NameHandle = Handle<X509_NAME, X509_NAME_free>;
using X509NameEntryHandle = Handle<X509_NAME_ENTRY, X509_NAME_ENTRY_free>;
using X509PubkeyHandle = Handle<X509_PUBKEY, X509_PUBKEY_free>;
using X509ExtensionHandle = Handle<X509_EXTENSION, X509_EXTENSION_free>;
using X509SigHandle = Handle<X509_SIG, X509_SIG_free>;
using PkeyHandle = Handle<EVP_PKEY, EVP_PKEY_free>;
using PkeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using DigestContext = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;
using CipherContext = Handle<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using Pkcs8Handle = Handle<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;
using Pkcs12Handle = Handle<PKCS12, PKCS12_free>;
using PbeParameters = Handle<PBEPARAM, PBEPARAM_free>;
using Pbes2Parameters = Handle<PBE2PARAM, PBE2PARAM_free>;
using Pbkdf2Parameters = Handle<PBKDF2PARAM, PBKDF2PARAM_free>;
using ScryptParameters = Handle<SCRYPT_PARAMS, SCRYPT_PARAMS_free>;
using PssParameters = Handle<RSA_PSS_PARAMS, RSA_PSS_PARAMS_free>;
using BasicConstraints = Handle<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>;
using ExtendedKeyUsage = Handle<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>;
using AuthorityKeyId = Handle<AUTHORITY_KEYID, AUTHORITY_KEYID_free>;
using OctetString = Handle<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>;
using BitString = Handle<ASN1_BIT_STRING, ASN1_BIT_STRING_free>;
using Integer = Handle<ASN1_INTEGER, ASN1_INTEGER_free>;
using Asn1Time = Handle<ASN1_TIME, ASN1_TIME_free>;
using Object = Handle<ASN1_OBJECT, ASN1_OBJECT_free>;
using BigNumber = Handle<BIGNUM, BN_free>;

}  // namespace mdm::crypto
