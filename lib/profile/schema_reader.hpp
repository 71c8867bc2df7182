// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/payload_schema.hpp"

#include <map>
#include <string_view>

namespace mdm::profile {

/// Makes a Schema of the YAML files of Apple's device-management repository, mdm/profiles/*.yaml, one after the other.
/// What a key says of an operating system lies over what its payload says, attribute by attribute; the keys above it in
/// between count as well (docs/schema.md names the payload alone). Aliases that go round in circles become lists that
/// do.
class SchemaReader {
public:
    SchemaReader();

    /// name    the file's, without .yaml: the part of a type that several files describe is in its brackets
    /// throws  not_a_schema: it describes no payload type; what yaml::read() throws; too_deep: more lists than the
    /// limit
    void add(std::string_view yaml, std::string_view name);

    /// What was read, settled.
    Schema finish();

private:
    std::uint32_t index_of(const Availability& availability);
    friend class FileReader;

    Schema schema_;
    std::map<std::string, std::uint32_t> known_;  ///< availabilities, by their bytes
};

}  // namespace mdm::profile
