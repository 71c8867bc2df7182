// SPDX-License-Identifier: Apache-2.0
#include "store/annex.hpp"

#include "store/session.hpp"
#include "store/sqlite_connection.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace mdm::store {
namespace {

constexpr std::string_view infix = "-annex-";

std::string file_of(const std::string& store, std::string_view name) {
    return fmt::format("{}{}{}", store, infix, name);
}

/// Its own files go with it. What is not there is as gone as it can be.
void remove_files(const std::string& file) {
    for (const char* suffix : {"", "-wal", "-shm"})
        ::unlink((file + suffix).c_str());
}

std::string sql_quoted(std::string_view path) {
    std::string out;
    for (const char c : path)
        out += c == '\'' ? "''" : std::string(1, c);
    return out;
}

/// Closing a file, SQLite takes its log into it, and waits for the disk: in vain where the file goes as well.
void keep_log(Session& session, bool kept) {
    sqlite_api::sqlite3_db_config(sqlite_connection(session), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, kept ? 1 : 0, nullptr);
}

}  // namespace

Annex::Annex(Store& store, std::string_view name, std::string_view table) : name_(table), table_(table) {
    Session& session = store.writing_database(Durability::soon).session();
    if (session.engine() != Engine::sqlite)
        return;
    session_ = &session;
    table_ = fmt::format("annex.{}", table);
    file_ = file_of(store.location().path, name);
    attach();
}

Annex::~Annex() {
    if (session_ != nullptr)
        detach();
}

void Annex::discard() {
    if (session_ == nullptr)
        return;
    keep_log(*session_, true);
    detach();
    keep_log(*session_, false);
    remove_files(file_);
    attach();
}

void Annex::detach() {
    try {
        session_->run("detach database annex");
    } catch (const Error&) {  // it is not attached, or its connection is about to close
    }
}

void Annex::attach() {
    try {
        open();
    } catch (const Error& e) {
        // A power cut, or somebody else's file. What is in an annex can be had again.
        if (e.code() != ErrorCode::store_damaged && e.code() != ErrorCode::not_a_store)
            throw;
        detach();
        remove_files(file_);
        open();
    }
}

void Annex::open() {
    prepare_file(file_);
    session_->run(fmt::format("attach database '{}' as annex", sql_quoted(file_)));
    // Large pages, for it is filled and read from one end to the other. SQLite has counted its cache in small ones by
    // then.
    for (const char* sql : {"pragma annex.page_size = 65536", "pragma annex.cache_size = -2000",
                            "pragma annex.journal_mode = wal", "pragma annex.synchronous = normal"})
        session_->run(sql);
    session_->run(fmt::format("create table if not exists {} as select * from main.{} limit 0", table_, name_));
}

void remove_annex(const Store& store, std::string_view name) {
    if (store.location().engine == Engine::sqlite)
        remove_files(file_of(store.location().path, name));
}

void remove_annexes(const std::string& store_path) {
    const std::filesystem::path store = std::filesystem::absolute(store_path);
    const std::string begin = store.filename().string() + std::string(infix);
    std::error_code failed;
    for (std::filesystem::directory_iterator at(store.parent_path(), failed), end; !failed && at != end;
         at.increment(failed))
        if (at->path().filename().string().starts_with(begin))
            ::unlink(at->path().c_str());
}

}  // namespace mdm::store
