// SPDX-License-Identifier: Apache-2.0
#include "store/bulk_append.hpp"

#include "base/text.hpp"
#include "store/postgresql_library.hpp"
#include "store/session.hpp"
#include "store/sqlite_connection.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>

namespace mdm::store {

using Values = std::span<const std::optional<std::string_view>>;

class BulkAppend::Rows {
public:
    virtual ~Rows() = default;
    virtual void add(Values values) = 0;
    virtual std::int64_t finish() = 0;
};

namespace {

[[noreturn]] void refuse_nul() {
    throw Error{ErrorCode::internal_error, "a value has a NUL in it, which no text of the store has"};
}

std::string names(const std::vector<std::string_view>& columns) {
    return joined(std::vector<std::string>(columns.begin(), columns.end()), ", ");
}

// The sanitizer would ask for the type information of SOCI's classes, which no library gives that is linked.
__attribute__((no_sanitize("vptr"))) PGconn* postgresql_connection(Session& session) {
    return static_cast<soci::postgresql_session_backend&>(*session.soci().get_backend()).conn_;
}

using SqliteStatement = Handle<sqlite_api::sqlite3_stmt, sqlite_api::sqlite3_finalize>;

class SqliteRows final : public BulkAppend::Rows {
public:
    SqliteRows(Session& session, std::string_view table, const std::vector<std::string_view>& columns)
        : session_(session), connection_(sqlite_connection(session)) {
        const std::vector<std::string> places(columns.size(), "?");
        const std::string sql =
            fmt::format("insert into {} ({}) values ({})", table, names(columns), joined(places, ", "));
        sqlite_api::sqlite3_stmt* statement = nullptr;
        check(sqlite_api::sqlite3_prepare_v2(connection_, sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
        insert_.reset(statement);
    }

    void add(Values values) override {
        int place = 0;
        for (const auto& value : values)
            bind(++place, value);
        check(sqlite_api::sqlite3_step(insert_.get()), SQLITE_DONE);
        check(sqlite_api::sqlite3_reset(insert_.get()), SQLITE_OK);
        ++added_;
    }

    std::int64_t finish() override { return added_; }

private:
    void bind(int place, std::optional<std::string_view> value) {
        if (!value) {
            check(sqlite_api::sqlite3_bind_null(insert_.get(), place), SQLITE_OK);
            return;
        }
        if (value->find('\0') != std::string_view::npos)
            refuse_nul();
        // A null pointer would be null, and not empty.
        const char* text = value->empty() ? "" : value->data();
        check(sqlite_api::sqlite3_bind_text64(insert_.get(), place, text, value->size(), SQLITE_STATIC, SQLITE_UTF8),
              SQLITE_OK);
    }

    void check(int result, int expected) {
        if (result != expected)
            throw sqlite_error(result, session_.shown(), sqlite_api::sqlite3_errmsg(connection_));
    }

    Session& session_;
    sqlite_api::sqlite3* connection_;
    SqliteStatement insert_;
    std::int64_t added_ = 0;
};

/// PostgreSQL, COPY, "Text Format": a line a row, a tab between values, \N for null, and what would be taken for one of
/// those behind a backslash.
void write_value(std::string& out, std::optional<std::string_view> value) {
    if (!value) {
        out += "\\N";
        return;
    }
    const auto is_special = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\\'; };
    auto begin = value->begin();
    for (auto at = begin; (at = std::find_if(at, value->end(), is_special)) != value->end(); begin = ++at) {
        out.append(begin, at);
        switch (*at) {
            case '\0':
                refuse_nul();
            case '\t':
                out += "\\t";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\\':
                out += "\\\\";
                break;
            default:
                out += *at;
        }
    }
    out.append(begin, value->end());
}

class PostgresqlRows final : public BulkAppend::Rows {
public:
    PostgresqlRows(Session& session, std::string_view table, const std::vector<std::string_view>& columns)
        : session_(session),
          connection_(postgresql_connection(session)),
          sql_(fmt::format("copy {} ({}) from stdin", table, names(columns))) {}

    ~PostgresqlRows() override {
        if (!copying_)
            return;
        libpq().put_copy_end(connection_, "it was not finished");
        ended();
    }

    void add(Values values) override {
        if (!copying_)
            begin();
        const std::size_t row = text_.size();
        try {
            for (const auto& value : values) {
                write_value(text_, value);
                text_ += '\t';
            }
        } catch (const Error&) {
            text_.resize(row);
            throw;
        }
        text_.back() = '\n';
        if (text_.size() >= enough)
            send();
    }

    std::int64_t finish() override {
        if (!copying_)
            return 0;
        send();
        if (libpq().put_copy_end(connection_, nullptr) != 1)
            throw error_of(nullptr);
        const PostgresqlResult result = ended();
        if (libpq().result_status(result.get()) != PGRES_COMMAND_OK)
            throw error_of(result.get());
        const std::string_view digits = libpq().cmd_tuples(result.get());
        std::int64_t added = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), added);
        return added;
    }

private:
    static constexpr std::size_t enough = std::size_t{1} << 16;

