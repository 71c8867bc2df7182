// SPDX-License-Identifier: Apache-2.0
// The front door: finds the program of a command and becomes it. It starts before every command, so it links the
// standard library statically and nothing else; what it says, it says with write(2).
#include "cli/programs.hpp"
#include "cli/suggestion.hpp"
#include "generated/version.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using mdm::cli::ProgramFile;

constexpr int cannot_run = 1;
constexpr int wrong_usage = 2;
constexpr int broken_installation = 70;

bool put(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t n = ::write(fd, text.data(), text.size());
        if (n < 0 && errno != EINTR)
            return false;
        text.remove_prefix(n < 0 ? 0 : static_cast<std::size_t>(n));
    }
    return true;
}

/// What a person typed, fit to be shown: base's printable() is not linked in here.
std::string shown(std::string_view word) {
    std::string text;
    for (const char c : word)
        text += c >= ' ' && c <= '~' ? c : '?';
    return text;
}

std::string in_json(std::string_view text) {
    std::string quoted;
    for (const char c : shown(text)) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return '"' + quoted + '"';
}

/// One error, in the form that all commands give it.
class Failure {
public:
    explicit Failure(const std::vector<std::string>& words) : json_(is_json(words)) {}

    int operator()(int exit, std::string_view code, const std::string& message, const std::string& hint) const {
        std::string text = "error: " + message + "\n" + (hint.empty() ? "" : "hint: " + hint + "\n");
        if (json_)
            text = R"({"error":{"code":)" + in_json(code) + R"(,"exit":)" + std::to_string(exit) + R"(,"message":)" +
                   in_json(message) + R"(,"hint":)" + (hint.empty() ? "null" : in_json(hint)) + R"(,"findings":[]}})" +
                   "\n";
        put(STDERR_FILENO, text);
        return exit;
    }

private:
    static bool is_json(const std::vector<std::string>& words) {
        std::string_view wanted;
        if (const char* variable = std::getenv("MDMCTL_OUTPUT"))
            wanted = variable;
        for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
            const std::string_view word = words[i];
            if (word == "--output" && i + 1 < words.size())
                wanted = words[i + 1];
            else if (word.starts_with("--output="))
                wanted = word.substr(word.find('=') + 1);
        }
        return wanted == "json" || wanted == "jsonl";
    }

    bool json_;
};

std::string libexec() { return mdm::cli::own_folder() + "/../libexec/mdmctl"; }

/// Becomes the program. Comes back only where it is not there (ENOENT) or cannot be run.
void become(const std::string& path, const std::vector<std::string>& words) {
    std::vector<char*> argv;
    argv.push_back(const_cast<char*>(path.c_str()));  // execv() changes nothing; its type is older than const
    for (const std::string& word : words)
        argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    ::execv(path.c_str(), argv.data());
}

int fail_to_run(const Failure& fail, const std::string& path) {
    return fail(cannot_run, "cannot_read", "cannot run '" + shown(path) + "': " + std::strerror(errno), "");
}

/// True when a file of that name is there and exec refused it: it was meant, and a program of the same name further
/// along PATH must not quietly take its place.
bool is_there(const std::string& path) {
    const int why = errno;
    struct stat status {};
    const bool there = ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
    errno = why;
    return there;
}

int fail_without_programs(const Failure& fail) {
    return fail(cannot_run, "cannot_read", "the programs of mdmctl's commands are not in '" + shown(libexec()) + "'",
                "mdmctl alone does nothing: install it with its libexec folder, cmake --install build/release");
}

int run_help(const Failure& fail, const std::vector<std::string>& words) {
    const std::string help = libexec() + "/mdmctl-help";
    become(help, words);
    if (mdm::cli::programs_in(libexec()).empty())
        return fail_without_programs(fail);
    return fail(broken_installation, "internal_error", "cannot run '" + shown(help) + "': " + std::strerror(errno),
                "install mdmctl again");
}

/// Help as an answer to nothing at all: on standard error, and exit 2 once it is shown.
int show_help_as_error(const Failure& fail) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(STDERR_FILENO, STDOUT_FILENO);
        std::_Exit(run_help(fail, {}));
    }
    int status = 0;
    while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) != 0 ? WEXITSTATUS(status) : wrong_usage;
}

std::string_view path_variable() {
    const char* path = std::getenv("PATH");
    return path == nullptr ? std::string_view() : std::string_view(path);
}

int fail_unknown(const Failure& fail, const std::string& name) {
    const std::vector<ProgramFile> ours = mdm::cli::programs_in(libexec());
    if (ours.empty())
        return fail_without_programs(fail);
    std::vector<std::string> names;
    for (const ProgramFile& program : ours)
        names.push_back(program.name);
    for (const ProgramFile& plugin : mdm::cli::plugins_on(path_variable(), ours))
        names.push_back(plugin.name);
    const std::string meant = mdm::cli::closest(name, names);
    return fail(wrong_usage, "unknown_command", "there is no command 'mdmctl " + shown(name) + "'",
                meant.empty() ? "`mdmctl --help` lists the commands" : "did you mean `mdmctl " + meant + "`?");
}

int run_command(const Failure& fail, const std::string& name, const std::vector<std::string>& words) {
    if (!mdm::cli::is_program_name(name))
        return fail_unknown(fail, name);
    const std::string own = libexec() + "/mdmctl-" + name;
    become(own, words);
    if (is_there(own))
        return fail_to_run(fail, own);
    for (std::string_view rest = path_variable(); !rest.empty();) {
        const std::string_view folder = rest.substr(0, rest.find(':'));
        rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
        if (folder.empty() || folder.front() != '/')
            continue;
        const std::string plugin = std::string(folder) + "/mdmctl-" + name;
        become(plugin, words);
        if (is_there(plugin))
            return fail_to_run(fail, plugin);
    }
    return fail_unknown(fail, name);
}

/// Any of them may change the form of an answer, or have a notice before it.
bool has_settings() {
    for (const char* const* variable = environ; *variable != nullptr; ++variable)
        if (std::string_view(*variable).starts_with("MDMCTL_"))
            return true;
    return false;
}

int show_version(const Failure& fail) {
    const std::string line = "mdmctl " + std::string(mdm::version) + "\n";
    if (put(STDOUT_FILENO, line))
        return 0;
    return fail(cannot_run, "cannot_write", std::string("cannot write standard output: ") + std::strerror(errno), "");
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    const Failure fail{words};
    if (words.empty())
        return show_help_as_error(fail);
    const std::string& first = words.front();
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    if (first == "--version" || (first == "version" && rest.empty() && !has_settings()))
        return show_version(fail);
    if (first == "--help" || first == "-h")
        return run_help(fail, rest);
    if (first.starts_with("-"))
        return fail(wrong_usage, "bad_usage", "the option '" + shown(first) + "' stands before the command",
                    "options come after it: mdmctl COMMAND " + shown(first));
    return run_command(fail, first, rest);
}
