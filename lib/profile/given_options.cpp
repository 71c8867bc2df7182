// SPDX-License-Identifier: Apache-2.0
#include "profile/given_options.hpp"

#include "base/error.hpp"

#include <fmt/format.h>
#include <utility>

namespace mdm::profile {

void GivenOptions::add(std::string_view name, std::vector<std::string> words) { of(name).words = std::move(words); }

void GivenOptions::add_secret(std::string_view name, Secret secret) { of(name).secrets.push_back(std::move(secret)); }

void GivenOptions::add_file(std::string_view name, FileContent file) { of(name).files.push_back(std::move(file)); }

std::string_view GivenOptions::text(std::string_view name) const {
    const Given* given = find(name);
    return given != nullptr && !given->words.empty() ? std::string_view(given->words.back()) : std::string_view();
}

std::span<const std::string> GivenOptions::texts(std::string_view name) const {
    const Given* given = find(name);
    return given != nullptr ? std::span<const std::string>(given->words) : std::span<const std::string>();
}

const Secret* GivenOptions::secret(std::string_view name) const {
    const Given* given = find(name);
    return given != nullptr && !given->secrets.empty() ? &given->secrets.back() : nullptr;
}

std::span<const FileContent> GivenOptions::files(std::string_view name) const {
    const Given* given = find(name);
    return given != nullptr ? std::span<const FileContent>(given->files) : std::span<const FileContent>();
}

void GivenOptions::demand(std::string_view name, std::string_view because) const {
    if (!has(name))
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' needs {}", because, name)};
}

void GivenOptions::refuse(std::string_view name, std::string_view because) const {
    if (has(name))
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' and '{}' do not go together", because, name)};
}

const GivenOptions::Given* GivenOptions::find(std::string_view name) const {
    const auto found = options_.find(name);
    return found == options_.end() ? nullptr : &found->second;
}

}  // namespace mdm::profile
