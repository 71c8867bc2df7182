// SPDX-License-Identifier: Apache-2.0
#include "sandbox/fault_record.hpp"

#include "sandbox/download.hpp"

namespace mdm::apps {

sandbox::FaultFile open_faults(const cli::World& world) {
    const std::string& folder = rehearsal_folder(world);
    if (!identity_of(folder))
        throw Error{ErrorCode::not_a_rehearsal, "there is no rehearsal in which a pretend service could go wrong",
                    "mdmctl sandbox run --fault FAULT -- COMMAND makes one"};
    return sandbox::FaultFile(folder);
}

cli::Rows fault_rows(const std::vector<sandbox::Fault>& faults) {
    std::vector<cli::Record> rows;
    for (const sandbox::Fault& fault : faults)
        rows.push_back({{"fault", sandbox::to_string(fault)},
                        {"left", fault.left ? cli::Value(*fault.left) : cli::Value()},
                        {"path", fault.path.empty() ? cli::Value() : cli::Value(fault.path)}});
    return cli::Rows::of("faults", {"fault", "left"}, std::move(rows));
}

}  // namespace mdm::apps
