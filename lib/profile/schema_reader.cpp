// SPDX-License-Identifier: Apache-2.0
#include "profile/schema_reader.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"
#include "yaml/reader.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <utility>

namespace mdm::profile {
namespace {

using yaml::Node;
using yaml::NodeIndex;

Stated stated(std::string_view text) {
    return text == "true" ? Stated::yes : text == "false" ? Stated::no : Stated::nothing;
}

Mode mode(std::string_view text) {
    return text == "allowed"     ? Mode::allowed
           : text == "required"  ? Mode::required
           : text == "forbidden" ? Mode::forbidden
           : text == "ignored"   ? Mode::ignored
                                 : Mode::nothing;
}

/// "<string>"
Type type_named(std::string_view text) {
    for (std::size_t i = 0; i < type_names.size(); ++i)
        if (text.size() == type_names[i].size() + 2 && text.substr(1, type_names[i].size()) == type_names[i])
            return static_cast<Type>(i);
    return Type::any;
}

template <class Value>
void lay_over(Value& what, Value stated_anew) {
    if (stated_anew != Value{})
        what = stated_anew;
}

/// Reads the Support that `node` states over the one that holds so far.
void lay_over(Support& support, const yaml::Document& file, const Node& node) {
    if (const auto introduced = file.text(node, "introduced"); introduced == "n/a") {
        support.available = Stated::no;
    } else if (introduced == "all") {
        support.available = Stated::yes;
    } else if (const auto version = parse_version(introduced)) {
        support.available = Stated::yes;
        support.introduced = version;
    }
    lay_over(support.deprecated, parse_version(file.text(node, "deprecated")));
    lay_over(support.removed, parse_version(file.text(node, "removed")));
    lay_over(support.multiple, stated(file.text(node, "multiple")));
    lay_over(support.supervised, stated(file.text(node, "supervised")));
    lay_over(support.by_hand, stated(file.text(node, "allowmanualinstall")));
    lay_over(support.device_channel, stated(file.text(node, "devicechannel")));
    lay_over(support.user_channel, stated(file.text(node, "userchannel")));
    if (const Node* enrollment = file.find(node, "userenrollment"))
        lay_over(support.user_enrollment, mode(file.text(*enrollment, "mode")));
    if (const Node* shared = file.find(node, "sharedipad"))
        lay_over(support.shared_ipad, mode(file.text(*shared, "mode")));
}

Availability laid_over(Availability availability, const yaml::Document& file, const Node& holder) {
    if (const Node* supported = file.find(holder, "supportedOS"))
        for (std::size_t os = 0; os < os_names.size(); ++os)
            if (const Node* node = file.find(*supported, os_names[os]))
                lay_over(availability[os], file, *node);
    return availability;
}

Bounds bounds(const yaml::Document& file, const Node& holder, std::string_view key) {
    const Node* node = file.find(holder, key);
    if (node == nullptr)
        return {};
    return {parse_number(file.text(*node, "min")), parse_number(file.text(*node, "max"))};
}

/// What tells two availabilities apart.
std::string bytes_of(const Availability& availability) {
    std::string bytes;
    for (const Support& s : availability) {
        for (const auto& version : {s.introduced, s.deprecated, s.removed})
            bytes += version ? version->to_string() + "," : ",";
        for (const auto stated : {s.available, s.multiple, s.supervised, s.by_hand, s.device_channel, s.user_channel})
            bytes += static_cast<char>('0' + static_cast<int>(stated));
        bytes += static_cast<char>('0' + static_cast<int>(s.user_enrollment));
        bytes += static_cast<char>('0' + static_cast<int>(s.shared_ipad));
    }
    return bytes;
}

/// "Kerberos" of "com.apple.extensiblesso(kerberos)"
std::string_view in_brackets(std::string_view name) {
    const auto open = name.find('(');
    const auto close = name.find(')');
    return open < close && close != std::string_view::npos ? name.substr(open + 1, close - open - 1)
                                                           : std::string_view();
}

}  // namespace

/// The lists of one file. A list is read once for each availability that it is met with, and waits in a queue until
/// then: circles end, and depth costs no stack.
class FileReader {
public:
    FileReader(SchemaReader& into, const yaml::Document& file) : into_(into), file_(file) {}

