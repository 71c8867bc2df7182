// SPDX-License-Identifier: Apache-2.0
// The `openssl` program as an independent judge, in a folder of its own.
#pragma once

#include "base/error.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace mdm::fakes {

/// A temporary folder with files, and commands that are run in it; gone at the end of the test.
class Workshop {
public:
    Workshop() {
        std::string pattern = (std::filesystem::temp_directory_path() / "mdmctl-test-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr)
            throw Error{ErrorCode::internal_error, "no temporary folder could be made"};
        folder_ = pattern;
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;
    ~Workshop() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    void write(const std::string& name, std::string_view bytes) const {
        std::ofstream(folder_ / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }

    std::string read(const std::string& name) const {
        std::ifstream in(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    std::string path(const std::string& name) const { return (folder_ / name).string(); }

    /// True when the shell command ends with 0. What it said is in the files "out" and "err".
    bool run(const std::string& command) const {
        const std::string line = "cd '" + folder_.string() + "' && { " + command + "; } >out 2>err </dev/null";
        return std::system(line.c_str()) == 0;
    }

    /// The same, where several processes run commands at once: what it said is lost.
    bool run_quietly(const std::string& command) const {
        const std::string line = "cd '" + folder_.string() + "' && { " + command + "; } >/dev/null 2>&1 </dev/null";
        return std::system(line.c_str()) == 0;
    }

    /// What a command writes to its standard output; it must not fail.
    std::string output_of(const std::string& command) const {
        if (!run(command))
            throw Error{ErrorCode::internal_error, command + ": " + read("err")};
        return read("out");
    }

private:
    std::filesystem::path folder_;
};

}  // namespace mdm::fakes
