// SPDX-License-Identifier: Apache-2.0
#include "store/tenant_file.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mdm::store {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view format = "mdmctl tenant";

bool is_utf8(std::string_view text) {
    for (CodePoint c = next_code_point(text); c.width > 0; c = next_code_point(text)) {
        if (!c.valid)
            return false;
        text.remove_prefix(c.width);
    }
    return true;
}

Json json_of(const Cell& cell) {
    if (!cell.value)
        return nullptr;
    if (cell.is_number)
        return std::stoll(*cell.value);
    return *cell.value;
}

Json header_of(const TenantFile& file) {
    Json schema = Json::object();
    for (const auto& [room, version] : file.schema)
        schema[room] = version;
    return {{"format", format},
            {"version", tenant_file_version},
            {"schema", std::move(schema)},
            {"tenant", file.tenant},
            {"tenant_id", file.tenant_id},
            {"store", file.store},
            {"exported_at", to_rfc3339(file.exported_at)}};
}

Json end_of(const TenantFile& file) {
    Json tables = Json::object();
    for (const auto& [table, count] : file.counts())
        tables[table] = count;
    return {{"end", {{"rows", file.rows.size()}, {"tables", std::move(tables)}}}};
}

void wipe_text(Json& value) {
    auto& text = value.get_ref<std::string&>();
    wipe(text.data(), text.size());
}

void append_line(std::string& out, const Json& line) {
    std::string text = line.dump();
    out += text;
    out += '\n';
    wipe(text.data(), text.size());
    if (out.size() > limits::tenant_export)
        throw Error{ErrorCode::too_large,
                    fmt::format("the tenant is larger than the limit of {} MiB", limits::tenant_export >> 20U)};
}

void append_row(std::string& out, const FileRow& row) {
    Json cells = Json::object();
    for (const Cell& cell : row.cells)
        cells[cell.column] = json_of(cell);
    Json line{{"table", row.table}, {"row", std::move(cells)}};
    if (row.plain) {
        const std::string_view plain = row.plain->reveal();
        Json& kept = is_utf8(plain) ? line["plain"] = plain : line["plain_base64"] = to_base64(plain);
        append_line(out, line);
        wipe_text(kept);
        return;
    }
    append_line(out, line);
}

/// One file while it is read.
class Lines {
public:
    Lines(std::string_view text, std::string_view name) : rest_(text), name_(name) {}

    /// nullopt at the end. throws  not_a_tenant_export: the line is no JSON object
    std::optional<Json> next() {
        if (rest_.empty())
            return std::nullopt;
        ++line_;
        const std::size_t end = rest_.find('\n');
        if (end == std::string_view::npos)
            refuse("is cut");
        Json value = Json::parse(rest_.substr(0, end), nullptr, false);
        rest_.remove_prefix(end + 1);
        if (!value.is_object())
            refuse("is no JSON object");
        return value;
    }

    [[noreturn]] void refuse(std::string_view why) const {
        throw Error{ErrorCode::not_a_tenant_export, fmt::format("line {} of what is in '{}' {}", line_, name_, why),
                    "mdmctl tenant export makes another one, where it comes from"};
    }

    std::string text(const Json& object, std::string_view key) const {
        const auto found = object.find(key);
        if (found == object.end() || !found->is_string())
            refuse(fmt::format("has no text '{}'", key));
        return found->get<std::string>();
    }

    std::int64_t number(const Json& object, std::string_view key) const {
        const auto found = object.find(key);
        if (found == object.end() || !is_number(*found))
            refuse(fmt::format("has no number '{}'", key));
        return found->get<std::int64_t>();
    }

    const Json& object(const Json& outer, std::string_view key) const {
        const auto found = outer.find(key);
        if (found == outer.end() || !found->is_object())
            refuse(fmt::format("has no object '{}'", key));
        return *found;
    }

    static bool is_number(const Json& value) {
        return value.is_number_integer() &&
               (!value.is_number_unsigned() || value.get<std::uint64_t>() <= std::uint64_t(INT64_MAX));
    }

private:
    std::string_view rest_;
    std::string_view name_;
    std::size_t line_ = 0;
};

