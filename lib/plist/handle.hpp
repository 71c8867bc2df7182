// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/handle.hpp"

#include <expat.h>
#include <plist/plist.h>

/// The objects of expat and libplist, owned. Included by lib/plist/*.cpp alone: no other room sees a C type.
namespace mdm::plist {

using XmlParser = Handle<XML_ParserStruct, XML_ParserFree>;
using PlistNode = Handle<void, plist_free>;
using XmlText = Handle<char, plist_to_xml_free>;
using BinaryText = Handle<char, plist_to_bin_free>;

}  // namespace mdm::plist
