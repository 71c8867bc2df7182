// SPDX-License-Identifier: Apache-2.0
#include "apns/with_store/holding_session.hpp"

#include "apns/credential_files.hpp"
#include "base/json_object.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

std::vector<std::string> policies_of(const store::PolicyTree& tree, const apns::HeldCertificate& held) {
    std::vector<std::string> names;
    for (const std::string& policy : held.policies)
        names.push_back(tree.by_id(policy).name);
    return names;
}

}  // namespace

CertificateInput read_certificate_input(const cli::World& world, const cli::InputFile& file, const cli::InputFile& key,
                                        const cli::InputFile& passphrase_file) {
    const FileContent content = world.read(file, limits::credential_file);
    auto found = apns::read_certificate(content, world.passphrase(passphrase_file, content.name));
    if (!found.keys.empty())
        world.guard(content);
    CertificateInput input{content.name, std::move(found.certificate), std::move(found.keys)};
    if (key.given()) {
        const FileContent key_file = world.read_secret(key, limits::credential_file);
        input.keys.push_back(apns::read_private_key(key_file, world.passphrase(passphrase_file, key_file.name)));
    }
    return input;
}

std::string event_object(std::string_view topic) { return fmt::format("push certificate {}", topic); }

std::string event_value(const apns::HeldCertificate& held) {
    return json_object({{"name", held.name},
                        {"topic", held.current.topic},
                        {"serial", held.current.serial},
                        {"not_after", to_rfc3339(held.current.not_after)},
                        {"apple_account", held.apple_account},
                        {"key", held.current.is_held() ? "held" : "tracked"}});
}

cli::Record held_record(const store::PolicyTree& tree, const store::Tenant& tenant, const apns::HeldCertificate& held,
                        Time now) {
    const apns::Version& current = held.current;
    return {
        {"tenant", tenant.name},
        {"name", held.name},
        {"topic", current.topic},
        {"apple_account", held.apple_account},
        {"account_kind",
         held.account_kind == apns::AccountKind::unknown ? cli::Value() : cli::Value(apns::name(held.account_kind))},
        {"serial", current.serial},
        {"not_before", current.not_before},
        {"not_after", current.not_after},
        {"days_left", days_between(now, current.not_after)},
        {"renewable_until", apns::renewable_until(current)},
        {"state", apns::state_of(tree, held, now)},
        {"key", current.is_held() ? "held" : "tracked"},
        {"deployed", "unknown"},
        {"deployed_at", nullptr},
        {"policies", policies_of(tree, held)},
        {"notes", held.note.empty() ? cli::Value() : cli::Value(cli::Note{held.note})},
    };
}

cli::Record held_record(store::Transaction& transaction, const store::Tenant& tenant, const apns::HeldCertificate& held,
                        Time now) {
    return held_record(store::PolicyTree(transaction, tenant.id), tenant, held, now);
}

const std::vector<std::string>& held_columns() {
    static const std::vector<std::string> columns{"tenant", "name", "state", "days_left",    "not_after",
                                                  "serial", "key",  "topic", "apple_account"};
    return columns;
}

void judge_replacement(Changing& run, const std::string& topic) {
    if (!topic.empty())
        demand_named_tenant(run.transaction(), run.world().settings);
}

void warn_of(const cli::World& world, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
        if (finding.severity == Severity::warning)
            world.warn(finding.message);
}

void declare_name(cli::Parser& p, std::string& name) {
    p.option("--name", "N", name, "which of the tenant's push certificates").shown_default("the root policy's");
}

}  // namespace mdm::apps
