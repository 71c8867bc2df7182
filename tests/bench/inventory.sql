-- SPDX-License-Identifier: Apache-2.0
-- Tenants with four things each that end, on a thousand different days, for both engines.
begin;
create table fleet (n bigint);
insert into fleet with recursive counted(n) as (select 1 union all select n + 1 from counted where n < :size)
    select n from counted;
create table things (service text);
insert into things values ('certificate'), ('scep'), ('tls'), ('vpp');
insert into tenants (id, name, created_at) select 'tenant-' || n, 'tenant ' || n, '2026-01-10T12:00:00Z' from fleet;
insert into policies (id, tenant, parent, name, created_at)
    select 'policy-' || n, 'tenant-' || n, p.id, '/', '2026-01-10T12:00:00Z'
    from fleet, policies p where p.tenant is null;
insert into inventory (id, scope, tenant, policy, service, name, not_after, state, changed_at)
    select 'item-' || n || service, 'tenant-' || n, 'tenant-' || n, 'policy-' || n, service, 'default',
        '20' || (30 + n % 60) || '-0' || (1 + n % 9) || '-15T12:00:00Z', 'told', '2026-01-10T12:00:00Z'
    from fleet, things;
drop table fleet;
drop table things;
commit;
