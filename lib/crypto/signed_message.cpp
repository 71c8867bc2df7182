// SPDX-License-Identifier: Apache-2.0
#include "crypto/signed_message.hpp"

#include "base/error.hpp"
#include "crypto/octets.hpp"

#include <fmt/format.h>
#include <openssl/cms.h>

namespace mdm::crypto {

SignedMessage SignedMessage::parse(std::string_view bytes, std::string_view name) {
    const std::shared_ptr<CMS_ContentInfo> cms(decoded<d2i_CMS_ContentInfo>(bytes), CMS_ContentInfo_free);
    if (!cms)
        throw openssl_error(ErrorCode::malformed_der, fmt::format("the signature around '{}' does not parse", name));
    if (OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        throw Error{ErrorCode::not_signed, fmt::format("'{}' is CMS, and no signature", name),
                    "mdmctl inspect says what a file is"};
    if (!bytes.empty())
        throw Error{ErrorCode::trailing_data, fmt::format("there are bytes behind the end of '{}'", name)};
    return SignedMessage(cms);
}

bool SignedMessage::is_detached() const {
    ASN1_OCTET_STRING** content = CMS_get0_content(cms_.get());
    return content == nullptr || *content == nullptr;
}

std::string_view SignedMessage::content() const {
    return is_detached() ? std::string_view{} : view(*CMS_get0_content(cms_.get()));
}

}  // namespace mdm::crypto
