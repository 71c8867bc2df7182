// SPDX-License-Identifier: Apache-2.0
#include "tenant/customer_list.hpp"

#include "base/encoding.hpp"
#include "base/given_name.hpp"
#include "base/text.hpp"
#include "csv/csv_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::tenant {
namespace {

using Set = void (*)(Customer&, const std::string&);

struct Column {
    std::string_view name;
    Set set;
};

Error bad_cell(std::string message, std::string hint) {
    return {ErrorCode::malformed_csv, std::move(message), std::move(hint)};
}

Time end_of(std::string_view column, const std::string& cell) {
    if (const auto time = parse_time(cell))
        return *time;
    throw bad_cell(fmt::format("'{}' in the column {} is no date", cell, column), "2027-01-31");
}

/// Several in one cell: by spaces, semicolons or commas.
std::vector<std::string> words_of(const std::string& cell) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : cell + " ") {
        if (c != ' ' && c != ';' && c != ',' && c != '\n' && c != '\r') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

/// "region=north; tier=gold"
std::vector<store::Label> labels_of(const std::string& cell) {
    std::vector<store::Label> labels;
    std::string part;
    for (const char c : cell + ";") {
        if (c != ';' && c != ',') {
            part += c;
            continue;
        }
        if (const std::string_view label = trimmed(part); !label.empty())
            labels.push_back(store::Label::parse(label));
        part.clear();
    }
    return labels;
}

constexpr auto columns = std::to_array<Column>({
    {"tenant", [](Customer& c, const std::string& cell) { c.tenant = cell; }},
    {"display_name", [](Customer& c, const std::string& cell) { c.display_name = cell; }},
    {"external_id", [](Customer& c, const std::string& cell) { c.external_id = cell; }},
    {"mdm", [](Customer& c, const std::string& cell) { c.mdm = cell; }},
    {"apple_account", [](Customer& c, const std::string& cell) { c.apple_account = cell; }},
    {"push_certificate", [](Customer& c, const std::string& cell) { c.push_certificate = cell; }},
    {"topic", [](Customer& c, const std::string& cell) { c.topic = cell; }},
    {"serial", [](Customer& c, const std::string& cell) { c.serial = cell; }},
    {"not_after", [](Customer& c, const std::string& cell) { c.not_after = end_of("not_after", cell); }},
    {"server_token_expires",
     [](Customer& c, const std::string& cell) { c.server_token_expires = end_of("server_token_expires", cell); }},
    {"contact", [](Customer& c, const std::string& cell) { c.contacts = words_of(cell); }},
    {"labels", [](Customer& c, const std::string& cell) { c.labels = labels_of(cell); }},
    {"note", [](Customer& c, const std::string& cell) { c.note = cell; }},
    {"p12_passphrase_file", [](Customer& c, const std::string& cell) { c.p12_passphrase_file = cell; }},
});

int column_named(std::string_view name) {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

/// "Display Name" and "display-name" are meant as well.
std::string normal(std::string_view heading) {
    std::string name = lower_case(trimmed(heading));
    std::replace(name.begin(), name.end(), ' ', '_');
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

void judge(const Customer& c) {
    judge_given_name(c.tenant, "the tenant's name");
    const std::pair<const std::string*, std::string_view> names[] = {{&c.display_name, "the display name"},
                                                                     {&c.external_id, "the external id"},
                                                                     {&c.mdm, "the kind of MDM server"},
                                                                     {&c.apple_account, "the Apple Account"},
                                                                     {&c.topic, "the topic"}};
    for (const auto& [name, what] : names)
        if (!name->empty())
            judge_given_name(*name, what);
    judge_note(c.note);
    const bool has_certificate = !c.push_certificate.empty() || !c.topic.empty();
    if (has_certificate && c.apple_account.empty())
        throw bad_cell("there is a push certificate and no apple_account",
                       "the account that it was got with: without it nobody can renew it");
}

Customer customer_of(const csv::Row& row, const std::vector<int>& meaning) {
    if (!row.broken.empty())
        throw bad_cell(row.broken, "a cell with quotes or separators stands in quotes, and quotes in it are doubled");
    if (row.cells.size() > meaning.size())
        throw bad_cell(fmt::format("there are {} cells, and {} columns", row.cells.size(), meaning.size()),
                       "a cell with the separator in it stands in quotes");
    Customer customer{.line = row.line};
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (meaning[i] >= 0 && !row.cells[i].empty())
            columns[static_cast<std::size_t>(meaning[i])].set(customer, row.cells[i]);
    judge(customer);
    return customer;
}

std::string name_in(const csv::Row& row, const std::vector<int>& meaning) {
    for (std::size_t i = 0; i < row.cells.size() && i < meaning.size(); ++i)
        if (meaning[i] == 0)
            return row.cells[i];
    return "";
}

}  // namespace

const std::vector<std::string_view>& customer_columns() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const Column& column : columns)
            all.push_back(column.name);
        return all;
    }();
    return names;
}

CustomerList::CustomerList(std::string_view text, std::string_view file)
    : text_(decode_text(text).text), separator_(csv::separator_of(text_)) {
    csv::Reader reader(text_, separator_);
    const auto heading = reader.next();
    if (!heading || !heading->broken.empty())
        throw Error{ErrorCode::malformed_csv, fmt::format("'{}' has no row with the names of its columns", file),
                    fmt::format("the first row names them: {}", fmt::join(customer_columns(), ","))};
    for (const std::string& cell : heading->cells) {
        const int column = column_named(normal(cell));
        if (column < 0)
            unknown_.push_back(cell);
        else if (std::find(columns_.begin(), columns_.end(), column) != columns_.end())
            throw Error{ErrorCode::malformed_csv, fmt::format("'{}' has the column {} twice", file, cell),
                        "take one of them out"};
        columns_.push_back(column);
    }
    if (std::find(columns_.begin(), columns_.end(), 0) == columns_.end())
        throw Error{ErrorCode::malformed_csv, fmt::format("'{}' has no column 'tenant'", file),
                    fmt::format("the columns are {}", fmt::join(customer_columns(), ","))};
}

void CustomerList::each(const std::function<void(const Customer&)>& good,
                        const std::function<void(const BadRow&)>& bad) const {
    csv::Reader reader(text_, separator_);
    reader.next();
    while (const auto row = reader.next()) {
        std::optional<Customer> customer;
        try {
            customer = customer_of(*row, columns_);
        } catch (const Error& e) {
            bad({row->line, name_in(*row, columns_), e});
        }
        if (customer)
            good(*customer);
    }
}

}  // namespace mdm::tenant
