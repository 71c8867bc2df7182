// SPDX-License-Identifier: Apache-2.0
#include "access/tenant_choice.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/device_record.hpp"
#include "dep/with_store/token_session.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace mdm::apps {
namespace {

struct Options {
    access::TenantChoice tenants;
    std::string name;
    std::optional<dep::EnrollmentStatus> status;
    std::string profile_status;
    dep::DeviceFilter filter;
    bool removed = false;

    dep::DeviceFilter wanted() const {
        dep::DeviceFilter whole = filter;
        whole.enrollment_status = status;
        whole.profile_status = profile_status;
        whole.removed = removed ? store::Removed::included : store::Removed::left_out;
        return whole;
    }
};

/// A page of tenants after the other, of each server token a page of devices after the other: the memory grows with
/// neither.
class Listing {
public:
    Listing(cli::World& world, const Options& o)
        : world_(world),
          name_(o.name),
          filter_(o.wanted()),
          store_(open_dep_store(world)),
          transaction_(store_.read()),
          tenants_(access::chosen_tenants(transaction_, world.settings, o.tenants)),
          is_of_one_(!o.tenants.all) {
        take_tenants();
    }

    std::optional<cli::Record> next() {
        while (at_ == devices_.size())
            if (!turn_page())
                return std::nullopt;
        return device_record(whose_->name, token_->name, devices_[at_++]);
    }

private:
    /// false: there is nothing more.
    bool turn_page() {
        if (!pages_ && !next_token())
            return false;
        devices_ = pages_->next();
        at_ = 0;
        if (devices_.empty())
            pages_.reset();
        return true;
    }

    bool next_token() {
        while (next_ == tokens_.size())
            if (!take_tenants())
                return false;
        token_ = &tokens_[next_++];
        whose_ = &tenants_now_.by_id(token_->tenant);
        pages_.emplace(transaction_, token_->id, filter_);
        return true;
    }

    bool take_tenants() {
        tenants_now_ = tenants_.next();
        if (tenants_now_.empty())
            return false;
        next_ = 0;
        if (is_of_one_) {
            tokens_ = device_tokens(transaction_, tenants_now_.tenants().front(), name_);
        } else {
            tokens_ = dep::held_tokens(transaction_, tenants_now_);
            std::erase_if(tokens_, [&](const dep::HeldToken& held) {
                return held.removed_at || (!name_.empty() && held.name != name_);
            });
        }
        for (const dep::HeldToken& held : tokens_)
            if (is_of_one_ && !held.last_sync)
                world_.warn(fmt::format("the devices of {} were not fetched yet: mdmctl dep sync",
                                        dep::called(held, tenants_now_.by_id(held.tenant).name)));
        return true;
    }

    cli::World& world_;
    std::string name_;
    dep::DeviceFilter filter_;
    store::Store store_;
    store::Transaction transaction_;
    store::TenantPages tenants_;
    bool is_of_one_;
    store::TenantPage tenants_now_;
    std::vector<dep::HeldToken> tokens_;
    std::size_t next_ = 0;
    const dep::HeldToken* token_ = nullptr;
    const store::Tenant* whose_ = nullptr;
    std::optional<dep::DevicePages> pages_;
    std::vector<dep::KnownDevice> devices_;
    std::size_t at_ = 0;
};

cli::Result run(cli::World& world, const Options& o) {
    const auto listing = std::make_shared<Listing>(world, o);
    const bool is_table = world.settings.output == cli::Output::table;
    std::vector<std::string> columns = device_keys();
    if (is_table)
        columns = {"tenant",    "name",           "serial_number",     "model",        "device_family", "os", "color",
                   "asset_tag", "profile_status", "enrollment_status", "assigned_user"};
    if (is_table && !o.tenants.all)
        std::erase(columns, "tenant");
    return cli::Rows{.name = "devices",
                     .columns = std::move(columns),
                     .next = [listing] { return listing->next(); },
                     .spare = {"color", "os", "device_family", "asset_tag", "name", "assigned_user", "profile_status"}};
}

}  // namespace

cli::Command dep_devices_list_command() {
    return cli::command<Options>({
        .name = "devices list",
        .summary = "List the devices of a tenant's server tokens, or of all tenants'",
        .details =
            "What mdmctl dep sync last fetched of each, and what people said: enrollment_status is not_contacted, "
            "enrolled or removed (mdmctl dep devices mark), assigned_user whose it is (assign-user). By tenant, "
            "server token and serial number. Nobody is asked, no key is needed, nothing is changed.\n\n"
            "Filters that are given together must all hold. A device that the portal took from the service is shown "
            "with --removed alone. A million devices are listed as they come and take no more memory than a thousand. "
            "A terminal that is too narrow for all columns is shown fewer; JSON has every member, those without a "
            "column of their own under Apple's names in more: imei, wifi_mac_address, is_replacement_device.",
        .options =
            [](cli::Parser& p, Options& o) {
                access::declare_tenant_choice(p, o.tenants);
                declare_device_token(p, o.name);
                p.choice("--status", o.status,
                         {{"not_contacted", dep::EnrollmentStatus::not_contacted},
                          {"enrolled", dep::EnrollmentStatus::enrolled},
                          {"removed", dep::EnrollmentStatus::removed}},
                         "of this enrollment_status");
                p.option("--model", "M", o.filter.model, "whose model has this in it, in either case");
                p.option("--family", "F", o.filter.device_family, "of this device_family: iPhone, iPad, Mac, AppleTV");
                p.choice("--profile-status", o.profile_status,
                         {{"empty", "empty"}, {"assigned", "assigned"}, {"pushed", "pushed"}, {"removed", "removed"}},
                         "of this profile_status");
                p.option("--profile", "UUID", o.filter.profile_uuid, "with this enrollment profile");
                p.option("--user", "USER", o.filter.assigned_user, "this person's");
                p.flag("--removed", o.removed, "those that were taken from the service as well");
            },
        .run = run,
        .examples = {{"mdmctl dep devices --status not_contacted", "Which never came?"},
                     {"mdmctl dep devices list --all-tenants --output csv >devices.csv", "All, for a spreadsheet"},
                     {"mdmctl dep devices list --family iPhone --output jsonl | jq -r '.more.imei[0]?'",
                      "What has no column is in more"}},
        .codes = {ErrorCode::no_such_token, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                  ErrorCode::no_store},
        .stands_for_group = true,
    });
}

}  // namespace mdm::apps
