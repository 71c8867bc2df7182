// SPDX-License-Identifier: Apache-2.0
#include "plist/binary_reader.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "plist/tree_builder.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

namespace mdm::plist {
namespace {

// CFBinaryPList.c:  "bplist00", objects, offset table, trailer. An object begins with a marker byte: its kind in the
// upper half, its size in the lower one, where 15 says that the size follows as an integer object.
constexpr std::string_view header = "bplist00";
constexpr std::size_t trailer_size = 32;

enum Kind : unsigned {
    simple = 0x0,  ///< false, true; null and padding are no values of a property list
    integer = 0x1,
    real = 0x2,
    date = 0x3,
    data = 0x4,
    ascii = 0x5,
    utf16 = 0x6,
    uid = 0x8,
    array = 0xA,
    dict = 0xD,
};

Error broken(std::string_view what, std::uint64_t offset) {
    return {ErrorCode::malformed_plist, fmt::format("{} (binary property list, byte {})", what, offset)};
}

/// At most eight bytes.
std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char c : bytes)
        value = (value << 8U) | static_cast<unsigned char>(c);
    return value;
}

double to_double(std::string_view bytes) {
    if (bytes.size() == 4)
        return std::bit_cast<float>(static_cast<std::uint32_t>(big_endian(bytes)));
    return std::bit_cast<double>(big_endian(bytes));
}

bool is_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// UTF-8 as it is, with U+FFFD for every byte that is none.
std::string mended(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        const CodePoint c = next_code_point(bytes);
        text += c.valid ? bytes.substr(0, c.width) : "\xEF\xBF\xBD";
        bytes.remove_prefix(c.width);
    }
    return text;
}

/// Every high surrogate is followed by a low one, and none stands alone.
bool is_whole_utf16(std::string_view bytes) {
    bool high = false;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const unsigned kind = static_cast<unsigned char>(bytes[i]) & 0xFCU;
        if (high != (kind == 0xDC))
            return false;
        high = kind == 0xD8;
    }
    return !high;
}

class BinaryReader {
public:
    explicit BinaryReader(std::string_view bytes);
    Document read();

private:
    struct Object {
        std::uint64_t offset;  ///< of its marker
        unsigned kind;
        unsigned size;         ///< as the marker has it
        std::uint64_t behind;  ///< offset of what follows the marker
    };

    Object object(std::uint64_t number) const;
    void add(std::uint64_t number);
    void add_container(const Object& o, std::uint64_t number);
    void add_key(std::uint64_t number);

    Value simple_value(const Object& o) const;
    Value integer_value(const Object& o);
    Value real_value(const Object& o) const;
    Value date_value(const Object& o);
    Value uid_value(const Object& o) const;
    std::string text(const Object& o);

    std::string_view content(const Object& o, std::uint64_t unit) const;
    std::string_view bytes(std::uint64_t offset, std::uint64_t size) const;

    std::string_view objects_;  ///< from the first byte of the file to the offset table
    std::string_view offset_table_;
    std::size_t offset_size_ = 0;
    std::size_t reference_size_ = 0;
    std::uint64_t number_of_objects_ = 0;
    std::uint64_t root_ = 0;
    std::vector<std::uint64_t> being_read_;  ///< containers, by number
    TreeBuilder builder_;
};

BinaryReader::BinaryReader(std::string_view file) {
    if (!file.starts_with(header))
        throw broken(fmt::format("version '{}' is not known, only '00' is", shortened(file.substr(6, 2))), 6);
    if (file.size() < header.size() + trailer_size)
        throw broken("too short for its trailer", file.size());
    const std::size_t end = file.size() - trailer_size;
    // Six bytes unused, then two sizes and three numbers.
    const std::string_view trailer = file.substr(end);
    offset_size_ = static_cast<unsigned char>(trailer[6]);
    reference_size_ = static_cast<unsigned char>(trailer[7]);
    number_of_objects_ = big_endian(trailer.substr(8, 8));
    root_ = big_endian(trailer.substr(16, 8));
    const std::uint64_t table = big_endian(trailer.substr(24, 8));
    if (offset_size_ < 1 || offset_size_ > 8 || reference_size_ < 1 || reference_size_ > 8)
        throw broken("offsets or references of a size other than 1 to 8 bytes", end + 6);
    if (table < header.size() || table > end || number_of_objects_ > (end - table) / offset_size_)
        throw broken("the offset table is not inside the file", end + 8);
    objects_ = file.substr(0, static_cast<std::size_t>(table));
    offset_table_ = file.substr(objects_.size(), static_cast<std::size_t>(number_of_objects_) * offset_size_);
}

