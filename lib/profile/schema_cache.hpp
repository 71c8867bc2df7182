// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/payload_schema.hpp"

#include <optional>
#include <string>
#include <string_view>

/// A Schema as bytes, so that Apple's YAML is read once and not with every command.
namespace mdm::profile {

/// source   tells what the schema was made from: of another source, the cache is not it
std::string compiled(const Schema& schema, std::string_view source);

/// nullopt: the bytes are of another source or another mdmctl, cut or changed.
std::optional<Schema> decompiled(std::string_view bytes, std::string_view source);

}  // namespace mdm::profile
