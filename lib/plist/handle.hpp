// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expat.h>
#include <memory>
#include <plist/plist.h>

/// The objects of expat and libplist, owned. Included by lib/plist/*.cpp alone: no other room sees a C type.
namespace mdm::plist {

template <auto free_fn>
struct Freed {
    template <class T>
    void operator()(T* p) const noexcept {
        free_fn(p);
    }
};
template <class T, auto free_fn>
using Handle = std::unique_ptr<T, Freed<free_fn>>;

using XmlParser = Handle<XML_ParserStruct, XML_ParserFree>;
using PlistNode = Handle<void, plist_free>;
using XmlText = Handle<char, plist_to_xml_free>;
using BinaryText = Handle<char, plist_to_bin_free>;

}  // namespace mdm::plist
