// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/device_marking.hpp"

#include "base/json_object.hpp"
#include "base/text.hpp"
#include "cli/progress.hpp"
#include "dep/with_store/device_record.hpp"
#include "dep/with_store/token_session.hpp"

#include <fmt/format.h>
#include <map>
#include <set>

namespace mdm::apps {
namespace {

constexpr std::size_t rows_at_once = 1000;

/// {"enrolled":["C02..."],"not_contacted":[...]}: enough to undo it.
std::string devices_by_status(const std::map<std::string, std::vector<std::string>>& serials) {
    std::string object;
    for (const auto& [status, devices] : serials)
        object += fmt::format("{}\"{}\":{}", object.empty() ? "" : ",", status, json_array(devices));
    return "{" + object + "}";
}

std::string events_object(const std::vector<dep::NotedDevice>& devices) {
    return devices.size() == 1 ? fmt::format("device {}", devices.front().serial)
                               : fmt::format("{} devices", devices.size());
}

}  // namespace

DeviceMarking::DeviceMarking(cli::World& world, store::Store& store, std::string name, dep::EnrollmentStatus status,
                             Serials serials)
    : world_(world), store_(store), name_(std::move(name)), status_(status), serials_(std::move(serials)) {}

void DeviceMarking::run() {
    cli::Progress progress(world_, "devices", 0);
    std::vector<Row> rows;
    const NextSerial next = serials_();
    while (const auto listed = next()) {
        failed_.push_back(false);
        if (listed->broken.empty())
            rows.push_back({failed_.size() - 1, listed->serial});
        else
            fail(failed_.size() - 1);
        if (rows.size() == rows_at_once) {
            mark(rows);
            rows.clear();
        }
        progress.step();
    }
    if (!rows.empty())
        mark(rows);
}

void DeviceMarking::mark(const std::vector<Row>& rows) {
    changing_token(world_, store_, "dep devices mark", [&](Changing& run) {
        const auto tokens = device_tokens(run.transaction(), run.tenant(), name_);
        whose_ = run.tenant().name;
        std::vector<std::string> serials;
        for (const Row& row : rows)
            serials.push_back(row.serial);
        const auto found = dep::noted_devices(run.transaction(), ids_of(tokens), serials);
        std::vector<dep::NotedDevice> devices;
        std::map<std::string, std::vector<std::string>> before;
        std::set<std::string> seen;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!found[i]) {
                fail(rows[i].number);
            } else if (found[i]->enrollment_status != name(status_) && seen.insert(found[i]->serial).second) {
                before[found[i]->enrollment_status].push_back(found[i]->serial);
                devices.push_back(*found[i]);
            }
        }
        if (rows.size() == 1 && !found.front())
            only_ = no_such_device(run.transaction(), run.tenant(), tokens, rows.front().serial);
        if (devices.empty())
            return;
        run.about(events_object(devices));
        dep::mark(run.transaction(), devices, status_, run.now());
        std::vector<std::string> marked;
        for (const dep::NotedDevice& device : devices)
            marked.push_back(device.serial);
        run.finish(devices_by_status(before), devices_by_status({{std::string(name(status_)), marked}}));
        changed_ += static_cast<std::int64_t>(devices.size());
    });
}

void DeviceMarking::fail(std::size_t number) {
    failed_[number] = true;
    ++failed_count_;
}

Error DeviceMarking::failure_of(const dep::ListedSerial& listed) const {
    if (!listed.broken.empty())
        return {listed.code, listed.broken};
    return {ErrorCode::no_such_device, fmt::format("no server token of '{}' has this device", whose_)};
}

std::function<std::optional<cli::Record>()> DeviceMarking::failures() const {
    return [this, next = serials_(), number = std::size_t{0}]() mutable -> std::optional<cli::Record> {
        while (const auto listed = next()) {
            if (!failed_[number++])
                continue;
            const Error why = failure_of(*listed);
            return cli::Record{{"row", listed->line == 0 ? cli::Value() : cli::Value(listed->line)},
                               {"serial_number", none_if_empty(listed->serial)},
                               {"code", name(why.code())},
                               {"message", why.message()}};
        }
        return std::nullopt;
    };
}

Error DeviceMarking::only_failure() const {
    if (only_)
        return *only_;
    const auto listed = serials_()();
    return {listed->code, fmt::format("line {}: {}", listed->line, listed->broken)};
}

}  // namespace mdm::apps
