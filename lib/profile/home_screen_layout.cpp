// SPDX-License-Identifier: Apache-2.0
#include "profile/home_screen_layout.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"
#include "yaml/reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <initializer_list>
#include <string>

namespace mdm::profile {
namespace {

using plist::Array;
using plist::Dict;
using yaml::Node;

class LayoutReader {
public:
    LayoutReader(const yaml::Document& document, std::string_view name) : document_(document), name_(name) {}

    Dict read() {
        const Node& root = document_.at(document_.root);
        check_keys(root, {"dock", "pages"});
        Dict layout;
        if (const Node* dock = document_.find(root, "dock"))
            layout.emplace_back("Dock", plist::Value{items(*dock)});
        layout.emplace_back("Pages", plist::Value{pages(wanted(root, "pages"))});
        return layout;
    }

private:
    [[noreturn]] void refuse(ErrorCode code, const Node& node, std::string what) const {
        throw Error{code, fmt::format("'{}', line {}: {}", name_, node.line, what),
                    "pages is a list of pages, each a list of bundle identifiers, folders and web clips"};
    }

    void check_keys(const Node& node, std::initializer_list<std::string_view> known) const {
        if (node.kind != Node::Kind::mapping)
            refuse(ErrorCode::wrong_type, node, "there are no keys here");
        for (std::size_t i = 0; i < node.items.size(); i += 2) {
            const Node& key = document_.at(node.items[i]);
            if (std::find(known.begin(), known.end(), key.text) == known.end())
                refuse(ErrorCode::wrong_format, key, fmt::format("'{}' is no key of a layout", key.text));
        }
    }

    const Node& wanted(const Node& node, std::string_view key) const {
        const Node* value = document_.find(node, key);
        if (value == nullptr)
            refuse(ErrorCode::missing_key, node, fmt::format("there is no '{}'", key));
        return *value;
    }

    const Node& sequence(const Node& node, std::string_view what) const {
        if (node.kind != Node::Kind::sequence)
            refuse(ErrorCode::wrong_type, node, fmt::format("a list of {} is wanted", what));
        return node;
    }

    std::string text(const Node& node, std::string_view what) const {
        if (node.kind != Node::Kind::scalar || node.text.empty())
            refuse(ErrorCode::wrong_type, node, fmt::format("{} is wanted", what));
        return node.text;
    }

    Array pages(const Node& node, bool in_folder = false) {
        Array all;
        for (const yaml::NodeIndex page : sequence(node, "pages").items)
            all.push_back({items(document_.at(page), in_folder)});
        return all;
    }

    Array items(const Node& node, bool in_folder = false) {
        Array all;
        for (const yaml::NodeIndex index : sequence(node, "apps, folders and web clips").items) {
            // An alias is read each time that it is named.
            if (++made_ > limits::yaml_nodes)
                throw Error{ErrorCode::too_deep, fmt::format("'{}' has more than {} items", name_, limits::yaml_nodes)};
            all.push_back({item(document_.at(index), in_folder)});
        }
        return all;
    }

    Dict item(const Node& node, bool in_folder) {
        if (node.kind == Node::Kind::scalar)
            return {{"Type", {std::string("App")}}, {"BundleID", {text(node, "a bundle identifier")}}};
        if (node.kind == Node::Kind::sequence)
            refuse(ErrorCode::wrong_type, node, "a bundle identifier, a folder or a web clip is wanted");
        check_keys(node, {"folder", "pages", "web-clip"});
        if (const Node* clip = document_.find(node, "web-clip")) {
            check_keys(node, {"web-clip"});
            return {{"Type", {std::string("WebClip")}}, {"URL", {text(*clip, "the URL of a web clip")}}};
        }
        if (in_folder)
            refuse(ErrorCode::wrong_type, node, "a folder has no folders in it");
        return {{"Type", {std::string("Folder")}},
                {"DisplayName", {text(wanted(node, "folder"), "the name of a folder")}},
                {"Pages", {pages(wanted(node, "pages"), true)}}};
    }

    const yaml::Document& document_;
    std::string_view name_;
    std::size_t made_ = 0;
};

}  // namespace

Dict home_screen_layout(std::string_view bytes, std::string_view name) {
    yaml::Document document;
    try {
        document = yaml::read(bytes);
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("'{}': {}", name, e.message()), e.hint()};
    }
    return LayoutReader{document, name}.read();
}

}  // namespace mdm::profile
