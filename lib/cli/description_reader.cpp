// SPDX-License-Identifier: Apache-2.0
// What is read comes from programs of our own.
#include "base/error.hpp"
#include "cli/description.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mdm::cli {
namespace {

using nlohmann::json;

/// The value whose name is `word`, of an enum whose values go up to `last`.
template <class Enum>
Enum value_named(const std::string& word, Enum last) {
    for (int i = 0; i <= static_cast<int>(last); ++i)
        if (name(static_cast<Enum>(i)) == word)
            return static_cast<Enum>(i);
    throw Error{ErrorCode::internal_error, fmt::format("a declaration holds the unknown word '{}'", word)};
}

std::string text_or_empty(const json& value) { return value.is_null() ? std::string() : value.get<std::string>(); }

Argument argument_of(const json& j) {
    Argument a;
    a.name = j.at("name");
    a.kind = value_named(j.at("kind"), Argument::Kind::flag);
    a.takes = value_named(j.at("takes"), Argument::Takes::runbook);
    a.value_name = text_or_empty(j.at("value"));
    a.help = j.at("help");
    a.is_required = j.at("required");
    a.is_repeated = j.at("repeated");
    a.is_common = j.at("common");
    a.section = text_or_empty(j.at("section"));
    a.choices = j.at("choices").get<std::vector<std::string>>();
    a.default_text = text_or_empty(j.at("default"));
    a.excluded = j.at("excludes").get<std::vector<std::string>>();
    a.needed = j.at("needs").get<std::vector<std::string>>();
    return a;
}

CommandDescription command_of(const json& j) {
    CommandDescription c;
    c.name = j.at("name");
    c.summary = j.at("summary");
    c.details = j.at("details");
    c.effect = value_named(j.at("effect"), Effect::cannot_be_undone);
    for (const json& a : j.at("arguments"))
        c.arguments.push_back(argument_of(a));
    for (const json& e : j.at("examples"))
        c.examples.push_back({e.at("command"), e.at("caption")});
    for (const json& code : j.at("codes"))
        if (const auto known = error_code_named(code.at("code").get<std::string>()))
            c.codes.push_back(*known);
    c.is_monitor = j.at("monitor");
    c.stands_for_group = j.at("stands_for_group");
    return c;
}

}  // namespace

ProgramDescription parse_description(std::string_view text) {
    try {
        const json j = json::parse(text);
        ProgramDescription p{j.at("service"), j.at("summary"), {}};
        for (const json& command : j.at("commands"))
            p.commands.push_back(command_of(command));
        return p;
    } catch (const json::exception& e) {
        throw Error{ErrorCode::internal_error, fmt::format("declarations could not be read: {}", e.what())};
    }
}

}  // namespace mdm::cli
