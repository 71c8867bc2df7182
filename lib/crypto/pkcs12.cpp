// SPDX-License-Identifier: Apache-2.0
#include "crypto/pkcs12.hpp"

#include "crypto/octets.hpp"
#include "crypto/password_based.hpp"

#include <fmt/format.h>
#include <openssl/opensslv.h>

namespace mdm::crypto {
namespace {

constexpr int deepest_nesting = 8;  ///< of bags in bags; real files have none

void free_bags(STACK_OF(PKCS12_SAFEBAG) * bags) { sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free); }
void free_safes(STACK_OF(PKCS7) * safes) { sk_PKCS7_pop_free(safes, PKCS7_free); }
using Bags = Handle<STACK_OF(PKCS12_SAFEBAG), free_bags>;
using Safes = Handle<STACK_OF(PKCS7), free_safes>;

Error malformed(std::string_view what) {
    return openssl_error(ErrorCode::malformed_der, fmt::format("the PKCS#12's {} does not parse", what));
}

Bags parse_bags(const Secret& der) {
    const QuietErrors quiet;
    const unsigned char* at = octets(der.reveal());
    return Bags(static_cast<STACK_OF(PKCS12_SAFEBAG)*>(static_cast<void*>(
        ASN1_item_d2i(nullptr, &at, static_cast<long>(der.reveal().size()), ASN1_ITEM_rptr(PKCS12_SAFEBAGS)))));
}

Pkcs8Handle parse_key(const Secret& der) {
    const QuietErrors quiet;
    std::string_view rest = der.reveal();
    return Pkcs8Handle(decoded<d2i_PKCS8_PRIV_KEY_INFO>(rest));
}

class Pkcs12Reader {
public:
    Pkcs12Reader(PKCS12* file, Reading& reading) : file_(file), reading_(reading) {}

    void read() {
        if (PKCS12_mac_present(file_) == 1 && !passes_integrity_check())
            return reading_.lock();
        const Safes safes(PKCS12_unpack_authsafes(file_));
        if (!safes)
            throw malformed("content");
        for (int i = 0; i < sk_PKCS7_num(safes.get()); ++i)
            read_safe(sk_PKCS7_value(safes.get(), i));
    }

private:
    /// Tries the passphrases in their order and keeps the one that opens. False: none is to be had.
    template <class Opens>
    bool settle(const Opens& opens) {
        for (const Passphrase& candidate : {Passphrase{}, Passphrase{""}})
            if (opens(candidate)) {
                settled_ = candidate;
                return true;
            }
        const auto asked = reading_.passphrase();
        if (!asked)
            return false;
        if (!opens(*asked))
            throw reading_.wrong_passphrase();
        settled_ = *asked;
        return true;
    }

    bool passes_integrity_check() {
        const std::uint64_t rounds = mac_rounds();
        return settle([&](const Passphrase& candidate) {
            reading_.budget.spend_rounds(rounds);
            ERR_clear_error();
            const bool fits = PKCS12_verify_mac(file_, candidate ? candidate->data() : nullptr,
                                                candidate ? static_cast<int>(candidate->size()) : 0) == 1;
            // Another passphrase is no error to OpenSSL; what is one would be so with every passphrase.
            if (!fits && ERR_peek_error() != 0)
                throw openssl_error(ErrorCode::unsupported_algorithm, "the integrity check cannot be computed");
            return fits;
        });
    }

    std::uint64_t mac_rounds() {
        const ASN1_INTEGER* rounds = nullptr;
        const X509_ALGOR* algorithm = nullptr;
        PKCS12_get0_mac(nullptr, &algorithm, nullptr, &rounds, file_);
        if (dotted(algorithm->algorithm) != "1.2.840.113549.1.5.14")
            return rounds_of(rounds);
        if (OPENSSL_VERSION_NUMBER < 0x30400000L)
            throw Error{ErrorCode::unsupported_algorithm,
                        "the integrity check is PBMAC1, which needs OpenSSL 3.4 or newer",
                        "export the file again with an HMAC of SHA-256"};
        return pbmac1_rounds(algorithm);
    }

