// SPDX-License-Identifier: Apache-2.0
// The file of a server token, which lies about wherever downloads do; and what is encrypted in it, which anybody can
// make for a certificate that is public.
#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"
#include "crypto/private_key.hpp"
#include "dep/encrypted_token.hpp"
#include "dep/server_token.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace mdm;

/// It opens what is in the corpus, and is nobody's.
constexpr std::string_view throwaway_key =
    "MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBAK07TzJBSu+5+qMlbSqVG4/yeX1OrIFZ52mGFw5jNkEPmfhYU3ORkvr1"
    "/2Rc7ycGY5SbvpR9HcyeqgGQ/XgZ2I2XRAv+Xil//P0S/rOtP2rRp50LCMOJVN/ZFKQgnRHnKzrPgsnN4jQBaLuYrN7VI9PSdxLC9d+A"
    "6G/ndYsgR25LAgMBAAECgYAuw8ARdQbhyHcc69GYmUAjj/W0GjT/hmGuXwCCZc4Tqj6KiG2e2UGwdhBH676z7kmbqJ++Pjh5MKv8WEPU"
    "1EVdIjFys5i3bH5cOuKk9lj0i0E8ndSpOjC+rUgF+TEz76CVNSNrGOTq3LhvJZpZ7mwMTMSdCayFqjx3G8HIrYfyAQJBANMeoLABPCv6"
    "CMNUxav8s5t5S8Ubkug3hUD0sWV2NR6a4fvFeR18eudf59lSrUki99wriY+IzhxbNFLbA+AccgsCQQDSDsaCOzKXlrWq9KdvjP2lzeR5"
    "PzfwUqXseURD7rQGQXIJnbWvEOAlgTfKjyjpZFB2FEsBZVJZ7dBTtUMi/NzBAkB9uwHLkBC7x/6sBbJriOWWNBix3IgTD+2mD5QObuWX"
    "wnnPLX3B176CSRWU0a4tnkuqrasQ9lJ5hL+WkKSwNYCdAkAxOM8hYzfGt8UYKz408IfbW3THSJ4WDXfeAsiRVpUOxjUvtaoGPOEZSL9H"
    "EubWUfBcywKMcC6s7gIcK2RxBWnBAkEAru9etIaku8C+CJ/0YcsakkBGFoBzjQU2AlBZiPsEMwKB2X3n9jGKLupCjOi2nz7NqGyu1SI4"
    "/lGQnE9O5bIWEA==";

const crypto::PrivateKey& key() {
    static const crypto::PrivateKey key = crypto::PrivateKey::from_der(from_base64(throwaway_key).value());
    return key;
}

void require(bool holds) {
    if (!holds)
        std::abort();
}

/// What is kept of a token is read as the same one.
void require_kept(const dep::ServerToken& token) noexcept {
    const Secret json = dep::to_json(token);
    const dep::ServerToken again = dep::read_server_token(json.reveal(), "the store");
    require(again.is(token) && again.access_token_expiry == token.access_token_expiry);
    require(again.consumer_secret.reveal() == token.consumer_secret.reveal());
}

void read_inside(std::string_view message) {
    const dep::ServerToken token = dep::read_server_token(message, "token.p7m");
    require(!token.consumer_key.empty() && !token.consumer_secret.empty() && !token.access_token.empty() &&
            !token.access_secret.empty());
    require_kept(token);
}

void read_file(std::string_view bytes) {
    const dep::EncryptedToken file = dep::read_encrypted_token(bytes, "token.p7m");
    require(!file.form.empty() && !file.message.cipher().empty());
    require(file.message.recipients().size() <= static_cast<std::size_t>(limits::envelope_recipients));
    for (const crypto::Recipient& recipient : file.message.recipients())
        require(!recipient.to_string().empty());
    require(first_error(file.findings) == nullptr);
    if (const auto inside = file.message.open(key()))
        read_inside(inside->reveal());
}

/// What is refused is bad input, and says no secret: no message repeats what was read.
template <class Read>
void try_to(const Read& read, std::string_view bytes) {
    try {
        read(bytes);
    } catch (const Error& e) {
        require(exit_code(e.code()) == exit_code(ErrorCode::not_a_server_token));
        require(!e.message().empty() && e.message().size() < 300);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try_to(read_file, bytes);
    try_to(read_inside, bytes);
    if (const auto time = dep::time_in_name(bytes))
        require(to_rfc3339(*time).ends_with('Z'));
    return 0;
}
