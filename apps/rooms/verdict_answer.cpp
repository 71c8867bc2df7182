// SPDX-License-Identifier: Apache-2.0
#include "rooms/verdict_answer.hpp"

namespace mdm::apps {

cli::Result verdict_answer(std::string_view verdict, cli::Value current, cli::Value candidate,
                           const std::vector<Finding>& findings) {
    const Finding* first = first_error(findings);
    return cli::verdict({{"verdict", verdict},
                         {"code", first ? cli::Value(name(first->code)) : cli::Value()},
                         {"current", std::move(current)},
                         {"candidate", std::move(candidate)},
                         {"findings", findings}},
                        findings);
}

cli::Result undecided(const Error& error) {
    // The verdict is always on stdout: a gate must not have to read two streams to learn why it is shut.
    auto findings = error.findings();
    if (findings.empty())
        findings.push_back({Severity::error, error.code(), error.message(), error.hint(), ""});
    return verdict_answer("undecided", nullptr, nullptr, findings);
}

}  // namespace mdm::apps
