// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/payload_schema.hpp"
#include "profile/target.hpp"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace mdm::profile {

class FormatSearch;

/// One schema, with what was worked out of it for a target. Used by several threads at a time.
class TargetedSchema {
public:
    /// schema   outlives this
    TargetedSchema(const Schema& schema, const Target& target);
    TargetedSchema(TargetedSchema&&) noexcept;
    TargetedSchema& operator=(TargetedSchema&&) noexcept;
    ~TargetedSchema();

    const Schema& schema() const noexcept { return *schema_; }
    /// What stands against something of an availability, by its index.
    Objections objections(std::uint32_t availability, Channel channel) const {
        return objections_[static_cast<std::size_t>(channel)][availability];
    }
    /// Whether text is of a rule's form.
    bool has_form(const KeyRule& rule, std::string_view text) const;

private:
    const Schema* schema_;
    std::array<std::vector<Objections>, 3> objections_;  ///< by Channel and index of availability
    std::map<std::string, std::unique_ptr<FormatSearch>, std::less<>> formats_;
};

/// What a schema says of a payload type; a null schema: none has it.
struct TypesNamed {
    const TargetedSchema* source = nullptr;
    std::span<const PayloadType> types;
};

}  // namespace mdm::profile
