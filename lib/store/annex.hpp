// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// What passes through a store in bulk and can be fetched again stays out of SQLite's log and database, where it would
/// be written twice, and waited for twice.
namespace mdm::store {

class Session;
class Store;

/// On SQLite a file of its own beside the store, "mdmctl.db-annex-NAME", attached to the connection that writes: what
/// is written to both is committed together. A run that is killed within a commit may leave it to the store and not to
/// the annex, and a store that is copied has no annex: whoever goes on with one asks whether all is there.
/// On a server there is none; the table is the store's own.
class Annex {
public:
    /// Attached until this is gone; outside a transaction, and one at a time for each store.
    /// name   letters, digits and hyphens
    /// table  one of the store's: that of the annex has the same columns
    /// throws what Database throws
    Annex(Store& store, std::string_view name, std::string_view table);
    Annex(const Annex&) = delete;
    Annex& operator=(const Annex&) = delete;
    /// What is in it stays for the next run.
    ~Annex();

    /// Its name in SQL.
    const std::string& table() const noexcept { return table_; }

    /// Nothing is in it any more, on SQLite: the file is another one. Outside a transaction.
    void discard();

private:
    void attach();
    void open();
    void detach();

    Session* session_ = nullptr;  ///< null: there is no annex
    std::string name_;            ///< the table's, in the store
    std::string table_;
    std::string file_;
};

/// What a run left of such an annex, without opening it.
void remove_annex(const Store& store, std::string_view name);

/// All that the store at that path has. Who has one attached goes on with what it has, and ends it.
void remove_annexes(const std::string& store_path);

}  // namespace mdm::store
