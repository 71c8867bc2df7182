// SPDX-License-Identifier: Apache-2.0
#include "cli/record.hpp"

#include <cstddef>

namespace mdm::cli {

Record::Record(std::initializer_list<Field> list) : fields(list) {}

void Record::add(Field field) { fields.push_back(std::move(field)); }

Rows Rows::of(std::string name, std::vector<std::string> columns, std::vector<Record> items) {
    auto pull = [items = std::move(items), at = std::size_t{0}]() mutable -> std::optional<Record> {
        if (at == items.size())
            return std::nullopt;
        return std::move(items[at++]);
    };
    return {.name = std::move(name), .columns = std::move(columns), .next = std::move(pull)};
}

Result verdict(Record record, const std::vector<Finding>& findings) {
    Result result{std::move(record)};
    if (const Finding* decisive = first_error(findings)) {
        result.failure = Error{decisive->code, decisive->message, decisive->hint, findings};
        result.exit = [code = exit_code(decisive->code)] { return code; };
    }
    return result;
}

}  // namespace mdm::cli
