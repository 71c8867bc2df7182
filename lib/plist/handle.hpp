// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/handle.hpp"

#include <expat.h>
#include <plist/plist.h>

/// The objects of expat and libplist, owned. Included by lib/plist/*.cpp alone: no other room sees a C type.
namespace mdm::plist {

using XmlParser = Handle<XML_ParserStruct, XML_ParserFree>;
using PlistNode = Handle<void, plist_free>;

/// libplist 2.2 (Debian 12) frees what it wrote by a function for each form, later ones by one for all.
template <class Text>
void free_written(Text* text) {
    if constexpr (requires { plist_mem_free(text); })
        plist_mem_free(text);
    else
        plist_to_xml_free(text);
}
using WrittenText = Handle<char, free_written<char>>;

}  // namespace mdm::plist
