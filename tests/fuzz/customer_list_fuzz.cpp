// SPDX-License-Identifier: Apache-2.0
// A list of tenants: whatever is in it is rows, rows that are refused with words, or an Error.
#include "base/given_name.hpp"
#include "tenant/customer_list.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mdm;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    try {
        const tenant::CustomerList list(text, "list.csv");
        std::int64_t last = 1;
        const auto comes_later = [&](std::int64_t line) {
            if (line <= last)
                std::abort();
            last = line;
        };
        list.each(
            [&](const tenant::Customer& customer) {
                comes_later(customer.line);
                judge_given_name(customer.tenant, "the name");
                judge_note(customer.note);
            },
            [&](const tenant::BadRow& row) {
                comes_later(row.line);
                if (row.why.message().empty())
                    std::abort();
            });
    } catch (const Error& e) {
        if (e.code() != ErrorCode::malformed_csv || e.hint().empty())
            std::abort();
    }
    return 0;
}
