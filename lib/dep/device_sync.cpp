// SPDX-License-Identifier: Apache-2.0
#include "dep/device_sync.hpp"

#include "dep/cursor.hpp"
#include "dep/holding.hpp"
#include "dep/newest.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::dep {
namespace {

using store::Transaction;

/// What stands against going on behind a page that was right in itself; nullopt: nothing.
std::optional<Error> judged(CursorGuard& guard, std::string_view asked, const DevicePage& page) {
    if (!page.more_to_follow)
        return std::nullopt;
    try {
        guard.judge(asked, page.cursor, page.records == 0);
        return std::nullopt;
    } catch (const Error& e) {
        return e;
    }
}

}  // namespace

DeviceSync::DeviceSync(store::Store& store, Client& client, store::Tenant tenant, const HeldToken& held,
                       SyncOrder order)
    : store_(store), client_(client), tenant_(std::move(tenant)), token_(held.id), order_(std::move(order)) {
    Transaction transaction = store_.read();
    state_ = sync_state(transaction, token_);
}

SyncOutcome DeviceSync::run() {
    if (order_.events) {
        store_.note([&](Transaction& transaction) { adopt_events(transaction, token_, order_.events->destination); });
        order_.deliver();
    }
    const SyncStep step = next_step(state_, order_.server_uuid, order_.full, order_.clock.now());
    outcome_.full = step != SyncStep::take_changes;
    if (state_ && state_->phase == Phase::synced)
        forget_staging();  // a run that was killed behind its merge left it
    if (step == SyncStep::take_changes && !take_changes()) {
        outcome_.full = true;
        fetch_anew();
    } else if (step == SyncStep::fetch_anew || (step == SyncStep::fetch_on && !has_all_staged())) {
        fetch_anew();
    } else if (step == SyncStep::fetch_on) {
        fetch();
    } else if (step == SyncStep::merge) {
        merge();
    }
    outcome_.total = state_->live;
    outcome_.cursor_saved_at = state_->cursor_saved_at;
    return ended();
}

SyncOutcome DeviceSync::look() {
    const SyncStep step = next_step(state_, order_.server_uuid, order_.full, order_.clock.now());
    outcome_.full = step != SyncStep::take_changes;
    outcome_.total = state_ ? state_->live : 0;
    outcome_.cursor_saved_at = state_ ? state_->cursor_saved_at : std::nullopt;
    if (step == SyncStep::merge)
        return ended();
    PageFetch pages(client_, outcome_.full ? PageKind::listing : PageKind::changes, order_.page_size, outcome_.pages);
    if (step == SyncStep::take_changes)
        pages.begin(*state_->cursor);
    else
        pages.begin(step == SyncStep::fetch_on ? state_->fetch_cursor : std::nullopt);
    if (const FetchedPage fetched = pages.take(); fetched.page != nullptr) {
        pages.finish();
        ++outcome_.pages;
        note_page(*fetched.page);
    }
    return ended();
}

// --- a whole list

void DeviceSync::fetch_anew() {
    const SyncState begun = begun_anew(state_, token_, order_.server_uuid, order_.clock.now());
    Staging& opened = staging();
    opened.discard();
    store_.note([&](Transaction& transaction) {
        move(transaction, state_, begun);
        opened.empty(transaction);
    });
    state_ = begun;
    began_anew_ = true;
    devices_ = 0;
    fetch();
}

void DeviceSync::fetch() {
    CursorGuard guard;
    PageFetch pages(client_, PageKind::listing, order_.page_size, outcome_.pages);
    pages.begin(state_->fetch_cursor);
    for (bool more = true; more;) {
        const FetchedPage fetched = pages.take();
        if (fetched.page == nullptr) {
            refuse_cursor(fetched.refused);
            return fetch_anew();
        }
        const DevicePage& page = *fetched.page;
        ++outcome_.pages;
        const std::string asked = state_->fetch_cursor.value_or("");
        const auto stuck = judged(guard, asked, page);
        // Where a run before this one was stuck as well, it will not pass by itself.
        if (stuck && page.cursor == asked && outcome_.pages == 1 && !began_anew_)
            return fetch_anew();
        more = page.more_to_follow && !stuck;
        if (more)
            pages.begin(page.cursor);
        pages.finish();
        note_page(page);
        keep_listed(page);
        if (stuck)
            throw Error(*stuck);
    }
    merge();
}

/// A list that is under way has been forgotten by the service; once in a run that is as it should be.
void DeviceSync::refuse_cursor(std::string_view code) {
    if (began_anew_)
        throw Error{
            ErrorCode::bad_answer,
            fmt::format("{} does not take the cursor that it gave for the list of devices ({})", client_.where(), code),
            "try again later; what was fetched is not lost"};
}

void DeviceSync::keep_listed(const DevicePage& page) {
    SyncState to = *state_;
    to.fetch_cursor = page.cursor;
    to.fetch_cursor_at = order_.clock.now();
    to.pages += 1;
    to.unreadable += page.unreadable;
    if (!page.more_to_follow)
        to.phase = Phase::merging;
    store_.note(
        [&](Transaction& transaction) {
            to.staged += stage(transaction, staging().table(), token_, to.staged + 1, page.devices);
            move(transaction, state_, to);
        },
        store::Durability::soon);
    state_ = to;
}

