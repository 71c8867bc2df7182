// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "net/http.hpp"

#include <string>
#include <string_view>

/// What --trace writes: one exchange as text, with every secret as [secret]. Blank are the headers that carry
/// credentials by their meaning (Authorization, Cookie, ...), those that the request declared secret, in the answer as
/// well, and what its flags say. A body that is no text is a number of bytes.
namespace mdm::net {

/// origin  "https://mdm.example:443": all of the URL that is shown where it is secret
std::string traced_request(const HttpRequest& request, std::string_view origin);

/// request  what it answers
std::string traced_answer(const HttpResponse& response, const HttpRequest& request);

/// In the place of an answer.
std::string traced_failure(const Error& error);

}  // namespace mdm::net
