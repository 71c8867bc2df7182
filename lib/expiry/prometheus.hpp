// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expiry/service_line.hpp"
#include "expiry/watch.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What is watched over as Prometheus reads it: the text exposition format 0.0.4, which node_exporter's textfile
/// collector takes. Times are seconds since 1970 and never days left, which would be wrong an hour later.
/// Source: prometheus.io, docs, instrumenting, "Exposition formats"; practices, "Metric and label naming".
namespace mdm::expiry {

/// A gauge that lines have. The format wants all samples of one metric together: whoever writes them reads all lines
/// once for each metric, so that none have to be kept.
struct Metric {
    std::string_view name;
    std::string_view help;
    std::optional<std::int64_t> (*value)(const ServiceLine& line);  ///< nullopt: the line has no sample of it
};
/// mdmctl_expiry_timestamp_seconds, mdmctl_severity (0 ok, 1 warning, 2 critical, 3 unknown), mdmctl_devices
std::span<const Metric> line_metrics();

/// # HELP and # TYPE, once, before the first sample.
void append_heading(std::string& out, const Metric& metric);
/// One sample, labelled with id, tenant, policy, service and name; what a line does not have is an empty label, which
/// to Prometheus is none.
void append_sample(std::string& out, const Metric& metric, const ServiceLine& line);
/// What is said of all lines: mdmctl_services by severity, mdmctl_tenants, mdmctl_check_timestamp_seconds.
void append_totals(std::string& out, const Tally& tally, Time checked_at);

}  // namespace mdm::expiry
