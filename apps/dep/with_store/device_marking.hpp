// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/record.hpp"
#include "cli/world.hpp"
#include "dep/device_notes.hpp"
#include "dep/serial_list.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mdm::apps {

using NextSerial = std::function<std::optional<dep::ListedSerial>()>;
/// A list of serial numbers, read from its beginning each time that it is asked for.
using Serials = std::function<NextSerial()>;

/// Marks the devices of a list, a transaction with its event for every thousand rows. All is done before anything is
/// shown; what failed is a bit a row until then, and is read again when it is shown.
class DeviceMarking {
public:
    /// name   of a server token; empty: all that are in use
    DeviceMarking(cli::World& world, store::Store& store, std::string name, dep::EnrollmentStatus status,
                  Serials serials);

    /// throws  what keeps every row from being marked: no_such_token, locked, no_store_key, ...
    void run();

    dep::EnrollmentStatus status() const noexcept { return status_; }
    std::int64_t total() const noexcept { return static_cast<std::int64_t>(failed_.size()); }
    std::int64_t changed() const noexcept { return changed_; }
    std::int64_t unchanged() const noexcept { return total() - changed_ - failed(); }
    std::int64_t failed() const noexcept { return failed_count_; }

    /// One after the other: row (null of one that was typed), serial_number, code, message.
    std::function<std::optional<cli::Record>()> failures() const;
    /// Where one row was all, and failed.
    Error only_failure() const;

private:
    struct Row {
        std::size_t number = 0;
        std::string serial;
    };

    void mark(const std::vector<Row>& rows);
    void fail(std::size_t number);
    Error failure_of(const dep::ListedSerial& listed) const;

    cli::World& world_;
    store::Store& store_;
    std::string name_;
    dep::EnrollmentStatus status_;
    Serials serials_;
    std::vector<bool> failed_;
    std::int64_t failed_count_ = 0;
    std::int64_t changed_ = 0;
    std::string whose_;
    std::optional<Error> only_;
};

}  // namespace mdm::apps
