// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "access/tenant_choice.hpp"
#include "tenant/commands.hpp"

#include <map>
#include <memory>

namespace mdm::apps {
namespace {

struct Options {
    bool removed = false;
    std::vector<std::string> labels;
};

/// A page after the other, so that the memory does not grow with the number of tenants.
class Listing {
public:
    Listing(const cli::World& world, const Options& o)
        : store_(access::open_store(world)),
          transaction_(store_.read()),
          pages_(transaction_, {.removed = o.removed ? store::Removed::included : store::Removed::left_out,
                                .labels = access::labels_of(o.labels)}) {}

    std::optional<cli::Record> next() {
        if (at_ == page_.tenants().size()) {
            page_ = pages_.next();
            at_ = 0;
            if (page_.empty())
                return std::nullopt;
            labels_ = store::labels(transaction_, page_);
        }
        const store::Tenant& tenant = page_.tenants()[at_++];
        return tenant_record(tenant, labels_[tenant.id]);
    }

private:
    store::Store store_;
    store::Transaction transaction_;
    store::TenantPages pages_;
    store::TenantPage page_;
    std::map<std::string, std::vector<store::Label>> labels_;
    std::size_t at_ = 0;
};

cli::Result run(cli::World& world, const Options& o) {
    const auto listing = std::make_shared<Listing>(world, o);
    return cli::Rows{"tenants", {"tenant", "display_name", "external_id", "state", "created_at"}, [listing] {
                         return listing->next();
                     }};
}

}  // namespace

cli::Command tenant_list_command() {
    return cli::command<Options>({
        .name = "list",
        .summary = "List the tenants of the store",
        .details = "By name. The store is read as it is at this moment, without any key; nothing is changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.flag("--removed", o.removed, "those that were removed as well");
                p.option("--label", "K=V", o.labels, "those that have this label; given again, all of them");
            },
        .run = run,
        .examples = {{"mdmctl tenant list", "All there are"}},
        .codes = {ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
