// SPDX-License-Identifier: Apache-2.0
#include "net/tls_alert.hpp"

#include "catch.hpp"

namespace {

using namespace mdm::net;

std::string words(std::string_view detail) {
    const auto alert = certificate_alert(detail);
    return alert ? std::string(alert->words) : "none";
}

}  // namespace

TEST_CASE("an alert on our certificate is found in what OpenSSL 3.0 and 3.5 say") {
    CHECK(words("OpenSSL/3.0.15: error:0A000415:SSL routines::sslv3 alert certificate expired") ==
          "certificate expired");
    CHECK(words("TLS connect error: error:0A000415:SSL routines::ssl/tls alert certificate expired") ==
          "certificate expired");
    CHECK(words("OpenSSL SSL_read: OpenSSL/3.5.1: error:0A000418:SSL routines::tlsv1 alert unknown ca, errno 0") ==
          "unknown authority");
    CHECK(words("OpenSSL SSL_read: error:0A000438:SSL routines::tlsv1 alert internal error, errno 0") ==
          "internal error");
    CHECK(words("SSL certificate verification failed") == "certificate expired");
    const auto required = certificate_alert("error:0A00045C:SSL routines::tlsv13 alert certificate required");
    REQUIRE(required);
    CHECK(required->is_required());
}

TEST_CASE("what we say of the server's certificate, and alerts on other things, are no alert on ours") {
    CHECK(words("SSL certificate problem: certificate has expired") == "none");
    CHECK(words("OpenSSL/3.0.15: error:0A000086:SSL routines::certificate verify failed") == "none");
    CHECK(words("OpenSSL/3.0.15: error:0A000410:SSL routines::sslv3 alert handshake failure") == "none");
    CHECK(words("OpenSSL/3.0.15: error:0A00042E:SSL routines::tlsv1 alert protocol version") == "none");
    CHECK(words("error:0680009B:asn1 encoding routines::too long") == "none");
    for (const char* text : {"", "error:", ":SSL routines:", "error::SSL routines:", "error:xyz:SSL routines:",
                             "error:FFFFFFFFFFFFFFFFFFFF:SSL routines:", ":SSL routines:error:0A000415"})
        CHECK(words(text) == "none");
}
