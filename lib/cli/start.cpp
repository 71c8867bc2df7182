// SPDX-License-Identifier: Apache-2.0
// cli::run: the process around run_program().
#include "base/error.hpp"
#include "cli/description.hpp"
#include "cli/hardening.hpp"
#include "cli/json_text.hpp"
#include "cli/messages.hpp"
#include "cli/posix_terminal.hpp"
#include "cli/programs.hpp"
#include "cli/run.hpp"
#include "cli/words.hpp"

#include <cerrno>
#include <fmt/format.h>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace mdm::cli {
namespace {

int print_declarations(const Program& program, Terminal& terminal) {
    std::string text;
    append_json(text, as_record(describe(program)), JsonLayout::pretty);
    terminal.out(text + "\n");
    return 0;
}

/// Becomes the service's whole program. Comes back only where it cannot be run.
int become_whole(const Program& program, char** argv, Terminal& terminal) {
    const std::string path = whole_program(own_folder(), program.service);
    ::execv(path.c_str(), argv);
    const Error error{ErrorCode::internal_error,
                      fmt::format("cannot run '{}': {}", path, std::generic_category().message(errno)),
                      "install mdmctl again"};
    Messages{terminal}.error(error);
    return exit_code(error.code());
}

}  // namespace

int run(int argc, char** argv, const Program& program) {
    harden_process();
    const Environment environment = environment_of(environ);
    PosixTerminal terminal{environment};
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    if (is_for_whole_program(program, words))
        return become_whole(program, argv, terminal);
    if (words.size() == 1 && words.front() == "--declarations")
        return print_declarations(program, terminal);
    return run_program(program, words, environment, terminal);
}

}  // namespace mdm::cli
