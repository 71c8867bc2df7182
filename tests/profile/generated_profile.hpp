// SPDX-License-Identifier: Apache-2.0
// From a file of Apple's schema one payload that is right, and ways to break each of its constraints. It is made from
// the YAML by this file alone: the reader of schemas and the rules are what it tests.
#pragma once

#include "profile/payload_schema.hpp"
#include "yaml/reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mdm::tests::generated {

inline constexpr std::string_view identity_uuid = "11111111-1111-4111-8111-111111111111";
inline constexpr std::string_view certificate_uuid = "22222222-2222-4222-8222-222222222222";

inline std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    return out;
}

/// A value that is being put together: XML where it is a scalar.
struct Made {
    std::string xml{};
    std::vector<std::pair<std::string, Made>> dict{};
    std::vector<Made> array{};
    char kind = 's';  ///< s: scalar, d, a

    std::string to_xml() const {
        std::string out;
        if (kind == 's')
            return xml;
        if (kind == 'a') {
            for (const Made& item : array)
                out += item.to_xml();
            return "<array>" + out + "</array>";
        }
        for (const auto& [key, value] : dict)
            out += "<key>" + escaped(key) + "</key>" + value.to_xml() + "\n";
        return "<dict>" + out + "</dict>";
    }
};

inline Made scalar(std::string_view element, std::string_view text) {
    return {.xml = fmt::format("<{0}>{1}</{0}>", element, escaped(text))};
}

/// One thing that was made wrong, and the code that must be found for it.
struct Mutation {
    std::string what;
    std::string code;
    std::function<void(Made&)> apply;  ///< on the payload
};

/// Keys, and "[]" for the first item of an array.
using Path = std::vector<std::string>;

/// "PayloadContent[0].Relays[0].URL", as findings have it.
/// is_top_level   it is a path of the profile, and not of a payload
inline std::string in_findings(const Path& path, bool is_top_level = false) {
    std::string text = is_top_level ? "" : "PayloadContent[0]";
    for (const std::string& step : path)
        text += step == "[]" ? "[0]" : (text.empty() ? "" : ".") + step;
    return text;
}

inline Made* at(Made& payload, const Path& path) {
    Made* here = &payload;
    for (const std::string& step : path) {
        if (step == "[]") {
            here = here->array.empty() ? nullptr : &here->array.front();
        } else {
            const auto found =
                std::find_if(here->dict.begin(), here->dict.end(), [&](const auto& e) { return e.first == step; });
            here = found == here->dict.end() ? nullptr : &found->second;
        }
        if (here == nullptr)
            return nullptr;
    }
    return here;
}

inline std::string example_of_format(std::string_view format) {
    if (format.starts_with("^https"))
        return "https://mdm.example/mdm";
    if (format.find("{8}-") != std::string_view::npos)
        return "33333333-3333-4333-8333-333333333333";
    if (format.find("{5}") != std::string_view::npos)
        return "00:11:22:aa:bb:cc";
    return "123456";
}

/// A key that was made, and what the schema says of it and of what it is in, the payload first.
struct PlacedKey {
    Path path;
    std::vector<const yaml::Node*> said;
};

/// Makes of one file of the schema a payload that is right, with every key that the file has.
class Generator {
public:
    explicit Generator(const yaml::Document& file)
        : file_(file), type_(file.text(*file.find(file.at(file.root), "payload"), "payloadtype")) {
        said_.push_back(file.find(file.at(file.root), "payload"));
        right = dictionary(*file.find(file.at(file.root), "payloadkeys"), {}, 0);
    }

    Made right;                       ///< the payload; of the file of the top level, the profile
    std::vector<Mutation> mutations;  ///< each breaks one constraint
    std::vector<PlacedKey> keys;

    const std::string& type() const { return type_; }

private:
    Made dictionary(const yaml::Node& list, const Path& path, int depth) {
        Made made{.kind = 'd'};
        for (const auto index : list.items) {
            const yaml::Node& item = file_.at(index);
            std::string key(file_.text(item, "key"));
            const bool any = key == "ANY";
            if (any)
                key = any_name(item);
            Path here = path;
            here.push_back(key);
            // A circle is entered twice and then left.
            const bool required = file_.text(item, "presence") == "required" && !any;
            if (depth > 5 && !required)
                continue;
            made.dict.emplace_back(key, value(item, here, depth));
            // A profile whose payloads are encrypted has none in the clear: Schema::settle().
            if (required && !(type_ == profile::top_level_type && here == Path{"PayloadContent"}))
                mutations.push_back({fmt::format("{} taken away", key), "missing_key", [path, key](Made& payload) {
                                         std::erase_if(at(payload, path)->dict,
                                                       [&](const auto& e) { return e.first == key; });
                                     }});
        }
        const bool takes_any = std::any_of(list.items.begin(), list.items.end(),
                                           [&](auto i) { return file_.text(file_.at(i), "key") == "ANY"; });
        if (!takes_any && !list.items.empty())
            mutations.push_back({"a key that nobody knows", "unknown_payload_key", [path](Made& payload) {
                                     at(payload, path)->dict.emplace_back("XyzzyQuux", scalar("string", "x"));
                                 }});
        return made;
    }

