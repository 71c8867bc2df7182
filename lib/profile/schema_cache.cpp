// SPDX-License-Identifier: Apache-2.0
#include "profile/schema_cache.hpp"

#include "base/checksum.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace mdm::profile {
namespace {

// What follows it is written by, and for, this version of this file alone.
constexpr std::string_view header = "mdmctl schema 3\n";

class ByteWriter {
public:
    /// Seven bits a byte, the least first; the top bit says that more follow.
    void number(std::uint64_t n) {
        for (; n > 0x7F; n >>= 7U)
            bytes_ += static_cast<char>((n & 0x7FU) | 0x80U);
        bytes_ += static_cast<char>(n);
    }
    void text(std::string_view t) {
        number(t.size());
        bytes_ += t;
    }
    /// Eight bytes, the least first.
    void fixed(std::uint64_t n) {
        for (unsigned i = 0; i < 8; ++i)
            bytes_ += static_cast<char>((n >> (8 * i)) & 0xFFU);
    }
    void real(double d) { fixed(std::bit_cast<std::uint64_t>(d)); }
    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

/// Reads what ByteWriter wrote. Behind the first thing that does not fit everything is 0 and empty, and good() false.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : left_(bytes) {}

    std::uint64_t number() {
        std::uint64_t n = 0;
        for (unsigned shift = 0; shift < 56; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1).front());
            n |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if ((byte & 0x80U) == 0)
                return n;
        }
        good_ = false;
        return 0;
    }
    /// A number that counts something or stands for one of `count` things.
    std::uint32_t below(std::uint64_t count) {
        const std::uint64_t n = number();
        if (n < count)
            return static_cast<std::uint32_t>(n);
        good_ = false;
        return 0;
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > left_.size()) {
            good_ = false;
            return {};
        }
        return std::string(take(static_cast<std::size_t>(size)));
    }
    std::uint64_t fixed() {
        std::uint64_t n = 0;
        const std::string_view bytes = take(8);
        for (unsigned i = 0; i < 8; ++i)
            n |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
        return n;
    }
    double real() { return std::bit_cast<double>(fixed()); }
    bool good() const { return good_; }
    std::string_view left() const { return left_; }

private:
    std::string_view take(std::size_t count) {
        static constexpr std::string_view zeros{"\0\0\0\0\0\0\0\0", 8};
        if (count > left_.size()) {
            good_ = false;
            return zeros.substr(0, count);
        }
        const std::string_view taken = left_.substr(0, count);
        left_.remove_prefix(count);
        return taken;
    }

    std::string_view left_;
    bool good_ = true;
};

void write(ByteWriter& out, const std::optional<Version>& version) {
    out.number(version ? 1 : 0);
    if (version)
        for (const auto part : version->parts)
            out.number(part);
}

std::optional<Version> read_version(ByteReader& in) {
    if (in.below(2) == 0)
        return std::nullopt;
    Version version;
    for (auto& part : version.parts)
        part = static_cast<std::uint16_t>(in.below(0x10000));
    return version;
}

void write(ByteWriter& out, const Bounds& bounds) {
    for (const auto& bound : {bounds.min, bounds.max}) {
        out.number(bound ? 1 : 0);
        if (bound)
            out.real(*bound);
    }
}

Bounds read_bounds(ByteReader& in) {
    Bounds bounds;
    for (auto* bound : {&bounds.min, &bounds.max})
        if (in.below(2) == 1)
            *bound = in.real();
    return bounds;
}

void write(ByteWriter& out, const Support& s) {
    for (const auto& version : {s.introduced, s.deprecated, s.removed})
        write(out, version);
    for (const auto stated : {s.available, s.multiple, s.supervised, s.by_hand, s.device_channel, s.user_channel})
        out.number(static_cast<std::uint64_t>(stated));
    out.number(static_cast<std::uint64_t>(s.user_enrollment));
    out.number(static_cast<std::uint64_t>(s.shared_ipad));
}

Support read_support(ByteReader& in) {
    Support s;
    for (auto* version : {&s.introduced, &s.deprecated, &s.removed})
        *version = read_version(in);
    for (auto* stated : {&s.available, &s.multiple, &s.supervised, &s.by_hand, &s.device_channel, &s.user_channel})
        *stated = static_cast<Stated>(in.below(3));
    s.user_enrollment = static_cast<Mode>(in.below(5));
    s.shared_ipad = static_cast<Mode>(in.below(5));
    return s;
}

