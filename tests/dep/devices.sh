# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Devices in a store, as a sync leaves them, for transcripts and for scripts: tests/crash and tests/bench source it.
# put_devices CLIENT... is a client that reads SQL: `sqlite3 -bail mdmctl.db`, `psql -q -d name`.

# token_of TENANT: its one server token, in SQL
token_of() { printf "(select k.id from dep_tokens k join tenants t on t.id = k.tenant where t.name = '%s')" "$1"; }

# five_devices CLIENT...: of the tenant acme, and one of globex where it is there
five_devices() {
    local at="'2026-01-05T10:00:00Z', '2026-01-06T10:00:00Z'"
    "$@" <<SQL
insert into dep_devices (token, serial, model, description, color, asset_tag, device_family, os, profile_status,
    profile_uuid, device_assigned_date, device_assigned_by, more, first_seen_at, changed_at, removed_at, revision, event)
select token, serial, model, description, color, asset_tag, family, os, status, uuid, assigned, by, more, $at, removed, 1, 'added'
from (
    select 'DMPXK1AAJF8J' as serial, 'iPad Air (M2)' as model, 'IPAD AIR WI-FI 128GB SPACE GRAY' as description,
        'SPACE GRAY' as color, 'A-17' as asset_tag, 'iPad' as family, 'iOS' as os, 'assigned' as status,
        '0AB12C3D4E5F60718293A4B5C6D7E8F9' as uuid, '2026-01-04T08:00:00Z' as assigned, 'jo@acme.example' as by,
        '{"imei":["356789012345678","356789012345686"],"is_replacement_device":false,"wifi_mac_address":"00:1B:63:84:45:E6"}' as more,
        null as removed
    union all select 'C02XK1JHJG5H', 'MacBook Pro 14"', null, 'SILVER', null, 'Mac', 'OSX', 'empty', null,
        '2026-01-04T08:00:00Z', 'jo@acme.example', null, null
    union all select 'F9FXK1BBJG5H', 'iPhone 16', null, 'BLACK', null, 'iPhone', 'iOS', 'pushed',
        '0AB12C3D4E5F60718293A4B5C6D7E8F9', '2026-01-04T08:00:00Z', 'jo@acme.example', null, null
    union all select 'K4L0QW1Z9X', 'iPhone 16', null, 'PINK', null, 'iPhone', 'iOS', 'empty', null,
        '2026-01-04T08:00:00Z', 'jo@acme.example', null, null
    union all select 'G6TXK1CCPT10', 'Apple TV 4K', null, 'BLACK', null, 'AppleTV', 'tvOS', 'removed', null,
        '2026-01-04T08:00:00Z', 'jo@acme.example', null, '2026-01-08T10:00:00Z'
) as devices, (select $(token_of acme) as token) as whose;
insert into dep_devices (token, serial, model, first_seen_at, changed_at, revision, event)
select k.id, 'H8GLOBEX01', 'iPad', $at, 1, 'added' from dep_tokens k join tenants t on t.id = k.tenant where t.name = 'globex';
insert into dep_syncs (token, phase, pages, staged, unreadable, full_at, live, revision)
select id, 'synced', 1, 0, 0, '2026-01-09T10:00:00Z', 4, 1 from dep_tokens;
update dep_tokens set devices = 4, last_sync = '2026-01-09T10:00:00Z';
SQL
}

# many_devices SIZE CLIENT...: so many of acme, D0000001 and on
many_devices() {
    local size=$1
    shift
    "$@" <<SQL
insert into dep_devices (token, serial, model, description, color, device_family, os, profile_status, profile_uuid,
    profile_assign_time, device_assigned_date, device_assigned_by, more, op_date, first_seen_at, changed_at, revision, event)
with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < $size)
select whose.token, 'D' || substr('0000000' || n, length('0000000' || n) - 6), 'iPad Air 11-inch (M2)',
    'IPAD AIR WI-FI 128GB SPACE GRAY-ZML', 'SPACE GRAY', 'iPad', 'iOS', 'assigned', '0AB12C3D4E5F60718293A4B5C6D7E8F9',
    '2026-01-04T09:00:00Z', '2026-01-04T08:00:00Z', 'jo@acme.example',
    '{"is_replacement_device":false,"wifi_mac_address":"00:1B:63:84:45:E6"}', '2026-01-04T08:00:00Z',
    '2026-01-05T10:00:00Z', '2026-01-06T10:00:00Z', 1, 'added'
from numbers, (select $(token_of acme) as token) as whose;
update dep_tokens set devices = $size, last_sync = '2026-01-09T10:00:00Z';
SQL
}
