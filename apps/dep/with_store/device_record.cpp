// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/device_record.hpp"

#include "base/error.hpp"
#include "cli/json_value.hpp"
#include "dep/serial_list.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

std::string hint_for(store::Transaction& transaction, const std::vector<dep::HeldToken>& tokens,
                     const std::string& serial) {
    const auto ids = ids_of(tokens);
    for (const std::string& likely : dep::likely_serials(serial))
        if (const auto found = dep::devices_meant(transaction, ids, likely); !found.empty())
            return fmt::format("did you mean '{}'?", found.front().device.serial);
    const auto unknown =
        std::find_if(tokens.begin(), tokens.end(), [](const dep::HeldToken& held) { return !held.last_sync; });
    if (unknown != tokens.end())
        return fmt::format("mdmctl dep sync{} fetches the devices first", dep::name_option(unknown->name));
    return fmt::format("mdmctl find '{}' says whose it is; mdmctl dep sync fetches what was assigned since", serial);
}

}  // namespace

std::vector<dep::HeldToken> device_tokens(store::Transaction& transaction, const store::Tenant& tenant,
                                          std::string_view name) {
    if (!name.empty())
        return {dep::token_meant(transaction, tenant, name)};
    std::vector<dep::HeldToken> tokens = dep::held_tokens(transaction, tenant.id);
    std::erase_if(tokens, [](const dep::HeldToken& held) { return held.removed_at.has_value(); });
    if (tokens.empty())
        return {dep::token_meant(transaction, tenant, name)};  // which says what there is instead
    return tokens;
}

std::vector<std::string> ids_of(const std::vector<dep::HeldToken>& tokens) {
    std::vector<std::string> ids;
    for (const dep::HeldToken& held : tokens)
        ids.push_back(held.id);
    return ids;
}

cli::Record device_record(const dep::Device& device, const dep::DeviceNote& note) {
    using enum dep::DeviceField;
    return {{"serial_number", device.serial},
            {"model", device[model]},
            {"description", device[description]},
            {"device_family", device[device_family]},
            {"os", device[os]},
            {"color", device[color]},
            {"asset_tag", device[asset_tag]},
            {"profile_uuid", device[profile_uuid]},
            {"profile_status", device[profile_status]},
            {"profile_assign_time", device[profile_assign_time]},
            {"profile_push_time", device[profile_push_time]},
            {"enrollment_status", note.status()},
            {"enrollment_status_at", note.status_at},
            {"assigned_user", note.assigned_user},
            {"assigned_user_at", note.assigned_user_at},
            {"assigned_at", device[device_assigned_date]},
            {"assigned_by", device[device_assigned_by]},
            {"mdm_migration_deadline", device[mdm_migration_deadline]},
            {"first_seen_at", device.first_seen_at},
            {"changed_at", device.changed_at},
            {"confirmed_at", device.confirmed_at},
            {"removed_at", device.removed_at},
            {"op_date", device.op_date},
            {"more", device.more ? cli::json_value(*device.more) : cli::Value()}};
}

cli::Record device_record(const std::string& tenant, const std::string& token, const dep::KnownDevice& known) {
    cli::Record record{{"tenant", tenant}, {"name", token}};
    for (cli::Field& field : device_record(known.device, known.note).fields)
        record.add(std::move(field));
    return record;
}

cli::Record device_record(const store::Tenant& tenant, const std::vector<dep::HeldToken>& tokens,
                          const dep::KnownDevice& known) {
    const auto whose =
        std::find_if(tokens.begin(), tokens.end(), [&](const dep::HeldToken& held) { return held.id == known.token; });
    return device_record(tenant.name, whose == tokens.end() ? "" : whose->name, known);
}

const std::vector<std::string>& device_keys() {
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> all;
        for (const cli::Field& field : device_record("", "", {}).fields)
            if (field.key != "more")
                all.push_back(field.key);
        return all;
    }();
    return keys;
}

Error no_such_device(store::Transaction& transaction, const store::Tenant& tenant,
                     const std::vector<dep::HeldToken>& tokens, const std::string& serial) {
    return {ErrorCode::no_such_device,
            fmt::format("no device '{}' is known of {}", serial,
                        tokens.size() == 1 ? dep::called(tokens.front(), tenant.name)
                                           : fmt::format("the server tokens of '{}'", tenant.name)),
            hint_for(transaction, tokens, serial)};
}

void judge_serial(const std::string& serial) {
    if (!dep::is_serial(serial))
        throw Error{ErrorCode::not_a_serial, fmt::format("'{}' cannot be a serial number", serial),
                    "letters and digits, as Settings, General, About shows them"};
}

void declare_device_token(cli::Parser& p, std::string& name) {
    p.option("--name", "N", name, "of one of the tenant's server tokens alone").shown_default("of all that are in use");
}

}  // namespace mdm::apps
