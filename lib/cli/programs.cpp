// SPDX-License-Identifier: Apache-2.0
#include "cli/programs.hpp"

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <dirent.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

namespace mdm::cli {
namespace {

constexpr std::string_view prefix = "mdmctl-";
constexpr std::size_t longest_name = 64;

struct CloseFolder {
    void operator()(DIR* folder) const noexcept { ::closedir(folder); }
};

bool has_name(const std::vector<ProgramFile>& programs, std::string_view name) {
    return std::any_of(programs.begin(), programs.end(), [&](const ProgramFile& p) { return p.name == name; });
}

bool can_be_run(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

/// Adds the folder's programs whose names are in neither list yet.
void add_programs(std::vector<ProgramFile>& found, const std::string& folder, const std::vector<ProgramFile>& ours) {
    const std::unique_ptr<DIR, CloseFolder> open{::opendir(folder.c_str())};
    if (!open)
        return;
    while (const dirent* entry = ::readdir(open.get())) {
        const std::string_view file = entry->d_name;
        if (file.substr(0, prefix.size()) != prefix)
            continue;
        const std::string name(file.substr(prefix.size()));
        std::string path = folder + "/" + std::string(file);
        if (is_program_name(name) && !has_name(ours, name) && !has_name(found, name) && can_be_run(path))
            found.push_back({name, std::move(path)});
    }
}

void sort_by_name(std::vector<ProgramFile>& programs) {
    std::sort(programs.begin(), programs.end(),
              [](const ProgramFile& a, const ProgramFile& b) { return a.name < b.name; });
}

}  // namespace

bool is_program_name(std::string_view name) {
    if (name.empty() || name.size() > longest_name || name.front() == '-' || name.back() == '-')
        return false;
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string own_folder() {
#ifdef __APPLE__
    char unresolved[PATH_MAX];
    std::uint32_t size = sizeof unresolved;
    if (::_NSGetExecutablePath(unresolved, &size) != 0)
        return {};
#else
    const char* unresolved = "/proc/self/exe";
#endif
    char path[PATH_MAX];
    if (::realpath(unresolved, path) == nullptr)
        return {};
    const std::string_view whole = path;
    return std::string(whole.substr(0, whole.rfind('/')));
}

std::string whole_program(const std::string& libexec, const std::string& service) {
    return libexec + "/with-store/" + std::string(prefix) + service;
}

std::vector<ProgramFile> programs_in(const std::string& libexec) {
    std::vector<ProgramFile> found;
    add_programs(found, libexec, {});
    sort_by_name(found);
    return found;
}

std::vector<ProgramFile> plugins_on(std::string_view path, const std::vector<ProgramFile>& ours) {
    std::vector<ProgramFile> found;
    for (;;) {
        const auto end = path.find(':');
        const std::string_view folder = path.substr(0, end);
        if (!folder.empty() && folder.front() == '/')
            add_programs(found, std::string(folder), ours);
        if (end == std::string_view::npos)
            break;
        path.remove_prefix(end + 1);
    }
    sort_by_name(found);
    return found;
}

}  // namespace mdm::cli