    void read_safe(PKCS7* safe) {
        if (PKCS7_type_is_data(safe) && safe->d.data != nullptr) {
            const Bags bags(PKCS12_unpack_p7data(safe));
            if (!bags)
                throw malformed("content");
            read_bags(bags.get(), 0);
        } else if (PKCS7_type_is_encrypted(safe) && safe->d.encrypted != nullptr) {
            const PKCS7_ENC_CONTENT* sealed = safe->d.encrypted->enc_data;
            if (sealed == nullptr || sealed->algorithm == nullptr || sealed->enc_data == nullptr)
                throw malformed("encrypted content");
            if (const Bags bags = open(sealed->algorithm, view(sealed->enc_data), parse_bags))
                read_bags(bags.get(), 0);
        } else {
            throw Error{ErrorCode::unsupported_algorithm,
                        fmt::format("a PKCS#12 that holds {} is not known here", dotted(safe->type))};
        }
    }

    void read_bags(const STACK_OF(PKCS12_SAFEBAG) * bags, int depth) {
        if (depth > deepest_nesting)
            throw Error{ErrorCode::malformed_der,
                        fmt::format("the PKCS#12 nests more than {} levels of bags", deepest_nesting)};
        for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i)
            read_bag(sk_PKCS12_SAFEBAG_value(bags, i), depth);
    }

    void read_bag(const PKCS12_SAFEBAG* bag, int depth) {
        switch (PKCS12_SAFEBAG_get_nid(bag)) {
            case NID_keyBag:
                return add_key(PKCS12_SAFEBAG_get0_p8inf(bag));
            case NID_pkcs8ShroudedKeyBag:
                return read_shrouded(PKCS12_SAFEBAG_get0_pkcs8(bag));
            case NID_certBag:
                return add_certificate(bag);
            case NID_safeContentsBag:
                return read_bags(PKCS12_SAFEBAG_get0_safes(bag), depth + 1);
            default:
                return;
        }
    }

    void read_shrouded(const X509_SIG* sealed) {
        const X509_ALGOR* algorithm = nullptr;
        const ASN1_OCTET_STRING* ciphertext = nullptr;
        X509_SIG_get0(sealed, &algorithm, &ciphertext);
        if (const Pkcs8Handle key = open(algorithm, view(ciphertext), parse_key))
            add_key(key.get());
    }

    void add_key(const PKCS8_PRIV_KEY_INFO* info) {
        const Secret der{encoded<i2d_PKCS8_PRIV_KEY_INFO>(info)};
        reading_.contents.holds_key = true;
        reading_.contents.keys.push_back(PrivateKey::from_der(der.reveal()));
    }

    void add_certificate(const PKCS12_SAFEBAG* bag) {
        if (PKCS12_SAFEBAG_get_bag_nid(bag) != NID_x509Certificate)
            return;
        const X509Handle x509(PKCS12_SAFEBAG_get1_cert(bag));
        if (!x509)
            throw malformed("certificate");
        reading_.contents.certificates.push_back(Certificate::from_der(encoded<i2d_X509>(x509.get())));
    }

    /// Decrypts and parses. Where there was no integrity check, what is opened first settles the passphrase.
    /// Null: there is no passphrase to be had.
    template <class T>
    T open(const X509_ALGOR* algorithm, std::string_view ciphertext, T (*parse)(const Secret&)) {
        if (const auto cipher = legacy_cipher(algorithm))
            reading_.note_legacy(*cipher);
        T opened;
        const auto opens = [&](const Passphrase& candidate) {
            if (const auto plain = decrypt(algorithm, ciphertext, candidate, reading_.budget))
                opened = parse(*plain);
            return opened != nullptr;
        };
        if (!settled_ && !settle(opens))
            reading_.lock();
        else if (!opened && !opens(*settled_))  // openssl pkcs12 -twopass: one for the check, another for this
            throw reading_.wrong_passphrase();
        return opened;
    }

    PKCS12* file_;
    Reading& reading_;
    std::optional<Passphrase> settled_;
};

}  // namespace

void read_pkcs12(std::string_view der, Reading& reading) {
    ERR_clear_error();
    const Pkcs12Handle file(decoded<d2i_PKCS12>(der));
    if (!file)
        throw openssl_error(ErrorCode::malformed_der, "the PKCS#12 does not parse");
    if (!der.empty())
        throw Error{ErrorCode::trailing_data, "there are bytes behind the end of the PKCS#12"};
    Pkcs12Reader(file.get(), reading).read();
}

}  // namespace mdm::crypto
