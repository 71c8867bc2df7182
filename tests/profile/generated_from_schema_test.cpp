// SPDX-License-Identifier: Apache-2.0
// From each file of Apple's schema one profile that is right and, a constraint at a time, profiles that are not. What
// is generated is made from the YAML by this file alone: the reader of schemas and the rules are what it tests.
#include "catch.hpp"
#include "fakes/shared_data.hpp"
#include "profile/built_in_types.hpp"
#include "profile/lint.hpp"
#include "profile/schema_folder.hpp"
#include "yaml/reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>

using namespace mdm;
using namespace mdm::profile;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view identity_uuid = "11111111-1111-4111-8111-111111111111";
constexpr std::string_view certificate_uuid = "22222222-2222-4222-8222-222222222222";

std::string escaped(std::string_view text) {
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

Made scalar(std::string_view element, std::string_view text) {
    return {.xml = fmt::format("<{0}>{1}</{0}>", element, escaped(text))};
}

/// One thing that was made wrong, and the code that must be found for it.
struct Mutation {
    std::string what;
    std::string code;
    std::function<void(Made&)> apply;  ///< on the payload
};

using Path = std::vector<std::string>;

Made* at(Made& payload, const Path& path) {
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

std::string example_of_format(std::string_view format) {
    if (format.starts_with("^https"))
        return "https://mdm.example/mdm";
    if (format.find("{8}-") != std::string_view::npos)
        return "33333333-3333-4333-8333-333333333333";
    if (format.find("{5}") != std::string_view::npos)
        return "00:11:22:aa:bb:cc";
    return "123456";
}

class Generator {
public:
    Generator(const yaml::Document& file, std::string type) : file_(file), type_(std::move(type)) {}

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
            if (required)
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

    std::vector<Mutation> mutations;

private:
    std::string any_name(const yaml::Node&) const {
        return type_ == "com.apple.ManagedClient.preferences" ? "com.example.app" : "AnyName";
    }

    Made value(const yaml::Node& item, const Path& path, int depth) {
        const std::string type(file_.text(item, "type"));
        const yaml::Node* subkeys = file_.find(item, "subkeys");
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
        if (allowed != nullptr && !allowed->items.empty()) {
            Made listed = chosen(*allowed, element);
            // Another identifier is another extension, of which another file speaks.
            if (listed.xml.find("KerberosExtension") == std::string::npos)
                mutations.push_back({fmt::format("{} outside of the list", path.back()),
                                     range != nullptr ? "out_of_range" : "value_not_allowed",
                                     [path, element](Made& payload) {
                                         *at(payload, path) = element == "string" ? scalar("string", "no such value")
                                                                                  : scalar(element, "98765");
                                     }});
            return listed;
        }
        if (range != nullptr) {
            const std::string min(file_.text(*range, "min"));
            const std::string max(file_.text(*range, "max"));
            for (const auto& [bound, step] : {std::pair{min, -1}, std::pair{max, 1}})
                if (!bound.empty()) {
                    // maxInactivity: macOS takes more than the schema says.
                    const double beyond =
                        path.back() == "maxInactivity" && step > 0 ? 61 : std::atof(bound.c_str()) + step;
                    mutations.push_back({fmt::format("{} {}", path.back(), beyond), "out_of_range",
                                         [path, element, beyond](Made& payload) {
                                             *at(payload, path) = scalar(element, fmt::format("{}", beyond));
                                         }});
                }
            return scalar(element, min.empty() ? max : min);
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
};

std::string envelope(const std::string& payloads) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict>"
           "<key>PayloadType</key><string>Configuration</string><key>PayloadVersion</key><integer>1</integer>"
           "<key>PayloadIdentifier</key><string>org.example.generated</string>"
           "<key>PayloadUUID</key><string>44444444-4444-4444-8444-444444444444</string>"
           "<key>PayloadScope</key><string>System</string>"
           "<key>PayloadContent</key><array>" +
           payloads + "</array></dict></plist>";
}

std::string helper(std::string_view type, std::string_view uuid, const std::string& content) {
    return fmt::format(
        "<dict><key>PayloadType</key><string>{}</string><key>PayloadVersion</key><integer>1</integer>"
        "<key>PayloadIdentifier</key><string>org.example.generated.{}</string><key>PayloadUUID</key><string>{}</"
        "string>{}</dict>",
        type, uuid, uuid, content);
}

/// The payload beside an identity and a certificate, which references name.
std::string whole(const Made& payload) {
    return envelope(
        payload.to_xml() +
        helper("com.apple.security.scep", identity_uuid,
               "<key>PayloadContent</key><dict><key>URL</key><string>https://scep.example</string></dict>") +
        helper("com.apple.security.pem", certificate_uuid, "<key>PayloadContent</key><data></data>"));
}

void add_common(Made& payload, const std::string& type) {
    const auto add = [&payload](const std::string& key, Made value) {
        std::erase_if(payload.dict, [&key](const auto& e) { return e.first == key; });
        payload.dict.emplace_back(key, std::move(value));
    };
    add("PayloadType", scalar("string", type));
    add("PayloadVersion", scalar("integer", "1"));
    add("PayloadIdentifier", scalar("string", "org.example.generated.payload"));
    add("PayloadUUID", scalar("string", "55555555-5555-4555-8555-555555555555"));
}

/// Of the codes, those that the schema's constraints give; the payload is the first.
std::vector<std::string> codes_of(const std::string& profile, const PayloadRules& rules) {
    static const std::set<std::string> about_constraints{
        "missing_key", "wrong_type",          "value_not_allowed",    "out_of_range",    "wrong_format",
        "wrong_count", "unknown_payload_key", "unknown_payload_type", "malformed_plist", "duplicate_key",
        "too_deep"};
    std::vector<std::string> codes;
    for (const Finding& f : lint(profile, "generated", rules, Time{}).findings)
        if (about_constraints.contains(std::string(name(f.code))) && f.where.starts_with("PayloadContent[0]"))
            codes.push_back(fmt::format("{}", name(f.code)));
    return codes;
}

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

}  // namespace

TEST_CASE("from each file of Apple's schema: one profile that is right, and one for each constraint that is not") {
    const auto folder = fakes::shared_folder("apple-device-management/mdm/profiles");
    if (!folder)
        return;
    const Schema apples = SchemaFolder(folder->string()).read();
    const Schema built_in = built_in_schema();
    const PayloadRules rules({&apples, &built_in}, {});
    std::size_t files = 0;
    std::map<std::string, std::size_t> judged;
    for (const auto& entry : fs::directory_iterator(*folder)) {
        const yaml::Document file = yaml::read(content_of(entry.path()));
        const yaml::Node& root = file.at(file.root);
        const std::string type(file.text(*file.find(root, "payload"), "payloadtype"));
        if (type == top_level_type || type == common_keys_type)
            continue;
        ++files;
        CAPTURE(entry.path().filename().string());
        Generator generator(file, type);
        Made payload = generator.dictionary(*file.find(root, "payloadkeys"), {}, 0);
        add_common(payload, type);
        CHECK(codes_of(whole(payload), rules) == std::vector<std::string>{});
        for (const Mutation& mutation : generator.mutations) {
            CAPTURE(mutation.what);
            Made wrong = payload;
            mutation.apply(wrong);
            CHECK(codes_of(whole(wrong), rules) == std::vector{mutation.code});
            ++judged[mutation.code];
        }
    }
    CHECK(files == 126);
    // So many of each are there at iOS 18.1; a generator that makes none tests nothing.
    for (const auto& [code, least] : std::map<std::string, std::size_t>{{"missing_key", 300},
                                                                        {"wrong_type", 1500},
                                                                        {"value_not_allowed", 150},
                                                                        {"out_of_range", 50},
                                                                        {"wrong_format", 10},
                                                                        {"wrong_count", 6},
                                                                        {"unknown_payload_key", 250}}) {
        CAPTURE(code, judged[code]);
        CHECK(judged[code] >= least);
    }
}
