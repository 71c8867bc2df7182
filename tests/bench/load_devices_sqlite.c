/* SPDX-License-Identifier: Apache-2.0 */
/* load_devices_sqlite ROWS DATABASE: the fastest known way of a million devices into SQLite, beside which `mdmctl dep
   sync` is measured. One prepared statement fills a staging table, which is temporary, for nothing here goes on after a
   kill; one merge in order of serial fills the table that stays, which has the columns and the key of dep_devices. That
   is safe on the disk when this ends, as what mdmctl writes is.
   ROWS has a line a device in PostgreSQL's form of COPY: serial to op_date, with a tab between, \N where there is
   nothing, and no other backslash. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEVICE                                                                                             \
    "serial text not null, model text, description text, color text, asset_tag text, device_family text, " \
    "os text, profile_status text, profile_uuid text, profile_assign_time text, profile_push_time text, "  \
    "device_assigned_date text, device_assigned_by text, mdm_migration_deadline text, more text, op_date text"
enum { columns = 16 };

static sqlite3* database;

static void fail(const char* what) {
    fprintf(stderr, "load_devices_sqlite: %s: %s\n", what, sqlite3_errmsg(database));
    exit(1);
}

static void run(const char* sql) {
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail(sql);
}

static void bind_line(sqlite3_stmt* insert, const char* line, const char* end) {
    for (int column = 1; column <= columns; ++column) {
        const char* tab = column < columns ? memchr(line, '\t', (size_t)(end - line)) : end;
        if (tab == NULL)
            fail("a line has too few columns");
        if (*line == '\\')
            sqlite3_bind_null(insert, column);
        else
            sqlite3_bind_text(insert, column, line, (int)(tab - line), SQLITE_STATIC);
        line = tab + 1;
    }
}

static void stage(FILE* rows) {
    sqlite3_stmt* insert = NULL;
    char* line = NULL;
    size_t room = 0;
    if (sqlite3_prepare_v2(database, "insert into staging values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", -1, &insert,
                           NULL) != SQLITE_OK)
        fail("insert");
    for (ssize_t length = 0; (length = getline(&line, &room, rows)) > 0;) {
        bind_line(insert, line, line + length - 1);
        if (sqlite3_step(insert) != SQLITE_DONE)
            fail("insert");
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    free(line);
}

int main(int argc, char** argv) {
    FILE* rows = argc == 3 ? fopen(argv[1], "r") : NULL;
    if (rows == NULL || sqlite3_open(argv[2], &database) != SQLITE_OK)
        return 2;
    run("pragma journal_mode = wal; pragma wal_autocheckpoint = 16000");
    run("create table if not exists devices (token text not null, " DEVICE
        ", first_seen_at text not null, changed_at text not null, removed_at text, revision bigint not null, "
        "event text not null, primary key (token, serial))");
    run("create temp table staging (" DEVICE "); begin");
    stage(rows);
    run("insert into devices select '0b9e2f5e-6d2f-4c63-a7be-5d6c3f1f0b11', staging.*, '2026-12-01T09:00:00Z', "
        "'2026-12-01T09:00:00Z', null, 1, 'added' from staging order by serial; commit");
    return sqlite3_close(database) == SQLITE_OK && fclose(rows) == 0 ? 0 : 1;
}
