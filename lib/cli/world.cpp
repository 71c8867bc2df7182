// SPDX-License-Identifier: Apache-2.0
#include "cli/world.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/output_files.hpp"
#include "cli/signals.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

namespace mdm::cli {
namespace {

/// Text may go to a terminal; what holds other control characters, or is no UTF-8, is binary.
bool is_binary(std::string_view bytes) {
    for (CodePoint c = next_code_point(bytes); c.width > 0; c = next_code_point(bytes)) {
        const bool layout = c.value == '\n' || c.value == '\r' || c.value == '\t';
        if (!c.valid || (is_unsafe(c.value) && !layout))
            return true;
        bytes.remove_prefix(c.width);
    }
    return false;
}

/// The first line of a file of text; editors on Windows put a byte order mark before it.
Secret first_line(const FileContent& file) {
    const std::string_view bytes = file.bytes.reveal();
    DecodedText decoded = decode_text(bytes);
    const Secret kept{std::move(decoded.text)};
    std::string_view text = decoded.byte_order_mark.empty() ? bytes : kept.reveal();
    text = text.substr(0, text.find('\n'));
    while (text.ends_with('\r'))
        text.remove_suffix(1);
    return Secret{std::string(text)};
}

FileContent read_passphrase_file(const World& world, const InputFile& file) {
    try {
        return world.read_secret(file, limits::passphrase_file);
    } catch (const Error& e) {
        if (e.code() == ErrorCode::empty_file || e.code() == ErrorCode::too_large)
            throw Error{e.code(), e.message(), "its first line is the passphrase, and all that is read"};
        throw;
    }
}

/// False for a FIFO or device, which is written plainly: opening it may wait for a reader for ever.
bool appears_whole(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

void show_line(Terminal& terminal, std::string_view before, std::string_view line) {
    terminal.err(fmt::format("{}{}\n", before, printable(line)));
}

}  // namespace

FileContent World::read(const InputFile& file, std::size_t limit) const { return read_file(file.path, limit); }

FileContent World::read_secret(const InputFile& file, std::size_t limit) const {
    FileContent content = read(file, limit);
    guard(content);
    return content;
}

void World::guard(const FileContent& secret) const {
    if (secret.others_can_write)
        throw Error{ErrorCode::others_can_write,
                    fmt::format("other users can change '{}', so that it is not to be trusted", secret.name),
                    fmt::format("look into it, then chmod 600 {}", shell_quoted(secret.name))};
    if (secret.others_can_read)
        warn(fmt::format("other users can read '{}', which holds a secret; chmod 600 it", secret.name));
}

std::function<std::optional<Secret>()> World::passphrase(const InputFile& file, std::string what) const {
    return [this, file, what = std::move(what)]() -> std::optional<Secret> {
        if (file.given())
            return first_line(read_passphrase_file(*this, file));
        if (!terminal.can_ask() || settings.no_input)
            return std::nullopt;
        return terminal.ask_secret(fmt::format("passphrase of {}: ", printable(what)));
    };
}

void World::write(const OutputFile& file, std::string_view bytes, Privacy privacy,
                  std::initializer_list<const InputFile*> inputs) const {
    write_with(file, bytes, privacy, inputs, [] {});
}

void World::write_with(const OutputFile& file, std::string_view bytes, Privacy privacy,
                       std::initializer_list<const InputFile*> inputs, const std::function<void()>& commit) const {
    if (file.path == "-") {
        if (terminal.output_is_terminal() && is_binary(bytes))
            throw Error{ErrorCode::binary_to_terminal, "this is binary data, and standard output is a terminal",
                        "name a file, or send it through a pipe: ... | cat"};
        commit();
        terminal.out(bytes);
        output_taken = true;
        return;
    }
    for (const InputFile* input : inputs)
        refuse_input_as_output(file.path, input->path);
    std::optional<HeldSignals> held;
    if (appears_whole(file.path))
        held.emplace();
    StagedFile staged{file.path, privacy};
    staged.write(bytes);
    commit();
    staged.commit();
}

void World::write_pieces(const OutputFile& file, Privacy privacy,
                         const std::function<void(const Pieces&)>& produce) const {
    if (file.path == "-") {
        produce([&](std::string_view piece) { terminal.out(piece); });
        output_taken = true;
        return;
    }
    StagedFile staged{file.path, privacy};
    produce([&](std::string_view piece) { staged.add(piece); });
    std::optional<HeldSignals> held;
    if (appears_whole(file.path))
        held.emplace();
    staged.commit();
}

void World::refuse_to_replace(const OutputFile& file, const std::function<bool(const FileContent&)>& may_be_replaced,
                              std::string_view what, std::size_t limit) const {
    const auto there = read_existing(file.path, limit);
    if (there && !may_be_replaced(*there))
        throw Error{ErrorCode::output_exists, fmt::format("'{}' exists and {}: it is not replaced", file.path, what),
                    "name another file"};
}

void World::say(std::string_view line) const {
    if (!settings.quiet)
        show_line(terminal, "", line);
}

void World::detail(std::string_view line) const {
    if (settings.verbose)
        show_line(terminal, "", line);
}

void World::notice(std::string_view line) const { show_line(terminal, "notice: ", line); }

void World::warn(std::string_view line) const { show_line(terminal, "warning: ", line); }

void World::confirm(std::string_view deed, std::string_view word) const {
    if (settings.yes)
        return;
    if (!terminal.can_ask() || settings.no_input)
        throw Error{ErrorCode::not_confirmed, fmt::format("this would {}, and there is nobody to ask", deed),
                    "--yes says that it is meant"};
    const auto answer = terminal.ask(
        fmt::format("This would {}, and cannot be undone. Type {} to go on: ", printable(deed), printable(word)));
    if (!answer || trimmed(*answer) != word)
        throw Error{ErrorCode::not_confirmed, "not confirmed: nothing was changed"};
}

void World::next(std::string_view line) const {
    if (!settings.quiet && terminal.errors_are_terminal())
        show_line(terminal, "next: ", line);
}

}  // namespace mdm::cli
