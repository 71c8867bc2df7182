// SPDX-License-Identifier: Apache-2.0
// seal KEY ID FILE, unseal KEY ID FILE: what a command does with one secret, as a program of its own. The name that it
// is called by says which; KEY is hexadecimal, ID text.
#include "base/encoding.hpp"
#include "base/files.hpp"
#include "crypto/cms_seal.hpp"

#include <cstdio>
#include <cstring>

int main(int argc, char** argv) {
    using namespace mdm;
    if (argc != 4)
        return 2;
    const Secret key{from_hex(argv[1]).value_or("")};
    const FileContent file = read_file(argv[3], 1 << 20);
    if (std::strstr(argv[0], "unseal") == nullptr) {
        const std::string sealed = crypto::seal(file.bytes.reveal(), key, argv[2]);
        return std::fwrite(sealed.data(), 1, sealed.size(), stdout) == sealed.size() ? 0 : 1;
    }
    const auto opened = crypto::open_sealed(file.bytes.reveal(), key, argv[2]);
    if (!opened)
        return 1;
    return std::fwrite(opened->reveal().data(), 1, opened->reveal().size(), stdout) == opened->reveal().size() ? 0 : 1;
}
