// SPDX-License-Identifier: Apache-2.0
#include "profile/opened_file.hpp"

#include "base/text.hpp"
#include "profile/file_form.hpp"

#include <fmt/format.h>

namespace mdm::profile {

OpenedFile open_file(std::string_view bytes, std::string_view name) {
    switch (file_form(bytes)) {
        case FileForm::plain:
            return {.profile = bytes};
        case FileForm::signed_cms: {
            auto message = crypto::SignedMessage::parse(bytes, name);
            const std::string_view profile = message.content();
            return {std::move(message), profile};
        }
        case FileForm::signed_text:
            throw Error{ErrorCode::signed_as_text,
                        fmt::format("'{}' is signed as text, PEM or S/MIME: devices take DER alone", name),
                        "sign the profile itself again: mdmctl profile sign"};
        case FileForm::encrypted:
            throw Error{ErrorCode::not_a_profile,
                        fmt::format("'{}' is encrypted as a whole, and no device takes it so", name),
                        "what may be encrypted is the content of a profile, in EncryptedPayloadContent"};
        case FileForm::other:
            break;
    }
    throw Error{ErrorCode::not_a_profile, fmt::format("'{}' is no configuration profile", name),
                fmt::format("mdmctl inspect {} says what it is", shell_quoted(name))};
}

plist::Document read_profile(std::string_view profile, std::string_view name) {
    if (!plist::looks_like_plist(profile))
        throw Error{ErrorCode::not_a_profile, fmt::format("what is signed in '{}' is no configuration profile", name)};
    auto document = plist::read(profile, name);
    const plist::Value* type = document.root.find("PayloadType");
    const auto* word = type != nullptr ? type->get_if<std::string>() : nullptr;
    if (word == nullptr || *word != "Configuration")
        throw Error{ErrorCode::not_a_profile,
                    fmt::format("'{}' is a property list, and no configuration profile: its PayloadType is {}", name,
                                word != nullptr ? fmt::format("'{}'", *word) : "missing"),
                    "the PayloadType of a profile is Configuration"};
    return document;
}

}  // namespace mdm::profile
