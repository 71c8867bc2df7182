// SPDX-License-Identifier: Apache-2.0
// What a tenant export holds inside its encryption, which anybody can make for a certificate that is public; and the
// envelope around it.
#include "base/error.hpp"
#include "crypto/cms_envelope.hpp"
#include "store/tenant_file.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace mdm;

void require(bool holds) {
    if (!holds)
        std::abort();
}

void read_lines(std::string_view text) {
    const store::TenantFile file = store::parse_tenant_file(text, "export");
    const Secret lines = store::to_lines(file);
    const store::TenantFile again = store::parse_tenant_file(lines.reveal(), "export");
    require(again.rows.size() == file.rows.size() && again.counts() == file.counts());
    require(store::to_lines(again).reveal() == lines.reveal());
}

/// It opens with nothing that is tried here; what it asks for is bounded.
void open_envelope(std::string_view bytes) {
    const crypto::Envelope envelope = crypto::Envelope::parse(bytes, "export");
    if (envelope.is_for_passphrase())
        static_cast<void>(envelope.open(Secret{std::string("passphrase")}, {.rounds = 1000}));
}

template <class Read>
void try_to(const Read& read, std::string_view bytes) {
    try {
        read(bytes);
    } catch (const Error& e) {
        require(exit_code(e.code()) != exit_code(ErrorCode::internal_error));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try_to(read_lines, bytes);
    try_to(open_envelope, bytes);
    return 0;
}
