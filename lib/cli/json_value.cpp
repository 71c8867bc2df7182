// SPDX-License-Identifier: Apache-2.0
#include "cli/json_value.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>

namespace mdm::cli {
namespace {

// Its members keep their order.
using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) {
    return json.is_string() ? json.get<std::string>() : json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Value value_of(const Json& json);

Record record_of(const Json& object) {
    Record record;
    for (const auto& [name, value] : object.items())
        record.add({name, value_of(value)});
    return record;
}

Value list_of(const Json& array) {
    if (!array.empty() && std::all_of(array.begin(), array.end(), [](const Json& item) { return item.is_object(); })) {
        std::vector<Record> records;
        for (const Json& item : array)
            records.push_back(record_of(item));
        return records;
    }
    std::vector<std::string> texts;
    for (const Json& item : array)
        texts.push_back(text_of(item));
    return texts;
}

Value value_of(const Json& json) {
    switch (json.type()) {
        case Json::value_t::null:
            return nullptr;
        case Json::value_t::boolean:
            return json.get<bool>();
        case Json::value_t::number_integer:
            return json.get<std::int64_t>();
        case Json::value_t::object:
            return record_of(json);
        case Json::value_t::array:
            return list_of(json);
        case Json::value_t::number_unsigned:
            if (json.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
                return json.get<std::int64_t>();
            return text_of(json);
        default:
            return text_of(json);
    }
}

}  // namespace

Value json_value(std::string_view json) {
    Json parsed = Json::parse(json, nullptr, false);
    if (parsed.is_discarded())
        throw Error{ErrorCode::internal_error, "what was kept as JSON is none"};
    return value_of(parsed);
}

}  // namespace mdm::cli
