// SPDX-License-Identifier: Apache-2.0
#include "profile/built_in_types.hpp"
#include "profile/lint.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// Whatever the bytes are, they are judged, alone and beside themselves.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace mdm::profile;
    static const Schema schema = built_in_schema();
    static const PayloadRules rules({&schema}, {.os = Os::macos, .supervised = false});
    const std::string_view input{reinterpret_cast<const char*>(bytes), size};
    std::vector<LintedFile> files;
    files.push_back(lint(input, "a", rules, {}));
    files.push_back(lint(input, "b", rules, {}));
    judge_together(files);
    return 0;
}
