// SPDX-License-Identifier: Apache-2.0
#include "cli/world.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/fake_terminal.hpp"
#include "fakes/temporary_folder.hpp"

#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace mdm;
using namespace mdm::cli;

struct Place {
    TemporaryFolder folder;
    FakeTerminal terminal;
    SystemClock clock;
    Settings settings;
    World world{clock, terminal, settings};

    std::string file(const std::string& name, std::string_view bytes = {}, mode_t mode = 0600) const {
        const std::string path = folder.path() + "/" + name;
        if (!bytes.empty()) {
            write_file(path, bytes, Privacy::open);
            ::chmod(path.c_str(), mode);
        }
        return path;
    }
};

template <class Act>
std::string code_of(Act act) {
    try {
        act();
    } catch (const Error& e) {
        return std::string(name(e.code()));
    }
    return "done";
}

}  // namespace

TEST_CASE("the first line of a passphrase file counts, without its end") {
    const Place p;
    const auto passphrase = [&](std::string_view bytes) {
        return std::string(p.world.passphrase({p.file("pass", bytes)}, "x")()->reveal());
    };

    CHECK(passphrase("hunter2") == "hunter2");
    CHECK(passphrase("hunter2\n") == "hunter2");
    CHECK(passphrase("hunter2\r\nsecond\n") == "hunter2");
    CHECK(passphrase(" with spaces \n") == " with spaces ");
    CHECK(passphrase("\n").empty());
    CHECK(passphrase("\xEF\xBB\xBFhunter2\r\n") == "hunter2");                  // Notepad
    CHECK(passphrase(std::string_view("\xFF\xFEp\0w\0\r\0\n\0", 10)) == "pw");  // PowerShell
    CHECK(passphrase("\x80\xFF") == "\x80\xFF");
}

TEST_CASE("a passphrase file is nobody else's to change") {
    const Place p;
    const std::string file = p.file("pass", "hunter2\n", 0620);

    CHECK(code_of([&] { p.world.passphrase({file}, "x")(); }) == "others_can_write");
    ::chmod(file.c_str(), 0640);
    CHECK(p.world.passphrase({file}, "x")()->reveal() == "hunter2");
    CHECK(p.terminal.errors == "warning: other users can read '" + file + "', which holds a secret; chmod 600 it\n");
}

TEST_CASE("without file and terminal there is no passphrase") {
    Place p;
    CHECK_FALSE(p.world.passphrase({}, "x")().has_value());
}

TEST_CASE("an output that is an input is refused, however it is spelled") {
    const Place p;
    const InputFile input{p.file("a.pem", "old")};
    ::symlink(input.path.c_str(), p.file("link").c_str());
    ::link(input.path.c_str(), p.file("hard").c_str());

    for (const std::string& same : {input.path, p.folder.path() + "/./a.pem", p.file("link"), p.file("hard")})
        CHECK(code_of([&] { p.world.write({same}, "new", Privacy::open, {&input}); }) == "output_is_input");
    CHECK(p.world.read(input, 100).bytes.reveal() == "old");
    CHECK(code_of([&] { p.world.write({p.file("b.pem")}, "new", Privacy::secret, {&input}); }) == "done");
    CHECK(p.world.read({p.file("b.pem")}, 100).bytes.reveal() == "new");
}

TEST_CASE("a file that goes with a change appears behind it, and not without it") {
    Place p;
    const OutputFile file{p.file("a.pem")};
    const auto write = [&](const OutputFile& to, const std::function<void()>& commit) {
        return code_of([&] { p.world.write_with(to, "new", Privacy::secret, {}, commit); });
    };

    for (const OutputFile& to : {file, OutputFile{"-"}})
        CHECK(write(to, [] { throw Error{ErrorCode::locked, "not now"}; }) == "locked");
    CHECK_FALSE(identity_of(file.path));
    CHECK(p.terminal.output.empty());
    CHECK(write(file, [&] { CHECK_FALSE(identity_of(file.path)); }) == "done");
    CHECK(p.world.read({file.path}, 100).bytes.reveal() == "new");

    bool committed = false;
    CHECK(write({p.folder.path()}, [&] { committed = true; }) == "cannot_write");
    CHECK_FALSE(committed);
}

TEST_CASE("what is written in pieces is there whole, or not at all") {
    Place p;
    const auto write = [&](const OutputFile& to, bool breaks) {
        return code_of([&] {
            p.world.write_pieces(to, Privacy::open, [&](const World::Pieces& put) {
                put("new");
                if (breaks)
                    throw Error{ErrorCode::locked, "not now"};
                put(" and more");
            });
        });
    };
    const OutputFile none{p.file("none")};
    CHECK(write(none, true) == "locked");
    CHECK_FALSE(identity_of(none.path));
    CHECK(std::filesystem::is_empty(p.folder.path()));  // no part file either

    const OutputFile file{p.file("a", "old")};
    CHECK(write(file, true) == "locked");
    CHECK(p.world.read({file.path}, 100).bytes.reveal() == "old");
    CHECK(write(file, false) == "done");
    CHECK(p.world.read({file.path}, 100).bytes.reveal() == "new and more");
    CHECK_FALSE(p.world.output_taken);

    CHECK(write({p.folder.path()}, false) == "cannot_write");
    CHECK(write({"-"}, false) == "done");
    CHECK(p.terminal.output == "new and more");
    CHECK(p.world.output_taken);
}

TEST_CASE("binary data does not go to a terminal, text does") {
    Place p;
    p.terminal.is_terminal = true;

    CHECK(code_of([&] { p.world.write({"-"}, std::string_view("0\x82\x01", 3), Privacy::open, {}); }) ==
          "binary_to_terminal");
    CHECK_FALSE(p.world.output_taken);
    CHECK(code_of([&] { p.world.write({"-"}, "-----BEGIN\r\n\tZoë\n", Privacy::open, {}); }) == "done");
    CHECK(p.world.output_taken);
    p.terminal.is_terminal = false;
    CHECK(code_of([&] { p.world.write({"-"}, std::string_view("0\x82\x01", 3), Privacy::open, {}); }) == "done");
}

TEST_CASE("reading keeps to the limit") {
    const Place p;
    CHECK(code_of([&] { p.world.read({p.file("a", "12345")}, 4); }) == "too_large");
    CHECK(code_of([&] { p.world.read({p.file("a", "12345")}, 5); }) == "done");
}

TEST_CASE("lines are made printable") {
    Place p;
    p.world.say("a\x1b[2J\nb");
    p.world.warn("\u202E");
    p.world.next("at a terminal only");

    CHECK(p.terminal.errors == "a\\x1b[2J\\x0ab\nwarning: \\u{202e}\n");
}
