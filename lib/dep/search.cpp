// SPDX-License-Identifier: Apache-2.0
#include "dep/search.hpp"

#include "base/text.hpp"
#include "dep/devices.hpp"
#include "dep/holding.hpp"
#include "dep/serial_list.hpp"
#include "dep/token_key.hpp"
#include "store/dialect.hpp"

#include <fmt/format.h>
#include <map>
#include <utility>

namespace mdm::dep {
namespace {

using store::Found;
using store::TenantPage;
using store::Transaction;

/// What has the text, and the whole of it.
struct Match {
    std::string field;
    std::string value;
};

std::optional<Match> in_version(const SearchText& text, const Version& version, const std::string& account) {
    const std::pair<std::string_view, const std::string&> fields[]{{"server_uuid", version.service.server_uuid},
                                                                   {"server_name", version.service.server_name},
                                                                   {"org_name", version.service.org_name},
                                                                   {"org_id", version.service.org_id},
                                                                   {"apple_account", account},
                                                                   {"apple_account", version.service.admin_id}};
    if (version.consumer_key && text.is_in(*version.consumer_key))
        return Match{"consumer_key", *version.consumer_key};
    for (const auto& [field, value] : fields)
        if (!value.empty() && text.is_in(value))
            return Match{std::string(field), value};
    if (text.begins(version.access_token_expiry))
        return Match{"not_after", to_rfc3339(version.access_token_expiry)};
    return std::nullopt;
}

std::optional<Match> in_key(const SearchText& text, const TokenKey& key) {
    if (text.is_in_serial(key.certificate.serial()))
        return Match{"serial", key.certificate.serial()};
    const std::string sha256 = key.certificate.public_key().sha256();
    return text.is_in_hash(sha256) ? std::optional(Match{"public_key", sha256}) : std::nullopt;
}

/// Looks through a page; the policies are read when the first thing is found.
class Search {
public:
    Search(Transaction& transaction, const SearchText& text, const TenantPage& page, Time now)
        : transaction_(transaction), text_(text), page_(page), now_(now) {}

    std::vector<Found> all() {
        for (const HeldToken& held : held_tokens(transaction_, page_))
            look_into(held);
        return std::move(found_);
    }

private:
    void look_into(const HeldToken& held) {
        if (!held.note.empty() && text_.is_in(held.note))
            add(held, held.current, {"note", held.note});
        if (auto match = in_version(text_, held.current, held.apple_account))
            add(held, held.current, std::move(*match));
        for (const Version& version : versions(transaction_, held.id))
            if (version.id != held.current.id)
                if (auto match = in_version(text_, version, ""))
                    add(held, version, std::move(*match));
    }

    void add(const HeldToken& held, const Version& version, Match match) {
        const store::Tenant& tenant = page_.by_id(held.tenant);
        const bool current = version.id == held.current.id && !held.removed_at && !tenant.removed_at;
        if (trees_.empty())
            trees_ = store::policy_trees(transaction_, page_);
        HeldToken as_current = held;
        as_current.current = version;
        // An earlier one was ended by the download that took its place.
        if (version.id != held.current.id)
            as_current.standing = Standing::superseded;
        found_.push_back({.tenant = tenant.id,
                          .service = std::string(service_name),
                          .name = held.name,
                          .matched = std::move(match.field),
                          .value = std::move(match.value),
                          .role = current ? "current" : "earlier",
                          .not_after = version.access_token_expiry,
                          .state = store::state_within(tenant, state_of(trees_.at(held.tenant), as_current, now_))});
    }

    Transaction& transaction_;
    const SearchText& text_;
    const TenantPage& page_;
    Time now_;
    std::map<std::string, store::PolicyTree> trees_;
    std::vector<Found> found_;
};

/// Tenants first and devices last, so that each page of tenants looks through its own devices alone, of which the index
/// has the serial numbers.
std::vector<Found> devices_where(Transaction& transaction, const TenantPage& page, std::string_view condition,
                                 const std::string& matched, const std::string& value) {
    store::Parameters parameters = page.bounds();
    parameters.emplace_back("value", value);
    std::vector<Found> found;
    const std::string sql = fmt::format(
        "select e.id as tenant, k.name, d.serial, d.removed_at, n.enrollment_status, n.assigned_user from tenants e "
        "{0} dep_tokens k on k.tenant = e.id {0} dep_devices d on d.token = k.id "
        "left join dep_device_notes n on n.token = d.token and n.serial = d.serial "
        "where e.name between :first and :last and {1} order by e.name, k.name, d.serial",
        store::dialect::join_in_order(transaction.engine()), condition);
    transaction.prepare(sql).each(parameters, [&](const store::Row& row) {
        const store::Tenant* tenant = page.find(row.text("tenant"));
        if (tenant == nullptr)
            return true;
        const bool current = !row.value("removed_at") && !tenant->removed_at;
        const std::string status = DeviceNote{.enrollment_status = row.value("enrollment_status")}.status();
        found.push_back({.tenant = tenant->id,
                         .service = std::string(service_name),
                         .name = row.text("name"),
                         .matched = matched,
                         .value = row.value(matched == "assigned_user" ? "assigned_user" : "serial").value_or(""),
                         .role = current ? "current" : "earlier",
                         .state = store::state_within(*tenant, status)});
        return true;
    });
    return found;
}

/// By the end of a serial number: fewer than four characters, or four in the middle, are in too many of a million.
std::vector<Found> find_devices(Transaction& transaction, const SearchText& text, const TenantPage& page) {
    constexpr std::size_t least = 4;
    std::vector<Found> found;
    if (is_serial(text.shown()) && text.shown().size() >= least)
        found = devices_where(transaction, page, "d.serial like :value escape '!'", "serial_number",
                              end_pattern(upper_case(text.shown())));
    for (Found& one :
         devices_where(transaction, page, "lower(n.assigned_user) = :value", "assigned_user", lower_case(text.shown())))
        found.push_back(std::move(one));
    return found;
}

}  // namespace

std::vector<Found> find(Transaction& transaction, const SearchText& text, const TenantPage& page, Time now) {
    std::vector<Found> all = Search(transaction, text, page, now).all();
    for (const TokenKey& key : token_keys(transaction, page))
        if (auto match = in_key(text, key)) {
            const store::Tenant& tenant = page.by_id(key.tenant);
            const std::string role(name(role_of(transaction, key)));
            all.push_back({.tenant = tenant.id,
                           .service = std::string(service_name),
                           .name = key.name,
                           .matched = std::move(match->field),
                           .value = std::move(match->value),
                           .role = role,
                           .state = store::state_within(tenant, key.key_secret ? "held" : "tracked")});
        }
    for (Found& device : find_devices(transaction, text, page))
        all.push_back(std::move(device));
    return all;
}

}  // namespace mdm::dep
