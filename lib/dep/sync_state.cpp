// SPDX-License-Identifier: Apache-2.0
#include "dep/sync_state.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "dep/cursor.hpp"

#include <algorithm>
#include <array>

namespace mdm::dep {
namespace {

using store::Parameters;
using store::Row;

constexpr std::array phases{Phase::fetching, Phase::merging, Phase::synced};

Phase phase_named(const std::string& word) {
    const auto found = std::find_if(phases.begin(), phases.end(), [&](Phase phase) { return name(phase) == word; });
    if (found == phases.end())
        throw Error{ErrorCode::store_damaged, "the phase of a device sync is none that is known",
                    "mdmctl store check says what else is wrong"};
    return *found;
}

/// By the names of the columns.
Parameters parameters_of(const SyncState& state) {
    return {{"server_uuid", none_if_empty(state.server_uuid)},
            {"phase", name(state.phase)},
            {"cursor", state.cursor},
            {"cursor_saved_at", state.cursor_saved_at},
            {"fetch_cursor", state.fetch_cursor},
            {"fetch_cursor_at", state.fetch_cursor_at},
            {"fetch_began_at", state.fetch_began_at},
            {"pages", state.pages},
            {"staged", state.staged},
            {"unreadable", state.unreadable},
            {"full_at", state.full_at},
            {"live", state.live},
            {"revision", state.revision}};
}

/// What two runs that both move the row cannot both have read.
void swap(store::Transaction& transaction, const SyncState& was, const SyncState& to) {
    Parameters parameters = parameters_of(to);
    for (store::Parameter& parameter : Parameters{{"token", was.token},
                                                  {"was_phase", name(was.phase)},
                                                  {"was_cursor", was.cursor.value_or("")},
                                                  {"was_fetch_cursor", was.fetch_cursor.value_or("")},
                                                  {"was_pages", was.pages},
                                                  {"was_revision", was.revision}})
        parameters.push_back(std::move(parameter));
    const auto moved = transaction.run(
        "update dep_syncs set server_uuid = :server_uuid, phase = :phase, cursor = :cursor, "
        "cursor_saved_at = :cursor_saved_at, fetch_cursor = :fetch_cursor, fetch_cursor_at = :fetch_cursor_at, "
        "fetch_began_at = :fetch_began_at, pages = :pages, staged = :staged, unreadable = :unreadable, "
        "full_at = :full_at, live = :live, revision = :revision "
        "where token = :token and phase = :was_phase and coalesce(cursor, '') = :was_cursor and "
        "coalesce(fetch_cursor, '') = :was_fetch_cursor and pages = :was_pages and revision = :was_revision",
        parameters);
    if (moved != 1)
        throw Error{ErrorCode::changed_meanwhile, "another run has gone on with the same devices meanwhile",
                    "run it again"};
}

void insert(store::Transaction& transaction, const SyncState& state) {
    if (sync_state(transaction, state.token))
        throw Error{ErrorCode::changed_meanwhile, "another run has begun with the same devices meanwhile",
                    "run it again"};
    Parameters parameters = parameters_of(state);
    parameters.emplace_back("token", state.token);
    transaction.run(
        "insert into dep_syncs (server_uuid, phase, cursor, cursor_saved_at, fetch_cursor, fetch_cursor_at, "
        "fetch_began_at, pages, staged, unreadable, full_at, live, revision, token) values (:server_uuid, :phase, "
        ":cursor, :cursor_saved_at, :fetch_cursor, :fetch_cursor_at, :fetch_began_at, :pages, :staged, :unreadable, "
        ":full_at, :live, :revision, :token)",
        parameters);
}

}  // namespace

std::string_view name(Phase phase) {
    constexpr std::array<std::string_view, 3> words{"fetching", "merging", "synced"};
    return words.at(static_cast<std::size_t>(phase));
}

std::optional<SyncState> sync_state(store::Transaction& transaction, std::string_view token) {
    const auto row = transaction.row(
        "select token, server_uuid, phase, cursor, cursor_saved_at, fetch_cursor, fetch_cursor_at, fetch_began_at, "
        "pages, staged, unreadable, full_at, live, revision from dep_syncs where token = :token",
        {{"token", token}});
    if (!row)
        return std::nullopt;
    return SyncState{.token = row->text("token"),
                     .server_uuid = row->value("server_uuid").value_or(""),
                     .phase = phase_named(row->text("phase")),
                     .cursor = row->value("cursor"),
                     .cursor_saved_at = row->maybe_time("cursor_saved_at"),
                     .fetch_cursor = row->value("fetch_cursor"),
                     .fetch_cursor_at = row->maybe_time("fetch_cursor_at"),
                     .fetch_began_at = row->maybe_time("fetch_began_at"),
                     .pages = row->number("pages"),
                     .staged = row->number("staged"),
                     .unreadable = row->number("unreadable"),
                     .full_at = row->maybe_time("full_at"),
                     .live = row->number("live"),
                     .revision = row->number("revision")};
}

void move(store::Transaction& transaction, const std::optional<SyncState>& was, const SyncState& to) {
    if (was)
        swap(transaction, *was, to);
    else
        insert(transaction, to);
}

SyncStep next_step(const std::optional<SyncState>& state, std::string_view server_uuid, bool full, Time now) {
    if (!state || (!state->server_uuid.empty() && !server_uuid.empty() && state->server_uuid != server_uuid))
        return SyncStep::fetch_anew;
    switch (state->phase) {
        case Phase::fetching:
            if (!state->fetch_cursor || is_too_old(state->fetch_cursor_at.value_or(Time{}), now))
                return SyncStep::fetch_anew;
            return SyncStep::fetch_on;
        case Phase::merging:
            return SyncStep::merge;
        case Phase::synced:
            break;
    }
    const bool lacks_some = state->unreadable > 0 && now - state->fetch_began_at.value_or(Time{}) > unreadable_patience;
    if (full || lacks_some || !state->cursor || is_too_old(state->cursor_saved_at.value_or(Time{}), now))
        return SyncStep::fetch_anew;
    return SyncStep::take_changes;
}

SyncState begun_anew(const std::optional<SyncState>& state, std::string_view token, std::string_view server_uuid,
                     Time now) {
    SyncState begun = state.value_or(SyncState{.token = std::string(token)});
    if (!server_uuid.empty())
        begun.server_uuid = server_uuid;
    begun.phase = Phase::fetching;
    begun.fetch_cursor.reset();
    begun.fetch_cursor_at.reset();
    begun.fetch_began_at = now;
    begun.pages = 0;
    begun.staged = 0;
    begun.unreadable = 0;
    return begun;
}

}  // namespace mdm::dep