Document BinaryReader::read() {
    add(root_);
    return builder_.finish(Format::binary);
}

/// Some bytes of the objects. Every length in the file passes here before anything is made of it.
std::string_view BinaryReader::bytes(std::uint64_t offset, std::uint64_t size) const {
    if (offset > objects_.size() || size > objects_.size() - offset)
        throw broken(fmt::format("{} bytes are promised where {} are left", size,
                                 objects_.size() - std::min<std::uint64_t>(offset, objects_.size())),
                     offset);
    return objects_.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size));
}

BinaryReader::Object BinaryReader::object(std::uint64_t number) const {
    if (number >= number_of_objects_)
        throw broken(fmt::format("a reference to object {} of {}", number, number_of_objects_), objects_.size());
    const std::size_t entry = static_cast<std::size_t>(number) * offset_size_;
    const std::uint64_t offset = big_endian(offset_table_.substr(entry, offset_size_));
    if (offset < header.size())
        throw broken(fmt::format("object {} is inside the header", number), offset);
    const auto marker = static_cast<unsigned char>(bytes(offset, 1)[0]);
    return {offset, static_cast<unsigned>(marker) >> 4U, marker & 0x0FU, offset + 1};
}

void BinaryReader::add(std::uint64_t number) {
    const Object o = object(number);
    switch (o.kind) {
        case simple:
            return builder_.value(simple_value(o));
        case integer:
            return builder_.value(integer_value(o));
        case real:
            return builder_.value(real_value(o));
        case date:
            return builder_.value(date_value(o));
        case data:
            return builder_.value({Data{std::string(content(o, 1))}});
        case ascii:
        case utf16:
            return builder_.value({text(o)});
        case uid:
            return builder_.value(uid_value(o));
        case array:
        case dict:
            return add_container(o, number);
        default:
            throw broken(fmt::format("an object of unknown kind 0x{:x}", o.kind), o.offset);
    }
}

void BinaryReader::add_container(const Object& o, std::uint64_t number) {
    if (std::find(being_read_.begin(), being_read_.end(), number) != being_read_.end())
        throw broken(fmt::format("object {} contains itself", number), o.offset);
    being_read_.push_back(number);
    const bool keyed = o.kind == dict;
    keyed ? builder_.open_dict({}) : builder_.open_array({});
    // A dictionary lists its keys first, then its values.
    const std::string_view references = content(o, keyed ? 2 * reference_size_ : reference_size_);
    const std::size_t values_begin = keyed ? references.size() / 2 : 0;
    for (std::size_t i = values_begin; i < references.size(); i += reference_size_) {
        if (keyed)
            add_key(big_endian(references.substr(i - values_begin, reference_size_)));
        add(big_endian(references.substr(i, reference_size_)));
    }
    builder_.close({});
    being_read_.pop_back();
}

void BinaryReader::add_key(std::uint64_t number) {
    const Object o = object(number);
    if (o.kind != ascii && o.kind != utf16)
        throw broken(fmt::format("object {} is the key of a dictionary but not a string", number), o.offset);
    builder_.key(text(o), {});
}

Value BinaryReader::simple_value(const Object& o) const {
    if (o.size != 8 && o.size != 9)
        throw broken(fmt::format("null or padding (0x{:02x}) as a value", o.size), o.offset);
    return {o.size == 9};
}

