// SPDX-License-Identifier: Apache-2.0
#include "expiry/prometheus.hpp"

#include "catch.hpp"

using namespace mdm;
using namespace mdm::expiry;

namespace {

ServiceLine line(std::string tenant, std::string name = "default") {
    return {.id = "1",
            .tenant = store::Tenant{.id = "t", .name = std::move(tenant), .display_name = "", .external_id = ""},
            .policy = "/",
            .service = "apns",
            .name = std::move(name),
            .state = "valid"};
}

const Metric& metric(std::string_view name) {
    for (const Metric& metric : line_metrics())
        if (metric.name == name)
            return metric;
    throw std::out_of_range("no such metric");
}

std::string sample(std::string_view name, const ServiceLine& line) {
    std::string out;
    append_sample(out, metric(name), line);
    return out;
}

}  // namespace

TEST_CASE("an end is a sample in seconds since 1970, and what has none is no sample") {
    ServiceLine ends = line("acme");
    CHECK(sample("mdmctl_expiry_timestamp_seconds", ends).empty());
    ends.not_after = parse_time("2027-01-10T12:00:00Z");
    CHECK(sample("mdmctl_expiry_timestamp_seconds", ends) ==
          "mdmctl_expiry_timestamp_seconds{id=\"1\",tenant=\"acme\",policy=\"/\",service=\"apns\",name=\"default\"} "
          "1799582400\n");
}

TEST_CASE("severity is the monitoring plugins' number, and unknown is never 0") {
    const auto [health, number] = GENERATE(table<Health, char>(
        {{Health::ok, '0'}, {Health::warning, '1'}, {Health::critical, '2'}, {Health::unknown, '3'}}));
    ServiceLine stands = line("acme");
    stands.health = health;
    CHECK(sample("mdmctl_severity", stands).ends_with(std::string("} ") + number + "\n"));
}

TEST_CASE("devices are a sample where somebody told, 0 included") {
    ServiceLine has = line("acme");
    CHECK(sample("mdmctl_devices", has).empty());
    has.devices = 0;
    CHECK(sample("mdmctl_devices", has).ends_with("} 0\n"));
}

TEST_CASE("a label's backslash, quote and line feed are escaped, what would steer a terminal is written out") {
    const auto [name, written] = GENERATE(table<std::string, std::string>({
        {R"(a"b)", R"(a\"b)"},
        {R"(a\b)", R"(a\\b)"},
        {R"(a\)", R"(a\\)"},
        {"a\nb", R"(a\nb)"},
        {"Zoë 日本", "Zoë 日本"},
        {"a\x1b[31m", R"(a\\x1b[31m)"},
        {"a\xff", R"(a\\xff)"},
        {"", ""},
    }));
    CHECK(sample("mdmctl_severity", line(name)).find("tenant=\"" + written + "\",policy") != std::string::npos);
}

TEST_CASE("what is the store's own has no tenant") {
    ServiceLine own = line("acme");
    own.tenant.reset();
    CHECK(sample("mdmctl_severity", own).find("tenant=\"\"") != std::string::npos);
}

TEST_CASE("every metric has its HELP and TYPE, totals too") {
    std::string out;
    append_heading(out, metric("mdmctl_devices"));
    CHECK(out ==
          "# HELP mdmctl_devices Devices that hang on it; no sample where nobody told.\n# TYPE mdmctl_devices gauge\n");
    out.clear();
    append_totals(out, {.tenants = 2, .ok = 5, .warning = 1, .critical = 0, .unknown = 3},
                  Time{} + std::chrono::days{1});
    CHECK(out ==
          "# HELP mdmctl_services How many services stand how.\n"
          "# TYPE mdmctl_services gauge\n"
          "mdmctl_services{severity=\"ok\"} 5\n"
          "mdmctl_services{severity=\"warning\"} 1\n"
          "mdmctl_services{severity=\"critical\"} 0\n"
          "mdmctl_services{severity=\"unknown\"} 3\n"
          "# HELP mdmctl_tenants Tenants that were looked at.\n"
          "# TYPE mdmctl_tenants gauge\n"
          "mdmctl_tenants 2\n"
          "# HELP mdmctl_check_timestamp_seconds When all this was judged, in seconds since 1970.\n"
          "# TYPE mdmctl_check_timestamp_seconds gauge\n"
          "mdmctl_check_timestamp_seconds 86400\n");
}
