// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "catch.hpp"
#include "fakes/temporary_folder.hpp"

#include <unistd.h>

namespace {

using namespace mdm;
using namespace mdm::cli;

enum class Format { pem, p12 };

struct Options {
    std::vector<InputFile> files;
    std::vector<std::string> chain;
    OutputFile out;
    InputFile key;
    OutputFile list;
    Format format = Format::pem;
    std::int64_t days = 30;
    std::optional<Time> at;
    bool force = false;
    bool ask = false;
};

void declare(Parser& p, Options& o) {
    p.positional("FILE", o.files, "what to read").optional();
    p.option("--chain", "FILE", o.chain, "one more");
    p.option("--out", "FILE", o.out, "where to");
    p.option("--key", "FILE", o.key, "the key").needs({"--out"});
    p.option("--list", "FILE", o.list, "and where to");
    p.choice("--format", o.format, {{"pem", Format::pem}, {"p12", Format::p12}}, "how");
    p.option("--days", "N", o.days, "how long");
    p.option("--at", "TIME", o.at, "when");
    p.flag("--force", o.force, "at once").excludes({"--ask"});
    p.flag("--ask", o.ask, "first");
}

Options parsed(const std::vector<std::string>& words) {
    Options o;
    Parser p;
    declare(p, o);
    parse_command_line(p.arguments(), words);
    return o;
}

std::string paths(const Options& o) {
    std::string all;
    for (const InputFile& file : o.files)
        all += file.path + ";";
    return all;
}

std::string refusal(const std::vector<std::string>& words) {
    try {
        parsed(words);
    } catch (const Error& e) {
        CHECK(exit_code(e.code()) == 2);
        return e.message() + (e.hint().empty() ? "" : " / " + e.hint());
    }
    return "accepted";
}

}  // namespace

TEST_CASE("options stand before, between and behind positionals") {
    const Options o = parsed({"--out", "x", "a", "--days=7", "b", "--force", "c"});

    CHECK(paths(o) == "a;b;c;");
    CHECK(o.out.path == "x");
    CHECK(o.days == 7);
    CHECK(o.force);
    CHECK_FALSE(o.ask);
}

TEST_CASE("what is not given keeps its default") {
    const Options o = parsed({});

    CHECK(o.days == 30);
    CHECK(o.format == Format::pem);
    CHECK_FALSE(o.at.has_value());
    CHECK_FALSE(o.out.given());
}

TEST_CASE("two dashes end the options, and one is a file") {
    CHECK(paths(parsed({"-", "--", "--out", "--", "-x"})) == "-;--out;--;-x;");
}

TEST_CASE("a command that is run stands behind two dashes, and its options are its own") {
    std::vector<std::string> command;
    std::string dir;
    const auto outcome = [&](const std::vector<std::string>& words) {
        command.clear();
        Parser p;
        p.option("--dir", "FOLDER", dir, "where");
        p.command("COMMAND", command, "what is run");
        try {
            parse_command_line(p.arguments(), words);
        } catch (const Error& e) {
            return e.message();
        }
        return joined(command, " ");
    };

    CHECK(outcome({"--dir", "x", "--", "sh", "--dir", "y", "--", "-c"}) == "sh --dir y -- -c");
    CHECK(dir == "x");
    CHECK(outcome({"sh", "-c"}) == "missing: -- COMMAND");
    CHECK(outcome({}) == "missing: -- COMMAND");
    CHECK(outcome({"--"}) == "missing: COMMAND");
    CHECK(outcome({"sh", "--", "x"}) == "'sh' stands before '--', behind which COMMAND is written");
}

TEST_CASE("words stay as they are typed") {
    CHECK(paths(parsed({"[a,b]", "", "x=y", "%%", "{}"})) == "[a,b];;x=y;%%;{};");
    CHECK(parsed({"--out=a=b"}).out.path == "a=b");
    CHECK(parsed({"--chain", "[a,b]", "--chain=c"}).chain == std::vector<std::string>{"[a,b]", "c"});
}

