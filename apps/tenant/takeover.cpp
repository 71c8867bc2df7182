// SPDX-License-Identifier: Apache-2.0
#include "tenant/takeover.hpp"

#include "access/changing.hpp"
#include "apns/succession.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "store/inventory.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

using tenant::Customer;

/// A tracked server token is a line of the inventory and no more, until its file is imported.
constexpr std::string_view token_service = "dep";
constexpr std::string_view token_name = "default";

/// Puts in what is not there yet. true: something was
bool fill(std::string& place, const std::string& value) {
    if (!place.empty() || value.empty())
        return false;
    place = value;
    return true;
}

bool complete_names(store::Transaction& transaction, store::Tenant& tenant, const Customer& customer) {
    bool changed = fill(tenant.display_name, customer.display_name);
    changed |= fill(tenant.external_id, customer.external_id);
    changed |= fill(tenant.mdm, customer.mdm);
    changed |= fill(tenant.note, customer.note);
    if (changed)
        store::update(transaction, tenant);
    return changed;
}

bool complete_labels(store::Transaction& transaction, const store::Tenant& tenant, const Customer& customer) {
    const auto there = store::labels(transaction, tenant.id);
    bool changed = false;
    for (const store::Label& label : customer.labels) {
        const bool known =
            std::any_of(there.begin(), there.end(), [&](const store::Label& other) { return other.key == label.key; });
        if (known || label.value.empty())
            continue;
        store::set_label(transaction, tenant.id, label);
        changed = true;
    }
    return changed;
}

bool complete_contacts(store::Transaction& transaction, const store::Tenant& tenant, const Customer& customer,
                       Time now) {
    bool changed = false;
    for (const std::string& address : customer.contacts)
        changed |= store::add_contact(transaction, store::root_policy(transaction, tenant.id), address, now);
    return changed;
}

bool note_server_token(store::Transaction& transaction, const store::Tenant& tenant, const Customer& customer,
                       Time now) {
    if (!customer.server_token_expires ||
        !store::inventory(transaction, {.tenant = tenant.id, .service = std::string(token_service)}).empty())
        return false;
    store::put_in_inventory(
        transaction,
        {.tenant = tenant.id,
         .policy = store::root_policy(transaction, tenant.id),
         .service = std::string(token_service),
         .name = std::string(token_name),
         .not_after = customer.server_token_expires,
         .state = "tracked",
         .next_command = fmt::format("mdmctl dep renew FILE --tenant {}", shell_quoted(tenant.name))},
        now);
    return true;
}

Error no_longer_there(const store::Tenant& tenant) {
    return {tenant.removed_at ? ErrorCode::no_such_tenant : ErrorCode::handed_over,
            fmt::format("the tenant '{}' {}", tenant.name, tenant.removed_at ? "was removed" : "was handed over"),
            fmt::format("mdmctl tenant restore {} takes it back", shell_quoted(tenant.name))};
}

apns::ImportOrder order_of(const Customer& customer, std::optional<apns::Download> download) {
    apns::ImportOrder order{.apple_account = customer.apple_account};
    order.tracked = !download || download->keys.empty();
    if (download)
        order.download = std::move(download);
    else
        order.told = apns::ToldCertificate{customer.topic, *customer.not_after, apns::normal_serial(customer.serial)};
    return order;
}

/// What the file is to a certificate that is there: nothing to do, or a refusal. nullopt: it completes it.
bool is_known(store::Transaction& transaction, const apns::HeldCertificate& held,
              const crypto::Certificate& certificate) {
    const auto versions = apns::versions(transaction, held.id);
    return std::any_of(versions.begin(), versions.end(), [&](const apns::Version& version) {
        return version.pem && version.certificate() == certificate;
    });
}

}  // namespace

Takeover::Takeover(cli::World& world, store::Store& store, const tenant::CustomerList& list, DownloadFolder* files)
    : world_(world), store_(store), list_(list), files_(files) {
    std::set<std::string> named;
    list_.each(
        [&](const Customer& customer) {
            survey(customer);
            for (const std::string* name : {&customer.push_certificate, &customer.p12_passphrase_file})
                if (!name->empty())
                    named.insert(*name);
        },
        [&](const tenant::BadRow&) { ++rows_; });
    if (files_ != nullptr)
        files_->look_for_topics(named);
}

void Takeover::survey(const Customer& customer) {
    ++rows_;
    line_of_tenant_.emplace(customer.tenant, customer.line);
    if (customer.topic.empty())
        return;
    const auto [first, is_first] = line_of_topic_.emplace(customer.topic, customer.line);
    if (is_first)
        return;
    repeated_topics_.insert(first->second);
    repeated_topics_.insert(customer.line);
}

void Takeover::refuse_repeated(const Customer& customer) const {
    if (const std::int64_t first = line_of_tenant_.at(customer.tenant); first != customer.line)
        throw Error{ErrorCode::row_repeated,
                    fmt::format("the tenant '{}' is in row {} already", customer.tenant, first),
                    "one row a tenant: say it all there"};
    if (repeated_topics_.contains(customer.line))
        throw Error{ErrorCode::row_repeated, fmt::format("another row has the topic {} as well", customer.topic),
                    "a push certificate is one tenant's: find out whose"};
}

