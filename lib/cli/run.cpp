// SPDX-License-Identifier: Apache-2.0
#include "cli/run.hpp"

#include "base/error.hpp"
#include "cli/command_line.hpp"
#include "cli/common_options.hpp"
#include "cli/description.hpp"
#include "cli/help.hpp"
#include "cli/json_text.hpp"
#include "cli/messages.hpp"
#include "cli/render.hpp"
#include "cli/trace_file.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <memory>
#include <new>

namespace mdm::cli {
namespace {

/// The form in which an error is to be shown while the words themselves may be wrong.
std::optional<Output> output_among(const std::vector<std::string>& words) {
    constexpr std::string_view option = "--output";
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        if (words[i] == option && i + 1 < words.size())
            return output_named(words[i + 1]);
        if (words[i].starts_with("--output="))
            return output_named(std::string_view(words[i]).substr(option.size() + 1));
    }
    return std::nullopt;
}

/// A record and blocks show findings whole; a list of lines has their codes alone.
bool shows_hints(const Result& result) {
    const auto* rows = std::get_if<Rows>(&result.shown);
    return rows == nullptr || rows->layout == Rows::Layout::blocks;
}

/// One run of one program, from its words to its exit code.
class Run {
public:
    Run(const Program& program, const std::vector<std::string>& words, const Environment& environment,
        Terminal& terminal)
        : program_(program), words_(words), environment_(environment), terminal_(terminal), messages_(terminal) {}

    int operator()() {
        try {
            const int exit = answer();
            messages_.release();
            return exit;
        } catch (const Error& e) {
            return failed(e);
        } catch (const std::bad_alloc&) {
            return failed({ErrorCode::internal_error, "there is not enough memory"});
        } catch (const std::exception& e) {
            return failed({ErrorCode::internal_error, fmt::format("this is a bug in mdmctl: {}", e.what()),
                           "please report it, with the command line"});
        }
    }

private:
    int answer() {
        const auto asked = output_among(words_);
        const auto from_environment = environment_.find("MDMCTL_OUTPUT");
        messages_.set_output(asked ? *asked
                             : from_environment != environment_.end()
                                 ? output_named(from_environment->second).value_or(Output::table)
                                 : Output::table);
        const Chosen chosen = choose_command(program_, words_);
        is_monitor_ = chosen.command != nullptr && is_asked_as_monitor(*chosen.command);
        if (asks_for_help(words_))
            return show_help(chosen);
        if (chosen.command == nullptr)
            return refuse_group(chosen.group);
        try {
            start(asked);
        } catch (const Error& e) {
            if (!chosen.command->answers_always)
                throw;
            messages_.line("warning: ", e.message());
        }
        parse(*chosen.command, chosen.arguments);
        return execute(*chosen.command);
    }

    /// What holds before the command line is read.
    void start(std::optional<Output> asked) {
        StartingSettings starting = starting_settings(environment_);
        settings_ = std::move(starting.settings);
        messages_.set_output(asked.value_or(settings_.output));
        clock_ = clock_of(environment_);
        messages_.notice(notices_of(environment_, settings_));
        for (const std::string& warning : starting.warnings)
            messages_.line("warning: ", warning);
    }

    std::string help(const std::string& words) {
        const std::string name = words.empty() ? program_.service : program_.service + " " + words;
        return help_on(describe(program_), name, help_width(terminal_));
    }

    int show_help(const Chosen& chosen) {
        terminal_.out(help(chosen.command == nullptr ? chosen.group : chosen.command->name));
        return 0;
    }

    int refuse_group(const std::string& group) {
        const std::string typed = typed_name(program_, group);
        const Error error{ErrorCode::bad_usage, fmt::format("'{}' needs a command", typed),
                          fmt::format("`{} --help` lists them", typed)};
        if (messages_.is_json())
            throw error;
        messages_.error(error);
        terminal_.err("\n" + help(group));
        return exit_code(error.code());
    }

    void parse(const Command& command, const std::vector<std::string>& arguments) {
        Parser parser;
        command.declare(parser);
        declare_common_options(parser, command, settings_);
        try {
            parse_command_line(parser.arguments(), arguments);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::bad_usage || !e.hint().empty())
                throw;
            throw Error{e.code(), e.message(), "usage: " + usage_line(describe(program_, command))};
        }
        if (settings_.no_input)
            messages_.forbid_questions();
        messages_.set_output(settings_.output);
    }

    int execute(const Command& command) {
        if (!settings_.trace_path.empty())
            settings_.trace = std::make_shared<TraceFile>(settings_.trace_path);
        const int exit = run_and_render(command);
        if (const auto why = settings_.trace ? settings_.trace->failure() : std::nullopt)
            messages_.line("warning: ", *why);
        return exit;
    }

    int run_and_render(const Command& command) {
        World world{*clock_, messages_, settings_};
        const Result result = command.run(world);
        wipe_leavings();  // before an answer is printed: whoever reads it may take his time
        // The command's own data are on standard output already; its record must not be mixed into them.
        const bool taken = world.output_taken;
        const Page page{[&](std::string_view text) { taken ? messages_.err(text) : messages_.out(text); },
                        terminal_.output_is_terminal() ? static_cast<std::size_t>(terminal_.columns()) : 0,
                        terminal_.color() && !taken};
        render(result, settings_.output, messages_.notices_in_answer(), page);
        if (result.failure)
            messages_.verdict(*result.failure, shows_hints(result));
        return result.exit();
    }

    /// Known before the command line is parsed: that it is wrong is UNKNOWN as well.
    bool is_asked_as_monitor(const Command& command) const {
        return command.is_monitor || (!command.monitor_with.empty() &&
                                      std::find(words_.begin(), words_.end(), command.monitor_with) != words_.end());
    }

    int failed(const Error& e) {
        const int exit = is_monitor_ ? monitoring_unknown : exit_code(e.code());
        messages_.error(e, exit);
        return exit;
    }

    const Program& program_;
    const std::vector<std::string>& words_;
    const Environment& environment_;
    Terminal& terminal_;
    Messages messages_;
    Settings settings_;
    bool is_monitor_ = false;
    std::unique_ptr<const Clock> clock_ = std::make_unique<SystemClock>();
};

}  // namespace

int run_program(const Program& program, const std::vector<std::string>& words, const Environment& environment,
                Terminal& terminal) {
    return Run{program, words, environment, terminal}();
}

}  // namespace mdm::cli
