// SPDX-License-Identifier: Apache-2.0
#include "expiry/plugin_line.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"

#include <fmt/format.h>

using namespace mdm;
using namespace mdm::expiry;
using fakes::at;

namespace {

ServiceLine line(const std::string& name, std::int64_t days, Health health) {
    ServiceLine line{.id = name, .tenant = {}, .policy = "/", .service = "tls", .name = name, .state = "valid"};
    line.health = health;
    line.not_after = at("2027-01-01") + std::chrono::days(days);
    line.days_left = days;
    if (days < 0)
        line.state = "expired";
    return line;
}

PluginLine of(const std::vector<ServiceLine>& lines) {
    PluginLine plugin;
    Tally tally;
    for (const ServiceLine& one : lines) {
        plugin.take(one);
        tally.count(one.health);
    }
    plugin.finish(tally);
    return plugin;
}

}  // namespace

TEST_CASE("the line names what is worst, and its exit is that of the worst") {
    const PluginLine plugin =
        of({line("a", 300, Health::ok), line("b", 20, Health::warning), line("c", -2, Health::critical)});
    CHECK(plugin.exit() == 2);
    CHECK(plugin.text() ==
          "MDMCTL CRITICAL - 1 critical, 1 warning, 0 unknown, 1 ok; first: tls/c ended on 2026-12-30T00:00:00Z | "
          "'ok'=1;;;0; 'warning'=1;;;0; 'critical'=1;;;0; 'unknown'=0;;;0; 'least_days_left'=-2;31:;8: "
          "'tls/a'=300;31:;8: 'tls/b'=20;31:;8: 'tls/c'=-2;31:;8:\n"
          "CRITICAL: tls/c ended on 2026-12-30T00:00:00Z\n"
          "WARNING: tls/b ends in 20 days, on 2027-01-21T00:00:00Z");
}

TEST_CASE("what cannot be read is unknown, and so is nothing at all") {
    ServiceLine dark{.id = "x", .tenant = {}, .policy = "/", .service = "tls", .name = "dark", .state = "unknown"};
    dark.health = Health::unknown;
    CHECK(of({dark, line("a", 300, Health::ok)}).exit() == 3);
    CHECK(of({dark, line("b", 20, Health::warning)}).exit() == 1);
    CHECK(of({}).exit() == 3);
    CHECK(of({}).text() == "MDMCTL UNKNOWN - there is nothing to watch over yet");
    CHECK(PluginLine::unknown(Error{ErrorCode::no_store, "there is no 'store' | here"}).text() ==
          "MDMCTL UNKNOWN - there is no 'store' \u00a6 here");
}

TEST_CASE("of a fleet the worst are shown, and no more than a monitor keeps") {
    std::vector<ServiceLine> fleet;
    for (int i = 0; i < 1000; ++i)
        fleet.push_back(line(fmt::format("n{}", i), (i * 7919) % 1000, Health::warning));
    const std::string text = of(fleet).text();
    CHECK(std::count(text.begin(), text.end(), '\n') == 20);
    CHECK(text.find("first: tls/n0 ends in 0 days") != std::string::npos);
    CHECK(text.find("'tls/n0'=") == std::string::npos);
    CHECK(text.find("'least_days_left'=0") != std::string::npos);
}

TEST_CASE("no name can forge performance data") {
    const std::string text = of({line("x'=1 | 'ok'=9\n", 5, Health::critical)}).text();
    CHECK(std::count(text.begin(), text.end(), '|') == 1);
    CHECK(text.find("'tls/x''_1 \u00a6 ''ok''_9\\x0a'=5;") != std::string::npos);
}