    std::string any_name(const yaml::Node&) const {
        return type_ == "com.apple.ManagedClient.preferences" ? "com.example.app" : "AnyName";
    }

    Made value(const yaml::Node& item, const Path& path, int depth) {
        said_.push_back(&item);
        keys.push_back({path, said_});
        Made made = value_of(item, path, depth);
        said_.pop_back();
        return made;
    }

    Made value_of(const yaml::Node& item, const Path& path, int depth) {
        const std::string type(file_.text(item, "type"));
        const yaml::Node* subkeys = file_.find(item, "subkeys");
        // One of the constraints that Apple's file has otherwise than devices do: Schema::settle() says which.
        if (type_ == profile::top_level_type && path == Path{"ConsentText"})
            subkeys = file_.find(file_.at(subkeys->items.front()), "subkeys");
        if (type != "<any>")
            mutations.push_back(
                {fmt::format("{} of another type", path.back()), "wrong_type", [path, type](Made& payload) {
                     *at(payload, path) =
                         type == "<data>" || type == "<date>" ? scalar("integer", "1") : scalar("data", "AAAA");
                 }});
        if (type == "<dictionary>")
            return subkeys != nullptr ? dictionary(*subkeys, path, depth + 1) : Made{.kind = 'd'};
        if (type == "<array>")
            return array(item, subkeys, path, depth);
        return a_scalar(item, type, path);
    }

    Made array(const yaml::Node&, const yaml::Node* subkeys, const Path& path, int depth) {
        Made made{.kind = 'a'};
        if (subkeys == nullptr || subkeys->items.empty() || depth > 5)
            return made;
        const yaml::Node& item = file_.at(subkeys->items.front());
        Path inside = path;
        inside.push_back("[]");
        made.array.push_back(value(item, inside, depth + 1));
        if (const yaml::Node* repetition = file_.find(item, "repetition")) {
            const int min = std::atoi(std::string(file_.text(*repetition, "min")).c_str());
            const int max = std::atoi(std::string(file_.text(*repetition, "max")).c_str());
            while (static_cast<int>(made.array.size()) < min)
                made.array.push_back(made.array.front());
            mutations.push_back(
                {fmt::format("{} with too many items", path.back()), "wrong_count", [path, max](Made& payload) {
                     Made& list = *at(payload, path);
                     while (static_cast<int>(list.array.size()) <= max)
                         list.array.push_back(Made(list.array.front()));
                 }});
            mutations.push_back({fmt::format("{} with too few items", path.back()), "wrong_count",
                                 [path](Made& payload) { at(payload, path)->array.clear(); }});
        }
        return made;
    }

    Made a_scalar(const yaml::Node& item, const std::string& type, const Path& path) {
        const std::string element = type == "<any>" ? "string" : type.substr(1, type.size() - 2);
        const yaml::Node* allowed = file_.find(item, "rangelist");
        const yaml::Node* range = file_.find(item, "range");
        const std::string format(file_.text(item, "format"));
        const std::string key = path.back() == "[]" && path.size() > 1 ? path[path.size() - 2] : path.back();
        if (range != nullptr)
            break_range(*range, allowed, element, path);
        if (allowed != nullptr && !allowed->items.empty()) {
            Made listed = chosen(*allowed, element);
            // Another identifier is another extension, of which another file speaks.
            if (range == nullptr && listed.xml.find("KerberosExtension") == std::string::npos)
                mutations.push_back({fmt::format("{} outside of the list", path.back()), "value_not_allowed",
                                     [path, element](Made& payload) {
                                         *at(payload, path) = element == "string" ? scalar("string", "no such value")
                                                                                  : scalar(element, "98765");
                                     }});
            return listed;
        }
        if (range != nullptr) {
            const std::string min(file_.text(*range, "min"));
            return scalar(element, min.empty() ? file_.text(*range, "max") : min);
        }
        if (element == "boolean")
            return {.xml = "<false/>"};
        if (element == "integer" || element == "real")
            return scalar(element, integer_for(key));
        if (element == "data")
            return scalar("data", data_);
        if (element == "date")
            return scalar("date", "2099-01-01T00:00:00Z");
        if (!format.empty() && type == "<string>")
            mutations.push_back({fmt::format("{} not of the form", path.back()), "wrong_format",
                                 [path](Made& payload) { *at(payload, path) = scalar("string", "x y"); }});
        return scalar("string", string_for(key, format));
    }

