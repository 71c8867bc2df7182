// SPDX-License-Identifier: Apache-2.0
// For developers: writes man/ and completions/ below a folder, from the declarations of the programs that were built.
//
//     render-pages LIBEXEC FOLDER
#include "base/error.hpp"
#include "base/files.hpp"
#include "cli/catalogue.hpp"
#include "cli/completion.hpp"
#include "render/man_page.hpp"

#include <cstdio>
#include <filesystem>

namespace {

using namespace mdm;

void write_page(const std::string& folder, const std::string& words, const std::string& text) {
    write_file(folder + "/man/" + render::page_name(words) + ".1", text, Privacy::open);
}

/// A page of a command that is no more would stay for ever.
void remove_pages(const std::string& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder + "/man"))
        if (entry.path().extension() == ".1")
            std::filesystem::remove(entry.path());
}

void write_all(const std::string& libexec, const std::string& folder) {
    const std::vector<cli::ProgramDescription> programs = cli::catalogue_of(libexec);
    std::filesystem::create_directories(folder + "/man");
    std::filesystem::create_directories(folder + "/completions");
    remove_pages(folder);
    write_page(folder, "", render::front_page(programs));
    for (const cli::ProgramDescription& program : programs) {
        if (program.commands.front().name != program.service)
            write_page(folder, program.service, render::service_page(program));
        for (const cli::CommandDescription& command : program.commands)
            write_page(folder, command.name, render::command_page(command));
    }
    write_file(folder + "/completions/mdmctl.bash", cli::bash_completion(programs), Privacy::open);
    write_file(folder + "/completions/_mdmctl", cli::zsh_completion(programs), Privacy::open);
    write_file(folder + "/completions/mdmctl.fish", cli::fish_completion(programs), Privacy::open);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: render-pages LIBEXEC FOLDER\n", stderr);
        return 2;
    }
    try {
        write_all(argv[1], argv[2]);
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "error: %s\n", e.what());
        return 1;
    }
}