TEST_CASE("a repeated option takes one word each time") {
    const Options o = parsed({"--chain", "a", "b", "--chain", "c"});

    CHECK(o.chain == std::vector<std::string>{"a", "c"});
    CHECK(paths(o) == "b;");
}

TEST_CASE("values are read as what they are") {
    CHECK(parsed({"--format", "p12"}).format == Format::p12);
    CHECK(to_rfc3339(*parsed({"--at", "2027-01-07"}).at) == "2027-01-07T00:00:00Z");
    CHECK(parsed({"--days", "-4"}).days == -4);
}

TEST_CASE("wrong usage is said with what was probably meant") {
    CHECK(refusal({"--ouput", "x"}) == "there is no option '--ouput' here / did you mean '--out'?");
    CHECK(refusal({"--frobnicate=1"}) == "there is no option '--frobnicate' here");
    CHECK(refusal({"-x"}) == "there is no option '-x' here");
    CHECK(refusal({"--out"}) == "the option '--out' needs a value: FILE");
    CHECK(refusal({"--out="}) == "the option '--out' needs a value: FILE");
    CHECK(refusal({"--out", ""}) == "the option '--out' needs a value: FILE");
    CHECK(refusal({"--out", "--force"}) == "the option '--out' needs a value: FILE");
    CHECK(refusal({"--help=1"}) == "the option '--help' takes no value");
    CHECK(refusal({"--force=no"}) == "the option '--force' takes no value");
    CHECK(refusal({"--out", "a", "--out", "b"}) == "'--out' is given more than once");
    CHECK(refusal({"--force", "--force"}) == "'--force' is given more than once");
    CHECK(refusal({"--force", "--ask"}) == "'--force' and '--ask' do not go together");
    CHECK(refusal({"--key", "k"}) == "'--key' makes no sense without '--out'");
    CHECK(refusal({"--format", "pm"}) == "'pm' is not what --format takes: pem, p12 / did you mean 'pem'?");
    CHECK(refusal({"--days", "7d"}) == "'7d' is no whole number, which --days takes");
    CHECK(refusal({"--at", "soon"}) ==
          "'soon' is no time, which --at takes / write 2027-01-07 or 2027-01-07T04:04:46Z");
    CHECK(refusal({"-", "--key", "-", "--out", "x"}) == "standard input ('-') can be read only once");
}

TEST_CASE("one file is not written twice, nor over what is read, however it is spelled") {
    const TemporaryFolder folder;
    const std::string there = folder.path() + "/there";
    write_file(there, "old", Privacy::open);
    const std::string link = folder.path() + "/link";
    ::symlink(there.c_str(), link.c_str());
    const std::string none = folder.path() + "/none";
    const auto twice = [&](const std::string& one, const std::string& other) {
        return refusal({"--out", one, "--list", other}).starts_with("'--list' and '--out' would both write") ||
               refusal({"--out", one, "--list", other}).starts_with("'--out' and '--list' would both write");
    };

    CHECK(twice(none, none));
    CHECK(twice(none, folder.path() + "/./none"));
    CHECK(twice(there, link));
    CHECK(twice("-", "-"));
    CHECK_FALSE(twice(none, there));
    CHECK_FALSE(twice("/dev/null", "/dev/null"));
    for (const std::string& same : {there, link, folder.path() + "/./there"})
        CHECK(refusal({there, "--out", same}) ==
              "the output '" + same + "' is also the input '" + there + "' / write to another file");
    CHECK(refusal({"-", "--out", "-"}) == "accepted");
    CHECK(refusal({"/dev/null", "--out", "/dev/null"}) == "accepted");
}

TEST_CASE("what is required is named, all of it") {
    InputFile file;
    std::string topic;
    Parser p;
    p.positional("FILE", file, "what to read");
    p.option("--topic", "TOPIC", topic, "which").required();

    CHECK_THROWS_WITH(parse_command_line(p.arguments(), {}), "missing: FILE, --topic TOPIC");
    CHECK_THROWS_WITH(parse_command_line(p.arguments(), {"a", "b", "--topic", "t"}), "'b' is one argument too many");
}
