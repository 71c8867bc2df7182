// SPDX-License-Identifier: Apache-2.0
#include "dep/device_record.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "dep/canonical_json.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::dep {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view serial_member = "serial_number";
constexpr std::string_view op_member = "op_type";
constexpr std::string_view op_date_member = "op_date";

bool is_time(DeviceField field) {
    switch (field) {
        case DeviceField::profile_assign_time:
        case DeviceField::profile_push_time:
        case DeviceField::device_assigned_date:
        case DeviceField::mdm_migration_deadline:
            return true;
        default:
            return false;
    }
}

bool is_text(const dom::element& value) { return value.type() == dom::element_type::STRING; }
bool is_null(const dom::element& value) { return value.type() == dom::element_type::NULL_VALUE; }

std::string_view text_in(const dom::element& value) {
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

/// No engine keeps a NUL in a text.
bool has_nul(std::string_view text) { return text.find('\0') != std::string_view::npos; }

bool is_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "2026-01-05T10:11:12Z" as it will be kept. A million devices have several million times, nearly all of them so; what
/// is not at once seen to be one is read with all rules.
bool is_plain_time(std::string_view text) {
    if (text.size() != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' ||
        text[16] != ':' || text[19] != 'Z')
        return false;
    const std::string_view month = text.substr(5, 2);
    const std::string_view day = text.substr(8, 2);
    return is_digits(text.substr(0, 4)) && is_digits(month) && is_digits(day) && is_digits(text.substr(11, 2)) &&
           is_digits(text.substr(14, 2)) && is_digits(text.substr(17, 2)) && month >= "01" && month <= "12" &&
           day >= "01" && day <= "28" && text.substr(11, 2) <= "23" && text.substr(14, 2) <= "59" &&
           text.substr(17, 2) <= "59";
}

/// nullopt: it is none that is known.
std::optional<Op> op_in(const dom::element& value) {
    const std::string word = lower_case(text_in(value));
    for (const Op op : {Op::added, Op::modified, Op::deleted})
        if (word == name(op))
            return op;
    return std::nullopt;
}

}  // namespace

void DeviceRecords::read(const dom::array& devices) {
    page_.devices.reserve(devices.size());
    for (const dom::element device : devices) {
        ++place_;
        read_device(device);
    }
}

void DeviceRecords::read_device(const dom::element& device) {
    serial_ = {};
    dom::object object;
    if (device.get(object) != simdjson::SUCCESS)
        return refuse("a device's record is no JSON object");
    if (object.size() > limits::dep_members)
        return refuse(fmt::format("a device's record has more than {} members", limits::dep_members));
    const auto serial = serial_of(object);
    if (!serial)
        return;
    serial_ = *serial;
    if (!has_known_op(object))
        return;
    DeviceRecord record{.serial = *serial};
    aside_.clear();
    seen_.clear();
    for (const auto [name, value] : object) {
        if (std::find(seen_.begin(), seen_.end(), name) != seen_.end())
            note(Severity::warning, ErrorCode::unusual_member,
                 fmt::format("'{}' is there twice; the last counts", name));
        seen_.push_back(name);
        take(record, name, value);
    }
    record.more = more();
    page_.devices.push_back(record);
}

std::optional<std::string_view> DeviceRecords::serial_of(const dom::object& device) {
    const auto refused = [&](std::string message) {
        refuse(std::move(message));
        return std::nullopt;
    };
    std::optional<std::string_view> serial;
    for (const auto [name, value] : device) {
        if (name != serial_member)
            continue;
        // Readers differ in which of two they take, and it would be another device.
        if (serial)
            return refused("a device's record has 'serial_number' twice");
        if (!is_text(value))
            return refused("a device's 'serial_number' is no text");
        serial = text_in(value);
    }
    if (!serial || serial->empty())
        return refused("a device's record has no 'serial_number'");
    if (serial->size() > limits::dep_serial)
        return refused(fmt::format("a device's 'serial_number' is longer than {} bytes", limits::dep_serial));
    if (has_nul(*serial))
        return refused("a device's 'serial_number' holds a NUL");
    return serial;
}

