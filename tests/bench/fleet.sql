-- SPDX-License-Identifier: Apache-2.0
-- Tenants beside the first one, with its certificate under their own topics, for both engines.
begin;
create table fleet (n bigint);
insert into fleet with recursive counted(n) as (select 1 union all select n + 1 from counted where n < :size)
    select n from counted;
insert into tenants (id, name, created_at) select 'tenant-' || n, 'tenant ' || n, '2026-01-10T12:00:00Z' from fleet;
insert into policies (id, tenant, parent, name, created_at)
    select 'policy-' || n, 'tenant-' || n, p.id, '/', '2026-01-10T12:00:00Z'
    from fleet, policies p where p.tenant is null;
insert into apns_versions (id, certificate, topic, serial, not_before, not_after, public_key_sha256, pem, imported_at)
    select 'version-' || n, 'certificate-' || n, 'com.apple.mgmt.External.' || n, 'F00D' || n, v.not_before, v.not_after,
        'key-' || n, v.pem, v.imported_at
    from fleet, apns_versions v where v.key_secret is not null;
insert into apns_certificates (id, tenant, name, apple_account, account_kind, current, created_at)
    select 'certificate-' || n, 'tenant-' || n, 'default', 'mdm@example.org', 'shared', 'version-' || n,
        '2026-01-10T12:00:00Z'
    from fleet;
insert into apns_assignments (policy, certificate) select 'policy-' || n, 'certificate-' || n from fleet;
drop table fleet;
commit;
