// SPDX-License-Identifier: Apache-2.0
#include "sandbox/fleet_log.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

namespace mdm::sandbox {
namespace {

using json = nlohmann::ordered_json;
using Kind = FleetOperation::Kind;

/// An operation on a million devices in a row has some 150 bytes, one on a thousand serial numbers some 20 KB.
constexpr std::size_t log_limit = 64U << 20U;

Kind kind_named(const std::string& word) {
    constexpr std::array kinds{Kind::assign, Kind::unassign, Kind::change, Kind::throttle};
    const auto* const found = std::find_if(kinds.begin(), kinds.end(), [&](Kind kind) { return name(kind) == word; });
    if (found == kinds.end())
        throw std::invalid_argument("no operation");
    return *found;
}

Time time_in(const std::string& text) {
    const auto time = parse_time(text);
    if (!time)
        throw std::invalid_argument("no time");
    return *time;
}

/// No number that is negative, or has a fraction.
std::uint32_t number_in(const json& value) {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > DeviceNumber::most)
        throw std::invalid_argument("no number");
    return value.get<std::uint32_t>();
}

}  // namespace

std::string to_line(const FleetOperation& operation) {
    json devices = json::array();
    for (const DeviceRange& range : operation.devices)
        devices.push_back({range.seed, range.first, range.count});
    json line{{"at", to_rfc3339(operation.at)},
              {"do", std::string(name(operation.kind))},
              {"server", operation.server},
              {"devices", std::move(devices)}};
    if (!operation.has_records)
        line["records"] = false;
    if (operation.kind == Kind::assign)
        line["by"] = operation.by;
    if (operation.kind == Kind::change)
        line["asset_tag"] = operation.asset_tag;
    return line.dump();
}

FleetOperation read_operation(std::string_view text) {
    try {
        const json line = json::parse(text);
        FleetOperation operation{.kind = kind_named(line.at("do")),
                                 .at = time_in(line.at("at")),
                                 .server = line.at("server"),
                                 .devices = {},
                                 .has_records = line.value("records", true)};
        if (operation.kind == Kind::assign)
            operation.by = line.at("by");
        if (operation.kind == Kind::change)
            operation.asset_tag = line.at("asset_tag");
        for (const auto& range : line.at("devices"))
            operation.devices.push_back({number_in(range.at(0)), number_in(range.at(1)), number_in(range.at(2))});
        return operation;
    } catch (const json::exception&) {
        throw std::invalid_argument("no operation");
    }
}

FleetLog::FleetLog(const std::string& portal_folder) : path_(portal_folder + "/devices.jsonl") {}

std::optional<FleetLog::Version> FleetLog::version() const {
    const auto there = identity_of(path_);
    std::error_code none;
    return there ? std::optional(Version{*there, std::filesystem::file_size(path_, none)}) : std::nullopt;
}

const Fleet& FleetLog::read() {
    const auto there = version();
    if (there == read_)
        return fleet_;
    fleet_ = {};
    lines_.clear();
    read_.reset();
    if (!there)
        return fleet_;
    const FileContent file = read_file(path_, log_limit);
    lines_ = file.bytes.reveal();
    int number = 0;
    for (const std::string_view line : split(lines_, '\n')) {
        ++number;
        if (line.empty())
            continue;
        try {
            fleet_.apply(read_operation(line));
        } catch (const std::invalid_argument&) {
            fleet_ = {};
            throw Error{
                ErrorCode::damaged_state,
                fmt::format("'{}', the pretend portal's memory of devices, is damaged in line {}", path_, number),
                "remove it to begin without devices"};
        }
    }
    read_ = there;
    return fleet_;
}

void FleetLog::append(std::vector<FleetOperation> operations) {
    read();
    for (FleetOperation& operation : operations) {
        lines_ += to_line(operation) + "\n";
        fleet_.apply(std::move(operation));
    }
    write_file(path_, lines_, Privacy::open);
    read_ = version();
}

}  // namespace mdm::sandbox
