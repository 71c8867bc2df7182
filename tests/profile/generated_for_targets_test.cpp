// SPDX-License-Identifier: Apache-2.0
// From each file of Apple's schema one profile, and for each condition that the file states (a system, a version,
// supervision, a channel, a way of enrolling, no second payload) a target that does not meet it and one that does. That
// a user has to approve the enrollment, or Apple's Device Enrollment Program to be its way, no target can say.
#include "catch.hpp"
#include "fakes/shared_data.hpp"
#include "generated_profile.hpp"
#include "profile/lint.hpp"
#include "profile/schema_folder.hpp"

#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <set>
#include <tuple>

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests::generated;

namespace {

namespace fs = std::filesystem;
using Enrollment = Target::Enrollment;

/// What one node says of a system; "" where it is silent. "userenrollment/mode" is a member of a member.
std::string said(const yaml::Document& file, const yaml::Node& node, std::string_view os, std::string_view attribute) {
    const yaml::Node* at = file.find(node, "supportedOS");
    at = at != nullptr ? file.find(*at, os) : nullptr;
    if (const auto slash = attribute.find('/'); slash != std::string_view::npos && at != nullptr) {
        at = file.find(*at, attribute.substr(0, slash));
        attribute.remove_prefix(slash + 1);
    }
    const std::string text(at != nullptr ? file.text(*at, attribute) : "");
    return text == "all" ? "" : text;  // versions
}

/// A version that comes before it: "13.9999" of "14.0", "10.13.3" of "10.13.4".
std::string before(const std::string& text) {
    const Version version = parse_version(text).value();
    const auto [major, minor, patch] = version.parts;
    if (patch > 0)
        return fmt::format("{}.{}.{}", major, minor, patch - 1);
    return minor > 0 ? fmt::format("{}.{}.9999", major, minor - 1) : fmt::format("{}.9999", major - 1);
}

/// One condition of one key: on a target that does not meet it `code` is said at `path`, on one that does it is not.
struct Condition {
    std::string path;
    std::string code;
    Target unmet;
    std::optional<Target> met;  ///< nullopt: no version of the system meets it
};

/// The conditions of one file on one system.
class Conditions {
public:
    Conditions(const yaml::Document& file, std::size_t os) : file_(file), os_(os) {}

    /// nodes   of the key and of what it is in, the payload first
    std::vector<Condition> of(const std::string& path, const std::vector<const yaml::Node*>& nodes) {
        path_ = path;
        nodes_ = nodes;
        found_.clear();
        if (own("introduced") == "n/a") {
            if (!is_said_above([](const auto& holds) { return holds("introduced") == "n/a"; }))
                found_.push_back({path_, "not_available", on(""), std::nullopt});
        } else if (at_level(nodes_.size() - 1, "introduced") != "n/a") {
            look_at_versions();
            look_at_switches();
        }
        return std::move(found_);
    }

private:
    std::string own(std::string_view attribute) const { return said(file_, *nodes_.back(), os_names[os_], attribute); }
    /// What holds of a node: what the nearest says of those that it is in, itself included.
    std::string at_level(std::size_t level, std::string_view attribute) const {
        std::string holds;
        for (std::size_t i = 0; i <= level; ++i)
            if (std::string text = said(file_, *nodes_[i], os_names[os_], attribute); !text.empty())
                holds = std::move(text);
        return holds;
    }
    /// What holds of a thing that this one is in is not said again. Of what a system does not have nothing else is
    /// said.
    template <class Unmet>
    bool is_said_above(const Unmet& unmet) const {
        for (std::size_t level = 0; level + 1 < nodes_.size(); ++level)
            if (unmet([&](std::string_view attribute) { return at_level(level, attribute); }))
                return true;
        return false;
    }

    Target on(const std::string& version) const {
        Target target{.os = static_cast<Os>(os_)};
        if (!version.empty())
            target.version = parse_version(version);
        return target;
    }

