// SPDX-License-Identifier: Apache-2.0
#include "store/location.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

TEST_CASE("a store is named by a path or by a URL") {
    CHECK(parse_location("/var/lib/mdmctl.db").path == "/var/lib/mdmctl.db");
    CHECK(parse_location("sqlite:///var/lib/mdm ctl.db").path == "/var/lib/mdm ctl.db");
    CHECK(parse_location("sqlite:here.db").path == "here.db");
    CHECK(parse_location("postgres://localhost/mdm").engine == Engine::postgresql);
}

TEST_CASE("a URL becomes what libpq reads, quoted") {
    const Location there =
        parse_location("postgresql://jo%40x:it%27s%20a%5Cb@localhost:5433/mdm?application_name=a%20b");
    CHECK(there.connection.reveal() ==
          "application_name='a b' connect_timeout='10' dbname='mdm' host='localhost' password='it\\'s a\\\\b' "
          "port='5433' user='jo@x' ");
    CHECK(there.shown == "postgresql://jo@x@localhost:5433/mdm");
}

TEST_CASE("only this host is reached without verifying who answers") {
    for (const char* here : {"postgresql://localhost/m", "postgresql://127.0.0.1/m", "postgresql://127.1.2.3/m",
                             "postgresql://[::1]:5432/m", "postgresql:///m?host=/run/postgresql",
                             "postgresql://db.example.org/m?sslmode=verify-full"})
        CHECK(code_of([&] { return parse_location(here); }) == "");
    for (const char* away : {"postgresql://db.example.org/m", "postgresql://db.example.org/m?sslmode=require",
                             "postgresql://localhost/m?host=db.example.org", "postgresql://127.0.0.1.example.org/m",
                             "postgresql://localhost.example.org/m", "postgresql://[2001:db8::1]/m",
                             "postgresql://10.0.0.1/m?sslmode=prefer"})
        CHECK(code_of([&] { return parse_location(away); }) == "insecure_connection");
}

TEST_CASE("a URL that says too little or something else is refused") {
    for (const char* url : {"", "sqlite:", "mysql://localhost/m", "postgresql:///m", "postgresql://a,b/m",
                            "postgresql://localhost/m?host=a,b", "postgresql://localhost/m?service=x",
                            "postgresql://localhost/m?hostaddr=10.0.0.1", "postgresql://localhost/m?sslmode=%zz",
                            "postgresql://[::1/m", "/tmp/a\"b"})
        CHECK(code_of([&] { return parse_location(url); }) == "bad_setting");
}

TEST_CASE("no password is shown") {
    CHECK(parse_location("postgresql://jo:hunter2@localhost/m?password=hunter2").shown ==
          "postgresql://jo@localhost/m");
    CHECK(message_of([] { return parse_location("postgresql://jo:hunter2@example.org/m"); }).find("hunter2") ==
          std::string::npos);
}
