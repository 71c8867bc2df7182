// SPDX-License-Identifier: Apache-2.0
// The servers beside this file, and the certificates that they and their clients show.
#pragma once

#include "fakes/openssl_program.hpp"
#include "generated/test_places.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

extern char** environ;

namespace mdm::net {

/// A Python that has the module: the one on PATH, or the system's, which Debian's packages are for; "" for neither.
inline std::string python_with(const std::string& module) {
    for (const char* candidate : {"python3", "/usr/bin/python3"})
        if (std::system((std::string(candidate) + " -c 'import " + module + "' 2>/dev/null").c_str()) == 0)
            return candidate;
    return "";
}

/// nginx where tls-server looks for it.
inline bool has_nginx() { return std::system("PATH=$PATH:/usr/sbin command -v nginx >/dev/null") == 0; }

/// One of them, running until the object goes; it ends when its standard input is closed.
class Server {
public:
    Server(const std::string& python, const std::string& program, std::vector<std::string> arguments) {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        if (::pipe(in.data()) != 0 || ::pipe(out.data()) != 0)
            throw std::runtime_error("no pipe");
        for (const int end : {in[0], in[1], out[0], out[1]})
            ::fcntl(end, F_SETFD, FD_CLOEXEC);
        arguments.insert(arguments.begin(), {python, std::string(MDMCTL_TEST_SERVERS) + "/" + program});
        start(arguments, in[0], out[1]);
        ::close(in[0]);
        ::close(out[1]);
        input_ = in[1];
        output_ = ::fdopen(out[0], "r");
        port_ = line();
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server() {
        ::close(input_);
        while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
        }
        std::fclose(output_);
    }

    const std::string& port() const { return port_; }

    /// The next line of its output, which is waited for.
    std::string line() {
        std::string text;
        for (int c = std::fgetc(output_); c != '\n'; c = std::fgetc(output_)) {
            if (c == EOF)
                throw std::runtime_error("the server ended");
            text += static_cast<char>(c);
        }
        return text;
    }

private:
    void start(std::vector<std::string>& arguments, int in, int out) {
        std::vector<char*> argv;
        for (std::string& argument : arguments)
            argv.push_back(argument.data());
        argv.push_back(nullptr);
        posix_spawn_file_actions_t files;
        ::posix_spawn_file_actions_init(&files);
        ::posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
        const int failed = ::posix_spawnp(&pid_, argv[0], &files, nullptr, argv.data(), environ);
        ::posix_spawn_file_actions_destroy(&files);
        if (failed != 0)
            throw std::runtime_error("cannot start " + arguments[1]);
    }

    pid_t pid_ = -1;
    int input_ = -1;
    std::FILE* output_ = nullptr;
    std::string port_;
};

/// An authority, ca.pem, and what it issued, key and certificate in one file: server.pem for localhost, 127.0.0.1 and
/// ::1, other.pem for other.example, expired.pem for the same as server.pem. For clients, certificate and key apart:
/// client.pem and expired-client.pem with client.key, which encrypted.key has as well, and stranger.pem, its own
/// authority, with stranger.key.
class Certificates {
public:
    Certificates() {
        workshop_.write("names", "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1\n");
        workshop_.write("other-names", "subjectAltName=DNS:other.example\n");
        workshop_.write("index", "");
        workshop_.write("ca.conf",
                        "[ca]\ndefault_ca=test\n[test]\ndatabase=index\nnew_certs_dir=.\nrand_serial=yes\n"
                        "unique_subject=no\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n");
        make_authority("ca", "/CN=Test Authority");
        make_request("key", "csr", "/CN=localhost");
        issue("csr", "cert", "-extfile names");
        make("cat key cert >server.pem");
        issue("csr", "cert", "-extfile other-names");
        make("cat key cert >other.pem");
        issue_expired("csr", "cert", "-extfile names");
        make("cat key cert >expired.pem");
        make_request("client.key", "client.csr", "/UID=com.apple.mgmt.External.aaaa/CN=APSP:aaaa");
        make("openssl pkcs8 -topk8 -in client.key -out encrypted.key -passout pass:opensesame");
        issue("client.csr", "client.pem");
        issue_expired("client.csr", "expired-client.pem");
        make_authority("stranger", "/CN=Stranger");
    }

    std::string ca() const { return workshop_.path("ca.pem"); }
    std::string path(const std::string& name) const { return workshop_.path(name); }
    std::string read(const std::string& name) const { return workshop_.read(name); }
    void write(const std::string& name, std::string_view bytes) const { workshop_.write(name, bytes); }

private:
    void make(const std::string& command) const { static_cast<void>(workshop_.output_of(command)); }
    void make_authority(const std::string& name, const std::string& subject) const {
        make(new_key + " -x509 -days 2 -addext basicConstraints=critical,CA:true -keyout " + name + ".key -out " +
             name + ".pem -subj '" + subject + "'");
    }
    void make_request(const std::string& key, const std::string& csr, const std::string& subject) const {
        make(new_key + " -keyout " + key + " -out " + csr + " -subj '" + subject + "'");
    }
    void issue(const std::string& csr, const std::string& name, const std::string& options = "") const {
        make("openssl x509 -req -in " + csr + " -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out " + name + " " +
             options);
    }
    /// `openssl x509` refuses an end before now from 3.5.7 on, and takes dates only from 3.4 on.
    void issue_expired(const std::string& csr, const std::string& name, const std::string& options = "") const {
        make("openssl ca -batch -notext -config ca.conf -cert ca.pem -keyfile ca.key -in " + csr + " -out " + name +
             " -startdate 20200101000000Z -enddate 20200102000000Z " + options);
    }

    inline static const std::string new_key = "openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";

    fakes::Workshop workshop_;
};

}  // namespace mdm::net
