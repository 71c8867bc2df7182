// SPDX-License-Identifier: Apache-2.0
#include "store/table_shape.hpp"

#include "store/dialect.hpp"

#include <algorithm>

namespace mdm::store {
namespace {

Column* column_named(TableShape& shape, std::string_view name) {
    const auto found =
        std::find_if(shape.columns.begin(), shape.columns.end(), [&](const Column& c) { return c.name == name; });
    return found == shape.columns.end() ? nullptr : &*found;
}

void note_link(TableShape& shape, std::string_view column, std::string_view table) {
    if (Column* found = column_named(shape, column))
        found->refers_to = table;
}

}  // namespace

bool TableShape::has(std::string_view column) const {
    return std::any_of(columns.begin(), columns.end(), [&](const Column& c) { return c.name == column; });
}

Shapes tenant_tables(Transaction& transaction, const Rooms& rooms) {
    Shapes shapes;
    for (const Room& room : rooms)
        for (const Table& table : room.tables)
            if (!table.of_tenant.empty())
                shapes[std::string(table.name)].table = &table;
    for (const Row& row : transaction.rows(dialect::column_list(transaction.engine())))
        if (const auto shape = shapes.find(row.text("of_table")); shape != shapes.end())
            shape->second.columns.push_back({.name = row.text("name"),
                                             .is_number = row.text("type") == "bigint",
                                             .may_be_null = row.number("required") == 0});
    for (const Row& row : transaction.rows(dialect::foreign_key_list(transaction.engine())))
        if (const auto shape = shapes.find(row.text("of_table")); shape != shapes.end())
            note_link(shape->second, row.text("name"), row.text("parent"));
    for (auto& [name, shape] : shapes)
        for (const Table::Link& link : shape.table->links)
            note_link(shape, link.column, link.table);
    return shapes;
}

}  // namespace mdm::store
