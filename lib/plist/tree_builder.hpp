// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/reader.hpp"
#include "plist/value.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What both readers share; no other room includes it.
namespace mdm::plist {

/// Puts a document together from its values in file order, and keeps the bounds of limits.hpp and the rules of
/// structure: one root, a key before each value of a dictionary and nowhere else. Containers are closed one by one,
/// so that depth costs no stack.
/// throws  too_deep, too_large (a limit is met), malformed_plist (the structure is broken)
class TreeBuilder {
public:
    void open_array(Place place);
    void open_dict(Place place);
    /// Ends the array or dictionary that was opened last; in a dictionary, keys that are there twice become findings.
    void close(Place place);
    /// The key of the value that comes next.
    void key(std::string text, Place place);
    /// A value that is not a container.
    void value(Value value);
    /// Notes that the value that comes next breaks a rule.
    void note(std::string message, Place place);

    /// Whether the value that comes next is one that no message repeats (secret_keys.hpp).
    bool next_is_secret() const;

    /// throws  malformed_plist where there was no value at all
    Document finish(Format format);

private:
    struct Container {
        Value value;
        std::optional<std::string> key;  ///< in a dictionary: the key that waits for its value
    };

    void open(Value container);
    void add(Value value);
    void count(std::size_t bytes, Place place);
    void note_repeated_keys(const Value& container);
    void note(ErrorCode code, std::string message, std::string hint, Place place);
    /// The path of the value that comes next and, in XML, its line and column.
    std::string where(Place place) const;

    std::vector<Container> open_;
    std::optional<Value> root_;
    std::vector<Finding> findings_;
    std::size_t findings_left_out_ = 0;
    std::size_t values_ = 0;
    std::size_t bytes_ = 0;
};

/// The error for bytes that are no property list: what is wrong, and where that is known.
Error malformed(std::string_view what, Place place, std::string hint = {});

/// Text from a file as a message shows it: cut where it would be long.
std::string shortened(std::string_view text);

}  // namespace mdm::plist
