// SPDX-License-Identifier: Apache-2.0
#include "apns/with_store/matched_files.hpp"

#include "access/changing.hpp"

#include <cstddef>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

cli::Record record_of(const MatchedFile& done, const std::string& outcome) {
    const auto& refusal = done.refusal;
    return {{"file", done.file},
            {"tenant", done.tenant},
            {"name", done.name},
            {"topic", done.topic},
            {"serial", done.serial},
            {outcome, done.outcome},
            {"code", refusal ? cli::Value(name(refusal->code())) : cli::Value()},
            {"message", refusal ? cli::Value(refusal->message()) : cli::Value()},
            {"findings", done.findings}};
}

}  // namespace

void MatchedFile::is_for(const apns::TopicMatch& match) {
    tenant = match.tenant.name;
    name = match.held.name;
}

void MatchedFile::shows(const crypto::Certificate& certificate) {
    topic = apns::push_topic(certificate);
    serial = certificate.serial();
}

void MatchedFile::refuse(const Error& error) {
    refusal = error;
    findings = error.findings();
    if (findings.empty())
        findings.push_back({Severity::error, error.code(), error.message(), error.hint(), ""});
}

cli::Result each_matched(const std::vector<cli::InputFile>& files, const std::string& outcome, std::string_view refused,
                         const std::function<void(const cli::InputFile&, MatchedFile&)>& act) {
    // All is done before anything is shown: a reader who stops listening must not decide which files are dealt with.
    std::vector<cli::Record> records;
    std::optional<Error> failure;
    std::size_t failed = 0;
    for (const cli::InputFile& file : files) {
        MatchedFile done{.file = file.path};
        try {
            act(file, done);
        } catch (const Error& e) {
            done.refuse(e);
            failure = e;
            ++failed;
        }
        records.push_back(record_of(done, outcome));
        if (done.refusal && access::concerns_the_store(done.refusal->code()))
            break;
    }
    const bool ended = failure && access::concerns_the_store(failure->code());
    if (failed > 0 && files.size() > 1 && !ended)
        failure = Error{ErrorCode::some_failed, fmt::format("{} of {} files {}", failed, files.size(), refused),
                        "each of them has its code and its reasons in the answer"};
    cli::Result result =
        cli::Rows::of("results", {"file", "tenant", "name", "serial", outcome, "code", "message"}, std::move(records));
    result.exit = [exit = failure ? exit_code(failure->code()) : 0] { return exit; };
    result.failure = std::move(failure);
    return result;
}

std::string tenant_to_match(const cli::Settings& settings) { return settings.tenant_named ? settings.tenant : ""; }

}  // namespace mdm::apps