TenantFile read_header(const Lines& lines, const Json& header) {
    if (const auto found = header.find("format"); found == header.end() || *found != format)
        lines.refuse("does not say that this is an export of a tenant");
    if (const std::int64_t version = lines.number(header, "version"); version > tenant_file_version)
        throw Error{ErrorCode::store_too_new,
                    fmt::format("the export has version {}, and this mdmctl knows {}", version, tenant_file_version),
                    "use the version of mdmctl that wrote it, or a newer one"};
    TenantFile file{.tenant = lines.text(header, "tenant"),
                    .tenant_id = lines.text(header, "tenant_id"),
                    .store = lines.text(header, "store")};
    const auto at = parse_time(lines.text(header, "exported_at"));
    if (!at)
        lines.refuse("has no time 'exported_at'");
    file.exported_at = *at;
    const Json& schema = lines.object(header, "schema");
    for (const auto& [room, version] : schema.items())
        file.schema[room] = lines.number(schema, room);
    return file;
}

Cell read_cell(const Lines& lines, const std::string& column, const Json& value) {
    if (value.is_null())
        return {column, std::nullopt};
    if (Lines::is_number(value))
        return {column, std::to_string(value.get<std::int64_t>()), true};
    // No engine keeps a NUL in a text.
    if (!value.is_string() || value.get_ref<const std::string&>().find('\0') != std::string::npos)
        lines.refuse(fmt::format("has something else than a text or number in '{}'", column));
    return {column, value.get<std::string>()};
}

std::optional<Secret> read_plain(const Lines& lines, Json& line) {
    const bool is_text = line.contains("plain");
    if (!is_text && !line.contains("plain_base64"))
        return std::nullopt;
    Json& kept = is_text ? line["plain"] : line["plain_base64"];
    if (!kept.is_string())
        lines.refuse("has a secret that is no text");
    auto bytes = is_text ? std::optional(kept.get<std::string>()) : from_base64(kept.get_ref<const std::string&>());
    wipe_text(kept);
    if (!bytes)
        lines.refuse("has a secret that is no base64");
    return Secret{std::move(*bytes)};
}

FileRow read_row(const Lines& lines, Json& line) {
    FileRow row{.table = lines.text(line, "table"), .cells = {}, .plain = read_plain(lines, line)};
    for (const auto& [column, value] : lines.object(line, "row").items()) {
        if (row.cell(column) != nullptr)
            lines.refuse(fmt::format("has '{}' twice", column));
        row.cells.push_back(read_cell(lines, column, value));
    }
    return row;
}

void judge_end(const Lines& lines, const Json& end, const TenantFile& file) {
    std::map<std::string, std::int64_t> told;
    const Json& tables = lines.object(end, "tables");
    for (const auto& [table, count] : tables.items())
        told[table] = lines.number(tables, table);
    if (lines.number(end, "rows") != static_cast<std::int64_t>(file.rows.size()) || told != file.counts())
        lines.refuse("counts other rows than there are");
}

}  // namespace

const Cell* FileRow::cell(std::string_view column) const {
    const auto found = std::find_if(cells.begin(), cells.end(), [&](const Cell& c) { return c.column == column; });
    return found == cells.end() ? nullptr : &*found;
}

std::string FileRow::text(std::string_view column) const {
    const Cell* found = cell(column);
    return found == nullptr ? "" : found->value.value_or("");
}

std::map<std::string, std::int64_t> TenantFile::counts() const {
    std::map<std::string, std::int64_t> all;
    for (const FileRow& row : rows)
        ++all[row.table];
    return all;
}

Secret to_lines(const TenantFile& file) {
    std::string out;
    out.reserve(std::size_t{64} << 10U);  // a small string that grows leaves its beginning behind
    append_line(out, header_of(file));
    for (const FileRow& row : file.rows)
        append_row(out, row);
    append_line(out, end_of(file));
    return Secret{std::move(out)};
}

TenantFile parse_tenant_file(std::string_view text, std::string_view name) {
    Lines lines(text, name);
    auto line = lines.next();
    if (!line)
        lines.refuse("is not there");
    TenantFile file = read_header(lines, *line);
    while ((line = lines.next())) {
        if (line->contains("end")) {
            judge_end(lines, lines.object(*line, "end"), file);
            if (lines.next())
                lines.refuse("stands behind the end");
            return file;
        }
        file.rows.push_back(read_row(lines, *line));
    }
    lines.refuse("is the last, and not the end: it is cut");
}

}  // namespace mdm::store
