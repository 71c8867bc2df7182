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
    return {std::move(name), std::move(columns), std::move(pull)};
}

Result verdict(Record record, const std::vector<Finding>& findings) {
    const Finding* decisive = first_error(findings);
    return {std::move(record), decisive == nullptr ? 0 : exit_code(decisive->code)};
}

}  // namespace mdm::cli
