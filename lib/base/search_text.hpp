// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace mdm {

/// What a person looks for, and how it is held against what is kept: as a part of it, and as it stands, so that %, _
/// and * mean themselves.
class SearchText {
public:
    /// Space around it is nothing.
    /// throws  bad_usage: it is empty, or no UTF-8; too_large: more than limits::search_text
    explicit SearchText(std::string_view text);

    /// Latin, Greek and Cyrillic letters count in either case.
    bool is_in(std::string_view value) const;
    /// Of a serial number four digits are enough. Colons, spaces, 0x, zeros in front and case are nothing.
    bool is_in_serial(std::string_view serial) const;
    /// The same of a hash, of which eight digits are enough: two or three are in every one.
    bool is_in_hash(std::string_view hash) const;
    /// "2027-01", "2027-01-10" and longer begin a time.
    bool begins(Time time) const;

    const std::string& shown() const noexcept { return text_; }

private:
    bool has_digits_in(std::string_view number, std::size_t least) const;

    std::string text_;
    std::string folded_;
    std::string digits_;            ///< hexadecimal, lower case, from the first that is no zero; empty: it is no number
    std::size_t digits_given_ = 0;  ///< zeros in front included
    bool is_date_ = false;
};

}  // namespace mdm
