// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "plist/reader.hpp"
#include "profile/built_in_types.hpp"
#include "profile/explanation.hpp"
#include "profile/overview.hpp"
#include "profile/settings.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Whatever a property list holds, it is told, within the limits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace mdm;
    using namespace mdm::profile;
    static const Schema schema = built_in_schema();
    static const Sentences sentences;
    try {
        const plist::Document document = plist::read({reinterpret_cast<const char*>(bytes), size});
        const Explanation told = explain(document.root, schema, sentences);
        std::size_t statements = told.statements.size();
        for (const PayloadExplanation& payload : told.payloads) {
            statements += payload.statements.size();
            static_cast<void>(overview_of(payload));
        }
        static_cast<void>(overview_of(told));
        static_cast<void>(sentences_of(told.removal, {}));
        const auto settings = settings_of(document.root, schema);
        if (statements > most_statements || settings.size() != told.payloads.size())
            std::abort();
    } catch (const Error&) {
        // Not a property list.
    }
    return 0;
}
