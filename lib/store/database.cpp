// SPDX-License-Identifier: Apache-2.0
#include "store/database.hpp"

#include "store/dialect.hpp"
#include "store/session.hpp"

#include <deque>
#include <fmt/format.h>

namespace mdm::store {
namespace {

/// SOCI reads a bound value through its address at every execution, so each has a place that does not move.
struct Bound {
    std::string name;
    std::string text;
    soci::indicator indicator = soci::i_ok;

    void set(const Value& value) {
        indicator = value ? soci::i_ok : soci::i_null;
        text = value.value_or("");
    }
};

Value value_at(const soci::row& row, std::size_t i) {
    if (row.get_indicator(i) == soci::i_null)
        return std::nullopt;
    switch (row.get_properties(i).get_data_type()) {
        case soci::dt_long_long:
            return std::to_string(row.get<long long>(i));
        case soci::dt_integer:
            return std::to_string(row.get<int>(i));
        case soci::dt_unsigned_long_long:
            return std::to_string(row.get<unsigned long long>(i));
        case soci::dt_string:
            return row.get<std::string>(i);
        default:
            throw Error{ErrorCode::internal_error, "a statement gives a value that is neither text nor a number"};
    }
}

Row::Names names_of(const soci::row& row) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < row.size(); ++i)
        names.push_back(row.get_properties(i).get_name());
    return std::make_shared<const std::vector<std::string>>(std::move(names));
}

std::vector<Value> values_of(const soci::row& row) {
    std::vector<Value> values;
    values.reserve(row.size());
    for (std::size_t i = 0; i < row.size(); ++i)
        values.push_back(value_at(row, i));
    return values;
}

}  // namespace

Database::Database(const Location& location, Access access, std::chrono::seconds patience)
    : session_(std::make_unique<Session>(location, access, patience)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Engine Database::engine() const noexcept { return session_->engine(); }
const std::string& Database::shown() const noexcept { return session_->shown(); }

struct Statement::Impl {
    Impl(Session& s, std::string text) : session(s), sql(std::move(text)), statement(s.soci()) {}

    void prepare(const Parameters& parameters, bool gives_rows) {
        if (prepared) {
            rebind(parameters);
            return;
        }
        statement.alloc();
        statement.prepare(sql);
        for (const Parameter& parameter : parameters) {
            Bound& place = bound.emplace_back();
            place.name = parameter.name;
            place.set(parameter.value);
            statement.exchange(soci::use(place.text, place.indicator, place.name));
        }
        if (gives_rows)
            statement.exchange(soci::into(row));
        statement.define_and_bind();
        prepared = true;
    }

    void rebind(const Parameters& parameters) {
        bool same = parameters.size() == bound.size();
        for (std::size_t i = 0; same && i < bound.size(); ++i) {
            same = bound[i].name == parameters[i].name;
            bound[i].set(parameters[i].value);
        }
        if (!same)
            throw Error{ErrorCode::internal_error, "a statement was run again with other parameters"};
    }

    Session& session;
    std::string sql;
    std::deque<Bound> bound;
    soci::row row;
    soci::statement statement;
    bool prepared = false;
};

Statement::Statement(Session& session, std::string sql) : impl_(std::make_unique<Impl>(session, std::move(sql))) {}
Statement::Statement(Statement&&) noexcept = default;
Statement::~Statement() = default;

std::int64_t Statement::run(const Parameters& parameters) {
    return impl_->session.guarded([&] {
        impl_->prepare(parameters, false);
        impl_->statement.execute(true);
        return static_cast<std::int64_t>(impl_->statement.get_affected_rows());
    });
}

void Statement::each(const Parameters& parameters, const std::function<bool(Row)>& take) {
    impl_->session.guarded([&] {
        impl_->prepare(parameters, true);
        Row::Names names;
        for (bool more = impl_->statement.execute(true); more; more = impl_->statement.fetch()) {
            if (!names)
                names = names_of(impl_->row);
            if (!take(Row(names, values_of(impl_->row))))
                return;
        }
    });
}

void Database::commit_with(Durability durability) {
    if (durability == durability_)
        return;
    for (const std::string_view sql : dialect::durability(engine(), durability == Durability::at_once))
        session_->run(sql);
    durability_ = durability;
}

bool Database::empty_log() {
    const std::string_view sql = dialect::log_emptying(engine());
    bool emptied = true;
    if (!sql.empty())
        Statement(*session_, std::string(sql)).each({}, [&](const Row& row) {
            emptied = row.number("busy") == 0;
            return true;
        });
    return emptied;
}

Transaction::Transaction(Database& database, Kind kind) : session_(*database.session_) {
    if (kind == Kind::reads) {
        session_.run(dialect::begin_reading(engine()));
        return;
    }
    try {
        for (const std::string_view sql : dialect::begin_writing(engine()))
            session_.run(sql);
    } catch (const Error&) {
        try {
            session_.run("rollback");
        } catch (const Error&) {  // none was begun; why is what is told
        }
        throw;
    }
}

Transaction::~Transaction() {
    if (!open_)
        return;
    try {
        session_.run("rollback");
    } catch (const Error&) {  // the connection is gone, and with it the transaction
    }
}

std::int64_t Transaction::run(std::string_view sql, const Parameters& parameters) {
    return prepare(sql).run(parameters);
}

std::vector<Row> Transaction::rows(std::string_view sql, const Parameters& parameters) {
    std::vector<Row> all;
    prepare(sql).each(parameters, [&](Row row) {
        all.push_back(std::move(row));
        return true;
    });
    return all;
}

std::optional<Row> Transaction::row(std::string_view sql, const Parameters& parameters) {
    std::vector<Row> all = rows(sql, parameters);
    if (all.size() > 1)
        throw Error{ErrorCode::internal_error, "a statement that is to give one row gives more"};
    if (all.empty())
        return std::nullopt;
    return std::move(all.front());
}

Statement Transaction::prepare(std::string_view sql) { return Statement(session_, std::string(sql)); }

bool Transaction::has_table(std::string_view name) {
    return row(dialect::table_lookup(engine()), {{"name", name}}).has_value();
}

bool Transaction::has_any_table() { return !rows(dialect::table_names(engine())).empty(); }

Engine Transaction::engine() const noexcept { return session_.engine(); }
const std::string& Transaction::shown() const noexcept { return session_.shown(); }

void Transaction::commit() {
    session_.run("commit");
    open_ = false;
}

}  // namespace mdm::store
