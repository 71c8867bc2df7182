// SPDX-License-Identifier: Apache-2.0
#include "store/bulk_append.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <string>

namespace mdm::store {
namespace {

std::string insert_statement(std::string_view table, const std::vector<std::string_view>& columns) {
    std::vector<std::string> names;
    std::vector<std::string> places;
    for (const std::string_view column : columns) {
        names.emplace_back(column);
        places.push_back(fmt::format(":{}", column));
    }
    return fmt::format("insert into {} ({}) values ({})", table, joined(names, ", "), joined(places, ", "));
}

}  // namespace

struct BulkAppend::Impl {
    std::vector<std::string_view> columns;
    Statement insert;
    std::int64_t added = 0;
};

BulkAppend::BulkAppend(Transaction& transaction, std::string_view table, std::vector<std::string_view> columns) {
    Statement insert = transaction.prepare(insert_statement(table, columns));
    impl_.reset(new Impl{std::move(columns), std::move(insert)});
}
BulkAppend::~BulkAppend() = default;

void BulkAppend::add(std::span<const std::optional<std::string_view>> values) {
    Parameters parameters;
    for (std::size_t i = 0; i < impl_->columns.size(); ++i)
        parameters.emplace_back(impl_->columns[i], values[i] ? Value(std::string(*values[i])) : Value());
    impl_->added += impl_->insert.run(parameters);
}

std::int64_t BulkAppend::finish() { return impl_->added; }

}  // namespace mdm::store
