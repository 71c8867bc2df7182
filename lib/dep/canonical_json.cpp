// SPDX-License-Identifier: Apache-2.0
#include "dep/canonical_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>

namespace mdm::dep {
namespace {

namespace dom = simdjson::dom;
using dom::element_type;

template <class Number>
void append_number(std::string& out, Number number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void append_array(std::string& out, const dom::array& array) {
    out += '[';
    bool first = true;
    for (const dom::element value : array) {
        if (!first)
            out += ',';
        first = false;
        append_canonical(out, value);
    }
    out += ']';
}

void append_object(std::string& out, const dom::object& object) {
    std::map<std::string_view, dom::element> members;
    for (const auto [name, value] : object)
        members[name] = value;
    char before = '{';
    for (const auto& [name, value] : members) {
        out += before;
        before = ',';
        append_canonical(out, name);
        out += ':';
        append_canonical(out, value);
    }
    out += members.empty() ? "{}" : "}";
}

}  // namespace

void append_canonical(std::string& out, std::string_view text) {
    const auto is_escaped = [](char c) {
        return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    };
    out += '"';
    auto begin = text.begin();
    for (auto at = begin; (at = std::find_if(at, text.end(), is_escaped)) != text.end(); begin = ++at) {
        out.append(begin, at);
        if (*at == '"' || *at == '\\')
            out.append({'\\', *at});
        else
            out += fmt::format("\\u{:04x}", static_cast<unsigned char>(*at));
    }
    out.append(begin, text.end());
    out += '"';
}

void append_canonical(std::string& out, const dom::element& value) {
    switch (value.type()) {
        case element_type::ARRAY:
            return append_array(out, value.get_array().value_unsafe());
        case element_type::OBJECT:
            return append_object(out, value.get_object().value_unsafe());
        case element_type::STRING:
            return append_canonical(out, value.get_string().value_unsafe());
        case element_type::INT64:
            return append_number(out, value.get_int64().value_unsafe());
        case element_type::UINT64:
            return append_number(out, value.get_uint64().value_unsafe());
        case element_type::DOUBLE:
            return append_number(out, value.get_double().value_unsafe());
        case element_type::BOOL:
            out += value.get_bool().value_unsafe() ? "true" : "false";
            return;
        case element_type::NULL_VALUE:
            out += "null";
            return;
    }
}

}  // namespace mdm::dep
