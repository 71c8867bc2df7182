// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/handle.hpp"

#include <curl/curl.h>

/// libcurl, opened on first use. Nothing links it: loading it takes 3.5 ms, more than most commands do in all, and few
/// commands talk to a service. Included by lib/net/*.cpp alone: no other room sees a C type.
namespace mdm::net {

/// The functions of libcurl that this room calls.
struct CurlLibrary {
    decltype(&::curl_global_init) global_init;
    decltype(&::curl_version_info) version_info;
    decltype(&::curl_easy_init) easy_init;
    decltype(&::curl_easy_reset) easy_reset;
    decltype(&::curl_easy_setopt) easy_setopt;
    decltype(&::curl_easy_perform) easy_perform;
    decltype(&::curl_easy_getinfo) easy_getinfo;
    decltype(&::curl_easy_strerror) easy_strerror;
    decltype(&::curl_easy_cleanup) easy_cleanup;
    decltype(&::curl_slist_append) slist_append;
    decltype(&::curl_slist_free_all) slist_free_all;
    decltype(&::curl_mime_init) mime_init;
    decltype(&::curl_mime_addpart) mime_addpart;
    decltype(&::curl_mime_data) mime_data;
    decltype(&::curl_mime_type) mime_type;
    decltype(&::curl_mime_encoder) mime_encoder;
    decltype(&::curl_mime_free) mime_free;
    decltype(&::curl_url) url;
    decltype(&::curl_url_set) url_set;
    decltype(&::curl_url_get) url_get;
    decltype(&::curl_url_strerror) url_strerror;
    decltype(&::curl_url_cleanup) url_cleanup;
    decltype(&::curl_free) free;
};

/// Opens and initialises libcurl the first time; from any thread. It stays open until the process ends.
/// throws  library_missing: it is not installed, or older than 7.88
const CurlLibrary& curl();

inline void easy_cleanup(CURL* easy) { curl().easy_cleanup(easy); }
inline void mime_free(curl_mime* mime) { curl().mime_free(mime); }
inline void url_cleanup(CURLU* url) { curl().url_cleanup(url); }
inline void text_free(char* text) { curl().free(text); }

using EasyHandle = Handle<CURL, easy_cleanup>;
using Mime = Handle<curl_mime, mime_free>;
using UrlHandle = Handle<CURLU, url_cleanup>;
using CurlText = Handle<char, text_free>;

}  // namespace mdm::net
