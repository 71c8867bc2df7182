// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// YAML 1.1 as data: scalars, sequences and mappings, with anchors and aliases. Read by libyaml.
namespace mdm::yaml {

/// Where a node is in Document::nodes. An alias is the index of the node that it names, so that a document may go round
/// in circles: whoever walks it must remember where he was.
using NodeIndex = std::size_t;

struct Node {
    enum class Kind { scalar, sequence, mapping };

    Kind kind = Kind::scalar;
    std::string text{};              ///< of a scalar, as it is meant: folded, unquoted
    std::vector<NodeIndex> items{};  ///< of a sequence its items, of a mapping key, value, key, value, ...
    std::size_t line = 0;            ///< counted from 1
};

struct Document {
    std::vector<Node> nodes;
    NodeIndex root = 0;

    const Node& at(NodeIndex index) const { return nodes[index]; }
    /// The value of a key of a mapping, the first of several; nullptr where this is no mapping or has no such key.
    const Node* find(const Node& mapping, std::string_view key) const;
    /// The same as an index; nodes.size() for nullptr.
    NodeIndex find_index(const Node& mapping, std::string_view key) const;
    /// The text of a scalar under a key; empty where there is none.
    std::string_view text(const Node& mapping, std::string_view key) const;
};

/// Reads one document. Tags mean nothing, and neither does the merge key "<<".
/// throws  malformed_yaml (with the line), too_deep (levels, or nodes), too_large
Document read(std::string_view bytes);

}  // namespace mdm::yaml
