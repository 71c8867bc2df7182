/* SPDX-License-Identifier: Apache-2.0 */
/* load_devices_postgresql ROWS CONNECTION: the fastest known way of a million devices into PostgreSQL, beside which
   `mdmctl dep sync` is measured. COPY fills a temporary table, and one INSERT SELECT in order of serial the one that
   stays, which has the columns and the key of dep_devices. ROWS: see load_devices_sqlite.c. */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>

#define DEVICE                                                                                                  \
    "serial text collate \"C\" not null, model text, description text, color text, asset_tag text, "            \
    "device_family text, os text, profile_status text, profile_uuid text, profile_assign_time text, "           \
    "profile_push_time text, device_assigned_date text, device_assigned_by text, mdm_migration_deadline text, " \
    "more text, op_date text"

static PGconn* server;

static void fail(const char* what) {
    fprintf(stderr, "load_devices_postgresql: %s: %s", what, PQerrorMessage(server));
    exit(1);
}

static void run(const char* sql, ExecStatusType expected) {
    PGresult* result = PQexec(server, sql);
    if (PQresultStatus(result) != expected)
        fail(sql);
    PQclear(result);
}

static void copy(FILE* rows) {
    static char bytes[1 << 16];
    run("copy staging from stdin", PGRES_COPY_IN);
    for (size_t n = 0; (n = fread(bytes, 1, sizeof bytes, rows)) > 0;)
        if (PQputCopyData(server, bytes, (int)n) != 1)
            fail("copy");
    if (PQputCopyEnd(server, NULL) != 1)
        fail("copy");
    for (PGresult* result = NULL; (result = PQgetResult(server)) != NULL; PQclear(result))
        if (PQresultStatus(result) != PGRES_COMMAND_OK)
            fail("copy");
}

int main(int argc, char** argv) {
    FILE* rows = argc == 3 ? fopen(argv[1], "r") : NULL;
    if (rows == NULL)
        return 2;
    server = PQconnectdb(argv[2]);
    if (PQstatus(server) != CONNECTION_OK)
        fail("connect");
    run("set client_min_messages = error; set work_mem = '64MB'; create table if not exists devices "
        "(token text not null, " DEVICE
        ", first_seen_at text not null, changed_at text not null, removed_at text, "
        "revision bigint not null, event text not null, primary key (token, serial))",
        PGRES_COMMAND_OK);
    run("begin; create temporary table staging (" DEVICE ") on commit drop", PGRES_COMMAND_OK);
    copy(rows);
    run("insert into devices select '0b9e2f5e-6d2f-4c63-a7be-5d6c3f1f0b11', staging.*, '2026-12-01T09:00:00Z', "
        "'2026-12-01T09:00:00Z', null, 1, 'added' from staging order by serial; commit",
        PGRES_COMMAND_OK);
    PQfinish(server);
    return fclose(rows) == 0 ? 0 : 1;
}