// What it does not say may be that the device is gone.
bool DeviceRecords::has_known_op(const dom::object& device) {
    bool is_said = false;
    for (const auto [name, value] : device) {
        if (name != op_member || is_null(value))
            continue;
        is_said = true;
        if (!op_in(value)) {
            refuse("'op_type' is none that is known");
            return false;
        }
    }
    if (is_said || kind_ == PageKind::listing)
        return true;
    refuse("there is no 'op_type'");
    return false;
}

void DeviceRecords::take(DeviceRecord& record, std::string_view name, const dom::element& value) {
    if (name == serial_member)
        return;
    if (name == op_member) {
        record.op = op_in(value).value_or(Op::none);
        return;
    }
    if (name == op_date_member) {
        record.op_date = time_of(name, value);
        return;
    }
    const auto known = std::find(device_fields.begin(), device_fields.end(), name);
    if (known == device_fields.end())
        return set_aside(name, value);
    const auto field = static_cast<DeviceField>(known - device_fields.begin());
    record.fields[static_cast<std::size_t>(field)] = is_time(field) ? time_of(name, value) : text_of(name, value);
}

std::optional<std::string_view> DeviceRecords::text_of(std::string_view name, const dom::element& value) {
    if (is_null(value))
        return std::nullopt;
    if (!is_text(value)) {
        note(Severity::warning, ErrorCode::unusual_member, fmt::format("'{}' is no text", name));
        set_aside(name, value);
        return std::nullopt;
    }
    const std::string_view text = text_in(value);
    if (text.size() <= limits::dep_text && !has_nul(text))
        return text;
    note(Severity::warning, ErrorCode::unusual_member,
         has_nul(text) ? fmt::format("'{}' holds a NUL, and is not kept", name)
                       : fmt::format("'{}' is longer than {} bytes, and is not kept", name, limits::dep_text));
    return std::nullopt;
}

std::optional<std::string_view> DeviceRecords::time_of(std::string_view name, const dom::element& value) {
    // Apple's services say that there is none in both ways.
    if (is_null(value) || (is_text(value) && text_in(value).empty()))
        return std::nullopt;
    const std::string_view text = is_text(value) ? text_in(value) : std::string_view{};
    if (is_plain_time(text))
        return text;
    if (const auto time = parse_time(text))
        return kept(to_rfc3339(*time));
    note(Severity::warning, ErrorCode::unreadable_date, fmt::format("'{}' is no date, and is not kept", name));
    return std::nullopt;
}

void DeviceRecords::set_aside(std::string_view name, const dom::element& value) {
    std::erase_if(aside_, [&](const Member& member) { return member.name == name; });
    if (!is_null(value))
        aside_.push_back({name, value});
}

std::optional<std::string_view> DeviceRecords::more() {
    if (aside_.empty())
        return std::nullopt;
    std::sort(aside_.begin(), aside_.end(), [](const Member& a, const Member& b) { return a.name < b.name; });
    std::string object;
    object.reserve(256);
    for (const Member& member : aside_) {
        object += object.empty() ? '{' : ',';
        append_canonical(object, member.name);
        object += ':';
        append_canonical(object, member.value);
    }
    object += '}';
    if (object.size() <= limits::dep_more)
        return kept(std::move(object));
    note(Severity::warning, ErrorCode::unusual_member,
         fmt::format("its further members are more than {} bytes, and are not kept", limits::dep_more));
    return std::nullopt;
}

std::string_view DeviceRecords::kept(std::string text) { return made_.emplace_back(std::move(text)); }

void DeviceRecords::refuse(std::string message) {
    ++page_.unreadable;
    note(Severity::error, ErrorCode::unreadable_device, std::move(message));
}

void DeviceRecords::note(Severity severity, ErrorCode code, std::string message) {
    if (page_.findings.size() >= limits::dep_findings) {
        ++page_.unlisted;
        return;
    }
    if (!serial_.empty())
        message = fmt::format("of '{}', {}", serial_, message);
    page_.findings.push_back(
        {severity, code, std::move(message), "", fmt::format("page {}, device {}", number_, place_)});
}

}  // namespace mdm::dep