void Takeover::fail(std::int64_t row, const std::string& tenant, const Error& why) {
    failed_.push_back({row, tenant, why});
}

void Takeover::run() {
    cli::Progress progress(world_, "rows", rows_);
    list_.each(
        [&](const Customer& customer) {
            take(customer);
            progress.step();
        },
        [&](const tenant::BadRow& row) {
            fail(row.line, row.tenant, row.why);
            progress.step();
        });
}

void Takeover::take(const Customer& customer) {
    try {
        refuse_repeated(customer);
        switch (bring_in(customer)) {
            case Outcome::added:
                ++added_;
                break;
            case Outcome::changed:
                ++changed_;
                break;
            case Outcome::unchanged:
                ++unchanged_;
                break;
        }
    } catch (const Error& e) {
        // What concerns the store as a whole ends the run: the next row would meet it as well.
        if (access::concerns_the_store(e.code()))
            throw;
        fail(customer.line, customer.tenant, e);
    }
}

Takeover::Outcome Takeover::bring_in(const Customer& customer) {
    store::Change change = store_.change(world_.clock.now());
    store::Transaction& transaction = change.transaction();
    auto tenant = store::tenant_named(transaction, customer.tenant);
    const bool is_new = !tenant;
    if (is_new)
        tenant = store::add_tenant(transaction, {.name = customer.tenant}, change.now());
    else if (tenant->removed_at || tenant->handed_over_at)
        throw no_longer_there(*tenant);

    std::vector<std::string> done;
    const auto note = [&](bool changed, const char* what) {
        if (changed)
            done.emplace_back(what);
    };
    note(complete_names(transaction, *tenant, customer), "names");
    note(complete_labels(transaction, *tenant, customer), "labels");
    note(complete_contacts(transaction, *tenant, customer, change.now()), "contacts");
    note(note_server_token(transaction, *tenant, customer, change.now()), "server token");
    const auto file = file_of(customer, transaction, *tenant);
    note(bring_certificate(change, *tenant, customer, file.value_or("")), "push certificate");
    if (!is_new && done.empty())
        return Outcome::unchanged;
    change.record({.tenant_id = tenant->id,
                   .tenant = tenant->name,
                   .command = "tenant add",
                   .object = fmt::format("tenant {}", tenant->name),
                   .after = json_object(
                       {{"row", std::to_string(customer.line)}, {"completed", none_if_empty(joined(done, ", "))}})});
    if (!world_.settings.dry_run)
        change.commit();
    return is_new ? Outcome::added : Outcome::changed;
}

std::optional<std::string> Takeover::file_of(const Customer& customer, store::Transaction& transaction,
                                             const store::Tenant& tenant) {
    if (!customer.push_certificate.empty())
        return customer.push_certificate;
    if (files_ == nullptr)
        return std::nullopt;
    if (!customer.topic.empty())
        return files_->take(customer.topic);
    for (const apns::HeldCertificate& held : apns::held_certificates(transaction, tenant.id))
        if (auto file = files_->take(held.current.topic))
            return file;
    return std::nullopt;
}

bool Takeover::bring_certificate(store::Change& change, const store::Tenant& tenant, const Customer& customer,
                                 const std::string& file) {
    if (file.empty() && customer.topic.empty())
        return false;
    std::optional<apns::Download> download;
    if (!file.empty()) {
        if (files_ == nullptr)
            throw Error{ErrorCode::bad_usage, fmt::format("'{}' is a file, and no folder was named", file),
                        "--files DIR says where the files of the list are"};
        download = files_->open(file, customer.p12_passphrase_file);
    }
    const std::string topic = download ? apns::push_topic(download->certificate).value_or("") : customer.topic;
    if (download && !customer.topic.empty() && topic != customer.topic)
        throw Error{ErrorCode::topic_mismatch,
                    fmt::format("the topic of '{}' is {}, and the row says {}", file, topic, customer.topic),
                    "one of the two is another tenant's"};

    store::Transaction& transaction = change.transaction();
    for (apns::HeldCertificate& held : apns::held_certificates(transaction, tenant.id)) {
        if (held.current.topic != topic)
            continue;
        if (held.removed_at)
            throw Error::from_findings({apns::exists_finding(held, tenant)});
        if (!download || is_known(transaction, held, download->certificate))
            return false;
        if (apns::completes(held, download->certificate)) {
            const auto judgement = apns::judge_completion(transaction, tenant, held, *download, change.now());
            access::refuse_on_error(judgement.findings);
            apns::complete(change, tenant, held, *download, judgement);
            return true;
        }
        world_.warn(
            fmt::format("row {}: '{}' is another certificate of the topic of '{}', which was left alone: "
                        "mdmctl apns renew {} --tenant {}",
                        customer.line, file, tenant.name, shell_quoted(file), shell_quoted(tenant.name)));
        return false;
    }
    const apns::ImportOrder order = order_of(customer, std::move(download));
    const auto judgement = apns::judge_import(transaction, tenant, order, change.now());
    access::refuse_on_error(judgement.findings);
    apns::import(change, tenant, order, judgement);
    return true;
}

}  // namespace mdm::apps
