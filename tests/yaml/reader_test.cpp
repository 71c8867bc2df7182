// SPDX-License-Identifier: Apache-2.0
#include "yaml/reader.hpp"

#include "base/error.hpp"
#include "catch.hpp"

#include <fmt/format.h>

using namespace mdm;
using namespace mdm::yaml;

namespace {

/// One node as text: what a reader made of it.
std::string shown(const Document& file, NodeIndex index, int depth = 0) {
    const Node& node = file.at(index);
    if (depth > 6)
        return "...";
    if (node.kind == Node::Kind::scalar)
        return fmt::format("'{}'", node.text);
    std::string text;
    for (std::size_t i = 0; i < node.items.size(); ++i)
        text += (text.empty()                                     ? ""
                 : node.kind == Node::Kind::mapping && i % 2 == 1 ? ": "
                                                                  : ", ") +
                shown(file, node.items[i], depth + 1);
    return node.kind == Node::Kind::mapping ? "{" + text + "}" : "[" + text + "]";
}

std::string read_and_show(std::string_view text) {
    const Document file = read(text);
    return shown(file, file.root);
}

std::string refusal(std::string_view text) {
    try {
        static_cast<void>(read(text));
    } catch (const Error& e) {
        return fmt::format("{}: {}", name(e.code()), e.message());
    }
    return "nothing";
}

}  // namespace

TEST_CASE("what Apple's files use of YAML is read") {
    CHECK(read_and_show("title: Home\nlist:\n- a\n- 'it''s'\n") == "{'title': 'Home', 'list': ['a', 'it's']}");
    CHECK(read_and_show("content: one\n  two\n") == "{'content': 'one two'}");
    CHECK(read_and_show("content: |-\n  one\n  two\n") == "{'content': 'one\ntwo'}");
    CHECK(read_and_show("version: 10.13.4\nno: n/a\nempty: []\n") ==
          "{'version': '10.13.4', 'no': 'n/a', 'empty': []}");
    CHECK(read_and_show("a: \xE2\x80\x9Cquoted\xE2\x80\x9D\n") == "{'a': '\xE2\x80\x9Cquoted\xE2\x80\x9D'}");
}

TEST_CASE("an alias is the node that it names, inside of itself as well") {
    CHECK(read_and_show("a: &x\n- 1\nb: *x\n") == "{'a': ['1'], 'b': ['1']}");
    CHECK(read_and_show("&x\n- *x\n") == "[[[[[[[...]]]]]]]");
}

TEST_CASE("what is no YAML, or too much of it, is refused with its line") {
    CHECK(refusal("a: b\n c: d\n").starts_with("malformed_yaml: "));
    CHECK(refusal("a: b\n c: d\n").ends_with("(YAML, line 2)"));
    CHECK(refusal("a: *nothing\n") == "malformed_yaml: the alias *nothing names nothing (YAML, line 1)");
    CHECK(refusal("") == "malformed_yaml: there is nothing in it (YAML, line 1)");
    CHECK(refusal("a\n---\nb\n") == "malformed_yaml: there is a second document (YAML, line 2)");
    CHECK(refusal("a: \xFF\n").starts_with("malformed_yaml: "));
    CHECK(refusal(std::string(100, '[')) == "too_deep: more than 64 levels (YAML, line 1)");
    CHECK(refusal(std::string(2U << 20U, 'a')).starts_with("too_large: "));
}

TEST_CASE("a key is found in a mapping, and nowhere else") {
    const Document file = read("a: first\na: second\nlist: [b]\n");
    const Node& root = file.at(file.root);
    CHECK(file.text(root, "a") == "first");
    CHECK(file.text(root, "b").empty());
    CHECK(file.find(*file.find(root, "list"), "b") == nullptr);
    CHECK(file.find_index(root, "b") == file.nodes.size());
}
