-- SPDX-License-Identifier: Apache-2.0
-- A server token for each tenant of fleet.sql, of a service of its own, for both engines.
begin;
insert into dep_versions (id, token, seq, consumer_key, access_token_expiry, estimated, sandbox, server_uuid, server_name,
        org_id, org_name, org_type, admin_id, account_at, imported_at)
    select 'dep-version-' || id, 'token-' || id, 1, 'CK_' || id, '2027-01-10T12:00:00Z', 0, 1, 'UUID-' || id, 'Prod', 'org-' || id,
        name, 'org', 'dep@example.org', created_at, created_at
    from tenants where id like 'tenant-%';
insert into dep_tokens (id, tenant, name, origin, current, created_at)
    select 'token-' || id, id, 'default', 'http://127.0.0.1:1', 'dep-version-' || id, created_at
    from tenants where id like 'tenant-%';
insert into dep_changes (token, seq, at, event, version, actor)
    select 'token-' || id, 1, created_at, 'import', 'dep-version-' || id, 'bench' from tenants where id like 'tenant-%';
commit;
