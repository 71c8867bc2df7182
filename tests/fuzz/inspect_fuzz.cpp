// SPDX-License-Identifier: Apache-2.0
#include "apns/inspection.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace mdm;

std::optional<Secret> passphrase() { return Secret{std::string("secret")}; }

/// An admin is never left without words: a refusal has a message and a hint.
template <class Look>
void look(const Look& inspect) {
    try {
        const auto found = inspect();
        if (apns::name(found.kind).empty())
            std::abort();
    } catch (const Error& error) {
        if (error.message().empty() || error.hint().empty() || error.code() == ErrorCode::internal_error) {
            std::fprintf(stderr, "%s, without a hint: %s\n", std::string(name(error.code())).c_str(), error.what());
            std::abort();
        }
    }
}

}  // namespace

/// Any file is named or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const Time now{std::chrono::seconds{1'780'000'000}};
    FileContent file;
    file.name = "it's";
    file.bytes = Secret{std::string(reinterpret_cast<const char*>(bytes), size)};
    look([&] { return apns::inspect(file, passphrase, std::nullopt, now); });
    look([&] { return apns::inspect_push_file(file, passphrase, std::nullopt, now); });
    return 0;
}
