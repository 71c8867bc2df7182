// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "net/endpoint.hpp"
#include "net/mail.hpp"

#include <fmt/format.h>

namespace mdm::net {
MailServer parse_mail_server(std::string_view url) {
    const Endpoint endpoint = parse_endpoint(url, {"smtp", "smtps"});
    if (endpoint.has_path)
        throw Error{ErrorCode::bad_usage,
                    fmt::format("the URL of mail server '{}' has something behind the host", endpoint.host),
                    "it is smtp[s]://[USER@]HOST[:PORT]"};
    if (endpoint.user && (endpoint.user->empty() || !is_printable(*endpoint.user)))
        throw Error{ErrorCode::bad_usage, fmt::format("the user for mail server '{}' cannot be used", endpoint.host)};
    MailServer server;
    server.tls = endpoint.scheme == "smtps" ? MailServer::Tls::implicit : MailServer::Tls::starttls;
    server.host = endpoint.host;
    server.port = endpoint.port;
    // libcurl's own for smtp is 25, which is for servers among themselves.
    if (server.tls == MailServer::Tls::starttls && !endpoint.names_port)
        server.port = 587;
    server.user = endpoint.user.value_or("");
    return server;
}

}  // namespace mdm::net
