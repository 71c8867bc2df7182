// SPDX-License-Identifier: Apache-2.0
#include "tenant/takeover.hpp"

#include "access/changing.hpp"
#include "access/refusal.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "dep/succession.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

using tenant::Customer;

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

bool note_server_token(store::Change& change, const store::Tenant& tenant, const Customer& customer) {
    if (!customer.server_token_expires || !dep::held_tokens(change.transaction(), tenant.id).empty())
        return false;
    dep::track(change, tenant, *customer.server_token_expires);
    return true;
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
                    named.insert(DownloadFolder::normal(*name));
        },
        [&](const tenant::BadRow&) { ++rows_; });
    if (files_ != nullptr)
        files_->look_for_topics(named);
}

void Takeover::survey(const Customer& customer) {
    const auto keep = [&](auto& line_of, auto& repeated, const std::string& what) {
        if (what.empty())
            return;
        const auto [first, is_first] = line_of.emplace(what, customer.line);
        if (!is_first)
            repeated.insert({first->second, customer.line});
    };
    ++rows_;
    line_of_tenant_.emplace(customer.tenant, customer.line);
    keep(line_of_topic_, repeated_topics_, customer.topic);
    keep(line_of_file_, repeated_files_, DownloadFolder::normal(customer.push_certificate));
}

void Takeover::refuse_repeated(const Customer& customer) const {
    constexpr const char* find_out = "a push certificate is one tenant's: find out whose";
    if (const std::int64_t first = line_of_tenant_.at(customer.tenant); first != customer.line)
        throw Error{ErrorCode::row_repeated,
                    fmt::format("the tenant '{}' is in row {} already", customer.tenant, first),
                    "one row a tenant: say it all there"};
    if (repeated_topics_.contains(customer.line))
        throw Error{ErrorCode::row_repeated, fmt::format("another row has the topic {} as well", customer.topic),
                    find_out};
    if (repeated_files_.contains(customer.line))
        throw Error{ErrorCode::row_repeated,
                    fmt::format("another row names the file '{}' as well", customer.push_certificate), find_out};
}

void Takeover::fail(std::int64_t row, const std::string& tenant, const Error& why) {
    failed_.push_back({row, tenant, why});
}

void Takeover::run() {
    cli::Progress progress(world_, "rows", rows_);
    list_.each(
        [&](const Customer& customer) {
            take(customer, progress);
            progress.step();
        },
        [&](const tenant::BadRow& row) {
            fail(row.line, row.tenant, row.why);
            progress.step();
        });
}

void Takeover::take(const Customer& customer, cli::Progress& progress) {
    try {
        refuse_repeated(customer);
        const auto file = file_of(customer);
        const auto download = file ? std::optional(opened(*file, customer, progress)) : std::nullopt;
        const Done done = bring_in(customer, download);
        count(done.outcome);
        if (file && done.certificate.file_is_of_use)
            files_->mark_used(DownloadFolder::normal(*file));
        for (const std::string& remark : {done.certificate.remark, download ? contradiction(customer, *download) : ""})
            if (!remark.empty()) {
                progress.clear();
                world_.warn(fmt::format("row {}: {}", customer.line, remark));
            }
    } catch (const Error& e) {
        // What concerns the store as a whole ends the run: the next row would meet it as well.
        if (access::concerns_the_store(e.code()))
            throw;
        if (exit_code(e.code()) == refusal_exit) {
            progress.clear();
            record_refusal(customer, e);
        }
        fail(customer.line, customer.tenant, e);
    }
}

void Takeover::count(Outcome outcome) {
    switch (outcome) {
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
}

void Takeover::record_refusal(const Customer& customer, const Error& why) {
    // Of a tenant that did not come to be there is no chain: it is an event of the store.
    const auto tenant = [&] {
        store::Transaction transaction = store_.read();
        return store::tenant_named(transaction, customer.tenant);
    }();
    access::record_refusal(world_, store_,
                           {.tenant_id = tenant ? tenant->id : "",
                            .tenant = tenant ? tenant->name : "",
                            .command = "tenant add",
                            .object = fmt::format("tenant {}", customer.tenant)},
                           why);
}

std::optional<std::string> Takeover::file_of(const Customer& customer) {
    if (!customer.push_certificate.empty())
        return customer.push_certificate;
    if (files_ == nullptr)
        return std::nullopt;
    if (!customer.topic.empty())
        return files_->find(customer.topic);
    store::Transaction transaction = store_.read();
    const auto tenant = store::tenant_named(transaction, customer.tenant);
    if (!tenant)
        return std::nullopt;
    for (const apns::HeldCertificate& held : apns::held_certificates(transaction, tenant->id))
        if (!held.removed_at)
            if (auto file = files_->find(held.current.topic))
                return file;
    return std::nullopt;
}

apns::Download Takeover::opened(const std::string& file, const Customer& customer, cli::Progress& progress) const {
    if (files_ == nullptr)
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is a file, and no folder was named", file),
                    "--files DIR says where the files of the list are"};
    apns::Download download = files_->open(file, customer.p12_passphrase_file, [&] { progress.clear(); });
    download.apple_account = customer.apple_account;
    const auto topic = apns::push_topic(download.certificate);
    if (topic && !customer.topic.empty() && *topic != customer.topic)
        throw Error{ErrorCode::topic_mismatch,
                    fmt::format("the topic of '{}' is {}, and the row says {}", file, *topic, customer.topic),
                    "one of the two is another tenant's"};
    return download;
}

Takeover::Done Takeover::bring_in(const Customer& customer, const std::optional<apns::Download>& download) {
    store::Change change = store_.change(world_.clock.now());
    store::Transaction& transaction = change.transaction();
    const bool is_new = !store::tenant_named(transaction, customer.tenant);
    store::Tenant tenant = is_new ? store::add_tenant(transaction, {.name = customer.tenant}, change.now())
                                  : store::tenant_to_change(transaction, customer.tenant);

    std::vector<std::string> done;
    const auto note = [&](bool changed, const char* what) {
        if (changed)
            done.emplace_back(what);
    };
    note(complete_names(transaction, tenant, customer), "names");
    note(complete_labels(transaction, tenant, customer), "labels");
    note(complete_contacts(transaction, tenant, customer, change.now()), "contacts");
    note(note_server_token(change, tenant, customer), "server token");
    CertificateDone certificate = bring_certificate(change, tenant, customer, download);
    note(certificate.changed, "push certificate");
    if (!is_new && done.empty())
        return {Outcome::unchanged, std::move(certificate)};
    change.record({.tenant_id = tenant.id,
                   .tenant = tenant.name,
                   .command = "tenant add",
                   .object = fmt::format("tenant {}", tenant.name),
                   .after = json_object(
                       {{"row", std::to_string(customer.line)}, {"completed", none_if_empty(joined(done, ", "))}})});
    if (!world_.settings.dry_run)
        change.commit();
    return {is_new ? Outcome::added : Outcome::changed, std::move(certificate)};
}

}  // namespace mdm::apps
