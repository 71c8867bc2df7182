// SPDX-License-Identifier: Apache-2.0
#include "store/sealed_secret.hpp"

#include "base/error.hpp"
#include "crypto/cms_seal.hpp"
#include "crypto/random.hpp"

#include <fmt/format.h>

namespace mdm::store {
namespace {

std::string header_of(const Place& place) {
    return fmt::format("tenant: {}\nkind: {}\nid: {}\n\n", place.tenant.empty() ? "-" : place.tenant, place.kind,
                       place.id);
}

Place place_of(const Row& row) { return {row.maybe_text("tenant").value_or(""), row.text("kind"), row.text("id")}; }

std::string described(const Place& place) {
    return fmt::format("{} '{}' of {}", place.kind, place.id,
                       place.tenant.empty() ? "the store" : fmt::format("tenant '{}'", place.tenant));
}

/// The lines up to the empty one, on one line; what was sealed there is ours, and all of it is shown.
std::string shown_header(std::string_view opened) {
    std::string header(opened.substr(0, opened.find("\n\n")));
    for (char& c : header)
        if (c == '\n')
            c = ' ';
    return header;
}

Row secret_row(Transaction& transaction, std::string_view id) {
    auto row = transaction.row("select id, tenant, kind, key_id, sealed from secrets where id = :id", {{"id", id}});
    if (!row)
        throw Error{ErrorCode::no_such_secret, fmt::format("the store holds no secret '{}'", id)};
    return std::move(*row);
}

Secret open_row(const Row& row, const StoreKey& key) { return open_in_place(row.text("sealed"), place_of(row), key); }

std::vector<Row> every_id(Transaction& transaction) {
    return transaction.rows("select id from secrets order by created_at, id");
}

}  // namespace

std::string seal_in_place(const Secret& secret, const Place& place, const StoreKey& key) {
    const std::string header = header_of(place);
    std::string plain;
    plain.reserve(header.size() + secret.reveal().size());
    plain.append(header).append(secret.reveal());
    const Secret whole{std::move(plain)};
    return crypto::seal(whole.reveal(), key.bytes, key.id);
}

Secret open_in_place(std::string_view sealed, const Place& place, const StoreKey& key) {
    const auto opened = crypto::open_sealed(sealed, key.bytes, key.id);
    if (!opened)
        throw Error{ErrorCode::secret_damaged, fmt::format("{} does not open with the store key", described(place)),
                    "mdmctl store check says what else is wrong; a backup may hold it whole"};
    const std::string header = header_of(place);
    const std::string_view plain = opened->reveal();
    const bool has_header = plain.starts_with("tenant: ") && plain.find("\n\n") != std::string_view::npos;
    if (!plain.starts_with(header))
        throw Error{ErrorCode::sealed_elsewhere,
                    fmt::format("{} was sealed for another place: {}", described(place),
                                has_header ? shown_header(plain) : "no place is named in it"),
                    "somebody moved it inside the database; mdmctl audit verify, and bring back a backup"};
    return Secret{std::string(plain.substr(header.size()))};
}

std::string keep_secret(Transaction& transaction, const StoreKey& key, std::string_view tenant, std::string_view kind,
                        const Secret& secret, Time now) {
    const Place place{std::string(tenant), std::string(kind), crypto::random_uuid()};
    transaction.run(
        "insert into secrets (id, tenant, kind, key_id, sealed, created_at) "
        "values (:id, :tenant, :kind, :key_id, :sealed, :created_at)",
        {{"id", place.id},
         {"tenant", tenant.empty() ? Value() : Value(tenant)},
         {"kind", kind},
         {"key_id", key.id},
         {"sealed", seal_in_place(secret, place, key)},
         {"created_at", now}});
    if (open_secret(transaction, key, place.id).reveal() != secret.reveal())
        throw Error{ErrorCode::internal_error, "a secret that was kept does not come back as it was"};
    return place.id;
}

Secret open_secret(Transaction& transaction, const StoreKey& key, std::string_view id) {
    return open_row(secret_row(transaction, id), key);
}

void destroy_secret(Transaction& transaction, std::string_view id) {
    transaction.run("delete from secrets where id = :id", {{"id", id}});
}

std::int64_t open_every_secret(Transaction& transaction, const StoreKey& key) {
    std::int64_t opened = 0;
    for (const Row& row : every_id(transaction)) {
        static_cast<void>(open_secret(transaction, key, row.text("id")));
        ++opened;
    }
    return opened;
}

std::int64_t reseal_every_secret(Transaction& transaction, const StoreKey& old_key, const StoreKey& new_key) {
    std::int64_t resealed = 0;
    for (const Row& id : every_id(transaction)) {
        const Row row = secret_row(transaction, id.text("id"));
        const Secret secret = open_row(row, old_key);
        transaction.run("update secrets set sealed = :sealed, key_id = :key_id where id = :id",
                        {{"sealed", seal_in_place(secret, place_of(row), new_key)},
                         {"key_id", new_key.id},
                         {"id", row.text("id")}});
        if (open_secret(transaction, new_key, row.text("id")).reveal() != secret.reveal())
            throw Error{ErrorCode::internal_error, "a secret that was sealed again does not come back as it was"};
        ++resealed;
    }
    return resealed;
}

}  // namespace mdm::store
