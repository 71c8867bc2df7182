// SPDX-License-Identifier: Apache-2.0
#include "sandbox/device_page.hpp"

#include "base/json_object.hpp"

#include <fmt/format.h>

namespace mdm::sandbox {
namespace {

/// From these versions of the protocol on, a device says of what kind it is, by when it moves, and what its radios are.
constexpr int version_with_family = 2;
constexpr int version_with_deadline = 8;
constexpr int version_with_radios = 10;
constexpr std::chrono::days until_migrated{30};
constexpr std::size_t longest_device = 900;

/// Members of an object that is being written. What is empty is left out, as Apple does.
class Members {
public:
    explicit Members(std::string& out) : out_(out) { out_ += '{'; }

    void add(std::string_view name, std::string_view plain) {
        if (!plain.empty())
            begin(name).append("\"").append(plain).append("\"");
    }
    void add(std::string_view name, const std::vector<std::string>& list) {
        if (list.empty())
            return;
        begin(name);
        for (const std::string& item : list)
            out_.append(&item == &list.front() ? "[\"" : ",\"").append(item).append("\"");
        out_ += ']';
    }
    void add(std::string_view name, bool yes) { begin(name) += yes ? "true" : "false"; }
    void add_text(std::string_view text) {
        if (!text.empty())
            part().append(text);
    }
    void end() { out_ += '}'; }

private:
    std::string& part() { return out_.back() == '{' ? out_ : out_ += ','; }
    std::string& begin(std::string_view name) { return part().append("\"").append(name).append("\":"); }

    std::string& out_;
};

void add_radios(Members& members, const PretendDevice& device, bool is_deleted) {
    members.add("imei", device.imei);
    members.add("meid", device.meid);
    members.add("eid", device.eid);
    members.add("wifi_mac_address", device.wifi_mac_address);
    members.add("bluetooth_mac_address", device.bluetooth_mac_address);
    members.add("ethernet_mac_address", device.ethernet_mac_address);
    members.add("is_replacement_device", device.is_replacement);
    if (is_deleted)
        members.add("released_by_replacement", device.is_replaced);
}

void add_profile(Members& members, const PretendDevice& device, std::string_view assigned) {
    members.add("profile_status", device.profile_status);
    if (device.profile_status == "empty")
        return;
    members.add("profile_uuid", device.profile_uuid);
    members.add("profile_assign_time", assigned);
    if (device.profile_status == "pushed")
        members.add("profile_push_time", assigned);
}

std::string_view op_type(FleetRecord::Kind kind) {
    switch (kind) {
        case FleetRecord::Kind::added:
            return "added";
        case FleetRecord::Kind::modified:
            return "modified";
        case FleetRecord::Kind::deleted:
            return "deleted";
        case FleetRecord::Kind::listed:
            break;
    }
    return "";
}

}  // namespace

void DeviceWriter::append(std::string& out, const FleetRecord& record, std::string_view further) {
    if (assignment_.operation != record.assigned)
        assignment_ = {record.assigned, to_rfc3339(record.assigned->at), json_escaped(record.assigned->by),
                       to_rfc3339(record.assigned->at + until_migrated)};
    if (change_.operation != record.changed)
        change_ = {record.changed, record.changed == nullptr ? "" : json_escaped(record.changed->asset_tag)};
    if (date_.text.empty() || date_.time != record.op_date)
        date_ = {record.op_date, to_rfc3339(record.op_date)};

    const PretendDevice device = pretend_device(record.device);
    Members members(out);
    members.add("serial_number", serial_number(record.device));
    members.add("model", device.model);
    members.add("description", device.description);
    members.add("color", device.color);
    members.add("asset_tag", record.changed == nullptr ? device.asset_tag : change_.asset_tag);
    add_profile(members, device, assignment_.date);
    members.add("device_assigned_by", assignment_.by);
    members.add("device_assigned_date", assignment_.date);
    if (version_ >= version_with_family) {
        members.add("os", device.os);
        members.add("device_family", device.device_family);
    }
    if (version_ >= version_with_deadline && device.is_migrating)
        members.add("mdm_migration_deadline", assignment_.deadline);
    if (version_ >= version_with_radios)
        add_radios(members, device, record.kind == FleetRecord::Kind::deleted);
    if (record.kind != FleetRecord::Kind::listed) {
        members.add("op_type", op_type(record.kind));
        members.add("op_date", date_.text);
    }
    members.add_text(further);
    members.end();
}

std::string to_json(const DevicePage& page, int protocol_version) {
    std::string out;
    out.reserve(page.records.size() * longest_device + page.cursor.size() + longest_device);
    out += fmt::format(R"({{"cursor":"{}","devices":[)", page.cursor);
    DeviceWriter writer(protocol_version);
    for (const FleetRecord& record : page.records) {
        if (&record != &page.records.front())
            out += ',';
        writer.append(out, record);
    }
    out += fmt::format(R"(],"fetched_until":"{}","more_to_follow":{}}})", to_rfc3339(page.fetched_until),
                       page.more_to_follow);
    return out;
}

}  // namespace mdm::sandbox
