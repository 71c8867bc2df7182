// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/download_watch.hpp"

#include "base/text.hpp"
#include "dep/judgement.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

namespace mdm::apps {

namespace fs = std::filesystem;

std::optional<std::string> DownloadWatch::find() {
    for (const std::string& path : downloads())
        if (!passed_over_.contains(path) && is_meant(path))
            return path;
    return std::nullopt;
}

/// Newest first. What goes away while it is looked at is left out.
std::vector<std::string> DownloadWatch::downloads() const {
    std::error_code failed;
    fs::directory_iterator at(folder_, failed);
    std::vector<std::pair<fs::file_time_type, std::string>> found;
    for (; !failed && at != fs::directory_iterator{}; at.increment(failed)) {
        std::error_code gone;
        if (lower_case(at->path().extension().string()) != ".p7m" || !at->is_regular_file(gone))
            continue;
        if (const auto time = at->last_write_time(gone); !gone)
            found.emplace_back(time, at->path().string());
    }
    if (failed)
        throw Error{ErrorCode::cannot_read, fmt::format("cannot read the folder '{}': {}", folder_, failed.message())};
    std::sort(found.rbegin(), found.rend());
    std::vector<std::string> paths;
    for (auto& [time, path] : found)
        paths.push_back(std::move(path));
    return paths;
}

bool DownloadWatch::is_meant(const std::string& path) {
    try {
        const TokenFile file = read_token_file(world_, {path});
        if (const auto reason = reason_against(file)) {
            pass_over(path, *reason);
            return false;
        }
        if (!is_newer(file)) {
            passed_over_.insert(path);
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
            pass_over(path, e.message());
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

void DownloadWatch::pass_over(const std::string& path, const std::string& why) {
    passed_over_.insert(path);
    world_.warn(fmt::format("passed over: {}", why));
}

}  // namespace mdm::apps
