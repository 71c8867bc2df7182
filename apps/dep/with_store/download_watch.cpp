// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/download_watch.hpp"

#include "base/text.hpp"
#include "dep/judgement.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace mdm::apps {

namespace fs = std::filesystem;

std::optional<std::string> DownloadWatch::find() {
    for (const Seen& seen : downloads())
        if (!passed_over_.contains(seen) && is_meant(seen))
            return seen.path;
    return std::nullopt;
}

/// Newest first. What goes away while it is looked at is left out.
std::vector<DownloadWatch::Seen> DownloadWatch::downloads() const {
    std::error_code failed;
    fs::directory_iterator at(folder_, failed);
    std::vector<Seen> found;
    for (; !failed && at != fs::directory_iterator{}; at.increment(failed)) {
        std::error_code gone;
        if (lower_case(at->path().extension().string()) != ".p7m" || !at->is_regular_file(gone))
            continue;
        const Seen seen{at->last_write_time(gone), gone ? 0 : at->file_size(gone), at->path().string()};
        if (!gone)
            found.push_back(seen);
    }
    if (failed)
        throw Error{ErrorCode::cannot_read, fmt::format("cannot read the folder '{}': {}", folder_, failed.message())};
    std::sort(found.rbegin(), found.rend());
    return found;
}

bool DownloadWatch::is_meant(const Seen& seen) {
    const std::string& path = seen.path;
    try {
        const TokenFile file = read_token_file(world_, {path});
        if (const auto reason = reason_against(file)) {
            pass_over(seen, *reason);
            return false;
        }
        if (!is_newer(file)) {
            passed_over_.insert(seen);
            world_.detail(fmt::format("passed over: '{}' is the token in use, or an older one", path));
            return false;
        }
        return true;
    } catch (const Error& e) {
        // A download that is still under way is cut; it is looked at again.
        if (e.code() == ErrorCode::malformed_der || e.code() == ErrorCode::empty_file ||
            e.code() == ErrorCode::no_such_file)
            world_.detail(fmt::format("'{}' is not whole yet: {}", path, e.message()));
        else
            pass_over(seen, e.message());
        return false;
    }
}

dep::Opening DownloadWatch::opened(store::Transaction& transaction, const store::Tenant& tenant,
                                   const TokenFile& file) {
    return dep::open_token(transaction, store_.key(), tenant, file.encrypted, file.name);
}

std::optional<std::string> DownloadWatch::reason_against(const TokenFile& file) {
    store::Transaction transaction = store_.read();
    const store::Tenant tenant = store::tenant_meant(transaction, world_.settings.tenant);
    const dep::Opening opening = opened(transaction, tenant, file);
    if (!opening.token)
        return opening.findings.front().message;
    if (opening.key->name != token_name_)
        return fmt::format("'{}' is for the key of {}", file.name, dep::called(opening.key->name, tenant.name));
    return std::nullopt;
}

bool DownloadWatch::is_newer(const TokenFile& file) {
    store::Transaction transaction = store_.read();
    const store::Tenant tenant = store::tenant_meant(transaction, world_.settings.tenant);
    const dep::Download download{.file = file.name, .opening = opened(transaction, tenant, file)};
    const Time now = world_.clock.now();
    if (dep::has_ended(download.opening->token->access_token_expiry, now))
        return false;
    const auto held = dep::find_token(transaction, tenant, token_name_);
    if (!held)
        return true;
    const auto judgement = dep::judge_renewal(transaction, tenant, *held, download, now);
    const bool older = std::any_of(judgement.findings.begin(), judgement.findings.end(), [](const Finding& finding) {
        return finding.severity == Severity::error && finding.code == ErrorCode::older_than_current;
    });
    return !judgement.current && !older;
}

void DownloadWatch::pass_over(const Seen& seen, const std::string& why) {
    passed_over_.insert(seen);
    world_.warn(fmt::format("passed over: {}", why));
}

}  // namespace mdm::apps
