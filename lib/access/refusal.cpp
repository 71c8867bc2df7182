// SPDX-License-Identifier: Apache-2.0
#include "access/refusal.hpp"

#include "base/json_object.hpp"

#include <fmt/format.h>

namespace mdm::access {

void record_refusal(const cli::World& world, store::Store& store, store::Deed deed, const Error& error) {
    if (world.settings.dry_run || exit_code(error.code()) != refusal_exit)
        return;
    deed.object = fmt::format("{} (refused: {})", deed.object, name(error.code()));
    deed.before.reset();
    deed.after = json_object({{"refused", std::string(name(error.code()))}});
    try {
        store::Change refusal = store.change(world.clock.now());
        refusal.record(deed);
        refusal.commit();
    } catch (const Error& e) {
        // Why it was refused is what the person must learn; that it is on no record comes second.
        world.warn(fmt::format("the refusal could not be recorded: {}", e.message()));
    }
}

}  // namespace mdm::access