    void begin() {
        const PostgresqlResult result(libpq().exec(connection_, sql_.c_str()));
        if (libpq().result_status(result.get()) != PGRES_COPY_IN)
            throw error_of(result.get());
        copying_ = true;
    }

    void send() {
        if (libpq().put_copy_data(connection_, text_.data(), static_cast<int>(text_.size())) != 1)
            throw error_of(nullptr);
        text_.clear();
    }

    /// The first result of what was copied; there is nothing to be read behind this.
    PostgresqlResult ended() {
        copying_ = false;
        PostgresqlResult first(libpq().get_result(connection_));
        while (PGresult* result = libpq().get_result(connection_)) {
            const bool is_stuck = libpq().result_status(result) == PGRES_COPY_IN;
            libpq().clear(result);
            if (is_stuck)  // the connection is gone, and the end never got out
                break;
        }
        return first;
    }

    Error error_of(const PGresult* result) const {
        const auto field = [&](int code) -> std::string {
            const char* text = result == nullptr ? nullptr : libpq().result_error_field(result, code);
            return text == nullptr ? "" : text;
        };
        // Its primary message alone: details and context have the row in them.
        std::string why = field(PG_DIAG_MESSAGE_PRIMARY);
        if (why.empty())
            why = libpq().error_message(connection_);
        why.erase(std::min(why.find('\n'), why.size()));
        return postgresql_error(field(PG_DIAG_SQLSTATE), session_.shown(), why);
    }

    Session& session_;
    PGconn* connection_;
    std::string sql_;
    std::string text_;
    bool copying_ = false;
};

std::unique_ptr<BulkAppend::Rows> rows_of(Session& session, std::string_view table,
                                          const std::vector<std::string_view>& columns) {
    if (session.engine() == Engine::postgresql)
        return std::make_unique<PostgresqlRows>(session, table, columns);
    return std::make_unique<SqliteRows>(session, table, columns);
}

}  // namespace

BulkAppend::BulkAppend(Transaction& transaction, std::string_view table, std::vector<std::string_view> columns)
    : rows_(rows_of(transaction.session_, table, columns)), columns_(columns.size()) {}
BulkAppend::~BulkAppend() = default;

void BulkAppend::add(Values values) {
    if (rows_ == nullptr || values.size() != columns_)
        throw Error{ErrorCode::internal_error, rows_ == nullptr ? "a row is appended behind the end"
                                                                : "a row to append has not a value for each column"};
    rows_->add(values);
}

std::int64_t BulkAppend::finish() {
    if (rows_ == nullptr)
        throw Error{ErrorCode::internal_error, "what is appended ends twice"};
    const std::int64_t added = rows_->finish();
    rows_.reset();
    return added;
}

}  // namespace mdm::store