    std::uint32_t list(NodeIndex node, std::uint32_t availability);
    void read_all();

private:
    struct Waiting {
        NodeIndex node;
        std::uint32_t availability;
        std::uint32_t list;
    };

    KeyRule rule(const Node& item, std::uint32_t above);

    SchemaReader& into_;
    const yaml::Document& file_;
    std::deque<Waiting> waiting_;
    std::map<std::pair<NodeIndex, std::uint32_t>, std::uint32_t> known_;
};

std::uint32_t FileReader::list(NodeIndex node, std::uint32_t availability) {
    const auto [place, is_new] = known_.try_emplace({node, availability}, 0);
    if (!is_new)
        return place->second;
    auto& lists = into_.schema_.lists;
    if (lists.size() >= limits::schema_lists)
        throw Error{ErrorCode::too_deep, fmt::format("more than {} lists of keys", limits::schema_lists)};
    place->second = static_cast<std::uint32_t>(lists.size());
    lists.emplace_back();
    waiting_.push_back({node, availability, place->second});
    return place->second;
}

void FileReader::read_all() {
    for (; !waiting_.empty(); waiting_.pop_front()) {
        const Waiting next = waiting_.front();
        std::vector<KeyRule> rules;
        for (const NodeIndex item : file_.at(next.node).items)
            if (file_.at(item).kind == Node::Kind::mapping)
                rules.push_back(rule(file_.at(item), next.availability));
        into_.schema_.lists[next.list].rules = std::move(rules);
    }
}

KeyRule FileReader::rule(const Node& item, std::uint32_t above) {
    KeyRule rule;
    rule.name = file_.text(item, "key");
    rule.type = type_named(file_.text(item, "type"));
    rule.required = file_.text(item, "presence") == "required";
    if (const Node* allowed = file_.find(item, "rangelist"))
        for (const NodeIndex value : allowed->items)
            rule.allowed.push_back(file_.at(value).text);
    rule.range = bounds(file_, item, "range");
    rule.repetition = bounds(file_, item, "repetition");
    rule.format = file_.text(item, "format");
    rule.availability = into_.index_of(laid_over(into_.schema_.availabilities[above], file_, item));
    const NodeIndex inside = file_.find_index(item, "subkeys");
    if (inside != file_.nodes.size() && file_.at(inside).kind == Node::Kind::sequence)
        rule.inside = list(inside, rule.availability);
    return rule;
}

SchemaReader::SchemaReader() {
    schema_.lists.emplace_back();
    index_of({});
}

std::uint32_t SchemaReader::index_of(const Availability& availability) {
    const auto [place, is_new] =
        known_.try_emplace(bytes_of(availability), static_cast<std::uint32_t>(schema_.availabilities.size()));
    if (is_new)
        schema_.availabilities.push_back(availability);
    return place->second;
}

void SchemaReader::add(std::string_view yaml, std::string_view name) {
    const yaml::Document file = yaml::read(yaml);
    const Node& root = file.at(file.root);
    const Node* payload = file.find(root, "payload");
    const NodeIndex keys = file.find_index(root, "payloadkeys");
    const std::string_view type = payload != nullptr ? file.text(*payload, "payloadtype") : std::string_view();
    if (type.empty() || keys == file.nodes.size())
        throw Error{ErrorCode::not_a_schema,
                    "it describes no payload type: payload.payloadtype or payloadkeys is not there"};
    PayloadType described;
    described.type = type;
    described.part = in_brackets(name);
    described.availability = index_of(laid_over({}, file, *payload));
    FileReader reader(*this, file);
    described.keys = reader.list(keys, described.availability);
    reader.read_all();
    schema_.payloads.push_back(std::move(described));
}

Schema SchemaReader::finish() {
    schema_.settle();
    return std::move(schema_);
}

}  // namespace mdm::profile
