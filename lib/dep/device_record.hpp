// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/device_page.hpp"

#include <deque>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

/// simdjson's side of a page. For lib/dep/*.cpp alone.
namespace mdm::dep {

/// Reads the devices of one page into it.
class DeviceRecords {
public:
    /// page    gets devices and findings
    /// made    keeps texts that are not in the page as they are needed; they end with it
    /// number  of the page
    DeviceRecords(DevicePage& page, std::deque<std::string>& made, std::int64_t number, PageKind kind)
        : page_(page), made_(made), number_(number), kind_(kind) {}

    void read(const simdjson::dom::array& devices);

private:
    struct Member {
        std::string_view name;
        simdjson::dom::element value;
    };

    void read_device(const simdjson::dom::element& device);
    /// Nothing: it cannot be used, and why is among the findings.
    std::optional<std::string_view> serial_of(const simdjson::dom::object& device);
    /// false: it cannot be used, and why is among the findings.
    bool has_known_op(const simdjson::dom::object& device);
    void take(DeviceRecord& record, std::string_view name, const simdjson::dom::element& value);
    std::optional<std::string_view> text_of(std::string_view name, const simdjson::dom::element& value);
    std::optional<std::string_view> time_of(std::string_view name, const simdjson::dom::element& value);
    /// The members that were set aside, as one object.
    std::optional<std::string_view> more();
    void set_aside(std::string_view name, const simdjson::dom::element& value);
    std::string_view kept(std::string text);
    /// The record cannot be used.
    void refuse(std::string message);
    void note(Severity severity, ErrorCode code, std::string message);

    DevicePage& page_;
    std::deque<std::string>& made_;
    std::int64_t number_;
    PageKind kind_;
    std::int64_t place_ = 0;
    std::string_view serial_;  ///< of the device that is read, for findings
    std::vector<Member> aside_;
    std::vector<std::string_view> seen_;  ///< names of its members
};

}  // namespace mdm::dep
