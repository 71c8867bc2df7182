// SPDX-License-Identifier: Apache-2.0
#include "store/dialect.hpp"

#include <fmt/format.h>

namespace mdm::store::dialect {

std::vector<std::string> greeting(Engine engine, bool reads_only, std::chrono::milliseconds patience) {
    if (engine == Engine::sqlite)
        return {"pragma foreign_keys = on", "pragma trusted_schema = off", "pragma secure_delete = on",
                reads_only ? "pragma query_only = on" : "pragma query_only = off"};
    std::vector<std::string> out{
        // libpq prints notices on standard error by itself.
        "set client_min_messages = error",
        fmt::format("set lock_timeout = {}", patience.count()),
        "set timezone = 'UTC'",
        "set standard_conforming_strings = on",
        // A run whose network went away gives its locks back after this long, not after TCP's two hours.
        "select set_config('client_connection_check_interval', '10s', false) "
        "from pg_settings where name = 'client_connection_check_interval'",
    };
    // It is never set to off: whoever set it to on for this database or this login wants no change.
    if (reads_only)
        out.emplace_back("set default_transaction_read_only = on");
    return out;
}

std::vector<std::string> preparation(Engine engine) {
    if (engine == Engine::sqlite)
        return {"pragma journal_mode = wal"};
    return {};
}

std::string_view begin_reading(Engine engine) {
    return engine == Engine::sqlite ? "begin" : "begin transaction isolation level repeatable read read only";
}

std::vector<std::string_view> begin_writing(Engine engine) {
    if (engine == Engine::sqlite)
        return {"begin immediate"};
    // Read committed, and the lock first: every statement behind it sees what the run before us committed. The number
    // is "mdmctl" in ASCII.
    return {"begin transaction isolation level read committed",
            "select pg_advisory_xact_lock(120278099391596) is null as held"};
}

std::vector<std::string_view> durability(Engine engine, bool at_once) {
    if (engine == Engine::postgresql)
        return {at_once ? "reset synchronous_commit" : "set synchronous_commit = off"};
    // In WAL mode a power cut damages nothing either way (https://sqlite.org/pragma.html#pragma_synchronous). The log
    // grows to 64 MB, for each time that it is taken over into the database waits for the disk twice.
    if (at_once)
        return {"pragma synchronous = full", "pragma wal_autocheckpoint = 1000"};
    return {"pragma synchronous = normal", "pragma wal_autocheckpoint = 16000", "pragma cache_size = -4000"};
}

std::string_view log_emptying(Engine engine) {
    return engine == Engine::sqlite ? "pragma wal_checkpoint(truncate)" : "";
}

std::string_view table_lookup(Engine engine) {
    return engine == Engine::sqlite ? "select name from sqlite_master where type = 'table' and name = :name"
                                    : "select table_name::text as name from information_schema.tables "
                                      "where table_schema = current_schema() and table_name = :name";
}

std::string_view join_in_order(Engine engine) { return engine == Engine::sqlite ? "cross join" : "join"; }

std::string_view texts_of_array(Engine engine) {
    return engine == Engine::sqlite ? "json_each(:texts) as texts"
                                    : "jsonb_array_elements_text(cast(:texts as jsonb)) as texts (value)";
}

std::vector<std::string> emptying(Engine engine, std::string_view table) {
    if (engine == Engine::postgresql)
        return {fmt::format("truncate {}", table)};
    // Overwriting what was there would put all of it into the log once more.
    return {"pragma secure_delete = fast", fmt::format("delete from {}", table), "pragma secure_delete = on"};
}

std::string_view table_names(Engine engine) {
    return engine == Engine::sqlite
               ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"
               : "select table_name::text as name from information_schema.tables "
                 "where table_schema = current_schema() order by table_name";
}

std::string_view column_list(Engine engine) {
    return engine == Engine::sqlite
               ? "select m.name as of_table, c.name, c.type, c.\"notnull\" as required "
                 "from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' order by m.name, c.cid"
               : "select table_name::text as of_table, column_name::text as name, data_type::text as type, "
                 "case when is_nullable = 'NO' then 1 else 0 end as required from information_schema.columns "
                 "where table_schema = current_schema() order by table_name, ordinal_position";
}

std::string_view foreign_key_list(Engine engine) {
    return engine == Engine::sqlite ? "select m.name as of_table, f.\"from\" as name, f.\"table\" as parent "
                                      "from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'"
                                    : "select c.conrelid::regclass::text as of_table, a.attname::text as name, "
                                      "c.confrelid::regclass::text as parent from pg_constraint c "
                                      "join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] "
                                      "where c.contype = 'f' and c.connamespace = current_schema()::regnamespace";
}

std::vector<std::string_view> integrity_questions(Engine engine) {
    if (engine == Engine::postgresql)
        return {};  // the server keeps its own files, and does not let a broken foreign key in
    return {"select integrity_check as problem from pragma_integrity_check where integrity_check <> 'ok'",
            "select 'a row of ' || \"table\" || ' refers to one of ' || parent || ' that is not there' as problem "
            "from pragma_foreign_key_check"};
}

}  // namespace mdm::store::dialect
