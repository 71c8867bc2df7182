// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>
#include <string>
#include <string_view>

/// JSON that says the same in the same bytes: no space, members in order of their names, of two with one name the last.
/// So what Apple sends in another order, or escaped otherwise, has not changed. For lib/dep/*.cpp alone.
namespace mdm::dep {

void append_canonical(std::string& out, std::string_view text);
void append_canonical(std::string& out, const simdjson::dom::element& value);

}  // namespace mdm::dep
