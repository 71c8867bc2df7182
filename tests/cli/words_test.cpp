// SPDX-License-Identifier: Apache-2.0
#include "cli/words.hpp"

#include "base/error.hpp"
#include "catch.hpp"
#include "cli/suggestion.hpp"

namespace {

using namespace mdm;
using namespace mdm::cli;

Command named(std::string name) {
    Command c;
    c.name = std::move(name);
    return c;
}

const Program sandbox{"sandbox",
                      "",
                      {named("run"), named("portal push-certificate create"), named("portal push-certificate renew"),
                       named("portal server-token")}};
Command standing_for_group(std::string name) {
    Command c = named(std::move(name));
    c.stands_for_group = true;
    return c;
}

const Program dep{"dep", "", {named("list"), standing_for_group("devices list"), named("devices show")}};
const Program help{"help", "", {named(""), named("codes")}};

std::string chosen(const Program& program, const std::vector<std::string>& words) {
    try {
        const Chosen c = choose_command(program, words);
        std::string shown = c.command == nullptr ? "group " + c.group : "command " + c.command->name;
        for (const std::string& argument : c.arguments)
            shown += " [" + argument + "]";
        return shown;
    } catch (const Error& e) {
        return e.message() + " / " + e.hint();
    }
}

}  // namespace

TEST_CASE("the longest name is the command") {
    CHECK(chosen(sandbox, {"run", "--", "true"}) == "command run [--] [true]");
    CHECK(chosen(sandbox, {"portal", "push-certificate", "create", "x", "--out", "y"}) ==
          "command portal push-certificate create [x] [--out] [y]");
    CHECK(chosen(help, {"codes"}) == "command codes");
    CHECK(chosen(help, {"apns", "codes"}) == "command  [apns] [codes]");
    CHECK(chosen(help, {}) == "command ");
}

TEST_CASE("thousands of files behind a command are not taken for its name") {
    std::vector<std::string> words{"list"};
    for (int i = 0; i < 20'000; ++i)
        words.push_back("profiles/" + std::to_string(i) + ".mobileconfig");
    CHECK(choose_command(dep, words).arguments.size() == 20'000);
}

TEST_CASE("words that go no further name a group") {
    CHECK(chosen(sandbox, {}) == "group ");
    CHECK(chosen(sandbox, {"portal"}) == "group portal");
    CHECK(chosen(sandbox, {"portal", "--help"}) == "group portal");
    CHECK(commands_below(sandbox, "portal push-certificate").size() == 2);
}

TEST_CASE("a command may stand for its group") {
    CHECK(chosen(dep, {"devices"}) == "command devices list");
    CHECK(chosen(dep, {"devices", "--model", "iPad"}) == "command devices list [--model] [iPad]");
    CHECK(chosen(dep, {"devices", "list", "--model", "iPad"}) == "command devices list [--model] [iPad]");
    CHECK(chosen(dep, {"devices", "show", "X"}) == "command devices show [X]");
    CHECK(chosen(dep, {"devices", "--help"}) == "group devices");
    CHECK(chosen(dep, {"devices", "shwo"}) ==
          "there is no command 'mdmctl dep devices shwo' / did you mean `mdmctl dep devices show`?");
    CHECK(chosen(dep, {"list"}) == "command list");
    CHECK(chosen(dep, {}) == "group ");
}

TEST_CASE("an unknown word is said with what was probably meant") {
    CHECK(chosen(sandbox, {"rnu"}) == "there is no command 'mdmctl sandbox rnu' / did you mean `mdmctl sandbox run`?");
    CHECK(chosen(sandbox, {"portal", "push"}) ==
          "there is no command 'mdmctl sandbox portal push' / did you mean `mdmctl sandbox portal push-certificate`?");
    CHECK(chosen(sandbox, {"xyzzy"}) ==
          "there is no command 'mdmctl sandbox xyzzy' / `mdmctl sandbox --help` lists the commands");
    CHECK(chosen(sandbox, {"--output", "json", "run"}) ==
          "the option '--output' stands before the command / options come after it: mdmctl sandbox COMMAND --output");
}

TEST_CASE("a suggestion is near, or there is none") {
    const std::vector<std::string> known{"inspect", "sign", "check", "renew"};

    CHECK(closest("inspcet", known) == "inspect");
    CHECK(closest("ins", known) == "inspect");
    CHECK(closest("sing", known) == "sign");
    CHECK(closest("rnew", known) == "renew");
    CHECK(closest("push", known).empty());
    CHECK(closest("", known).empty());
    CHECK(closest(std::string(1000, 'a'), known).empty());
}
