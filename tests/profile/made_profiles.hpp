// SPDX-License-Identifier: Apache-2.0
// Options of `mdmctl profile new`, and what becomes of them, for tests.
#pragma once

#include "crypto/export.hpp"
#include "fakes/certificates.hpp"
#include "plist/reader.hpp"
#include "profile/new_profile.hpp"
#include "profile/new_types.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mdm::tests {

/// A PKCS#12 with one identity.
inline std::string identity_file(std::string passphrase = "secret", const fakes::Authority& authority = fakes::root(),
                                 crypto::Pkcs12Profile profile = crypto::Pkcs12Profile::modern) {
    crypto::ExportForm form{.pkcs12 = profile, .passphrase = Secret{std::move(passphrase)}};
    form.name = "identity";
    return std::string(crypto::exported(authority.certificate, authority.key, form).reveal());
}

/// As much of a PNG as there has to be: its header and its end, without pixels.
inline std::string icon_file(unsigned width, unsigned height) {
    const auto number = [](unsigned n) {
        return std::string{static_cast<char>(n >> 24U), static_cast<char>(n >> 16U & 0xFFU),
                           static_cast<char>(n >> 8U & 0xFFU), static_cast<char>(n & 0xFFU)};
    };
    return "\x89PNG\r\n\x1A\n" + number(13) + "IHDR" + number(width) + number(height) +
           std::string("\x08\x06\0\0\0", 5) + std::string(4, '.') + number(0) + "IEND\xAE\x42\x60\x82";
}

/// Options by name, each by the kind that the table says: a word, the line of a secret's file, the bytes of a file.
class Options {
public:
    Options&& with(std::string_view name, std::string value = "") && { return std::move(with(name, std::move(value))); }
    Options& with(std::string_view name, std::string value = "") & {
        for (const profile::NewType& type : profile::new_types())
            for (const profile::NewOption& option : type.options)
                if (option.name == name)
                    return add(option, std::move(value));
        throw std::out_of_range(std::string(name));
    }
    const profile::GivenOptions& given() const { return given_; }

private:
    Options& add(const profile::NewOption& option, std::string value) {
        if (option.kind == profile::NewOption::Kind::secret)
            given_.add_secret(option.name, Secret{std::move(value)});
        else if (option.is_file())
            given_.add_file(option.name, {.name = "a.file", .bytes = Secret{std::move(value)}});
        else if (option.is_repeated()) {
            std::vector<std::string> words(given_.texts(option.name).begin(), given_.texts(option.name).end());
            words.push_back(std::move(value));
            given_.add(option.name, std::move(words));
        } else
            given_.add(option.name, {std::move(value)});
        return *this;
    }

    profile::GivenOptions given_;
};

inline profile::ProfileHead some_head() { return {.identifier = "com.example.test"}; }

inline profile::MadeProfile made(const std::vector<std::string>& types, const Options& options,
                                 const profile::ProfileHead& head = some_head()) {
    return profile::make_profile(head, types, options.given(), fakes::at("2026-06-01"));
}

inline plist::Value read_back(const profile::MadeProfile& profile) { return plist::read(profile.xml.reveal()).root; }

/// A payload's value at a path of keys; false where there is none.
inline plist::Value value_in(const profile::MadeProfile& profile, std::string_view type,
                             const std::vector<std::string_view>& path) {
    const plist::Value root = read_back(profile);
    for (const plist::Value& payload : *root.find("PayloadContent")->get_if<plist::Array>()) {
        const plist::Value* here = &payload;
        if (*payload.find("PayloadType")->get_if<std::string>() != type)
            continue;
        for (const std::string_view key : path)
            here = here != nullptr ? here->find(key) : nullptr;
        return here != nullptr ? *here : plist::Value{};
    }
    return {};
}

inline plist::Value text(std::string_view text) { return {std::string(text)}; }
inline plist::Value number(std::int64_t number) { return {number}; }

}  // namespace mdm::tests
