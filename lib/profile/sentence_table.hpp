// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// What payloads do, in words, as text: what a reader can hold against Apple's documentation, line by line.
/// For lib/profile/sentences.cpp alone.
///
///     type com.apple.example = Example : What a payload of the type is for.
///       removed : What is gone with it.
///       Name : It is called {}.
///       minLength : It has at least {n character}.
///       allowCamera may use the camera
///       Hidden ? It is hidden. | ~It is shown.
///       Mode = off : It is off.
///       Mode absent : It is on.
///       Account
///         Server : Its server is {}.
///       Rules each Rule by Name
///         Action : it is {Allow=let in|Drop=thrown away}
///
/// type TYPE = KIND : SENTENCE   what people call it. "removed" is no key, but what its removal takes along
/// KEY, ... : SENTENCE           for any value. Keys that stand together have the lines that are indented below
/// KEY may PHRASE                a boolean: "Users may PHRASE.", and "Users may not PHRASE."
/// KEY ? SENTENCE | SENTENCE     a boolean, or 1 and 0: true, false
/// KEY = VALUE : SENTENCE        for this value; such lines stand before the one for any value
/// KEY absent : SENTENCE         where the key is missing
/// ~ before a sentence           it would be so without the payload as well
/// KEY                           a dictionary, which says nothing itself
/// KEY each NOUN by NAME         an array of dictionaries: one sentence an item, "NOUN 'its NAME': ...", made of the
///                               phrases that are indented below; without "by" it is "NOUN 1: ...". In NOUN the key
///                               is the value. The phrases of an item inside an item are joined without commas
/// as TYPE : KEY, ...            of these keys what is said of them in TYPE, which stands above
/// ANY                           stands for every key of a dictionary
/// A line that ends in \ goes on in the next.
///
/// In a sentence stands for the value:
///   {}                 as it is; of an array its items
///   {n WORD}           "1 WORD", "2 WORDs"
///   {days} {minutes} {seconds}     a length of time, in the largest unit that fits
///   {A=WORDS|B=WORDS}  the words of A for A; a value that is not named is shown as it is
///   {bits 1=WORDS|2=WORDS}         the words of the bits that are set
///   {payload}          the payload of the profile that has this UUID
///   {certificate} {subject} {icons}     a certificate; a name as SCEP has it; icons of a home screen
///   {key}              the key itself
/// A secret is never filled in: lib/profile/secret_keys.hpp.
namespace mdm::profile {

extern const std::string_view sentences_on_identity;
extern const std::string_view sentences_on_restrictions;
extern const std::string_view sentences_on_network;
extern const std::string_view sentences_on_vpn;
extern const std::string_view sentences_on_accounts;
extern const std::string_view sentences_on_devices;
extern const std::string_view sentences_on_others;

}  // namespace mdm::profile
