// SPDX-License-Identifier: Apache-2.0
#include "cli/description.hpp"

#include "base/error.hpp"
#include "catch.hpp"
#include "cli/completion.hpp"
#include "cli/help.hpp"
#include "cli/json_text.hpp"

#include <array>

namespace {

using namespace mdm;
using namespace mdm::cli;

enum class Format { pem, p12 };

struct Options {
    InputFile file;
    OutputFile out;
    Format format = Format::p12;
};

Program keys() {
    return {"keys",
            "Keep keys",
            {command<Options>({
                .name = "safe export",
                .summary = "Write a key",
                .details = "First paragraph, which is long enough that it has to be wrapped somewhere near its end.\n\n"
                           "  as it is\n\nSecond.",
                .effect = Effect::changes,
                .options =
                    [](Parser& p, Options& o) {
                        p.positional("FILE", o.file, "the key");
                        p.option("--out", "FILE", o.out, "where it's written").required();
                        p.choice("--format", o.format, {{"pem", Format::pem}, {"p12", Format::p12}}, "its form");
                    },
                .run = [](World&, const Options&) { return Record{}; },
                .examples = {{"mdmctl keys safe export k --out x", "Keep a copy"}},
                .codes = {ErrorCode::output_exists, ErrorCode::weak_digest},
            })}};
}

std::string json_of(const ProgramDescription& program) {
    std::string text;
    append_json(text, as_record(program), JsonLayout::pretty);
    return text;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("declarations come back from JSON as they went") {
    const std::string text = json_of(describe(keys()));

    CHECK(json_of(parse_description(text)) == text);
    CHECK(holds(text, "\"effect\": \"changes\""));
}

TEST_CASE("what is no declaration is refused") {
    for (const char* text : {"", "[]", "{\"service\":1}", "{\"service\":\"a\",\"summary\":\"b\",\"commands\":[{}]}"})
        CHECK_THROWS_AS(parse_description(text), Error);
}

TEST_CASE("help tells all that is declared") {
    const std::string help = command_help(describe(keys(), keys().commands.front()), {}, 60);

    CHECK(
        help.starts_with("Write a key\n\n"
                         "Usage: mdmctl keys safe export --out FILE [OPTION...] FILE\n\n"
                         "First paragraph, which is long enough that it has to be\n"
                         "wrapped somewhere near its end.\n\n"
                         "  as it is\n\nSecond.\n\n"
                         "Arguments:\n  FILE  the key\n\n"
                         "Options:\n"
                         "  --out FILE        where it's written (required)\n"
                         "  --format pem|p12  its form (default: p12)\n\n"
                         "Options of every command:\n"));
    CHECK(holds(help, "  --dry-run "));
    CHECK_FALSE(holds(help, "  --yes "));
    CHECK(holds(help, "Examples:\n  # Keep a copy\n  mdmctl keys safe export k --out x\n"));
    CHECK(holds(help, "  0    done; it may remark: weak_digest\n"));
    CHECK(holds(help, "  4    output_exists, others_can_write\n"));
}

TEST_CASE("options of a section stand behind the others, in JSON and in help") {
    Program program = keys();
    program.commands.front().declare = [](Parser& p) {
        static Options o;
        static std::vector<std::string> words;
        p.choice("--shape", {"round", "square"}, words, "of the key").in_section("shapes");
        p.option("--out", "FILE", o.out, "where it's written");
    };
    const ProgramDescription described = parse_description(json_of(describe(program)));

    CHECK(described.commands.front().sections() == std::vector<std::string>{"shapes"});
    const std::string help = command_help(described.commands.front(), {}, 60);
    CHECK(holds(help,
                "Options:\n  --out FILE  where it's written\n\n"
                "Options of shapes:\n  --shape round|square  of the key\n\n"));
}

TEST_CASE("help on a group lists what is below it") {
    CHECK(holds(help_on(describe(keys()), "keys safe", 80), "Usage: mdmctl keys safe COMMAND"));
    CHECK(holds(help_on(describe(keys()), "keys", 80), "  safe export  Write a key\n"));
    CHECK(help_on(describe(keys()), "keys other", 80).empty());
}

TEST_CASE("of a command that stands for its group the group's help tells, and its options complete there") {
    Program program = keys();
    program.commands.front().stands_for_group = true;
    const ProgramDescription described = parse_description(json_of(describe(program)));

    CHECK(holds(help_on(described, "keys safe", 80), "`mdmctl keys safe` alone is `mdmctl keys safe export`."));
    CHECK_FALSE(holds(help_on(describe(keys()), "keys safe", 80), "alone"));
    const std::vector<ProgramDescription> programs{described};
    const CommandTree tree = command_tree(programs);
    CHECK(tree.commands.contains("keys safe"));
    CHECK(tree.all_words() == std::vector<std::string>{"keys", "keys safe", "keys safe export"});
}

TEST_CASE("completions know every word, and quote what is declared") {
    const std::vector<ProgramDescription> programs{describe(keys())};

    CHECK(command_tree(programs).all_words() == std::vector<std::string>{"keys", "keys safe", "keys safe export"});
    CHECK(holds(zsh_completion(programs), "'--out=[where it'\\''s written]:FILE:_files'"));
    CHECK(holds(fish_completion(programs), "-l out -r -F -d 'where it\\'s written'"));
    CHECK(holds(bash_completion(programs), "--format) _mdmctl_words 'pem p12' \"$cur\" ;;"));
}

TEST_CASE("a command that names files declares what can go wrong with them") {
    const auto declared = [](auto target) {
        struct Options {
            decltype(target) file;
        };
        const Program program{
            "keys",
            "Keep keys",
            {command<Options>({.name = "x",
                               .summary = "Do it",
                               .options = [](Parser& p, Options& o) { p.option("--file", "FILE", o.file, "which"); },
                               .run = [](World&, const Options&) { return Record{}; },
                               .codes = codes({ErrorCode::too_large}, std::array{ErrorCode::expired})})}};
        const ProgramDescription described = describe(program);
        std::string names;
        for (const ErrorCode code : described.commands.front().codes)
            names += std::string(mdm::name(code)) + " ";
        return names;
    };
    CHECK(holds(declared(InputFile{}), "too_large expired no_such_file cannot_read not_a_file empty_file bad_usage"));
    CHECK(holds(declared(OutputFile{}), "too_large expired output_is_input binary_to_terminal locked bad_usage"));
}

TEST_CASE("an example that is too long for a line is broken where a shell can read on") {
    CHECK(example_lines("mdmctl a 'b c' --out x", 40) == std::vector<std::string>{"mdmctl a 'b c' --out x"});
    CHECK(example_lines("mdmctl a 'b c' --out x", 17) == std::vector<std::string>{"mdmctl a 'b c' \\", "    --out x"});
    CHECK(example_lines("x '1 2 3 4 5' y", 8) == std::vector<std::string>{"x \\", "    '1 2 3 4 5' \\", "    y"});
}
