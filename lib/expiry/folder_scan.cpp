// SPDX-License-Identifier: Apache-2.0
#include "expiry/folder_scan.hpp"

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/certificate_brief.hpp"
#include "crypto/contents.hpp"
#include "expiry/vpp_token.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <initializer_list>

namespace mdm::expiry {
namespace {

namespace fs = std::filesystem;

Found unreadable(const std::string& file, Found::Kind kind, const Error& e) {
    return {file, kind, "", std::nullopt, Finding{Severity::warning, e.code(), e.message(), e.hint(), ""}};
}

Found shut(const std::string& file, Found::Kind kind) {
    return unreadable(
        file, kind,
        Error{ErrorCode::passphrase_needed, fmt::format("'{}' is encrypted: when it ends cannot be seen", file),
              "mdmctl expiry add --date says when"});
}

std::string name_of(const crypto::Certificate& certificate) {
    const auto brief = crypto::certificate_brief(certificate.der());
    return brief ? brief->common_name : "";
}

bool ends_with_any(const std::string& file, std::initializer_list<std::string_view> endings) {
    const std::string name = lower_case(file);
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return name.ends_with(e); });
}

/// By its name it should have an end.
bool is_called_credential(const std::string& file) {
    return ends_with_any(file, {".crt", ".cer", ".der", ".p12", ".pfx", ".p7m", ".vpptoken"});
}

Found without_end(const std::string& file, std::string_view why) {
    const Found::Kind kind = ends_with_any(file, {".vpptoken"})      ? Found::Kind::vpp_token
                             : ends_with_any(file, {".p12", ".pfx"}) ? Found::Kind::pkcs12
                             : ends_with_any(file, {".p7m"})         ? Found::Kind::encrypted_message
                                                                     : Found::Kind::certificate;
    return unreadable(file, kind,
                      Error{ErrorCode::end_unknown, fmt::format("'{}' {}: when it ends cannot be read", file, why),
                            "mdmctl inspect says what it is"});
}

/// By the thorough reader, which opens a PKCS#12 that has no passphrase, and says what is wrong with a broken file.
std::vector<Found> ends_by_reading(const std::string& file, std::string_view bytes) {
    Found::Kind kind = ends_with_any(file, {".p12", ".pfx"}) ? Found::Kind::pkcs12 : Found::Kind::certificate;
    try {
        const auto contents = crypto::read_contents(bytes, file, [] { return std::optional<Secret>(); });
        std::vector<Found> found;
        if (!contents)
            return found;
        if (contents->form == crypto::Contents::Form::pkcs12)
            kind = Found::Kind::pkcs12;
        for (const crypto::Certificate& one : contents->certificates)
            found.push_back({file, kind, name_of(one), one.not_after()});
        if (found.empty() && contents->locked && kind == Found::Kind::pkcs12)
            found.push_back(shut(file, kind));
        return found;
    } catch (const Error& e) {
        return {unreadable(file, kind, e)};
    }
}

bool is_encrypted_message(const std::string& file, std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 512);
    return head.find("enveloped-data") != std::string_view::npos ||
           (file.ends_with(".p7m") && head.starts_with('\x30'));
}

}  // namespace

std::string_view name(Found::Kind kind) {
    constexpr std::array<std::string_view, 5> words{"certificate", "pkcs12", "vpp_token", "encrypted_message",
                                                    "unreadable"};
    return words.at(static_cast<std::size_t>(kind));
}