Value BinaryReader::integer_value(const Object& o) {
    if (o.size > 4)
        throw broken("an integer of more than 16 bytes", o.offset);
    const std::string_view digits = bytes(o.behind, 1U << o.size);
    const std::uint64_t low = big_endian(digits.substr(digits.size() == 16 ? 8 : 0));
    const bool top_bit = (low >> 63U) != 0;
    // Of 1, 2 and 4 bytes they are unsigned, of 8 signed; 16 are taken for what is unsigned and does not fit into 8.
    if (digits.size() == 16) {
        const std::uint64_t high = big_endian(digits.substr(0, 8));
        if (high == 0 && top_bit)
            return {low};
        if (high != (top_bit ? ~std::uint64_t{0} : 0)) {
            const std::string written = "0x" + to_hex(digits);
            builder_.note(fmt::format("'{}' is not an integer from -2^63 to 2^64-1", written), {});
            return {written};
        }
    }
    return {static_cast<std::int64_t>(low)};
}

Value BinaryReader::real_value(const Object& o) const {
    if (o.size != 2 && o.size != 3)
        throw broken("a real number of neither 4 nor 8 bytes", o.offset);
    return {to_double(bytes(o.behind, 1U << o.size))};
}

Value BinaryReader::date_value(const Object& o) {
    using namespace std::chrono;
    if (o.size != 3)
        throw broken("a date of other than 8 bytes", o.offset);
    // Seconds since 2001, as a double that may hold anything; a calendar in four digits is what XML can write.
    constexpr sys_seconds epoch = sys_days{year{2001} / 1 / 1};
    constexpr sys_seconds first = sys_days{year{1} / 1 / 1};
    constexpr sys_seconds behind_last = sys_days{year{10000} / 1 / 1};
    const double since = to_double(bytes(o.behind, 8));
    if (since >= static_cast<double>((first - epoch).count()) &&
        since < static_cast<double>((behind_last - epoch).count()))
        return {epoch + seconds{static_cast<std::int64_t>(std::floor(since))}};
    builder_.note(fmt::format("{} seconds from 2001 is not a date of the years 1 to 9999", since), {});
    return {fmt::format("{}", since)};
}

Value BinaryReader::uid_value(const Object& o) const {
    if (o.size > 3)
        throw broken("a UID of more than 4 bytes", o.offset);
    return {Uid{static_cast<std::uint32_t>(big_endian(bytes(o.behind, o.size + 1)))}};
}

/// As UTF-8. What is no text becomes U+FFFD and a finding.
std::string BinaryReader::text(const Object& o) {
    const std::string_view written = content(o, o.kind == utf16 ? 2 : 1);
    if (o.kind == utf16) {
        if (!is_whole_utf16(written))
            builder_.note("a string is not valid UTF-16", {});
        return decode_text("\xFE\xFF" + std::string(written)).text;
    }
    if (is_ascii(written))
        return std::string(written);
    builder_.note("a string that is declared as ASCII is not", {});
    return mended(written);
}

/// The bytes of an object whose size is counted in units.
std::string_view BinaryReader::content(const Object& o, std::uint64_t unit) const {
    std::uint64_t count = o.size;
    std::uint64_t begin = o.behind;
    if (o.size == 15) {
        const auto marker = static_cast<unsigned char>(bytes(begin, 1)[0]);
        if (marker >> 4U != integer || (marker & 0x0FU) > 3)
            throw broken("the size of an object is not an integer", begin);
        const std::uint64_t width = 1U << (marker & 0x0FU);
        count = big_endian(bytes(begin + 1, width));
        begin += 1 + width;
    }
    if (count > objects_.size() / unit)
        throw broken(fmt::format("an object of {} parts in a file of {} bytes", count, objects_.size()), o.offset);
    return bytes(begin, count * unit);
}

}  // namespace

Document read_binary(std::string_view bytes) { return BinaryReader{bytes}.read(); }

}  // namespace mdm::plist
