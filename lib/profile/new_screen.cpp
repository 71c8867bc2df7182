// SPDX-License-Identifier: Apache-2.0
// The types web-clip and home-screen.
#include "base/text.hpp"
#include "profile/home_screen_layout.hpp"
#include "profile/new_addresses.hpp"
#include "profile/new_values.hpp"
#include "profile/outline.hpp"
#include "profile/profile_draft.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

using Kind = NewOption::Kind;
using Form = NewOption::Form;

constexpr NewOption web_clip_options[]{
    {.name = "--web-clip-url",
     .value = "URL",
     .form = Form::web_url,
     .is_required = true,
     .key = "URL",
     .help = "the page"},
    {.name = "--web-clip-label",
     .value = "TEXT",
     .is_required = true,
     .key = "Label",
     .help = "what stands below the icon"},
    {.name = "--web-clip-icon",
     .value = "FILE",
     .kind = Kind::file,
     .key = "Icon",
     .help = "a PNG, square, 400 pixels at most; without it the icon is white"},
    {.name = "--web-clip-full-screen", .kind = Kind::yes, .key = "FullScreen", .help = "opens without Safari's frame"},
    {.name = "--web-clip-whole-web",
     .kind = Kind::yes,
     .key = "IgnoreManifestScope",
     .help = "of full screen: other sites open without the frame as well"},
    {.name = "--web-clip-precomposed", .kind = Kind::yes, .key = "Precomposed", .help = "the icon is shown as it is"},
    {.name = "--web-clip-not-removable",
     .kind = Kind::no,
     .key = "IsRemovable",
     .help = "the user cannot take it away"},
    {.name = "--web-clip-app",
     .value = "BUNDLE-ID",
     .key = "TargetApplicationBundleIdentifier",
     .help = "the app that opens it, and not Safari"},
};

constexpr NewOption home_screen_options[]{
    {.name = "--home-screen-layout",
     .value = "FILE",
     .kind = Kind::file,
     .is_required = true,
     .help = "YAML or JSON: dock, a list of bundle identifiers; pages, a list of pages, each a list of bundle "
             "identifiers, of {folder: NAME, pages: [...]}, and of {web-clip: URL}"},
};

constexpr std::uint32_t largest_icon = 400;  // pixels: Apple, Device Management, WebClip

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (const char byte : bytes.substr(at, 4))
        number = number << 8U | static_cast<unsigned char>(byte);
    return number;
}

/// PNG (third edition), 5.2 and 11.2: a signature, IHDR with width and height first, and IEND last.
void check_icon(const FileContent& file) {
    constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
    constexpr std::string_view header{"\0\0\0\x0DIHDR", 8};
    constexpr std::string_view end{"\0\0\0\0IEND\xAE\x42\x60\x82", 12};
    const std::string_view bytes = file.bytes.reveal();
    if (!bytes.starts_with(signature))
        throw Error{ErrorCode::not_recognized,
                    fmt::format("'{}' is no PNG, which the icon of a web clip is", file.name),
                    "convert icon.jpg icon.png"};
    // The header's 13 bytes and its check are between the two.
    if (bytes.size() < signature.size() + header.size() + 17 + end.size() ||
        !bytes.substr(signature.size()).starts_with(header) || !bytes.ends_with(end))
        throw Error{ErrorCode::wrong_format, fmt::format("'{}' is a PNG that is cut or damaged", file.name)};
    const auto width = number_at(bytes, signature.size() + header.size());
    const auto height = number_at(bytes, signature.size() + header.size() + 4);
    if (width == 0 || width != height || width > largest_icon)
        throw Error{ErrorCode::out_of_range,
                    fmt::format("'{}' is {} x {} pixels, and the icon of a web clip is square and at most {} wide",
                                file.name, width, height, largest_icon),
                    fmt::format("convert {} -resize 400x400 -background none -gravity center -extent 400x400 icon.png",
                                shell_quoted(file.name))};
}

void make_web_clip(ProfileDraft& draft, const NewType& type) {
    const GivenOptions& given = draft.given();
    if (given.has("--web-clip-icon"))
        check_icon(given.files("--web-clip-icon").front());
    PayloadDraft payload(type, given);
    payload.name = fmt::format("Web clip {}", given.text("--web-clip-label"));
    draft.add(std::move(payload));
}

/// What may be written of a web clip is what the option of its type takes.
void check_texts(const plist::Value& value) {
    constexpr std::string_view option = "--home-screen-layout";
    if (const auto* text = value.get_if<std::string>())
        check_text(option, *text);
    if (const auto* list = value.get_if<plist::Array>())
        std::for_each(list->begin(), list->end(), check_texts);
    if (const auto* dict = value.get_if<plist::Dict>())
        for (const auto& [key, inside] : *dict) {
            check_texts(inside);
            if (key == "URL")
                check_url(option, text_of(value, key), "http|https");
        }
}

void make_home_screen(ProfileDraft& draft, const NewType& type) {
    const FileContent& file = draft.given().files("--home-screen-layout").front();
    PayloadDraft payload(type);
    for (auto& [key, value] : home_screen_layout(file.bytes.reveal(), file.name)) {
        check_texts(value);
        payload.put(key, std::move(value));
    }
    draft.add(std::move(payload));
}

}  // namespace

NewType new_web_clip() {
    return {.word = "web-clip",
            .type = "com.apple.webClip.managed",
            .title = "Web clip",
            .options = web_clip_options,
            .make = make_web_clip};
}

NewType new_home_screen() {
    return {.word = "home-screen",
            .type = "com.apple.homescreenlayout",
            .title = "Home screen",
            .options = home_screen_options,
            .make = make_home_screen};
}

}  // namespace mdm::profile