namespace {

/// nullopt: it is of no kind whose beginning is known.
std::optional<std::vector<Found>> ends_by_beginning(const std::string& file, std::string_view bytes) {
    std::vector<Found> found;
    if (is_encrypted_message(file, bytes))
        return std::vector{shut(file, Found::Kind::encrypted_message)};
    if (bytes.find("-----BEGIN CERTIFICATE-----") != std::string_view::npos) {
        const bool whole = crypto::each_certificate_brief(bytes, [&](crypto::CertificateBrief brief) {
            found.push_back({file, Found::Kind::certificate, std::move(brief.common_name), brief.not_after});
        });
        return whole ? found : ends_by_reading(file, bytes);
    }
    if (bytes.starts_with('\x30')) {
        if (auto brief = crypto::certificate_brief(bytes))
            return std::vector<Found>{
                {file, Found::Kind::certificate, std::move(brief->common_name), brief->not_after}};
        return ends_by_reading(file, bytes);
    }
    if (auto token = read_vpp_token(bytes))
        return std::vector<Found>{{file, Found::Kind::vpp_token, std::move(token->organization), token->not_after}};
    // PEM of another label, marks of a byte order and text in UTF-16 are for the thorough reader.
    if (bytes.find("-----BEGIN ") != std::string_view::npos || bytes.starts_with("\xff\xfe") ||
        bytes.starts_with("\xfe\xff"))
        return ends_by_reading(file, bytes);
    return std::nullopt;
}

}  // namespace

std::vector<Found> ends_in(const std::string& file, std::string_view bytes) {
    if (auto found = ends_by_beginning(file, bytes))
        return std::move(*found);
    if (is_called_credential(file))
        return {without_end(file, "holds something else than its name says")};
    return {};
}

FolderScan::FolderScan(const std::string& folder) {
    std::error_code ec;
    const auto status = fs::status(folder, ec);
    if (!fs::exists(status))
        throw Error{ErrorCode::no_such_file, fmt::format("there is no folder '{}'", folder)};
    if (!fs::is_directory(status))
        throw Error{ErrorCode::not_a_file, fmt::format("'{}' is no folder", folder),
                    "mdmctl inspect looks at one file"};
    enter(folder);
    if (!waiting_.empty() && waiting_.front().file == folder)
        throw Error{ErrorCode::cannot_read, waiting_.front().trouble->message};
}

void FolderScan::enter(const std::string& folder) {
    std::error_code ec;
    std::vector<std::string> names;
    for (fs::directory_iterator at(folder, ec), end; !ec && at != end; at.increment(ec))
        names.push_back(at->path().string());
    if (ec)
        waiting_.push_back(
            unreadable(folder, Found::Kind::unreadable,
                       Error{ErrorCode::cannot_read, fmt::format("'{}' cannot be read: {}", folder, ec.message())}));
    std::sort(names.rbegin(), names.rend());
    folders_.push_back(std::move(names));
}

void FolderScan::look_into(const std::string& file) {
    ++files_;
    std::error_code ec;
    // What has no size is empty, or one of the kernel's, some of which never end.
    if (fs::file_size(file, ec) == 0 && !ec) {
        if (is_called_credential(file) || file.ends_with(".pem"))
            waiting_.push_back(without_end(file, "is empty"));
        return;
    }
    try {
        const FileContent content = read_file(file, limits::credential_file);
        for (Found& found : ends_in(file, content.bytes.reveal()))
            waiting_.push_back(std::move(found));
    } catch (const Error& e) {
        // What is too large for a credential is none, unless it is called so.
        if (e.code() == ErrorCode::too_large) {
            if (is_called_credential(file) || file.ends_with(".pem"))
                waiting_.push_back(without_end(file, "is too large for what it is called"));
        } else if (e.code() != ErrorCode::empty_file && e.code() != ErrorCode::no_such_file) {
            waiting_.push_back(unreadable(file, Found::Kind::unreadable, e));
        }
    }
}

std::optional<Found> FolderScan::next() {
    while (waiting_.empty() && !folders_.empty()) {
        if (folders_.back().empty()) {
            folders_.pop_back();
            continue;
        }
        const std::string path = std::move(folders_.back().back());
        folders_.back().pop_back();
        std::error_code ec;
        const auto status = fs::symlink_status(path, ec);
        if (fs::is_directory(status))
            enter(path);
        else if (fs::is_regular_file(status))
            look_into(path);
    }
    if (waiting_.empty())
        return std::nullopt;
    Found found = std::move(waiting_.front());
    waiting_.pop_front();
    return found;
}

}  // namespace mdm::expiry
