// SPDX-License-Identifier: Apache-2.0
#include "sandbox/fault_file.hpp"

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <optional>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace mdm::sandbox {
namespace {

constexpr std::size_t file_limit = 64U << 10U;

/// The lock, as soon as whoever has it is done: each holds it for one write.
class AwaitedLock {
public:
    explicit AwaitedLock(const std::string& path) {
        constexpr std::chrono::milliseconds step{5};
        constexpr int tries = 400;
        for (int n = 1; !lock_; ++n) {
            try {
                lock_.emplace(path);
            } catch (const Error& e) {
                if (e.code() != ErrorCode::locked || n == tries)
                    throw;
                std::this_thread::sleep_for(step);
            }
        }
    }

private:
    std::optional<FileLock> lock_;
};

}  // namespace

FaultFile::FaultFile(const std::string& rehearsal_folder) : path_(rehearsal_folder + "/faults") {}

std::vector<Fault> FaultFile::list() const {
    const auto there = read_existing(path_, file_limit);
    std::vector<Fault> faults;
    if (!there)
        return faults;
    for (const std::string_view line : split(there->bytes.reveal(), '\n')) {
        if (trimmed(line).empty())
            continue;
        try {
            faults.push_back(parse_fault(trimmed(line)));
        } catch (const Error& e) {
            throw Error{ErrorCode::damaged_state,
                        fmt::format("'{}' holds a line that is no fault: {}", path_, e.message()),
                        "mdmctl sandbox fault clear begins anew"};
        }
    }
    return faults;
}

void FaultFile::replace(const std::vector<Fault>& faults) const {
    std::string lines;
    for (const Fault& fault : faults)
        lines += to_string(fault) + "\n";
    if (!lines.empty())
        write_file(path_, lines, Privacy::open);
    else if (::unlink(path_.c_str()) != 0 && errno != ENOENT)
        throw Error{ErrorCode::cannot_write,
                    fmt::format("cannot remove '{}': {}", path_, std::generic_category().message(errno))};
}

void FaultFile::add(const std::vector<Fault>& faults) const {
    const AwaitedLock lock(path_ + ".lock");
    auto all = list();
    all.insert(all.end(), faults.begin(), faults.end());
    replace(all);
}

std::vector<Fault> FaultFile::clear() const {
    const AwaitedLock lock(path_ + ".lock");
    std::vector<Fault> were;
    try {
        were = list();
    } catch (const Error& e) {
        if (e.code() != ErrorCode::damaged_state)
            throw;
    }
    replace({});
    return were;
}

std::vector<Fault> FaultFile::take(std::string_view service, std::string_view path) const {
    if (!identity_of(path_))
        return {};
    const AwaitedLock lock(path_ + ".lock");
    const std::vector<Fault> all = list();
    const auto is_due = [&](const Fault& fault) { return fault.first == 1 && fault.is_for(service, path); };
    const auto replacing = std::find_if(all.begin(), all.end(), [&](const Fault& fault) {
        return is_due(fault) && fault.effect() == FaultEffect::replaces;
    });
    std::vector<Fault> taken;
    std::vector<Fault> kept;
    bool is_changed = false;
    for (auto fault = all.begin(); fault != all.end(); ++fault) {
        const bool is_taken = fault == replacing ||
                              (is_due(*fault) && (fault->effect() == FaultEffect::shifts ||
                                                  (fault->effect() == FaultEffect::spoils && replacing == all.end())));
        const bool is_waiting = fault->first > 1 && fault->is_for(service, path);
        kept.push_back(*fault);
        kept.back().first -= is_waiting ? 1 : 0;
        is_changed = is_changed || is_waiting || (is_taken && fault->left);
        if (!is_taken)
            continue;
        taken.push_back(*fault);
        if (fault->left && --*kept.back().left == 0)
            kept.pop_back();
    }
    if (is_changed)
        replace(kept);
    return taken;
}

}  // namespace mdm::sandbox