    void look_at_versions() {
        const auto is_past = [](const std::string& version, const std::string& at) {
            return !version.empty() && version != "n/a" && *parse_version(version) <= *parse_version(at);
        };
        if (const std::string version = own("introduced"); !version.empty()) {
            const bool is_known = is_said_above([&](const auto& holds) {
                const std::string outer = holds("introduced");
                return !outer.empty() && outer != "n/a" && !is_past(outer, before(version));
            });
            if (!is_known)
                found_.push_back({path_, "introduced_later", on(before(version)), on(version)});
        }
        const std::string last = at_level(nodes_.size() - 1, "removed");
        for (const std::string attribute : {"removed", "deprecated"}) {
            const std::string version = own(attribute);
            const auto is_so = [&](const auto& holds) {
                return holds("introduced") != "n/a" && is_past(holds(attribute), version) &&
                       (attribute == "removed" || !is_past(holds("removed"), version));
            };
            if (!version.empty() && !is_said_above(is_so) && (attribute == "removed" || !is_past(last, version)))
                found_.push_back({path_, attribute, on(version), on(before(version))});
        }
    }

    void look_at_switches() {
        const auto with = [this](auto member, auto value) {
            Target target = on("");
            target.*member = value;
            return target;
        };
        const auto look = [&](std::string_view attribute, const std::set<std::string>& unmet_where,
                              const std::string& code, const Target& unmet, const Target& met) {
            const auto is_so = [&](const auto& holds) {
                return holds("introduced") != "n/a" && unmet_where.contains(holds(attribute));
            };
            if (unmet_where.contains(own(attribute)) && !is_said_above(is_so))
                found_.push_back({path_, code, unmet, met});
        };
        const auto by_hand = with(&Target::enrollment, Enrollment::by_hand);
        const auto device = with(&Target::enrollment, Enrollment::device);
        const auto user = with(&Target::enrollment, Enrollment::user);
        const auto shared = with(&Target::enrollment, Enrollment::shared_ipad);
        const std::optional<bool> yes = true;
        const std::optional<bool> no = false;
        look("supervised", {"true"}, "supervised_only", with(&Target::supervised, no), with(&Target::supervised, yes));
        look("allowmanualinstall", {"false"}, "not_by_hand", by_hand, device);
        look("userenrollment/mode", {"forbidden", "ignored"}, "not_in_user_enrollment", user, device);
        look("userenrollment/mode", {"required"}, "user_enrollment_only", device, user);
        look("sharedipad/mode", {"forbidden", "ignored"}, "not_on_shared_ipad", shared, device);
        look("sharedipad/mode", {"required"}, "shared_ipad_only", device, shared);
        const auto device_channel = with(&Target::channel, Channel::device);
        const auto user_channel = with(&Target::channel, Channel::user);
        look("devicechannel", {"false"}, "wrong_channel", device_channel, user_channel);
        look("userchannel", {"false"}, "wrong_channel", user_channel, device_channel);
    }

    const yaml::Document& file_;
    std::size_t os_;
    std::string path_;
    std::vector<const yaml::Node*> nodes_;
    std::vector<Condition> found_;
};

/// The rules for each target, and what is found by them: both are made once.
class Judged {
public:
    explicit Judged(const Schema& schema) : schema_(schema) {}

    void take(std::string profile) {
        profile_ = std::move(profile);
        found_.clear();
    }

    bool has(const Target& target, const std::string& code, const std::string& path) {
        const Key key{target.os, target.version, target.supervised, target.enrollment, target.channel};
        auto& rules = rules_[key];
        if (!rules)
            rules = std::make_unique<PayloadRules>(std::vector{&schema_}, target);
        const auto [found, is_new] = found_.try_emplace(key);
        if (is_new)
            for (const Finding& f : lint(profile_, "generated", *rules, Time{}).findings)
                found->second.emplace(name(f.code), path_of(f.where));
        return found->second.contains({code, path});
    }

private:
    using Key = std::tuple<std::optional<Os>, std::optional<Version>, std::optional<bool>, Enrollment, Channel>;

