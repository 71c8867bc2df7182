// SPDX-License-Identifier: Apache-2.0
#include "cli/catalogue.hpp"
#include "cli/command.hpp"
#include "cli/completion.hpp"

namespace {

using namespace mdm;

enum class Shell { bash, zsh, fish };

struct Options {
    Shell shell = Shell::bash;
};

std::string script_for(Shell shell, const std::vector<cli::ProgramDescription>& programs) {
    switch (shell) {
        case Shell::bash:
            return cli::bash_completion(programs);
        case Shell::zsh:
            return cli::zsh_completion(programs);
        case Shell::fish:
            break;
    }
    return cli::fish_completion(programs);
}

cli::Result run(cli::World&, const Options& o) {
    const std::string script = script_for(o.shell, cli::catalogue_of(cli::own_folder()));
    return cli::Text{script, {{"script", script}}};
}

cli::Command completion_command() {
    return cli::command<Options>({
        .name = "",
        .summary = "Print the completion script of a shell",
        .details = "The script is static: it completes commands, options, their choices and file names without running "
                   "mdmctl. An installation by a package has it in place already.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.choice("SHELL", o.shell, {{"bash", Shell::bash}, {"zsh", Shell::zsh}, {"fish", Shell::fish}},
                         "the shell that is to complete");
            },
        .run = run,
        .examples = {{"source <(mdmctl completion bash)", "For this session, in bash and zsh"},
                     {"mdmctl completion fish > ~/.config/fish/completions/mdmctl.fish", "For good, in fish"}},
    });
}

}  // namespace

int main(int argc, char** argv) {
    return cli::run(argc, argv,
                    {.service = "completion",
                     .summary = "Print the completion script of a shell",
                     .commands = {completion_command()}});
}