void write(ByteWriter& out, const KeyRule& rule) {
    out.text(rule.name);
    out.number(static_cast<std::uint64_t>(rule.type));
    out.number((rule.required ? 1U : 0U) | (rule.array_too ? 2U : 0U));
    out.number(rule.allowed.size());
    for (const std::string& value : rule.allowed)
        out.text(value);
    write(out, rule.range);
    write(out, rule.repetition);
    out.text(rule.format);
    out.number(rule.availability);
    out.number(rule.inside);
}

KeyRule read_rule(ByteReader& in, std::size_t availabilities, std::size_t lists) {
    KeyRule rule;
    rule.name = in.text();
    rule.type = static_cast<Type>(in.below(type_names.size()));
    const std::uint32_t flags = in.below(4);
    rule.required = (flags & 1U) != 0;
    rule.array_too = (flags & 2U) != 0;
    for (std::uint64_t left = in.number(); left > 0 && in.good(); --left)
        rule.allowed.push_back(in.text());
    rule.range = read_bounds(in);
    rule.repetition = read_bounds(in);
    rule.format = in.text();
    rule.availability = in.below(availabilities);
    rule.inside = in.below(lists);
    return rule;
}

/// Bytes that a rule takes at least.
constexpr std::size_t smallest_rule = 11;

std::string body_of(const Schema& schema) {
    ByteWriter out;
    out.number(schema.availabilities.size());
    out.number(schema.lists.size());
    out.number(schema.payloads.size());
    for (const Availability& availability : schema.availabilities)
        for (const Support& support : availability)
            write(out, support);
    for (const KeyList& list : schema.lists) {
        out.number(list.rules.size());
        for (const KeyRule& rule : list.rules)
            write(out, rule);
    }
    for (const PayloadType& payload : schema.payloads) {
        out.text(payload.type);
        out.text(payload.part);
        out.number(payload.availability);
        out.number(payload.keys);
        out.number(payload.complete ? 1 : 0);
    }
    return out.bytes();
}

std::optional<Schema> read_body(std::string_view body) {
    ByteReader in(body);
    Schema schema;
    // No count is more than there are bytes.
    const std::size_t availabilities = in.below(body.size());
    const std::size_t lists = in.below(body.size());
    const std::size_t payloads = in.below(body.size());
    for (std::size_t i = 0; i < availabilities && in.good(); ++i) {
        Availability& availability = schema.availabilities.emplace_back();
        for (Support& support : availability)
            support = read_support(in);
    }
    for (std::size_t i = 0; i < lists && in.good(); ++i) {
        KeyList& list = schema.lists.emplace_back();
        std::uint64_t left = in.number();
        list.rules.reserve(std::min<std::uint64_t>(left, in.left().size() / smallest_rule));
        for (; left > 0 && in.good(); --left)
            list.rules.push_back(read_rule(in, availabilities, lists));
    }
    for (std::size_t i = 0; i < payloads && in.good(); ++i) {
        PayloadType payload;
        payload.type = in.text();
        payload.part = in.text();
        payload.availability = in.below(availabilities);
        payload.keys = in.below(lists);
        payload.complete = in.below(2) == 1;
        schema.payloads.push_back(std::move(payload));
    }
    if (!in.good() || !in.left().empty())
        return std::nullopt;
    schema.settle();
    return schema;
}

}  // namespace

std::string compiled(const Schema& schema, std::string_view source) {
    const std::string body = body_of(schema);
    ByteWriter out;
    out.text(source);
    out.fixed(checksum(body));
    return std::string(header) + out.bytes() + body;
}

std::optional<Schema> decompiled(std::string_view bytes, std::string_view source) {
    if (!bytes.starts_with(header))
        return std::nullopt;
    ByteReader in(bytes.substr(header.size()));
    const bool is_of_source = in.text() == source;
    const std::uint64_t sum = in.fixed();
    if (!in.good() || !is_of_source || sum != checksum(in.left()))
        return std::nullopt;
    return read_body(in.left());
}

}  // namespace mdm::profile
