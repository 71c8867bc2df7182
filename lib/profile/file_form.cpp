// SPDX-License-Identifier: Apache-2.0
#include "profile/file_form.hpp"

#include "base/text.hpp"
#include "crypto/cms.hpp"
#include "plist/reader.hpp"

#include <string>

namespace mdm::profile {
namespace {

// RFC 5652: content types of a ContentInfo.
constexpr std::string_view signed_data = "1.2.840.113549.1.7.2";
constexpr std::string_view enveloped_data = "1.2.840.113549.1.7.3";

/// It begins as one does (RFC 5652, 3) and does not hold together: what is wrong with it, its reader says.
bool is_cut_signature(std::string_view bytes) {
    constexpr std::string_view signed_data_der = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02";
    constexpr std::size_t longest_header = 6;
    return bytes.starts_with('\x30') &&
           bytes.substr(0, longest_header + signed_data_der.size()).find(signed_data_der) != std::string_view::npos;
}

/// PEM (RFC 7468, 9) and S/MIME (RFC 8551, 3), by what stands first in them.
bool is_text_around_cms(std::string_view bytes) {
    const std::string start = lower_case(trimmed(bytes.substr(0, 4096)));
    return start.starts_with("-----begin pkcs7-----") || start.starts_with("-----begin cms-----") ||
           start.starts_with("mime-version:") || start.starts_with("content-type:");
}

}  // namespace

FileForm file_form(std::string_view bytes) {
    if (plist::looks_like_plist(bytes))
        return FileForm::plain;
    if (const auto type = crypto::cms_content_type(bytes)) {
        if (type == signed_data)
            return FileForm::signed_cms;
        return type == enveloped_data ? FileForm::encrypted : FileForm::other;
    }
    if (is_cut_signature(bytes))
        return FileForm::signed_cms;
    return is_text_around_cms(bytes) ? FileForm::signed_text : FileForm::other;
}

}  // namespace mdm::profile
