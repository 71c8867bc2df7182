// SPDX-License-Identifier: Apache-2.0
// What people hand to a store as text: the URL that names it, a key file, the time that a rehearsal's clock is moved
// to.
#include "base/error.hpp"
#include "base/text.hpp"
#include "sandbox/rehearsal.hpp"
#include "store/key.hpp"
#include "store/location.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace mdm;

void require(bool holds) {
    if (!holds)
        std::abort();
}

void read_location(std::string_view text) {
    const store::Location location = store::parse_location(text);
    require((location.engine == store::Engine::sqlite) == location.connection.empty());
    require(location.engine == store::Engine::postgresql || !location.path.empty());
}

void read_key(std::string_view text) {
    const store::KeyFile file = store::parse_key_file(text, "key");
    require(file.key.reveal().size() == 32);
    const store::KeyFile again = store::parse_key_file(store::to_text(file).reveal(), "key");
    require(again.store_id == file.store_id && again.slot_id == file.slot_id);
    require(again.key.reveal() == file.key.reveal());
}

void move_clock(std::string_view text) {
    const Time before = parse_time("2026-01-10T12:00:00Z").value();
    const Time after = sandbox::moved_clock(before, text);
    require(!text.starts_with("+") || after >= before);
    require(to_rfc3339(after).size() == 20);
}

/// Whatever is refused, is refused in words that may be shown, and as wrong input.
template <class Read>
void try_to(const Read& read, std::string_view text) {
    try {
        read(text);
    } catch (const Error& e) {
        require(exit_code(e.code()) != exit_code(ErrorCode::internal_error));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try_to(read_location, text);
    try_to(read_key, text);
    try_to(move_clock, text);
    return 0;
}
