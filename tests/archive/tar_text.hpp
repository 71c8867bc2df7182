// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace mdm::tests {

struct TarEntry {
    std::string path;
    std::string bytes{};
    char kind = '0';  ///< of ustar: 0 file, 1 and 2 links, 3 and 4 devices, 5 folder, 6 pipe
};

/// A tar archive in the form of POSIX.1-1988 (ustar), whatever its paths are.
inline std::string tar(const std::vector<TarEntry>& entries) {
    std::string archive;
    for (const TarEntry& entry : entries) {
        std::string header(512, '\0');
        const auto put = [&header](std::size_t at, const std::string& text) { header.replace(at, text.size(), text); };
        const auto octal = [](std::size_t number, int width) {
            char text[32];
            std::snprintf(text, sizeof text, "%0*zo", width, number);
            return std::string(text);
        };
        put(0, entry.path.substr(0, 100));
        put(100, "0000644");
        put(108, "0000000");
        put(116, "0000000");
        put(124, octal(entry.kind == '0' ? entry.bytes.size() : 0, 11));
        put(136, "00000000000");
        put(148, "        ");
        header[156] = entry.kind;
        if (entry.kind == '1' || entry.kind == '2')
            put(157, "/etc/passwd");
        put(257, std::string("ustar\0"
                             "00",
                             8));
        std::size_t sum = 0;
        for (const char c : header)
            sum += static_cast<unsigned char>(c);
        put(148, octal(sum, 6) + std::string("\0 ", 2));
        archive += header + entry.bytes;
        archive.append((512 - archive.size() % 512) % 512, '\0');
    }
    return archive + std::string(1024, '\0');
}

}  // namespace mdm::tests
