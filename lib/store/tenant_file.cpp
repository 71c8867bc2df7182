// SPDX-License-Identifier: Apache-2.0
#include "store/tenant_file.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/given_name.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

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

[[noreturn]] void refuse_value(std::string_view table, std::string_view column, std::string_view what) {
    throw Error{ErrorCode::store_damaged, fmt::format("'{}' of a row of '{}' is no {}", column, table, what),
                "mdmctl store restore brings a backup back"};
}

/// SQLite keeps whatever bytes it is given, and JSON takes UTF-8 alone.
const std::string& judged_text(const std::string& text, std::string_view table, std::string_view column) {
    if (!is_utf8(text))
        refuse_value(table, column, "UTF-8");
    return text;
}

std::int64_t number_of(std::string_view digits, std::string_view table, std::string_view column) {
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (failed != std::errc{} || end != digits.data() + digits.size())
        refuse_value(table, column, "number");
    return number;
}

Json json_of(std::string_view table, const Cell& cell) {
    if (!cell.value)
        return nullptr;
    if (cell.is_number)
        return number_of(*cell.value, table, cell.column);
    return judged_text(*cell.value, table, cell.column);
}

Json header_of(const TenantFile& file) {
    Json schema = Json::object();
    for (const auto& [room, version] : file.schema)
        schema[room] = version;
    return {{"format", format},
            {"version", tenant_file_version},
            {"schema", std::move(schema)},
            {"tenant", judged_text(file.tenant, "tenants", "name")},
            {"tenant_id", judged_text(file.tenant_id, "tenants", "id")},
            {"store", judged_text(file.store, "store_facts", "value")},
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
    const std::size_t size = text.size();
    out += text;
    out += '\n';
    wipe(text.data(), size);
    if (size > limits::tenant_export_line)
        throw Error{ErrorCode::too_large, fmt::format("a row of the tenant is larger than the limit of {} MiB",
                                                      limits::tenant_export_line >> 20U)};
    if (out.size() > limits::tenant_export)
        throw Error{ErrorCode::too_large,
                    fmt::format("the tenant is larger than the limit of {} MiB", limits::tenant_export >> 20U)};
}

void append_row(std::string& out, const FileRow& row) {
    Json cells = Json::object();
    for (const Cell& cell : row.cells)
        cells[cell.column] = json_of(row.table, cell);
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

    /// nullopt at the end. throws  not_a_tenant_export: the line is no JSON object; too_large, too_deep
    std::optional<Json> next() {
        if (rest_.empty())
            return std::nullopt;
        ++line_;
        const std::size_t end = rest_.find('\n');
        if (std::min(end, rest_.size()) > limits::tenant_export_line)
            refuse_cost(ErrorCode::too_large,
                        fmt::format("is longer than the limit of {} MiB", limits::tenant_export_line >> 20U));
        if (end == std::string_view::npos)
            refuse("is cut");
        Json value = parsed(rest_.substr(0, end));
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
    /// Stops where a line goes beyond what a row can be. An object finds a key by looking at each: of forty thousand,
    /// that takes seconds.
    Json parsed(std::string_view line) const {
        std::vector<std::set<std::string>> open;  // the keys of each object that has not ended
        const auto judge = [&](int, Json::parse_event_t event, const Json& value) {
            switch (event) {
                case Json::parse_event_t::object_start:
                    if (open.size() == limits::tenant_export_depth)
                        refuse_cost(ErrorCode::too_deep, fmt::format("has more objects inside one another than the "
                                                                     "limit of {}",
                                                                     limits::tenant_export_depth));
                    open.emplace_back();
                    break;
                case Json::parse_event_t::object_end:
                    open.pop_back();
                    break;
                case Json::parse_event_t::key:
                    judge_key(open.back(), value.get_ref<const std::string&>());
                    break;
                case Json::parse_event_t::array_start:
                    refuse("has a list, and no row does");
                default:
                    break;
            }
            return true;
        };
        return Json::parse(line, judge, false);
    }

    void judge_key(std::set<std::string>& keys, const std::string& key) const {
        if (keys.size() == limits::tenant_export_members)
            refuse_cost(ErrorCode::too_deep, fmt::format("has more members in an object than the limit of {}",
                                                         limits::tenant_export_members));
        if (key.size() > limits::name)
            refuse_cost(ErrorCode::too_large,
                        fmt::format("has a key that is longer than the limit of {} bytes", limits::name));
        if (!keys.insert(key).second)
            refuse(fmt::format("has '{}' twice", key));
    }

    [[noreturn]] void refuse_cost(ErrorCode code, std::string_view why) const {
        throw Error{code, fmt::format("line {} of what is in '{}' {}", line_, name_, why),
                    "no row of a tenant is like that"};
    }

    std::string_view rest_;
    std::string_view name_;
    std::size_t line_ = 0;
};

void judge_name(const Lines& lines, std::string_view name, std::string_view what) {
    try {
        judge_given_name(name, what);
    } catch (const Error& e) {
        lines.refuse("has a bad name: " + e.message());
    }
}

/// They are shown, and kept in the audit, before anything else of the file is looked at.
void judge_names(const Lines& lines, const TenantFile& file) {
    judge_name(lines, file.tenant, "the tenant's name");
    if (!is_uuid(file.tenant_id))
        lines.refuse("has no UUID in 'tenant_id'");
    if (!is_uuid(file.store))
        lines.refuse("has no UUID in 'store'");
}

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
    judge_names(lines, file);
    const auto at = parse_time(lines.text(header, "exported_at"));
    if (!at)
        lines.refuse("has no time 'exported_at'");
    file.exported_at = *at;
    const Json& schema = lines.object(header, "schema");
    for (const auto& [room, version] : schema.items()) {
        judge_name(lines, room, "the name of a room");
        file.schema[room] = lines.number(schema, room);
    }
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
    judge_name(lines, row.table, "the name of a table");
    for (const auto& [column, value] : lines.object(line, "row").items())
        row.cells.push_back(read_cell(lines, column, value));
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

bool is_uuid(std::string_view text) {
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : std::isxdigit(static_cast<unsigned char>(text[i])) == 0)
            return false;
    }
    return true;
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
