// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "apns/search.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "dep/search.hpp"
#include "profile/search.hpp"
#include "rooms/every_room.hpp"
#include "store/search.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <memory>

namespace mdm::apps {
namespace {

struct Options {
    std::string text;
};

/// A page of tenants after the other, so that the memory does not grow with their number.
class Search {
public:
    Search(const cli::World& world, const std::string& text)
        : text_(text),
          now_(world.clock.now()),
          store_(access::open_store(world, every_room())),
          transaction_(store_.read()) {
        if (world.settings.tenant_named)
            pages_ = store::TenantPages(named(world.settings.tenant));
        else
            take({});
    }

    std::optional<cli::Record> next() {
        while (at_ == waiting_.size()) {
            const store::TenantPage page = pages_.next();
            if (page.empty())
                return std::nullopt;
            take(page);
        }
        return std::move(waiting_[at_++]);
    }

private:
    /// One that was removed is found by its name as well.
    store::Tenant named(const std::string& name) {
        auto tenant = store::tenant_named(transaction_, name);
        return tenant ? std::move(*tenant) : store::tenant_meant(transaction_, name);
    }

    /// What each room finds among these tenants; an empty page is the store itself.
    void take(const store::TenantPage& page) {
        std::vector<store::Found> all =
            page.empty() ? store::find_in_store(transaction_, text_) : store::find_tenants(transaction_, text_, page);
        const auto add = [&all](std::vector<store::Found> more) {
            std::move(more.begin(), more.end(), std::back_inserter(all));
        };
        if (page.empty()) {
            add(apns::find_in_store(transaction_, text_, now_));
            add(profile::find_in_store(transaction_, text_, now_));
        } else {
            add(apns::find(transaction_, text_, page, now_));
            add(dep::find(transaction_, text_, page, now_));
            add(profile::find(transaction_, text_, page, now_));
            add(store::find_in_inventory(transaction_, text_, page, {"apns", "apns-vendor", "dep", "profile"}, now_));
        }
        waiting_.clear();
        at_ = 0;
        if (page.empty())
            add_those_of(nullptr, all);
        for (const store::Tenant& tenant : page.tenants())
            add_those_of(&tenant, all);
    }

    void add_those_of(const store::Tenant* tenant, const std::vector<store::Found>& all) {
        for (const store::Found& found : all)
            if (found.tenant == (tenant ? tenant->id : ""))
                waiting_.push_back({{"tenant", tenant ? cli::Value(tenant->name) : cli::Value()},
                                    {"display_name", tenant ? none_if_empty(tenant->display_name) : std::nullopt},
                                    {"service", found.service},
                                    {"name", none_if_empty(found.name)},
                                    {"matched", found.matched},
                                    {"value", found.value},
                                    {"role", none_if_empty(found.role)},
                                    {"not_after", found.not_after},
                                    {"state", found.state}});
    }

    SearchText text_;
    Time now_;
    store::Store store_;
    store::Transaction transaction_;
    store::TenantPages pages_{transaction_, {.removed = store::Removed::included}};
    std::vector<cli::Record> waiting_;
    std::size_t at_ = 0;
};

cli::Result run(cli::World& world, const Options& o) {
    const auto search = std::make_shared<Search>(world, o.text);
    auto first = search->next();
    if (!first)
        throw Error{ErrorCode::nothing_found, fmt::format("nothing in the store has '{}' in it", trimmed(o.text)),
                    "a part of it may be enough: four digits of a serial, the last of a topic, 2027-01 of an end"};
    return cli::Rows{"results",
                     {"tenant", "service", "name", "matched", "role", "state", "not_after", "value"},
                     [search, first = std::move(first)]() mutable {
                         return first ? std::exchange(first, std::nullopt) : search->next();
                     }};
}

cli::Command find_command() {
    return cli::command<Options>({
        .name = "",
        .summary = "Find whose something is: by topic, serial, account, name, label, or the day it ends",
        .details =
            "Looks for TEXT as a part of: push topic; serial number (4 digits at least; colons, spaces, 0x and case "
            "do not matter); subject of a certificate or CSR; Apple Account, its domain alone as well; tenant, display "
            "name, external id, note, label, contact; SHA-256 of a public key, or of the certificate of a signer of "
            "profiles (8 digits at least); consumer key, service, organisation and UUID of a server token. A device is "
            "found by its serial number or the end of it (4 characters at least), and by the whole of its "
            "assigned_user. 2027-01 and 2027-01-10 find what ends then: Apple's mail names a date, and no topic. Case "
            "is ignored; % and _ mean themselves.\n\n"
            "matched is the field that has it, value the whole of that field; of one thing the first such field is "
            "shown. What was removed is found as well, and state says so. With --tenant it is looked for in that "
            "tenant alone. No key is needed; nothing is changed.",
        .options = [](cli::Parser& p,
                      Options& o) { p.positional("TEXT", o.text, "a part of what is looked for").required(); },
        .run = run,
        .examples = {{"mdmctl find 2027-01-10", "Apple writes that something ends on 10 January: whose?"},
                     {"mdmctl find jo@example.org", "All that an Apple Account or a contact is named in"},
                     {"mdmctl find C02XK1JHJG5H", "A device was found: whose is it?"},
                     {"mdmctl find 4A:1B:0C:22 --output json | jq -r '.results[].tenant'", "Whose serial is it?"}},
        .codes = {ErrorCode::nothing_found, ErrorCode::too_large, ErrorCode::no_such_tenant, ErrorCode::no_store},
    });
}

}  // namespace
}  // namespace mdm::apps

int main(int argc, char** argv) {
    return mdm::cli::run(argc, argv,
                         {.service = "find",
                          .summary = "Find whose something is: by topic, serial, account, name, label, or end",
                          .commands = {mdm::apps::find_command()}});
}
