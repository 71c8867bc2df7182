// SPDX-License-Identifier: Apache-2.0
#include "expiry/prometheus.hpp"

#include "base/text.hpp"

#include <array>
#include <fmt/format.h>
#include <iterator>

namespace mdm::expiry {
namespace {

std::int64_t seconds(Time t) { return t.time_since_epoch().count(); }

std::optional<std::int64_t> end_of(const ServiceLine& line) {
    return line.not_after ? std::optional(seconds(*line.not_after)) : std::nullopt;
}

std::optional<std::int64_t> severity_of(const ServiceLine& line) { return monitoring_exit(line.health); }

std::optional<std::int64_t> devices_of(const ServiceLine& line) { return line.devices; }

constexpr std::array<Metric, 3> metrics{{
    {"mdmctl_expiry_timestamp_seconds", "When it ends, in seconds since 1970; what has no end has no sample.", end_of},
    {"mdmctl_severity", "How it stands: 0 ok, 1 warning, 2 critical, 3 unknown.", severity_of},
    {"mdmctl_devices", "Devices that hang on it; no sample where nobody told.", devices_of},
}};

/// Any UTF-8, with backslash, quotation mark and line feed escaped.
std::string label_value(std::string_view text) {
    std::string value;
    for (const char c : printable_lines(text)) {
        if (c == '\\' || c == '"')
            value += '\\';
        if (c == '\n')
            value += "\\n";
        else
            value += c;
    }
    return value;
}

void append_head(std::string& out, std::string_view name, std::string_view help) {
    fmt::format_to(std::back_inserter(out), "# HELP {} {}\n# TYPE {} gauge\n", name, help, name);
}

}  // namespace

std::span<const Metric> line_metrics() { return metrics; }

void append_heading(std::string& out, const Metric& metric) { append_head(out, metric.name, metric.help); }

void append_sample(std::string& out, const Metric& metric, const ServiceLine& line) {
    if (const auto value = metric.value(line))
        fmt::format_to(std::back_inserter(out),
                       "{}{{id=\"{}\",tenant=\"{}\",policy=\"{}\",service=\"{}\",name=\"{}\"}} {}\n", metric.name,
                       label_value(line.id), label_value(line.tenant ? line.tenant->name : ""),
                       label_value(line.policy), label_value(line.service), label_value(line.name), *value);
}

void append_totals(std::string& out, const Tally& tally, Time checked_at) {
    constexpr std::string_view services = "mdmctl_services";
    append_head(out, services, "How many services stand how.");
    for (const auto& [severity, count] :
         {std::pair(Health::ok, tally.ok), std::pair(Health::warning, tally.warning),
          std::pair(Health::critical, tally.critical), std::pair(Health::unknown, tally.unknown)})
        fmt::format_to(std::back_inserter(out), "{}{{severity=\"{}\"}} {}\n", services, name(severity), count);
    append_head(out, "mdmctl_tenants", "Tenants that were looked at.");
    fmt::format_to(std::back_inserter(out), "mdmctl_tenants {}\n", tally.tenants);
    append_head(out, "mdmctl_check_timestamp_seconds", "When all this was judged, in seconds since 1970.");
    fmt::format_to(std::back_inserter(out), "mdmctl_check_timestamp_seconds {}\n", seconds(checked_at));
}

}  // namespace mdm::expiry
