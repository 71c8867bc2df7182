// SPDX-License-Identifier: Apache-2.0
#include "expiry/sent.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mdm::expiry {
namespace {

constexpr std::string_view columns =
    "s.destination, s.line, s.tenant, s.service, s.name, s.term, s.step, s.codes, s.is_open, s.sent_at";

SentBefore sent_in(const store::Row& row) {
    return {.term = row.maybe_time("term"),
            .step = row.value("step") ? std::optional(row.number("step")) : std::nullopt,
            .codes = parted(row.text("codes")),
            .is_open = row.number("is_open") != 0,
            .at = row.time("sent_at")};
}

SentByLine by_line(const std::vector<store::Row>& rows) {
    SentByLine all;
    for (const store::Row& row : rows) {
        SentOfLine& line = all[row.text("line")];
        line.service = row.text("service");
        line.name = row.text("name");
        line.tenant = row.value("tenant").value_or("");
        line.to[row.text("destination")] = sent_in(row);
    }
    return all;
}

}  // namespace

bool SentOfLine::is_open() const {
    return std::any_of(to.begin(), to.end(), [](const auto& sent) { return sent.second.is_open; });
}

SentByLine sent(store::Transaction& transaction, const store::TenantPage& page) {
    return by_line(transaction.rows(fmt::format("select {} from tenants t join expiry_sent s on s.tenant = t.id "
                                                "where t.name between :first and :last",
                                                columns),
                                    page.bounds()));
}

SentByLine sent_of_store(store::Transaction& transaction) {
    return by_line(transaction.rows(fmt::format("select {} from expiry_sent s where s.tenant is null", columns)));
}

SentByLine sent_of_removed(store::Transaction& transaction) {
    return by_line(
        transaction.rows(fmt::format("select {} from tenants t join expiry_sent s on s.tenant = t.id "
                                     "where t.removed_at is not null and s.is_open = 1",
                                     columns)));
}

SentByDestination sent_of(store::Transaction& transaction, std::string_view line) {
    SentByDestination all;
    for (const store::Row& row :
         transaction.rows(fmt::format("select {} from expiry_sent s where s.line = :line", columns), {{"line", line}}))
        all[row.text("destination")] = sent_in(row);
    return all;
}

SentBefore sent_to(store::Transaction& transaction, std::string_view destination, std::string_view line) {
    const auto row = transaction.row(
        fmt::format("select {} from expiry_sent s where s.destination = :destination and s.line = :line", columns),
        {{"destination", destination}, {"line", line}});
    return row ? sent_in(*row) : SentBefore();
}

std::string joined(const std::set<std::string>& codes) { return fmt::format("{}", fmt::join(codes, " ")); }

std::set<std::string> parted(std::string_view codes) {
    std::set<std::string> all;
    while (!codes.empty()) {
        const auto end = codes.find(' ');
        all.emplace(codes.substr(0, end));
        codes.remove_prefix(end == std::string_view::npos ? codes.size() : end + 1);
    }
    return all;
}

}  // namespace mdm::expiry
