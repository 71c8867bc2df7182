// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/location.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

/// The SQL in which the two engines differ (beside that, lock_server.cpp speaks to PostgreSQL alone). All other is what
/// both take: the types are text and bigint (SOCI reads SQLite's "integer" as 32 bits), `on conflict` is spelled alike,
/// foreign keys are `deferrable initially deferred`.
namespace mdm::store::dialect {

/// What a new connection is told, in order.
std::vector<std::string> greeting(Engine engine, bool reads_only, std::chrono::milliseconds patience);

/// What makes a new, empty store.
std::vector<std::string> preparation(Engine engine);

std::string_view begin_reading(Engine engine);
/// Statements that begin a writing transaction; behind them this run is the only one that writes.
std::vector<std::string_view> begin_writing(Engine engine);

/// What is said outside a transaction, so that commits are on the disk at once, as they are from the beginning, or
/// soon.
std::vector<std::string_view> durability(Engine engine, bool at_once);

/// Gives a row with `busy` (0: it is done): what was deleted leaves the log beside the database as well, which the
/// engine keeps while others have it open. Empty: that is the server's to do.
std::string_view log_emptying(Engine engine);

/// A join that is done behind those before it. SQLite knows nothing of how many rows a table has, and may begin a
/// question about a page of tenants with all rows of another table; a server counts.
std::string_view join_in_order(Engine engine);

/// What stands behind `from` for the texts in the JSON array `:texts`, a row each, in the column `texts.value`. A
/// thousand of them travel at the price of one.
std::string_view texts_of_array(Engine engine);

/// Takes all rows out of a table that holds no secret, without looking at each.
std::vector<std::string> emptying(Engine engine, std::string_view table);

/// One row where the table `:name` is there.
std::string_view table_lookup(Engine engine);

/// The names of all tables, as the column `name`.
std::string_view table_names(Engine engine);

/// The columns of all tables: `of_table`, `name`, `type` ("text" or "bigint"), `required` (1: never null).
std::string_view column_list(Engine engine);

/// The foreign keys of all tables, of which each is one column: `of_table`, `name`, `parent`.
std::string_view foreign_key_list(Engine engine);

/// Rows with the column `problem`, none where the engine finds its own file in order. Empty: it has no such question.
std::vector<std::string_view> integrity_questions(Engine engine);

}  // namespace mdm::store::dialect
