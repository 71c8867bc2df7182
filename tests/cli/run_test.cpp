// SPDX-License-Identifier: Apache-2.0
#include "cli/run.hpp"

#include "base/error.hpp"
#include "catch.hpp"
#include "fakes/fake_terminal.hpp"

#include <new>
#include <stdexcept>

namespace {

using namespace mdm;
using namespace mdm::cli;

struct Options {};

using Action = std::function<Result(World&)>;

Program program_doing(Action action, Effect effect = Effect::reads) {
    return {"test",
            "Try the frame",
            {command<Options>(
                {.name = "do",
                 .summary = "Do it",
                 .effect = effect,
                 .run = [action = std::move(action)](World& world, const Options&) { return action(world); }})}};
}

struct Outcome {
    int exit = 0;
    std::string output;
    std::string errors;
};

Outcome outcome_of(const Program& program, std::vector<std::string> words, const Environment& environment = {}) {
    FakeTerminal terminal;
    words.insert(words.begin(), "do");
    const int exit = run_program(program, words, environment, terminal);
    return {exit, terminal.output, terminal.errors};
}

Result done(World& world) {
    world.say("3 things done");
    world.detail("in 2 steps");
    return Record{{"done", 3}};
}

Result refused(World& world) {
    world.say("looking");
    throw Error::from_findings({{Severity::warning, ErrorCode::weak_digest, "it has SHA-1", "", "signature"},
                                {Severity::error, ErrorCode::expired, "'a\x1b' ended", "renew it", ""},
                                {Severity::error, ErrorCode::key_mismatch, "other key", "find it", ""}});
}

}  // namespace

TEST_CASE("a command's answer goes to stdout, what it says to stderr") {
    const Outcome quiet = outcome_of(program_doing(done), {"--quiet"});
    const Outcome usual = outcome_of(program_doing(done), {});
    const Outcome verbose = outcome_of(program_doing(done), {"--verbose"});

    CHECK(usual.output == "done  3\n");
    CHECK(usual.errors == "3 things done\n");
    CHECK(quiet.errors.empty());
    CHECK(verbose.errors == "3 things done\nin 2 steps\n");
}

TEST_CASE("an error is told with its hint and what else was found") {
    const Outcome o = outcome_of(program_doing(refused), {});

    CHECK(o.exit == 4);
    CHECK(o.output.empty());
    CHECK(o.errors ==
          "looking\n"
          "error: 'a\\x1b' ended\n"
          "hint: renew it\n"
          "  warning: weak_digest: it has SHA-1\n"
          "    at: signature\n"
          "  error: key_mismatch: other key\n"
          "    hint: find it\n");
}

TEST_CASE("in JSON an error is one object and nothing else is on stderr") {
    const Outcome o =
        outcome_of(program_doing(refused), {"--output", "json", "--verbose"}, {{"MDMCTL_NOW", "2027-01-07"}});

    CHECK(o.exit == 4);
    CHECK(o.output.empty());
    CHECK(o.errors ==
          R"({"error":{"code":"expired","exit":4,"message":"'a\u001b' ended","hint":"renew it","findings":[)"
          R"({"severity":"warning","code":"weak_digest","message":"it has SHA-1","hint":null,"where":"signature"},)"
          R"({"severity":"error","code":"expired","message":"'a\u001b' ended","hint":"renew it","where":null},)"
          R"({"severity":"error","code":"key_mismatch","message":"other key","hint":"find it","where":null}]},)"
          R"("notices":["MDMCTL_NOW moves the clock to 2027-01-07"]})"
          "\n");
}

TEST_CASE("in JSON what is said comes once it has gone well, and notices are in the answer") {
    const Outcome o = outcome_of(program_doing(done), {"--output=json"}, {{"MDMCTL_NOW", "2027-01-07"}});

    CHECK(o.errors == "3 things done\n");
    CHECK(o.output ==
          "{\n  \"done\": 3,\n  \"notices\": [\n    \"MDMCTL_NOW moves the clock to 2027-01-07\"\n  ]\n}\n");
}

TEST_CASE("in other forms notices are on stderr") {
    for (const std::string form : {"table", "csv", "jsonl"}) {
        const Outcome o =
            outcome_of(program_doing(done), {"--output", form, "--quiet"}, {{"MDMCTL_NOW", "2027-01-07"}});
        CHECK(o.errors == "notice: MDMCTL_NOW moves the clock to 2027-01-07\n");
    }
}

TEST_CASE("wrong usage is JSON where JSON was asked for") {
    CHECK(
        outcome_of(program_doing(done), {"--output", "json", "--nonsense"}).errors ==
        R"({"error":{"code":"bad_usage","exit":2,"message":"there is no option '--nonsense' here","hint":"usage: mdmctl test do [OPTION...]","findings":[]}})"
        "\n");
    CHECK(outcome_of(program_doing(done), {"x"}, {{"MDMCTL_OUTPUT", "json"}}).errors.starts_with("{\"error\""));
}

TEST_CASE("an option stands above the environment") {
    CHECK(outcome_of(program_doing(done), {"--output", "csv"}, {{"MDMCTL_OUTPUT", "json"}}).output == "done\r\n3\r\n");
}

