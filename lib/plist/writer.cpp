// SPDX-License-Identifier: Apache-2.0
#include "plist/writer.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "plist/handle.hpp"
#include "plist/reader.hpp"

#include <fmt/format.h>
#include <new>

namespace mdm::plist {
namespace {

/// XML 1.0, production 2 (Char).
bool fits_xml(char32_t c) { return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF); }

PlistNode checked(plist_t node) {
    if (node == nullptr)
        throw std::bad_alloc{};
    return PlistNode{node};
}

/// A value from its XML text. libplist's constructors take no negative integer in every release, and dates of 32 bits.
PlistNode parsed(const std::string& element) {
    const std::string xml = "<plist>" + element + "</plist>";
    plist_t node = nullptr;
    plist_from_xml(xml.data(), static_cast<std::uint32_t>(xml.size()), &node);
    return checked(node);
}

/// Makes libplist's tree of ours, and refuses what the format cannot hold.
class NodeMaker {
public:
    explicit NodeMaker(Format format) : format_(format) {}

    PlistNode node(const Value& value) {
        return std::visit([this](const auto& content) { return make(content); }, value.content);
    }

private:
    PlistNode make(bool value) { return checked(plist_new_bool(value ? 1 : 0)); }
    PlistNode make(std::int64_t value) { return parsed(fmt::format("<integer>{}</integer>", value)); }
    PlistNode make(std::uint64_t value) { return parsed(fmt::format("<integer>{}</integer>", value)); }
    PlistNode make(double value) { return checked(plist_new_real(value)); }
    PlistNode make(const Uid& uid) { return checked(plist_new_uid(uid.value)); }
    PlistNode make(const Data& data) { return checked(plist_new_data(data.bytes.data(), data.bytes.size())); }
    PlistNode make(const std::string& text) {
        check_text(text);
        return checked(plist_new_string(text.c_str()));
    }
    PlistNode make(Time time);
    PlistNode make(const Array& array);
    PlistNode make(const Dict& dict);

    void check_text(std::string_view text) const;
    void enter();

    Format format_;
    int depth_ = 0;
};

PlistNode NodeMaker::make(Time time) {
    using namespace std::chrono;
    const year_month_day date{floor<days>(time)};
    // libplist writes the years before 1000 without leading zeros, and then no reader knows them.
    const int first_year = format_ == Format::xml ? 1000 : 1;
    if (date.year() < year{first_year} || date.year() > year{9999})
        throw Error{ErrorCode::malformed_plist,
                    fmt::format("the date {} is outside the years {} to 9999, which a property list can hold",
                                to_rfc3339(time), first_year)};
    return parsed(fmt::format("<date>{}</date>", to_rfc3339(time)));
}

PlistNode NodeMaker::make(const Array& array) {
    enter();
    PlistNode node = checked(plist_new_array());
    for (const Value& item : array)
        plist_array_append_item(node.get(), this->node(item).release());
    --depth_;
    return node;
}

PlistNode NodeMaker::make(const Dict& dict) {
    enter();
    // libplist would keep the last one and say nothing.
    if (const auto repeated = repeated_keys(dict); !repeated.empty())
        throw Error{ErrorCode::duplicate_key,
                    fmt::format("key '{}' is in the same dictionary more than once", dict[repeated.front()].first)};
    PlistNode node = checked(plist_new_dict());
    for (const auto& [key, item] : dict) {
        check_text(key);
        plist_dict_set_item(node.get(), key.c_str(), this->node(item).release());
    }
    --depth_;
    return node;
}

/// The text is not shown: it may be a secret.
void NodeMaker::check_text(std::string_view text) const {
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = next_code_point(text.substr(at));
        if (!c.valid)
            throw Error{ErrorCode::malformed_plist, fmt::format("a string is not valid UTF-8 at byte {}", at)};
        if (format_ == Format::xml ? !fits_xml(c.value) : c.value == 0)
            throw Error{
                ErrorCode::malformed_plist,
                fmt::format("the character U+{:04X} at byte {} of a string cannot be in {} property list",
                            static_cast<unsigned>(c.value), at, format_ == Format::xml ? "an XML" : "a binary")};
        at += c.width;
    }
}

void NodeMaker::enter() {
    if (++depth_ > limits::plist_depth)
        throw Error{ErrorCode::too_deep,
                    fmt::format("more than {} arrays and dictionaries inside one another", limits::plist_depth)};
}

/// XML, 2.11: a bare carriage return is read as a newline. libplist writes them bare, and itself uses none.
std::string with_carriage_returns_escaped(std::string_view xml) {
    std::string out;
    out.reserve(xml.size());
    for (const char c : xml)
        c == '\r' ? out += "&#13;" : out += c;
    return out;
}

}  // namespace

std::string to_xml(const Value& root) {
    const PlistNode node = NodeMaker{Format::xml}.node(root);
    char* text = nullptr;
    std::uint32_t size = 0;
    plist_to_xml(node.get(), &text, &size);
    if (text == nullptr)
        throw std::bad_alloc{};
    const WrittenText owned{text};
    return with_carriage_returns_escaped({text, size});
}

std::string to_binary(const Value& root) {
    const PlistNode node = NodeMaker{Format::binary}.node(root);
    char* bytes = nullptr;
    std::uint32_t size = 0;
    plist_to_bin(node.get(), &bytes, &size);
    if (bytes == nullptr)
        throw std::bad_alloc{};
    const WrittenText owned{bytes};
    return {bytes, size};
}

}  // namespace mdm::plist
