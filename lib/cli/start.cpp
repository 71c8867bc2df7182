// SPDX-License-Identifier: Apache-2.0
// cli::run: the process around run_program().
#include "cli/description.hpp"
#include "cli/hardening.hpp"
#include "cli/json_text.hpp"
#include "cli/posix_terminal.hpp"
#include "cli/run.hpp"

#include <string_view>
#include <unistd.h>

namespace mdm::cli {
namespace {

int print_declarations(const Program& program, Terminal& terminal) {
    std::string text;
    append_json(text, as_record(describe(program)), JsonLayout::pretty);
    terminal.out(text + "\n");
    return 0;
}

}  // namespace

int run(int argc, char** argv, const Program& program) {
    harden_process();
    const Environment environment = environment_of(environ);
    PosixTerminal terminal{environment};
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    if (words.size() == 1 && words.front() == "--declarations")
        return print_declarations(program, terminal);
    return run_program(program, words, environment, terminal);
}

}  // namespace mdm::cli
