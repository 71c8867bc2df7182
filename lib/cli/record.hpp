// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"

#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// What a command answers: values by name, once. One renderer (render.hpp) makes the table, JSON, CSV and JSON Lines.
namespace mdm::cli {

struct Field;

/// Values by name in the order in which they are shown. The keys are the JSON keys: a contract.
struct Record {
    std::vector<Field> fields;

    Record();
    Record(std::initializer_list<Field> list);
    void add(Field field);

    // Declared here and defaulted below Field: Clang asks a Value's variant about them while Field is incomplete.
    Record(const Record&);
    Record(Record&&) noexcept;
    Record& operator=(const Record&);
    Record& operator=(Record&&) noexcept;
    ~Record();
};

/// Text that a person wrote, in lines of its own: a table shows them so.
struct Note {
    std::string text;
};

/// One value. Absent is null and never a missing key; times are RFC 3339; findings are objects.
struct Value {
    using Findings = std::vector<Finding>;
    std::variant<std::nullptr_t, bool, std::int64_t, std::string, std::vector<std::string>, Findings,
                 std::vector<Record>, Record, Note>
        content = nullptr;

    Value() = default;
    Value(std::nullptr_t) {}
    Value(std::same_as<bool> auto b) : content(b) {}
    template <std::integral T>
    requires(!std::same_as<T, bool>) Value(T n) : content(static_cast<std::int64_t>(n)) {}
    Value(const char* s) : content(std::string(s)) {}
    Value(std::string_view s) : content(std::string(s)) {}
    Value(std::string s) : content(std::move(s)) {}
    Value(Time t) : content(to_rfc3339(t)) {}
    Value(std::vector<std::string> list) : content(std::move(list)) {}
    Value(Findings list) : content(std::move(list)) {}
    Value(std::vector<Record> list) : content(std::move(list)) {}
    Value(Record record) : content(std::move(record)) {}
    Value(Note note) : content(std::move(note)) {}
    template <class T>
    Value(const std::optional<T>& maybe) : Value(maybe ? Value(*maybe) : Value()) {}
};

struct Field {
    std::string key;
    Value value;
};

inline Record::Record() = default;
inline Record::Record(const Record&) = default;
inline Record::Record(Record&&) noexcept = default;
inline Record& Record::operator=(const Record&) = default;
inline Record& Record::operator=(Record&&) noexcept = default;
inline Record::~Record() = default;

/// A list, pulled one item at a time, so that a million devices stream.
struct Rows {
    std::string name;                  ///< the one array of the JSON object: "certificates", "results", ...
    std::vector<std::string> columns;  ///< keys that a table and CSV show, in order; JSON has the whole item
    std::function<std::optional<Record>()> next;
    /// In a table: a line an item, or all that an item has, one below the other. Lines that a terminal has no room for
    /// become the second, with the columns alone: nothing is cut.
    enum class Layout { lines, blocks } layout = Layout::lines;
    /// What is known when all were pulled: further keys of the JSON's root, a block behind the table; CSV and JSON
    /// Lines have the items alone.
    std::function<Record()> behind{};
    /// Of the columns, those that a terminal without room for all does without, the first of these first.
    std::vector<std::string> spare{};

    /// A list that is there already.
    static Rows of(std::string name, std::vector<std::string> columns, std::vector<Record> items);
};

/// Text that is the answer itself: a completion script, a runbook. A table shows it as it is, so it must be our own;
/// JSON and CSV have `data`.
struct Text {
    std::string body;
    Record data;
};

/// What a command ends with: what it shows and its exit code.
struct Result {
    std::variant<Record, Rows, Text> shown;
    /// Asked after everything was shown: a stream knows only then whether an item failed.
    std::function<int()> exit = [] { return 0; };
    /// Said on standard error behind the answer: why the exit is not 0.
    std::optional<Error> failure{};

    Result(Record record) : shown(std::move(record)) {}
    Result(Text text) : shown(std::move(text)) {}
    Result(Rows rows) : shown(std::move(rows)) {}
    Result(Rows rows, std::function<int()> code) : shown(std::move(rows)), exit(std::move(code)) {}
    Result(Record record, int code) : shown(std::move(record)), exit([code] { return code; }) {}
};

/// A record that is a verdict: the first error among the findings gives the exit code and is said on standard error;
/// 0 and nothing where there is none.
Result verdict(Record record, const std::vector<Finding>& findings);
/// The same for a list of one.
Result verdict(Rows rows, const std::vector<Finding>& findings);

}  // namespace mdm::cli