    const Schema& schema_;
    std::string profile_;
    std::map<Key, std::unique_ptr<PayloadRules>> rules_;
    std::map<Key, std::set<std::pair<std::string, std::string>>> found_;
};

using Lines = std::vector<std::string>;

Lines lines_of(const std::map<std::string, std::size_t>& counts) {
    Lines lines;
    for (const auto& [what, count] : counts)
        lines.push_back(fmt::format("{} {}", what, count));
    return lines;
}

/// The payload, and once more as another one.
std::string twice(const Made& payload) {
    Made second = payload;
    *at(second, {"PayloadIdentifier"}) = scalar("string", "org.example.generated.second");
    *at(second, {"PayloadUUID"}) = scalar("string", "66666666-6666-4666-8666-666666666666");
    return envelope(payload.to_xml() + second.to_xml());
}

}  // namespace

TEST_CASE("from each file of Apple's schema: for each condition a target that does not meet it, and one that does") {
    const auto folder = fakes::shared_folder("apple-device-management/mdm/profiles");
    if (!folder)
        return;
    const Schema apples = SchemaFolder(folder->string()).read();
    Judged judged(apples);
    std::map<std::string, std::size_t> stated;
    for (const auto& entry : fs::directory_iterator(*folder)) {
        const yaml::Document file = yaml::read(content_of(entry.path()));
        CAPTURE(entry.path().filename().string());
        Generator made(file);
        if (made.type() == common_keys_type)
            continue;
        const bool is_top_level = made.type() == top_level_type;
        std::vector<PlacedKey> keys = made.keys;
        if (is_top_level) {
            at(made.right, {"PayloadContent"})->array.clear();
        } else {
            add_common(made.right, made.type());
            keys.push_back({{}, {file.find(file.at(file.root), "payload")}});
        }
        judged.take(is_top_level ? as_profile(made.right) : whole(made.right));
        for (std::size_t os = 0; os < os_names.size(); ++os)
            for (const PlacedKey& key : keys)
                for (const Condition& c : Conditions(file, os).of(in_findings(key.path, is_top_level), key.said)) {
                    CAPTURE(os_names[os], c.path, c.code);
                    CHECK(judged.has(c.unmet, c.code, c.path));
                    if (c.met)
                        CHECK_FALSE(judged.has(*c.met, c.code, c.path));
                    ++stated[c.code];
                }
    }
    // So many are there at iOS 18.1.
    CHECK(lines_of(stated) == Lines{"deprecated 71", "introduced_later 925", "not_available 1256", "not_by_hand 28",
                                    "not_in_user_enrollment 379", "not_on_shared_ipad 15", "removed 10",
                                    "supervised_only 175", "user_enrollment_only 2", "wrong_channel 52"});
}

TEST_CASE("from each file of Apple's schema: a second payload is refused on the systems that take one") {
    const auto folder = fakes::shared_folder("apple-device-management/mdm/profiles");
    if (!folder)
        return;
    const Schema apples = SchemaFolder(folder->string()).read();
    Judged judged(apples);
    std::map<std::string, std::size_t> stated;
    for (const auto& entry : fs::directory_iterator(*folder)) {
        const yaml::Document file = yaml::read(content_of(entry.path()));
        CAPTURE(entry.path().filename().string());
        Generator made(file);
        if (made.type() == top_level_type || made.type() == common_keys_type || made.type() == "com.apple.mdm")
            continue;
        add_common(made.right, made.type());
        judged.take(twice(made.right));
        for (std::size_t os = 0; os < os_names.size(); ++os) {
            const std::string multiple =
                said(file, *file.find(file.at(file.root), "payload"), os_names[os], "multiple");
            if (multiple.empty())
                continue;
            CAPTURE(os_names[os]);
            CHECK(judged.has({.os = static_cast<Os>(os)}, "not_multiple", "PayloadContent[1]") ==
                  (multiple == "false"));
            ++stated[multiple];
        }
    }
    CHECK(lines_of(stated) == Lines{"false 83", "true 137"});
}
