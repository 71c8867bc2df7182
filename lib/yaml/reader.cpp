// SPDX-License-Identifier: Apache-2.0
#include "yaml/reader.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <new>
#include <optional>
#include <utility>
#include <yaml.h>

namespace mdm::yaml {
namespace {

Error malformed(std::string_view what, std::size_t line) {
    return {ErrorCode::malformed_yaml, fmt::format("{} (YAML, line {})", what, line)};
}

/// libyaml's parser and the event that it gave last. Both are structs that live here and own what hangs on them.
class EventReader {
public:
    explicit EventReader(std::string_view bytes) {
        if (yaml_parser_initialize(&parser_) == 0)
            throw std::bad_alloc{};
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    }
    EventReader(const EventReader&) = delete;
    EventReader& operator=(const EventReader&) = delete;
    ~EventReader() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }

    const yaml_event_t& next() {
        yaml_event_delete(&event_);
        if (yaml_parser_parse(&parser_, &event_) != 0)
            return event_;
        const std::size_t line = parser_.error == YAML_READER_ERROR
                                     ? parser_.mark.line
                                     : std::max(parser_.problem_mark.line, std::size_t{0});
        throw malformed(parser_.problem != nullptr ? parser_.problem : "it cannot be read", line + 1);
    }

private:
    yaml_parser_t parser_{};
    yaml_event_t event_{};
};

std::string_view text_of(const yaml_char_t* text) { return reinterpret_cast<const char*>(text); }

/// Turns events into nodes. Containers are closed one by one, so that depth costs no stack.
class Composer {
public:
    explicit Composer(std::string_view bytes) : events_(bytes) {}
    Document compose();

private:
    void scalar(const yaml_event_t& event);
    void open(Node::Kind kind, const yaml_char_t* anchor, const yaml_event_t& event);
    void close(const yaml_event_t& event);
    void alias(const yaml_event_t& event);
    NodeIndex add(Node node, const yaml_char_t* anchor);
    void place(NodeIndex index);

    EventReader events_;
    Document document_;
    std::vector<NodeIndex> open_;
    std::map<std::string, NodeIndex, std::less<>> anchors_;
    std::optional<NodeIndex> root_;
};

Document Composer::compose() {
    bool begun = false;
    while (true) {
        const yaml_event_t& event = events_.next();
        switch (event.type) {
            case YAML_SCALAR_EVENT:
                scalar(event);
                break;
            case YAML_SEQUENCE_START_EVENT:
                open(Node::Kind::sequence, event.data.sequence_start.anchor, event);
                break;
            case YAML_MAPPING_START_EVENT:
                open(Node::Kind::mapping, event.data.mapping_start.anchor, event);
                break;
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT:
                close(event);
                break;
            case YAML_ALIAS_EVENT:
                alias(event);
                break;
            case YAML_DOCUMENT_START_EVENT:
                if (std::exchange(begun, true))
                    throw malformed("there is a second document", event.start_mark.line + 1);
                break;
            case YAML_STREAM_END_EVENT:
                if (!root_)
                    throw malformed("there is nothing in it", 1);
                document_.root = *root_;
                return std::move(document_);
            default:
                break;
        }
    }
}

void Composer::scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    Node node{.text = std::string(text_of(scalar.value).substr(0, scalar.length)), .line = event.start_mark.line + 1};
    // What holds a NUL ("\0" in double quotes) is none of what we look for, whole or cut.
    place(add(std::move(node), scalar.anchor));
}

void Composer::open(Node::Kind kind, const yaml_char_t* anchor, const yaml_event_t& event) {
    if (open_.size() >= limits::yaml_depth)
        throw Error{ErrorCode::too_deep,
                    fmt::format("more than {} levels (YAML, line {})", limits::yaml_depth, event.start_mark.line + 1)};
    const NodeIndex index = add({.kind = kind, .line = event.start_mark.line + 1}, anchor);
    place(index);
    open_.push_back(index);
}

void Composer::close(const yaml_event_t&) { open_.pop_back(); }

void Composer::alias(const yaml_event_t& event) {
    const std::string_view name = text_of(event.data.alias.anchor);
    const auto found = anchors_.find(name);
    if (found == anchors_.end())
        throw malformed(fmt::format("the alias *{} names nothing", name), event.start_mark.line + 1);
    place(found->second);
}

NodeIndex Composer::add(Node node, const yaml_char_t* anchor) {
    if (document_.nodes.size() >= limits::yaml_nodes)
        throw Error{ErrorCode::too_deep, fmt::format("more than {} values (YAML)", limits::yaml_nodes)};
    const NodeIndex index = document_.nodes.size();
    document_.nodes.push_back(std::move(node));
    if (anchor != nullptr)
        anchors_.insert_or_assign(std::string(text_of(anchor)), index);
    return index;
}

void Composer::place(NodeIndex index) {
    if (!open_.empty())
        document_.nodes[open_.back()].items.push_back(index);
    else
        root_ = index;
}

}  // namespace

NodeIndex Document::find_index(const Node& mapping, std::string_view key) const {
    if (mapping.kind != Node::Kind::mapping)
        return nodes.size();
    for (std::size_t i = 0; i + 1 < mapping.items.size(); i += 2)
        if (const Node& name = at(mapping.items[i]); name.kind == Node::Kind::scalar && name.text == key)
            return mapping.items[i + 1];
    return nodes.size();
}

const Node* Document::find(const Node& mapping, std::string_view key) const {
    const NodeIndex index = find_index(mapping, key);
    return index == nodes.size() ? nullptr : &nodes[index];
}

std::string_view Document::text(const Node& mapping, std::string_view key) const {
    const Node* found = find(mapping, key);
    return found != nullptr ? std::string_view(found->text) : std::string_view();
}

Document read(std::string_view bytes) {
    if (bytes.size() > limits::yaml_file)
        throw Error{ErrorCode::too_large, fmt::format("YAML of more than {} bytes", limits::yaml_file)};
    return Composer{bytes}.compose();
}

}  // namespace mdm::yaml
