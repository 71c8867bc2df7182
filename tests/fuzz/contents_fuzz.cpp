// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "crypto/contents.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace mdm;

/// The passphrase is "secret", as in the corpus; derivations are kept short, or they would be all that is done.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr crypto::DerivationLimits cheap{.rounds = 8192, .scrypt_memory = 1U << 17U, .scrypt_work = 1U << 18U};
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        const auto contents = crypto::read_contents(
            bytes, "fuzz", [] { return Secret{std::string("secret")}; }, cheap);
        if (!contents)
            return 0;
        for (const crypto::PrivateKey& key : contents->keys)
            static_cast<void>(key.public_key().sha256());
        if (contents->locked || (!contents->keys.empty() && !contents->holds_key))
            __builtin_trap();
    } catch (const Error&) {
    }
    return 0;
}
