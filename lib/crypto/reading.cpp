// SPDX-License-Identifier: Apache-2.0
#include "crypto/reading.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::crypto {

std::optional<std::string_view> Reading::passphrase() {
    if (!asked_ && source_) {
        asking_failed_ = true;
        answer_ = source_();
        asking_failed_ = false;
    }
    asked_ = true;
    if (!answer_)
        return std::nullopt;
    return answer_->reveal();
}

void Reading::lock() {
    contents.locked = true;
    contents.holds_key = true;
}

void Reading::note_legacy(const std::string& cipher) {
    Finding finding{Severity::warning, ErrorCode::legacy_encryption,
                    fmt::format("it is encrypted with {}, which no longer protects what is in it", cipher),
                    "guard the file as if it were not encrypted, or export it again with AES-256", ""};
    auto& findings = contents.findings;
    if (std::none_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.message == finding.message; }))
        findings.push_back(std::move(finding));
}

Error Reading::wrong_passphrase() const {
    return {ErrorCode::wrong_passphrase, "the passphrase does not open it",
            "try the passphrase again; when it is surely right, the file was damaged on its way: get it again"};
}

Error Reading::in_file(const Error& error, std::size_t line) const {
    if (asking_failed_)
        return error;
    const std::string place = line == 0 ? fmt::format("'{}'", name) : fmt::format("'{}', line {}", name, line);
    return {error.code(), fmt::format("{}: {}", place, error.message()), error.hint()};
}

}  // namespace mdm::crypto
