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

namespace {

Result judged(Result result, const std::vector<Finding>& findings) {
    if (const Finding* decisive = first_error(findings)) {
        result.failure = Error{decisive->code, decisive->message, decisive->hint, findings};
        result.exit = [code = exit_code(decisive->code)] { return code; };
    }
    return result;
}

}  // namespace

Result verdict(Record record, const std::vector<Finding>& findings) { return judged(std::move(record), findings); }

Result verdict(Rows rows, const std::vector<Finding>& findings) { return judged(std::move(rows), findings); }

}  // namespace mdm::cli
