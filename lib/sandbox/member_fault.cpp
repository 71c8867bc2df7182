// SPDX-License-Identifier: Apache-2.0
#include "sandbox/member_fault.hpp"

#include "base/text.hpp"

#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

namespace mdm::sandbox {
namespace {

using json = nlohmann::ordered_json;

/// What stands in for the name of a member that is there twice, which no JSON library writes.
constexpr std::string_view twin = "the same name again";

/// The elements of an array that "[]" or "[3]" means.
std::vector<json*> elements(json& array, std::string_view which) {
    std::vector<json*> found;
    if (!array.is_array())
        return found;
    which = which.substr(0, which.find(']'));
    std::size_t index = 0;
    const auto [end, failed] = std::from_chars(which.data(), which.data() + which.size(), index);
    for (std::size_t n = 0; n < array.size(); ++n)
        if (which.empty() || (failed == std::errc{} && n == index))
            found.push_back(&array[n]);
    return found;
}

/// The objects that have the last member of a path, or could have it.
std::vector<json*> owners(json& root, const std::vector<std::string_view>& path) {
    std::vector<json*> here{&root};
    for (std::size_t n = 0; n + 1 < path.size(); ++n) {
        const auto bracket = path[n].find('[');
        const std::string name(path[n].substr(0, bracket));
        std::vector<json*> below;
        for (json* object : here) {
            if (!object->is_object() || !object->contains(name))
                continue;
            json& member = (*object)[name];
            if (bracket == std::string_view::npos)
                below.push_back(&member);
            else
                for (json* element : elements(member, path[n].substr(bracket + 1)))
                    below.push_back(element);
        }
        here = std::move(below);
    }
    std::erase_if(here, [](const json* value) { return !value->is_object(); });
    return here;
}

json mistyped(const json& value) {
    if (value.is_array())
        return json::object();
    if (value.is_object())
        return json::array();
    if (value.is_string())
        return 7;
    return value.dump();
}

void change(json& object, const std::string& name, const Fault& fault, const std::string& text) {
    if (fault.word == "field-added")
        object[name] = {{"since", {27, nullptr, "x"}}};
    if (!object.contains(name))
        return;
    if (fault.word == "field-missing") {
        object.erase(name);
    } else if (fault.word == "field-doubled") {
        json doubled{{std::string(twin), object[name]}};
        doubled.update(object);
        object = std::move(doubled);
    } else if (fault.word == "field-mistyped") {
        object[name] = mistyped(object[name]);
    } else if (fault.word == "field-null") {
        object[name] = nullptr;
    } else if (fault.word != "field-added") {
        object[name] = text;
    }
}

}  // namespace

void change_member(std::string& body, const Fault& fault) {
    json root = json::parse(body, nullptr, false);
    if (!root.is_object())
        return;
    const auto colon = fault.word == "field-set" ? fault.value.find(':') : std::string::npos;
    const std::string text = colon == std::string::npos ? "" : fault.value.substr(colon + 1);
    const std::string where = fault.value.substr(0, colon);
    const auto path = split(where, '.');
    const std::string name(path.back());
    for (json* object : owners(root, path))
        change(*object, name, fault, text);
    body = root.dump();
    for (auto at = body.find(twin); at != std::string::npos; at = body.find(twin, at + name.size()))
        body.replace(at, twin.size(), name);
}

}  // namespace mdm::sandbox
