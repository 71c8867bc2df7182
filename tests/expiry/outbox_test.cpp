// SPDX-License-Identifier: Apache-2.0
#include "expiry/outbox.hpp"

#include "catch.hpp"
#include "crypto/random.hpp"
#include "expiry/channel_troubles.hpp"
#include "expiry/watch.hpp"
#include "fakes/held_certificates.hpp"

using namespace mdm;
using namespace mdm::expiry;
using namespace mdm::fakes;

namespace {

const std::string jo = "mail:jo@acme.example";
const Time december = at("2026-12-05");

/// What a run reads of the tenants' push certificates, and would tell a destination now.
std::vector<Reminder> due(const Holding& holding, const std::string& destination, Time now) {
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    Watch watch(transaction, store.rooms(), store::TenantPages(transaction, {}), now,
                {.what = Watch::What::ends, .for_reminders = true});
    std::vector<Reminder> reminders;
    while (auto line = watch.next()) {
        if (auto news = news_of(*line, line->sent_to(destination), Interest::everything, now))
            reminders.push_back({std::move(*line), std::move(*news)});
    }
    return reminders;
}

/// Plans a message as a run does. Its id; empty: there was nothing left to claim.
std::string planned(const Holding& holding, const std::string& destination, std::vector<Reminder> reminders) {
    store::Store store = holding.store();
    const std::string id = crypto::random_uuid();
    bool any = false;
    store.note([&](store::Transaction& t) {
        any = !claim(t, id, destination, Interest::everything, std::move(reminders)).empty();
        if (any)
            put_message(t, {.id = id, .destination = destination, .content = R"({"text":"words"})"}, december);
    });
    return any ? id : "";
}

void note(const Holding& holding, const std::function<void(store::Transaction&)>& write) {
    store::Store store = holding.store();
    store.note(write);
}

OutgoingMessage message(const Holding& holding, const std::string& id) {
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    return message_of(transaction, id).value();
}

std::size_t in_outbox(const Holding& holding) {
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    return outbox(transaction).size();
}

}  // namespace

TEST_CASE("a reminder is in one message alone, whoever plans at the same time") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});  // until 2027-01-01
    const auto read_by_one = due(holding, jo, december);
    const auto read_by_other = due(holding, jo, december);
    REQUIRE(read_by_one.size() == 1);
    const std::string id = planned(holding, jo, read_by_one);
    REQUIRE_FALSE(id.empty());
    CHECK(planned(holding, jo, read_by_other).empty());
    CHECK_FALSE(planned(holding, "mail:noc@msp.example", read_by_other).empty());
    note(holding, [&](auto& t) { note_sent(t, message(holding, id), december); });
    // What was read before that counts no more.
    CHECK(planned(holding, jo, read_by_other).empty());
    CHECK(due(holding, jo, december).empty());
    CHECK(due(holding, jo, at("2026-12-20")).size() == 1);
}

TEST_CASE("a message stays as it was until it was sent, and what was dropped is due again") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    const std::string id = planned(holding, jo, due(holding, jo, december));
    const OutgoingMessage first = message(holding, id);
    CHECK(first.destination == jo);
    CHECK(first.content == R"({"text":"words"})");
    CHECK(first.lines == 1);
    CHECK(first.tries == 0);
    note(holding, [&](auto& t) { CHECK(note_try(t, first)); });
    CHECK(message(holding, id).tries == 1);
    // Another run, which has read it before that, neither sends nor drops it.
    note(holding, [&](auto& t) {
        CHECK_FALSE(note_try(t, first));
        drop_unchanged(t, first);
    });
    CHECK(in_outbox(holding) == 1);
    CHECK(message(holding, id).content == first.content);
    note(holding, [&](auto& t) { drop(t, first); });
    CHECK(in_outbox(holding) == 0);
    CHECK(due(holding, jo, december).size() == 1);
    CHECK_FALSE(planned(holding, jo, due(holding, jo, december)).empty());
}

TEST_CASE("a message about a tenant that was handed over is about nothing") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    planned(holding, jo, due(holding, jo, december));
    note(holding, [](auto& t) { CHECK(outbox(t).front().lines == 1); });
    note(holding, [](auto& t) { t.run("update tenants set handed_over_at = '2026-12-06T00:00:00Z'"); });
    note(holding, [](auto& t) { CHECK(outbox(t).front().lines == 0); });
}

TEST_CASE("what was sent of a thing that is gone is told as being over") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    const std::string id = planned(holding, jo, due(holding, jo, december));
    note(holding, [&](auto& t) { note_sent(t, message(holding, id), december); });
    note(holding, [&](auto& t) { t.run("delete from inventory"); });
    const auto over = due(holding, jo, december);
    REQUIRE(over.size() == 1);
    CHECK(over.front().news.event == Event::resolved);
    CHECK(over.front().line.state == "removed");
    CHECK(over.front().line.name == "default");
    const std::string last = planned(holding, jo, over);
    note(holding, [&](auto& t) { note_sent(t, message(holding, last), december); });
    CHECK(due(holding, jo, december).empty());
}

TEST_CASE("a way that fails is known since the first time, until nothing fails there") {
    const Holding holding(GENERATE(from_range(engines())));
    const auto trouble = [](const std::string& where, Time when) {
        return ChannelTrouble{"mail", where, when, when, "mail_refused", "no such user"};
    };
    note(holding, [&](auto& t) {
        note_trouble(t, trouble("jo", december));
        note_trouble(t, trouble("al", december));
    });
    note(holding, [&](auto& t) {
        note_trouble(t, trouble("jo", at("2026-12-07")));
        forget_trouble(t, trouble("al", december));
    });
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    const auto known = channel_troubles(transaction);
    REQUIRE(known.size() == 1);
    CHECK(known.front().where == "jo");
    CHECK(known.front().since == december);
    CHECK(known.front().last_at == at("2026-12-07"));
}
