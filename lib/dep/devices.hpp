// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/device.hpp"
#include "store/tenants.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The devices of server tokens as the store has them, beside what people said of each.
namespace mdm::dep {

struct KnownDevice {
    std::string token{};  ///< by id
    Device device{};
    DeviceNote note{};
};

/// Which devices are wanted: what is empty does not matter.
struct DeviceFilter {
    std::optional<EnrollmentStatus> enrollment_status{};
    std::string model{};           ///< a part of it, in either case
    std::string device_family{};   ///< whole, in either case
    std::string profile_status{};  ///< empty, assigned, pushed, removed
    std::string profile_uuid{};    ///< whole, in either case
    std::string assigned_user{};   ///< whole, in either case
    store::Removed removed = store::Removed::left_out;
};

/// A token's devices in order of their serial numbers, some at a time, so that the memory does not grow with them.
class DevicePages {
public:
    /// token   by id
    DevicePages(store::Transaction& transaction, std::string_view token, const DeviceFilter& filter);

    /// An empty page: there are no more.
    std::vector<KnownDevice> next();

private:
    std::optional<Time> full_at_;
    store::Parameters parameters_;
    store::Statement statement_;
};

/// The device that a person means by a serial number, in each of the tokens, the likeliest first: as it was typed
/// rather than in upper case, assigned rather than removed, changed last. None: there is none.
/// tokens   by id
std::vector<KnownDevice> devices_meant(store::Transaction& transaction, const std::vector<std::string>& tokens,
                                       const std::string& serial);
/// Those whose serial numbers end so, as people read them out, in order of these; `limit` of them at most.
std::vector<KnownDevice> devices_ending(store::Transaction& transaction, const std::vector<std::string>& tokens,
                                        const std::string& end, std::size_t limit);

/// What stands behind `like`, with escape '!', for texts that end with this one.
std::string end_pattern(std::string_view end);

/// How a serial number is misread: the scanner's S before it, O for 0 and I for 1, which Apple's do not have.
/// Spellings that `serial` is not.
std::vector<std::string> likely_serials(const std::string& serial);

}  // namespace mdm::dep
