// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// The payload types that are built in, as text: what a reader can hold against Apple's documentation, line by line.
/// For lib/profile/built_in_types.cpp alone.
///
///     type com.apple.example : ios 9.0 M S, macos 10.13 D u
///       Name!, Other : string = one|two ; only ios 11.0
///       Inside : dictionary
///         Port : integer in 0..65535
///       List : array of string times 1..2 like ^[0-9]+$
///       Things : array
///         [] : dictionary
///           ID : string like UUID
///
/// type NAME : SYSTEM, ...     which systems have it, since when; "..." behind it: no key of it is listed
/// KEY, ... : TYPE             ! behind a key: required. ANY: of any name. []: the items of the array above
///   = A|B   in MIN..MAX   times FEWEST..MOST   like EXPRESSION     what the value may be, in this order
///   ; SYSTEM, ...             what is different from what holds above; "only": other systems do not have it
/// A line that ends in , or | goes on in the next.
///
/// Behind a system: its version; d and r with a version: deprecated, removed; and letters:
///   M m   several payloads of the type may be there, or one          (else: one)
///   S s   for supervised devices alone, or for any                   (else: any)
///   h x   may be installed by hand, or not                           (else: may)
///   B D U macOS: both channels, the device's, the user's
///   a u i q   in User Enrollment: allowed, forbidden, ignored, required    (else: allowed)
///   o p j w   on Shared iPad: the same                                     (else: allowed)
namespace mdm::profile {

extern const std::string_view table_of_identity;
extern const std::string_view table_of_restrictions;
extern const std::string_view table_of_network;
extern const std::string_view table_of_accounts;
extern const std::string_view table_of_devices;
extern const std::string_view table_of_others;

}  // namespace mdm::profile
