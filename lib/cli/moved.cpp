// SPDX-License-Identifier: Apache-2.0
// What MDMCTL_NOW and MDMCTL_*_URL move away from the real world, and how that is said.
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/settings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::cli {
namespace {

constexpr std::size_t clock_file_limit = 128;

/// Read again each time: `mdmctl sandbox clock +365d` moves it under programs that run.
class FileClock final : public Clock {
public:
    explicit FileClock(std::string path) : path_(std::move(path)) {}

    Time now() const override {
        const std::string text = content();
        const auto time = parse_time(text);
        if (!time)
            throw Error{ErrorCode::bad_setting, fmt::format("the clock file '{}' holds '{}', no time", path_, text),
                        "it holds one like 2027-01-07T04:04:46Z"};
        return *time;
    }

private:
    std::string content() const {
        try {
            return std::string(trimmed(read_file(path_, clock_file_limit).bytes.reveal()));
        } catch (const Error& e) {
            throw Error{ErrorCode::bad_setting, fmt::format("MDMCTL_NOW: {}", e.message())};
        }
    }

    std::string path_;
};

/// Scheme, host and port: a user part may hold a password, a path or query a token.
std::string origin_of(std::string_view url) {
    const auto scheme_end = url.find("://");
    if (scheme_end == std::string_view::npos)
        return "another place";
    const std::string_view scheme = url.substr(0, scheme_end + 3);
    std::string_view host = url.substr(scheme_end + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    if (const auto at = host.rfind('@'); at != std::string_view::npos)
        host.remove_prefix(at + 1);
    return fmt::format("{}{}", scheme, host);
}

}  // namespace

std::string clock_file_of(const Environment& environment) {
    const auto moved = environment.find("MDMCTL_NOW");
    return moved != environment.end() && moved->second.starts_with("@") ? moved->second.substr(1) : "";
}

std::unique_ptr<Clock> clock_of(const Environment& environment) {
    const auto moved = environment.find("MDMCTL_NOW");
    if (moved == environment.end())
        return std::make_unique<SystemClock>();
    if (std::string file = clock_file_of(environment); !file.empty())
        return std::make_unique<FileClock>(std::move(file));
    const std::string& text = moved->second;
    if (const auto time = parse_time(text))
        return std::make_unique<FixedClock>(*time);
    throw Error{ErrorCode::bad_setting, fmt::format("MDMCTL_NOW: '{}' is no time", text),
                "write 2027-01-07, 2027-01-07T04:04:46Z or @FILE"};
}

std::vector<std::string> what_is_moved(const Environment& environment) {
    std::vector<std::string> notices;
    for (const auto& [name, value] : environment) {
        if (name == "MDMCTL_NOW")
            notices.push_back(fmt::format("MDMCTL_NOW moves the clock to {}", value));
        else if (name.starts_with("MDMCTL_") && name.ends_with("_URL"))
            notices.push_back(fmt::format("{} sends requests to {}", name, origin_of(value)));
    }
    return notices;
}

std::vector<std::string> notices_of(const Environment& environment, const Settings& settings) {
    return settings.rehearsal ? std::vector<std::string>{} : what_is_moved(environment);
}

}  // namespace mdm::cli
