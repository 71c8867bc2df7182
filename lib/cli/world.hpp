// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/time.hpp"
#include "cli/settings.hpp"
#include "cli/terminal.hpp"

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace mdm::cli {

/// A path that is read; "-" is standard input.
struct InputFile {
    std::string path;
    bool given() const noexcept { return !path.empty(); }
};

/// A path that is written; "-" is standard output.
struct OutputFile {
    std::string path;
    bool given() const noexcept { return !path.empty(); }
};

/// What a command may touch. Passed to every `run`; nothing else is global.
struct World {
    const Clock& clock;
    Terminal& terminal;
    const Settings& settings;
    /// write() has put a command's data on standard output; then its record goes to standard error.
    mutable bool output_taken = false;

    /// Reads a file that was named on the command line. What it throws names the file.
    FileContent read(const InputFile& file, std::size_t limit) const;

    /// The same for a file that holds a secret; one that others can read is warned of.
    /// throws  others_can_write, and what read() throws
    FileContent read_secret(const InputFile& file, std::size_t limit) const;

    /// Judges a file as read_secret() does, once it turns out that it holds a secret. throws  others_can_write
    void guard(const FileContent& secret) const;

    /// The passphrase of `what`, from `file` where one was given, else asked for at a terminal, else none.
    /// As a source, so that nobody is asked for what turns out not to be encrypted. The source borrows this World.
    /// It throws  what read_secret() throws.
    std::function<std::optional<Secret>()> passphrase(const InputFile& file, std::string what) const;

    /// Writes an output, whole or not at all; an interrupt waits for it.
    /// throws  output_is_input (one of `inputs`), binary_to_terminal, and what StagedFile throws
    void write(const OutputFile& file, std::string_view bytes, Privacy privacy,
               std::initializer_list<const InputFile*> inputs) const;

    /// The same for a file that goes with a change: what can fail of writing comes before `commit`, and the file
    /// appears behind it. Killed in between, there is the change without the file.
    void write_with(const OutputFile& file, std::string_view bytes, Privacy privacy,
                    std::initializer_list<const InputFile*> inputs, const std::function<void()>& commit) const;

    /// Writes an output that need not fit into memory: `produce` is given what takes the next piece. A file appears
    /// whole or not at all: when `produce` throws, what was there before is as it was. Standard output, a pipe and a
    /// device have what came before. An interrupt ends it; the part file that it leaves is taken away by the next run.
    /// throws  what StagedFile throws
    using Pieces = std::function<void(std::string_view)>;
    void write_pieces(const OutputFile& file, Privacy privacy, const std::function<void(const Pieces&)>& produce) const;

    /// Refuses an output whose file is there and is not one that may be replaced.
    /// what    why not, for the message: "holds something else"
    /// limit   bytes of the largest file that may be replaced
    /// throws  output_exists, and what read_existing() throws
    void refuse_to_replace(const OutputFile& file, const std::function<bool(const FileContent&)>& may_be_replaced,
                           std::string_view what = "holds something else",
                           std::size_t limit = limits::credential_file) const;

    /// Asks before what cannot be undone; --yes is the answer in advance. `deed` is what would be done: "destroy the
    /// key of request 9b2e4c1a".
    /// word    what is to be typed: the name of what would be gone, where a habitual yes would cost too much
    /// throws  not_confirmed: the answer was another, or there is nobody to ask
    void confirm(std::string_view deed, std::string_view word = "yes") const;

    /// A line on stderr about what was done and what was left alone; not with --quiet.
    void say(std::string_view line) const;
    /// A line on stderr that --verbose asks for.
    void detail(std::string_view line) const;
    /// "notice: ..." on stderr, with --quiet too: what must not be overlooked in what follows.
    void notice(std::string_view line) const;
    /// "warning: ..." on stderr, with --quiet too.
    void warn(std::string_view line) const;
    /// What is left to do by hand: "next: ..." on stderr, at a terminal only.
    void next(std::string_view line) const;
};

}  // namespace mdm::cli
