// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/given_options.hpp"
#include "profile/new_types.hpp"

#include <string_view>

/// What is asked of a value before anything is made of it.
namespace mdm::profile {

/// throws  bad_usage, with the option's name: it is not UTF-8 or has control characters, is not of the option's form,
/// is
///         a number below 0, or a word that is there twice
///         wrong_format: what came out of a file is no text
void check_values(const NewType& type, const GivenOptions& given);

enum class Lines { one, several };
/// throws  bad_usage: it is not UTF-8, or has control characters; of several lines, other ones than their ends and tabs
void check_text(std::string_view option, std::string_view text, Lines lines = Lines::one);
/// throws  wrong_format: the same of the line that an option's file holds
void check_secret(std::string_view option, const Secret& secret);

}  // namespace mdm::profile
