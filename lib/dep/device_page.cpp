// SPDX-License-Identifier: Apache-2.0
#include "dep/device_page.hpp"

#include "base/limits.hpp"
#include "dep/device_record.hpp"

#include <fmt/format.h>
#include <simdjson.h>
#include <utility>

namespace mdm::dep {
namespace {

namespace dom = simdjson::dom;

[[noreturn]] void refuse(std::string what) {
    throw Error{ErrorCode::bad_answer, std::move(what),
                "look whether something in between answers in Apple's place; --trace FILE shows what came"};
}

/// The members that a page consists of.
struct Parts {
    std::optional<dom::element> devices{};
    std::optional<dom::element> cursor{};
    std::optional<dom::element> more_to_follow{};
};

void take(std::optional<dom::element>& place, std::string_view name, const dom::element& value) {
    if (place)
        refuse(fmt::format("'{}' is there twice", name));
    place = value;
}

Parts parts_of(const dom::object& page) {
    Parts parts;
    for (const auto [name, value] : page)
        if (name == "devices")
            take(parts.devices, name, value);
        else if (name == "cursor")
            take(parts.cursor, name, value);
        else if (name == "more_to_follow")
            take(parts.more_to_follow, name, value);
    return parts;
}

template <class T>
T part(const std::optional<dom::element>& value, std::string_view name, std::string_view kind) {
    if (!value || value->is_null())
        refuse(fmt::format("'{}' is missing", name));
    T out;
    if (value->get(out) != simdjson::SUCCESS)
        refuse(fmt::format("'{}' is no {}", name, kind));
    return out;
}

std::string_view cursor_of(const std::optional<dom::element>& value) {
    const auto cursor = part<std::string_view>(value, "cursor", "text");
    if (cursor.empty())
        refuse("'cursor' is empty");
    if (cursor.size() > limits::dep_cursor)
        refuse(fmt::format("'cursor' is longer than {} bytes", limits::dep_cursor));
    if (cursor.find('\0') != std::string_view::npos)
        refuse("'cursor' holds a NUL");
    return cursor;
}

}  // namespace

std::string_view name(Op op) {
    constexpr std::array<std::string_view, 4> words{"", "added", "modified", "deleted"};
    return words.at(static_cast<std::size_t>(op));
}

struct DevicePageReader::Impl {
    std::string body;
    dom::parser parser;
    DevicePage page;
    std::deque<std::string> made;
    dom::array devices;  ///< of the page that was begun
    std::int64_t number = 0;
    PageKind kind = PageKind::listing;
};

DevicePageReader::DevicePageReader() : impl_(std::make_unique<Impl>()) {}
DevicePageReader::~DevicePageReader() = default;

const DevicePage& DevicePageReader::begin(std::string body, std::int64_t number, PageKind kind) {
    Impl& own = *impl_;
    own.number = number;
    own.kind = kind;
    own.page.devices.clear();
    own.page.findings.clear();
    own.page.unreadable = 0;
    own.page.unlisted = 0;
    own.made.clear();
    own.body = std::move(body);
    // Behind the text simdjson looks at bytes that must be ours; a buffer that grew has them nearly always.
    own.body.reserve(own.body.size() + simdjson::SIMDJSON_PADDING);
    dom::element root;
    if (own.parser.parse(own.body.data(), own.body.size(), false).get(root) != simdjson::SUCCESS)
        refuse("this is no JSON");
    dom::object object;
    if (root.get(object) != simdjson::SUCCESS)
        refuse("this is no JSON object");
    const Parts parts = parts_of(object);
    own.devices = part<dom::array>(parts.devices, "devices", "list");
    own.page.records = own.devices.size();
    if (own.page.records > limits::dep_page)
        refuse(fmt::format("there are more than {} devices in one page", limits::dep_page));
    own.page.cursor = cursor_of(parts.cursor);
    own.page.more_to_follow = part<bool>(parts.more_to_follow, "more_to_follow", "true or false");
    return own.page;
}

void DevicePageReader::finish() {
    Impl& own = *impl_;
    DeviceRecords(own.page, own.made, own.number, own.kind).read(own.devices);
}

const DevicePage& DevicePageReader::read(std::string body, std::int64_t number, PageKind kind) {
    const DevicePage& page = begin(std::move(body), number, kind);
    finish();
    return page;
}

}  // namespace mdm::dep
