// SPDX-License-Identifier: Apache-2.0
#include "expiry/reminder_words.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"

using namespace mdm;
using namespace mdm::expiry;
using fakes::at;

namespace {

Reminder reminder(std::int64_t days_left, Event event = Event::due) {
    Reminder r{
        .line = {.id = "1b2c",
                 .tenant = store::Tenant{.id = "t", .name = "acme", .display_name = "Acme <Ltd>", .external_id = ""},
                 .policy = "/",
                 .service = "apns",
                 .name = "default",
                 .state = days_left < 0 ? "expired" : "expiring"},
        .news = {.event = event, .step = {}, .codes = {}}};
    r.line.not_after = at("2026-12-20");
    r.line.days_left = days_left;
    r.line.devices = 412;
    r.line.account = "mdm@acme.example";
    r.line.topic = "com.apple.mgmt.External.0815";
    r.line.renew_with = "mdmctl apns csr --out push.csr --tenant 'acme'";
    return r;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a message says what ends when") {
    CHECK(one_line(reminder(15)) ==
          "push certificate 'default' of Acme <Ltd> ends in 15 days, on 2026-12-20T00:00:00Z");
    CHECK(has(one_line(reminder(1)), "ends in 1 day, "));
    CHECK(has(one_line(reminder(0)), "ends within a day"));
    CHECK(has(one_line(reminder(-1, Event::expired)), "has ended, "));
    CHECK(has(one_line(reminder(-8, Event::expired)), "ended 7 days ago"));
    CHECK(has(one_line(reminder(300, Event::resolved)), "is well again"));
}

TEST_CASE("a mail about a push certificate names what is lost, the account, the topic and the first command") {
    const MailWords words = mail_words({reminder(15)});
    CHECK(words.subject == one_line(reminder(15)));
    for (const char* part : {"no device can be reached", "412", "mdm@acme.example", "com.apple.mgmt.External.0815",
                             "Renew, never Create", "mdmctl apns csr", "item     1b2c"}) {
        CAPTURE(part);
        CHECK(has(words.text, part));
    }
    CHECK(has(words.html, "Acme &lt;Ltd&gt;"));
    CHECK_FALSE(has(words.html, "<Ltd>"));
}

TEST_CASE("in a mail about several things the most urgent comes first") {
    const MailWords words = mail_words({reminder(15), reminder(-8, Event::expired), reminder(3)});
    CHECK(words.subject ==
          "3 things end: first push certificate 'default' of Acme <Ltd> ended 7 days ago, on "
          "2026-12-20T00:00:00Z");
    CHECK(words.text.find("7 days ago") < words.text.find("in 3 days"));
    CHECK(words.text.find("in 3 days") < words.text.find("in 15 days"));
}

TEST_CASE("a name with a line end makes no line of a mail") {
    Reminder evil = reminder(3);
    evil.line.name = "a\nBcc: all@example.org";
    CHECK_FALSE(has(mail_words({evil}).subject, "\n"));
    CHECK_FALSE(has(mail_words({evil}).text, "\nBcc"));
}
