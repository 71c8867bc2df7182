// SPDX-License-Identifier: Apache-2.0
#include "net/curl_library.hpp"

#include "base/error.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

// Until 7.88 curl let OpenSSL write to the socket, and a peer that hangs up could end us by SIGPIPE.
static_assert(LIBCURL_VERSION_NUM >= 0x075800, "libcurl 7.88 or later is needed");

namespace mdm::net {
namespace {

constexpr const char* soname = MDMCTL_CURL_SONAME;

[[noreturn]] void refuse(std::string_view why) {
    throw Error{ErrorCode::library_missing,
                fmt::format("'{}', which talks to services, cannot be used: {}", soname, why),
                "install libcurl 7.88 or later: apt-get install libcurl4"};
}

template <class Function>
void find(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library, name));
    if (function == nullptr)
        refuse(fmt::format("it has no {}", name));
}

CurlLibrary functions_of(void* library) {
    CurlLibrary found{};
    find(library, "curl_global_init", found.global_init);
    find(library, "curl_version_info", found.version_info);
    find(library, "curl_easy_init", found.easy_init);
    find(library, "curl_easy_reset", found.easy_reset);
    find(library, "curl_easy_setopt", found.easy_setopt);
    find(library, "curl_easy_perform", found.easy_perform);
    find(library, "curl_easy_getinfo", found.easy_getinfo);
    find(library, "curl_easy_strerror", found.easy_strerror);
    find(library, "curl_easy_cleanup", found.easy_cleanup);
    find(library, "curl_slist_append", found.slist_append);
    find(library, "curl_slist_free_all", found.slist_free_all);
    find(library, "curl_mime_init", found.mime_init);
    find(library, "curl_mime_addpart", found.mime_addpart);
    find(library, "curl_mime_data", found.mime_data);
    find(library, "curl_mime_type", found.mime_type);
    find(library, "curl_mime_encoder", found.mime_encoder);
    find(library, "curl_mime_free", found.mime_free);
    find(library, "curl_url", found.url);
    find(library, "curl_url_set", found.url_set);
    find(library, "curl_url_get", found.url_get);
    find(library, "curl_url_strerror", found.url_strerror);
    find(library, "curl_url_cleanup", found.url_cleanup);
    find(library, "curl_free", found.free);
    return found;
}

CurlLibrary open_library() {
    void* library = ::dlopen(soname, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr)
        refuse(::dlerror());
    const CurlLibrary found = functions_of(library);
    if (found.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        refuse("it does not start");
    const curl_version_info_data* version = found.version_info(CURLVERSION_NOW);
    if (version->version_num < 0x075800)
        refuse(fmt::format("it is version {}", version->version));
    if ((version->features & CURL_VERSION_SSL) == 0)
        refuse("it was built without TLS");
    return found;
}

}  // namespace

const CurlLibrary& curl() {
    // The one thing that this room keeps: what is opened once a process. Where opening failed, the next call tries
    // anew.
    static const CurlLibrary library = open_library();
    return library;
}

}  // namespace mdm::net