    /// One step beyond each bound, and further where what is there is listed.
    void break_range(const yaml::Node& range, const yaml::Node* allowed, const std::string& element, const Path& path) {
        const auto is_listed = [&](const std::string& number) {
            return allowed != nullptr && std::any_of(allowed->items.begin(), allowed->items.end(),
                                                     [&](auto i) { return file_.at(i).text == number; });
        };
        for (const auto& [bound, step] : {std::pair{"min", -1}, std::pair{"max", 1}}) {
            const std::string text(file_.text(range, bound));
            if (text.empty())
                continue;
            // Of maxInactivity macOS takes more than the file says: Schema::settle().
            double beyond = path.back() == "maxInactivity" && step > 0 ? 61 : std::atof(text.c_str()) + step;
            while (is_listed(fmt::format("{}", beyond)))
                beyond += step;
            mutations.push_back(
                {fmt::format("{} {}", path.back(), beyond), "out_of_range", [path, element, beyond](Made& payload) {
                     *at(payload, path) = scalar(element, fmt::format("{}", beyond));
                 }});
        }
    }

    Made chosen(const yaml::Node& allowed, const std::string& element) const {
        std::string text = file_.at(allowed.items.front()).text;
        for (const auto index : allowed.items)
            if (file_.at(index).text == "com.apple.AppSSOKerberos.KerberosExtension")
                text = file_.at(index).text;
        return scalar(element, text);
    }

    std::string integer_for(const std::string& key) const {
        return key == "AccessRights" ? "8191" : key == "KeySize" ? "256" : "1";
    }

    std::string string_for(const std::string& key, const std::string& format) const {
        static const std::set<std::string> certificates{
            "PayloadCertificateAnchorUUID",       "LeaderPayloadCertificateAnchorUUID",
            "MemberPayloadCertificateAnchorUUID", "ServerURLPinningCertificateUUIDs",
            "CheckInURLPinningCertificateUUIDs",  "DeviceCACertificateUUIDs",
            "ControllerCACertificateUUIDs"};
        static const std::set<std::string> identities{"PayloadCertificateUUID",         "IdentityCertificateUUID",
                                                      "AuthenticationCertificateUUID",  "SMIMESigningCertificateUUID",
                                                      "SMIMEEncryptionCertificateUUID", "certificateUUID",
                                                      "ResourcePayloadCertificateUUID", "DeviceCertificateUUID",
                                                      "ControllerCertificateUUID",      "EncryptCertPayloadUUID"};
        if (certificates.contains(key) ||
            (key == "PayloadCertificateUUID" && type_ == "com.apple.security.certificatepreference"))
            return std::string(certificate_uuid);
        if (identities.contains(key))
            return std::string(identity_uuid);
        if (key == "Topic")
            return "com.apple.mgmt.External.33333333-3333-4333-8333-333333333333";
        return format.empty() ? "text" : example_of_format(format);
    }

    const yaml::Document& file_;
    std::string type_;
    std::string data_ = "AAAA";
    std::vector<const yaml::Node*> said_;
};

inline std::string envelope(const std::string& payloads) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict>"
           "<key>PayloadType</key><string>Configuration</string><key>PayloadVersion</key><integer>1</integer>"
           "<key>PayloadIdentifier</key><string>org.example.generated</string>"
           "<key>PayloadUUID</key><string>44444444-4444-4444-8444-444444444444</string>"
           "<key>PayloadScope</key><string>System</string>"
           "<key>PayloadContent</key><array>" +
           payloads + "</array></dict></plist>";
}

inline std::string helper(std::string_view type, std::string_view uuid, const std::string& content) {
    return fmt::format(
        "<dict><key>PayloadType</key><string>{}</string><key>PayloadVersion</key><integer>1</integer>"
        "<key>PayloadIdentifier</key><string>org.example.generated.{}</string><key>PayloadUUID</key><string>{}</"
        "string>{}</dict>",
        type, uuid, uuid, content);
}

/// The payload beside an identity and a certificate, which references name.
inline std::string whole(const Made& payload) {
    return envelope(
        payload.to_xml() +
        helper("com.apple.security.scep", identity_uuid,
               "<key>PayloadContent</key><dict><key>URL</key><string>https://scep.example</string></dict>") +
        helper("com.apple.security.pem", certificate_uuid, "<key>PayloadContent</key><data></data>"));
}

/// What has the keys of the top level.
inline std::string as_profile(const Made& top_level) {
    return "<plist version=\"1.0\">" + top_level.to_xml() + "</plist>";
}

inline void add_common(Made& payload, const std::string& type) {
    const auto add = [&payload](const std::string& key, Made value) {
        std::erase_if(payload.dict, [&key](const auto& e) { return e.first == key; });
        payload.dict.emplace_back(key, std::move(value));
    };
    add("PayloadType", scalar("string", type));
    add("PayloadVersion", scalar("integer", "1"));
    add("PayloadIdentifier", scalar("string", "org.example.generated.payload"));
    add("PayloadUUID", scalar("string", "55555555-5555-4555-8555-555555555555"));
}

inline std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

}  // namespace mdm::tests::generated