TEST_CASE("what nobody foresaw is a bug, exit 70") {
    const Outcome bug = outcome_of(program_doing([](World&) -> Result { throw std::logic_error("a < b"); }), {});
    const Outcome memory = outcome_of(program_doing([](World&) -> Result { throw std::bad_alloc(); }), {});

    CHECK(bug.exit == 70);
    CHECK(bug.errors == "error: this is a bug in mdmctl: a < b\nhint: please report it, with the command line\n");
    CHECK(memory.exit == 70);
    CHECK(memory.errors == "error: there is not enough memory\n");
}

TEST_CASE("a verdict's first error gives the exit code") {
    const auto judging = [](std::vector<Finding> findings) {
        return program_doing([findings](World&) { return verdict(Record{{"findings", findings}}, findings); });
    };

    CHECK(outcome_of(judging({}), {}).exit == 0);
    CHECK(outcome_of(judging({{Severity::warning, ErrorCode::expired, "", "", ""}}), {}).exit == 0);
    CHECK(outcome_of(judging({{Severity::error, ErrorCode::no_topic, "", "", ""}}), {}).exit == 7);
}

TEST_CASE("a full disk is an error, in the form that was asked for") {
    FakeTerminal terminal;
    terminal.is_full = true;

    CHECK(run_program(program_doing(done), {"do"}, {}, terminal) == 1);
    CHECK(terminal.errors.ends_with("error: cannot write standard output: No space left on device\n"));
}

TEST_CASE("only a command that changes something has --dry-run, and --yes is for what cannot be undone") {
    const auto accepts = [](Effect effect, const std::string& option) {
        return outcome_of(program_doing(done, effect), {option}).exit == 0;
    };

    CHECK_FALSE(accepts(Effect::reads, "--dry-run"));
    CHECK(accepts(Effect::changes, "--dry-run"));
    CHECK_FALSE(accepts(Effect::changes, "--yes"));
    CHECK(accepts(Effect::cannot_be_undone, "--yes"));
}

TEST_CASE("a password in --store is refused and not repeated") {
    for (const std::string url : {"postgresql://u:hunter2@db/x", "postgresql://db/x?sslmode=a&password=hunter2"}) {
        const Outcome o = outcome_of(program_doing(done), {"--store", url});
        CHECK(o.exit == 2);
        CHECK(o.errors ==
              "error: the URL of --store holds a password\n"
              "hint: put the URL into MDMCTL_STORE, or the password into the file that PGPASSFILE names\n");
    }
    CHECK(outcome_of(program_doing(done), {"--store", "postgresql://u@db:5432/x"}).exit == 0);
}

TEST_CASE("a group alone is wrong usage and lists its commands") {
    FakeTerminal terminal;

    CHECK(run_program(program_doing(done), {}, {}, terminal) == 2);
    CHECK(terminal.output.empty());
    CHECK(terminal.errors.find("error: 'mdmctl test' needs a command\n") == 0);
    CHECK(terminal.errors.find("  do  Do it\n") != std::string::npos);
}

TEST_CASE("--no-input asks nobody") {
    const Program asking = program_doing([](World& world) {
        const auto secret = world.passphrase({}, "'key.pem'")();
        return Record{{"given", secret ? std::string(secret->reveal()) : std::string("nothing")}};
    });
    FakeTerminal terminal;
    terminal.is_terminal = true;
    terminal.answer = "hunter2";

    run_program(asking, {"do"}, {}, terminal);
    CHECK(terminal.output == "given  hunter2\n");
    CHECK(terminal.questions == "passphrase of 'key.pem': ");
    run_program(asking, {"do", "--no-input"}, {}, terminal);
    CHECK(terminal.output == "given  hunter2\ngiven  nothing\n");
}

TEST_CASE("help answers with settings that are wrong, and warns") {
    Program program = program_doing(done);
    const Environment broken{{"MDMCTL_NOW", "garbage"}};

    const Outcome refused = outcome_of(program, {}, broken);
    CHECK(refused.exit == 2);
    CHECK(refused.errors ==
          "error: MDMCTL_NOW: 'garbage' is no time\nhint: write 2027-01-07, 2027-01-07T04:04:46Z or @FILE\n");

    program.commands.front().answers_always = true;
    const Outcome answered = outcome_of(program, {}, broken);
    CHECK(answered.exit == 0);
    CHECK(answered.output == "done  3\n");
    CHECK(answered.errors == "warning: MDMCTL_NOW: 'garbage' is no time\n3 things done\n");
}

TEST_CASE("wrong usage is hinted at with the right one") {
    const Outcome o = outcome_of(program_doing(done), {"one"});

    CHECK(o.exit == 2);
    CHECK(o.errors == "error: 'one' is one argument too many\nhint: usage: mdmctl test do [OPTION...]\n");
}

TEST_CASE("at a terminal, where the findings stand above it, a refusal is one line") {
    const auto judge = [](World&) {
        return verdict(Record{{"verdict", "no"}},
                       std::vector<Finding>{{Severity::error, ErrorCode::topic_mismatch,
                                             "'a: b' does not renew 'c': its topic is d", "choose Renew", ""}});
    };
    const Outcome piped = outcome_of(program_doing(judge), {});
    CHECK(piped.errors == "error: 'a: b' does not renew 'c': its topic is d\nhint: choose Renew\n");

    FakeTerminal terminal;
    terminal.is_terminal = true;
    CHECK(run_program(program_doing(judge), {"do"}, {}, terminal) == 4);
    CHECK(terminal.errors == "error: topic_mismatch: 'a: b' does not renew 'c'\n");
}
