// SPDX-License-Identifier: Apache-2.0
#include "expiry/live.hpp"

#include "catch.hpp"
#include "expiry/asked.hpp"
#include "expiry/watch.hpp"
#include "fakes/held_certificates.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace mdm;
using namespace mdm::expiry;
using namespace mdm::fakes;

namespace {

const Time december = at("2026-12-05");

std::vector<ServiceLine> lines(std::size_t count) {
    std::vector<ServiceLine> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back({.id = std::to_string(i),
                       .tenant = {},
                       .policy = "/",
                       .service = "apns",
                       .name = std::to_string(i),
                       .state = "valid"});
    return all;
}

LiveService service(const std::function<LiveQuestion(const ServiceLine&)>& question) {
    return {"apns", [question](store::Store&, store::Transaction&, const ServiceLine& line) { return question(line); }};
}

std::vector<AnsweredLine> ask(const LiveService& service, std::vector<ServiceLine>& lines) {
    const Holding holding(store::Engine::sqlite);
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    return ask_live({service}, store, transaction, lines, december);
}

}  // namespace

TEST_CASE("what a service does not take is invalid, and who does not answer is said") {
    std::vector<ServiceLine> all = lines(4);
    const auto answered =
        ask(service([](const ServiceLine& line) -> LiveQuestion {
                if (line.name == "0")
                    return [] { return LiveAnswer{}; };
                if (line.name == "1")
                    return [] { return LiveAnswer{{{Severity::error, ErrorCode::unauthorized, "no", "", ""}}}; };
                if (line.name == "2")
                    return [] { return LiveAnswer{{{Severity::warning, ErrorCode::unavailable, "?", "", ""}}, false}; };
                return nullptr;
            }),
            all);
    CHECK(answered.size() == 2);
    CHECK(all[0].health == Health::ok);
    CHECK(all[0].last_checked_at == december);
    CHECK(all[1].health == Health::critical);
    CHECK(all[1].state == "invalid");
    CHECK(all[1].last_checked_at == december);
    CHECK(all[2].health == Health::warning);
    CHECK(all[2].state == "valid");
    CHECK_FALSE(all[2].last_checked_at);
    CHECK(all[3].findings.empty());
}

namespace {

Finding of(ErrorCode code, Severity severity = Severity::error) { return {severity, code, "said", "", ""}; }

/// A token that Apple did not take when it was asked last.
ServiceLine line_of_a_dead_token() {
    ServiceLine line = lines(1).front();
    line.state = "invalid";
    line.health = Health::critical;
    line.days_left = 200;
    line.remind_days = {30, 15};
    line.findings = {of(ErrorCode::token_superseded)};
    line.todo = "download a new one";
    line.next_command = line.renew_with = "mdmctl dep setup --renew";
    return line;
}

ServiceLine after(ServiceLine line, const LiveAnswer& answer) {
    std::vector<ServiceLine> all{std::move(line)};
    ask(service([&](const ServiceLine&) { return [&] { return answer; }; }), all);
    return all.front();
}

const std::vector<ErrorCode> standing{ErrorCode::token_superseded, ErrorCode::token_rejected,
                                      ErrorCode::terms_not_accepted};

}  // namespace

TEST_CASE("an answer takes the place of what was said before: what is taken again is valid") {
    const ServiceLine line = after(line_of_a_dead_token(), {.settles = standing});
    CHECK(line.findings.empty());
    CHECK(line.state == "valid");
    CHECK(line.health == Health::ok);
    CHECK(line.action().empty());
}

TEST_CASE("what is taken again and ends soon is expiring, and is to be renewed") {
    ServiceLine soon = line_of_a_dead_token();
    soon.days_left = 20;
    soon.findings.push_back(of(ErrorCode::expiring, Severity::warning));
    const ServiceLine line = after(soon, {.settles = standing});
    CHECK(codes(line.findings) == Codes{"expiring"});
    CHECK(line.state == "expiring");
    CHECK(line.health == Health::warning);
    CHECK(line.action() == "mdmctl dep setup --renew");
}

TEST_CASE("what is refused again is said once, in the words of now") {
    const ServiceLine line =
        after(line_of_a_dead_token(), {.findings = {of(ErrorCode::token_rejected)}, .settles = standing});
    CHECK(codes(line.findings) == Codes{"token_rejected"});
    CHECK(line.state == "invalid");
    CHECK(line.health == Health::critical);
}

TEST_CASE("what an answer is not about stays") {
    ServiceLine before = line_of_a_dead_token();
    before.findings.push_back(of(ErrorCode::expiry_estimated, Severity::info));
    const ServiceLine line = after(before, {.settles = standing});
    CHECK(codes(line.findings) == Codes{"expiry_estimated"});
    CHECK(line.health == Health::ok);
}

TEST_CASE("no answer leaves what was said before") {
    const LiveAnswer none{.findings = {of(ErrorCode::unavailable, Severity::warning)}, .was_given = false};
    const ServiceLine line = after(line_of_a_dead_token(), none);
    CHECK(codes(line.findings) == Codes{"token_superseded", "unavailable"});
    CHECK(line.state == "invalid");
    CHECK(line.health == Health::critical);
    CHECK_FALSE(line.last_checked_at);
}

TEST_CASE("services are asked side by side, and each once") {
    std::vector<ServiceLine> all = lines(40);
    std::atomic<int> now{0};
    std::atomic<int> most{0};
    std::atomic<int> asked{0};
    ask(service([&](const ServiceLine&) {
            return [&] {
                ++asked;
                const int others = ++now;
                for (int seen = most; others > seen && !most.compare_exchange_weak(seen, others);) {
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                --now;
                return LiveAnswer{};
            };
        }),
        all);
    CHECK(asked == 40);
    CHECK(most > 1);
    CHECK(most <= static_cast<int>(live_side_by_side));
}

TEST_CASE("what is no answer but a mistake ends the run") {
    std::vector<ServiceLine> all = lines(3);
    const auto broken =
        service([](const ServiceLine&) { return []() -> LiveAnswer { throw std::runtime_error("x"); }; });
    CHECK_THROWS_AS(ask(broken, all), std::runtime_error);
}

TEST_CASE("when a service last gave an answer is kept") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    const auto line_now = [&] {
        store::Store store = holding.store();
        store::Transaction transaction = store.read();
        Watch watch(transaction, store.rooms(), store::TenantPages(transaction, {}), december);
        for (auto line = watch.next(); line; line = watch.next())
            if (line->service == "apns" && line->tenant->name == "acme")
                return *line;
        throw std::runtime_error("no line");
    };
    const ServiceLine before = line_now();
    CHECK_FALSE(before.last_checked_at);
    store::Store store = holding.store();
    note_asked(store, {{before.id, before.tenant->id}}, at("2026-12-04"));
    note_asked(store, {{before.id, before.tenant->id}}, december);
    CHECK(line_now().last_checked_at == december);
}
