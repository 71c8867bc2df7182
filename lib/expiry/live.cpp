// SPDX-License-Identifier: Apache-2.0
#include "expiry/live.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <utility>

namespace mdm::expiry {
namespace {

struct Asked {
    ServiceLine* line;
    LiveQuestion question;
    LiveAnswer answer{};
    std::exception_ptr broke{};
};

LiveQuestion question_about(const ServiceLine& line, const std::vector<LiveService>& services, store::Store& store,
                            store::Transaction& transaction) {
    for (const LiveService& service : services)
        if (service.service == line.service)
            return service.question(store, transaction, line);
    return nullptr;
}

/// What a question throws is not an answer but a bug, or no memory: it ends the run when all threads have ended.
void ask_all(std::vector<Asked>& all) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < all.size(); i = next++)
            try {
                all[i].answer = all[i].question();
            } catch (...) {
                all[i].broke = std::current_exception();
            }
    };
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < std::min(live_side_by_side, all.size()); ++i)
        others.emplace_back(work);
    work();
    for (std::thread& other : others)
        other.join();
}

Health health_of(const std::vector<Finding>& findings) {
    Health worst = Health::ok;
    for (const Finding& finding : findings)
        if (finding.severity != Severity::info)
            worst = std::max(worst, finding.severity == Severity::error ? Health::critical : Health::warning);
    return worst;
}

/// What the store had of an earlier answer is over.
void settle(const std::vector<ErrorCode>& codes, ServiceLine& line) {
    if (codes.empty())
        return;
    std::erase_if(line.findings, [&](const Finding& finding) {
        return std::find(codes.begin(), codes.end(), finding.code) != codes.end();
    });
    if (line.state == store::invalid_state) {
        const bool near = line.days_left && !line.remind_days.empty() && *line.days_left <= line.remind_days.front();
        line.state = near ? "expiring" : "valid";
        line.todo = near ? renewal_of(line.service) : "";
        line.next_command = near ? line.renew_with : "";
    }
    line.health = health_of(line.findings);
}

void put(LiveAnswer& answer, ServiceLine& line) {
    settle(answer.settles, line);
    for (Finding& finding : answer.findings) {
        if (finding.severity == Severity::error) {
            line.state = store::invalid_state;
            line.todo = finding.hint.empty() ? std::string(renewal_of(line.service)) : finding.hint;
            line.next_command = answer.next_command.empty() ? line.renew_with : answer.next_command;
        }
        line.add(std::move(finding));
    }
}

}  // namespace

std::vector<AnsweredLine> ask_live(const std::vector<LiveService>& services, store::Store& store,
                                   store::Transaction& transaction, std::vector<ServiceLine>& lines, Time now) {
    std::vector<Asked> all;
    for (ServiceLine& line : lines)
        if (auto question = question_about(line, services, store, transaction))
            all.push_back({&line, std::move(question)});
    ask_all(all);
    std::vector<AnsweredLine> answered;
    for (auto& [line, question, answer, broke] : all) {
        if (broke)
            std::rethrow_exception(broke);
        put(answer, *line);
        if (!answer.was_given && !answer.keep)
            continue;
        if (answer.was_given)
            line->last_checked_at = now;
        answered.push_back({line->id, line->tenant ? line->tenant->id : "", answer.was_given, std::move(answer.keep)});
    }
    return answered;
}

}  // namespace mdm::expiry