void DeviceSync::merge() {
    const Staging& opened = staging();
    {
        store::Change change = store_.change(order_.clock.now());
        Transaction& transaction = change.transaction();
        SyncState to = *state_;
        if (opened.has_all(transaction, to.staged)) {
            const bool is_complete = to.unreadable == 0;
            const Merge merge{token_, change.now(), ++to.revision, opened.table()};
            outcome_.changes = merge_listing(transaction, merge, is_complete);
            to.live += outcome_.changes.added - outcome_.changes.deleted;
            to.phase = Phase::synced;
            to.cursor = std::exchange(to.fetch_cursor, std::nullopt);
            to.cursor_saved_at = std::exchange(to.fetch_cursor_at, std::nullopt);
            if (is_complete)
                to.full_at = to.fetch_began_at;
            if (order_.events)
                note_events(transaction, merge, Merged::listing, to.full_at, *order_.events);
            move(transaction, state_, to);
            opened.empty(transaction);
            note_synced(transaction, to);
            outcome_.total = to.live;
            record(change);
            change.commit();
            state_ = to;
        }
    }
    if (state_->phase == Phase::merging)
        return fetch_anew();
    forget_staging();
    order_.deliver();
}

// --- changes since

bool DeviceSync::take_changes() {
    CursorGuard guard;
    PageFetch pages(client_, PageKind::changes, order_.page_size, outcome_.pages);
    pages.begin(*state_->cursor);
    for (bool more = true; more;) {
        const FetchedPage fetched = pages.take();
        // Apple documents it for changes as well: there are none. Behind a page that said that more follow it is no
        // answer.
        if (fetched.refused == cursor_exhausted && outcome_.pages == 0) {
            store_.note([&](Transaction& transaction) { note_synced(transaction, *state_); });
            return true;
        }
        if (fetched.page == nullptr)
            return false;
        const DevicePage& page = *fetched.page;
        ++outcome_.pages;
        const auto stuck = judged(guard, *state_->cursor, page);
        more = page.more_to_follow && !stuck;
        if (more)
            pages.begin(page.cursor);
        pages.finish();
        note_page(page);
        keep_changes(page);
        if (stuck)
            throw Error(*stuck);
    }
    return true;
}

void DeviceSync::keep_changes(const DevicePage& page) {
    SyncState to = *state_;
    DeviceChanges changes = outcome_.changes;
    // The event of a run is in the transaction of its last page; one that changed nothing has none.
    bool is_kept = false;
    if (!page.more_to_follow && (changes.all() > 0 || !page.devices.empty())) {
        store::Change change = store_.change(order_.clock.now());
        write_changes(change.transaction(), page, to, changes);
        if (changes.all() > 0) {
            note_synced(change.transaction(), to);
            outcome_.changes = changes;
            outcome_.total = to.live;
            record(change);
            change.commit();
            is_kept = true;
        }
    }
    if (!is_kept) {
        to = *state_;
        changes = outcome_.changes;
        store_.note([&](Transaction& transaction) {
            write_changes(transaction, page, to, changes);
            if (!page.more_to_follow)
                note_synced(transaction, to);
        });
    }
    outcome_.changes = changes;
    state_ = to;
    order_.deliver();
}

void DeviceSync::write_changes(Transaction& transaction, const DevicePage& page, SyncState& to,
                               DeviceChanges& changes) {
    to.cursor = page.cursor;
    to.cursor_saved_at = order_.clock.now();
    to.unreadable += page.unreadable;
    if (!page.devices.empty()) {
        stage(transaction, "dep_staging", token_, 1, page.devices, newest(page.devices));
        const Merge merge{token_, order_.clock.now(), ++to.revision};
        const DeviceChanges these = merge_changes(transaction, merge);
        to.live += these.added - these.deleted;
        changes += these;
        if (order_.events)
            note_events(transaction, merge, Merged::changes, to.full_at, *order_.events);
        empty_staging(transaction, token_);
    }
    move(transaction, state_, to);
}

// --- what both do

Staging& DeviceSync::staging() {
    if (!staging_)
        staging_.emplace(store_, token_);
    return *staging_;
}

bool DeviceSync::has_all_staged() {
    const Staging& opened = staging();
    bool has_all = false;
    store_.note([&](Transaction& transaction) { has_all = opened.has_all(transaction, state_->staged); });
    return has_all;
}

void DeviceSync::forget_staging() {
    if (staging_)
        staging_->discard();
    staging_.reset();
    remove_leavings(store_, token_);
}

void DeviceSync::note_page(const DevicePage& page) {
    devices_ += static_cast<std::int64_t>(page.devices.size());
    outcome_.take_findings(page);
    order_.progress(devices_);
}

SyncOutcome DeviceSync::ended() {
    outcome_.close_findings(state_ ? state_->unreadable : 0);
    return std::move(outcome_);
}

void DeviceSync::note_synced(Transaction& transaction, const SyncState& state) {
    std::vector<HeldToken> all = held_tokens(transaction, tenant_.id);
    const auto held = std::find_if(all.begin(), all.end(), [&](const HeldToken& h) { return h.id == token_; });
    if (held == all.end())
        throw Error{ErrorCode::changed_meanwhile, "the server token has gone meanwhile", "run it again"};
    const bool is_news = held->devices != state.live;
    held->devices = state.live;
    held->last_sync = order_.clock.now();
    update(transaction, *held);
    if (is_news)
        note_in_inventory(transaction, *held, tenant_, order_.clock.now());
}

void DeviceSync::record(store::Change& change) {
    change.record({.tenant_id = tenant_.id,
                   .tenant = tenant_.name,
                   .command = "dep sync",
                   .object = order_.object,
                   .after = outcome_.told()});
}

}  // namespace mdm::dep
