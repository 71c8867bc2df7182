// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct CMS_ContentInfo_st;

namespace mdm::crypto {

/// A CMS SignedData (RFC 5652, 5) in DER or BER, read and not yet believed.
class SignedMessage {
public:
    /// name    for messages
    /// throws  malformed_der, trailing_data; not_signed: it is CMS of another kind
    static SignedMessage parse(std::string_view bytes, std::string_view name);

    bool is_detached() const;  ///< what was signed is not in there
    /// What was signed, as it is inside; empty where it is detached.
    std::string_view content() const;

private:
    explicit SignedMessage(std::shared_ptr<CMS_ContentInfo_st> cms) : cms_(std::move(cms)) {}
    std::shared_ptr<CMS_ContentInfo_st> cms_;
};

}  // namespace mdm::crypto
