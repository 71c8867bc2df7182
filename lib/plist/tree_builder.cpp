// SPDX-License-Identifier: Apache-2.0
#include "plist/tree_builder.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "plist/secret_keys.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::plist {
namespace {

std::string in_words(Place place) {
    return place.line == 0 ? "" : fmt::format("line {}, column {}", place.line, place.column);
}

/// " (property list, line 4, column 2)"
std::string in_brackets(Place place) {
    return place.line == 0 ? " (binary property list)" : fmt::format(" (property list, {})", in_words(place));
}

/// The place is in the message, and once more in a finding, for who lists it among others.
Error refused(ErrorCode code, std::string_view what, Place place, std::string hint = {}) {
    Finding finding{Severity::error, code, std::string(what), hint, in_words(place)};
    return {code, fmt::format("{}{}", what, in_brackets(place)), std::move(hint), {std::move(finding)}};
}

std::size_t size_of(const Value& value) {
    if (const auto* text = value.get_if<std::string>())
        return text->size();
    if (const auto* data = value.get_if<Data>())
        return data->bytes.size();
    return 0;
}

}  // namespace

void TreeBuilder::open_array(Place place) { open({Array{}, place}); }

void TreeBuilder::open_dict(Place place) { open({Dict{}, place}); }

void TreeBuilder::open(Value container) {
    if (open_.size() >= static_cast<std::size_t>(limits::plist_depth))
        throw refused(ErrorCode::too_deep,
                      fmt::format("more than {} arrays and dictionaries inside one another", limits::plist_depth),
                      container.place);
    count(0, container.place);
    open_.push_back({std::move(container), std::nullopt});
}

void TreeBuilder::close(Place place) {
    if (const auto& key = open_.back().key)
        throw malformed(fmt::format("key '{}' has no value", shortened(*key)), place);
    Value closed = std::move(open_.back().value);
    open_.pop_back();
    note_repeated_keys(closed);
    add(std::move(closed));
}

void TreeBuilder::key(std::string text, Place place) {
    if (open_.empty() || open_.back().value.get_if<Dict>() == nullptr)
        throw malformed(fmt::format("key '{}' stands outside a dictionary", shortened(text)), place);
    Container& dict = open_.back();
    if (dict.key)
        throw malformed(fmt::format("key '{}' has no value", shortened(*dict.key)), place);
    count(text.size(), place);
    dict.key = std::move(text);
}

void TreeBuilder::value(Value value) {
    count(size_of(value), value.place);
    add(std::move(value));
}

void TreeBuilder::add(Value value) {
    if (open_.empty()) {
        if (root_)
            throw malformed("there is a second value behind the first one", value.place,
                            "a property list is one value: put several into an array or a dictionary");
        root_ = std::move(value);
        return;
    }
    Container& parent = open_.back();
    if (auto* array = std::get_if<Array>(&parent.value.content)) {
        array->push_back(std::move(value));
        return;
    }
    if (!parent.key)
        throw malformed(fmt::format("{} without a key in a dictionary", value.type_name()), value.place);
    std::get<Dict>(parent.value.content).emplace_back(std::move(*parent.key), std::move(value));
    parent.key.reset();
}

void TreeBuilder::count(std::size_t bytes, Place place) {
    if (++values_ > limits::plist_values)
        throw refused(ErrorCode::too_deep, fmt::format("more than {} values", limits::plist_values), place);
    bytes_ += bytes;
    if (bytes_ > limits::plist_bytes)
        throw refused(ErrorCode::too_large, fmt::format("more than {} bytes of text and data", limits::plist_bytes),
                      place);
}

void TreeBuilder::note(std::string message, Place place) {
    note(ErrorCode::malformed_plist, std::move(message), "", place);
}

void TreeBuilder::note(ErrorCode code, std::string message, std::string hint, Place place) {
    if (findings_.size() < limits::plist_findings)
        findings_.push_back({Severity::error, code, std::move(message), std::move(hint), where(place)});
    else
        ++findings_left_out_;
}

void TreeBuilder::note_repeated_keys(const Value& container) {
    const auto* dict = container.get_if<Dict>();
    if (dict == nullptr)
        return;
    for (const std::size_t i : repeated_keys(*dict)) {
        const auto& [key, value] = (*dict)[i];
        note(ErrorCode::duplicate_key, fmt::format("key '{}' is in the same dictionary more than once", shortened(key)),
             "keep one of them: readers differ in which one counts", value.place);
    }
}

std::string TreeBuilder::where(Place place) const {
    std::string out;
    for (const Container& container : open_) {
        if (const auto* array = container.value.get_if<Array>())
            out += fmt::format("[{}]", array->size());
        else if (container.key)
            out += (out.empty() ? "" : ".") + shortened(*container.key);
    }
    if (!out.empty() && place.line != 0)
        out += ", ";
    return out + in_words(place);
}

bool TreeBuilder::next_is_secret() const {
    // Of what is in an array the key is the array's.
    const auto holder = std::find_if(open_.rbegin(), open_.rend(),
                                     [](const Container& c) { return c.value.get_if<Array>() == nullptr; });
    return holder != open_.rend() && holder->key && is_secret_key(*holder->key);
}

Document TreeBuilder::finish(Format format) {
    if (!root_)
        throw Error{ErrorCode::malformed_plist, "the property list has no value in it"};
    if (findings_left_out_ > 0)
        findings_.push_back({Severity::error, ErrorCode::malformed_plist,
                             fmt::format("{} more like these are not listed", findings_left_out_), "", ""});
    return {std::move(*root_), format, std::move(findings_)};
}

Error malformed(std::string_view what, Place place, std::string hint) {
    return refused(ErrorCode::malformed_plist, what, place, std::move(hint));
}

std::string shortened(std::string_view text) {
    constexpr std::size_t limit = 80;
    if (text.size() <= limit)
        return std::string(text);
    std::size_t cut = limit;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80)
        --cut;
    return std::string(text.substr(0, cut)) + "...";
}

}  // namespace mdm::plist
