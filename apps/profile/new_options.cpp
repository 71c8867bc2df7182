// SPDX-License-Identifier: Apache-2.0
#include "profile/new_options.hpp"

#include "apns/credential_files.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

using Kind = profile::NewOption::Kind;
using profile::NewOption;

cli::Argument& declare(cli::Parser& p, NewTypeOptions& o, const NewOption& option) {
    const std::string name(option.name);
    const std::string value(option.value);
    const std::string help = fmt::format("{}{}", option.help, option.is_required ? "; needed" : "");
    if (option.is_flag())
        return p.flag(name, o.flags[option.name], help);
    if (option.is_file())
        return p.option(name, value, o.files[option.name], help);
    std::vector<std::string>& words = o.words[option.name];
    if (!option.words.empty())
        return p.choice(name, option.typed_words(), words, help);
    if (option.kind != Kind::number)
        return p.option(name, value, words, help);
    cli::Argument& a = p.option(name, value, o.number, help);
    a.assign = [parse = a.assign, &words](const std::vector<std::string>& given) {
        parse(given);
        words = given;
    };
    return a;
}

/// Certificates are no secret, and a PKCS#12 is: only the file itself tells.
FileContent read_file_of(const cli::World& world, const NewOption& option, const cli::InputFile& file) {
    FileContent content = world.read(file, limits::credential_file);
    if (option.kind == Kind::files && apns::holds_private_key(content))
        world.guard(content);
    return content;
}

void add_files(profile::GivenOptions& given, const cli::World& world, const NewOption& option,
               const std::vector<cli::InputFile>& files) {
    for (const cli::InputFile& file : files) {
        if (option.kind == Kind::secret)
            given.add_secret(option.name, read_secret_line(world, file, option.name));
        else
            given.add_file(option.name, read_file_of(world, option, file));
    }
}

}  // namespace

void declare_new_types(cli::Parser& p, NewTypeOptions& o) {
    for (const profile::NewType& type : profile::new_types())
        for (const NewOption& option : type.options) {
            cli::Argument& a = declare(p, o, option);
            a.is_repeated = option.is_repeated();
            a.shown_default(std::string(option.preset)).in_section(std::string(type.word));
        }
}

profile::GivenOptions given_options(const cli::World& world, const NewTypeOptions& o) {
    profile::GivenOptions given;
    for (const auto& [name, words] : o.words)
        if (!words.empty())
            given.add(name, words);
    for (const auto& [name, is_given] : o.flags)
        if (is_given)
            given.add(name, {});
    for (const profile::NewType& type : profile::new_types())
        for (const NewOption& option : type.options)
            if (option.is_file())
                add_files(given, world, option, o.files.at(option.name));
    return given;
}

Secret read_secret_line(const cli::World& world, const cli::InputFile& file, std::string_view option) {
    Secret line = world.passphrase(file, "")().value();
    if (line.empty())
        throw Error{ErrorCode::empty_file, fmt::format("the first line of '{}' is empty", file.path),
                    fmt::format("it is what {} takes", option)};
    return line;
}

}  // namespace mdm::apps
