// SPDX-License-Identifier: Apache-2.0
#include "expiry/vpp_token.hpp"

#include "base/encoding.hpp"
#include "base/json_object.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"

namespace mdm::expiry {
namespace {

/// Apple writes the offset without its colon, which RFC 3339 has.
std::optional<Time> time_of_apple(std::string text) {
    const std::size_t n = text.size();
    if (n > 5 && (text[n - 5] == '+' || text[n - 5] == '-'))
        text.insert(n - 2, ":");
    return parse_time(text);
}

}  // namespace

std::optional<VppToken> read_vpp_token(std::string_view bytes) {
    auto decoded = from_base64(trimmed(decode_text(bytes).text));
    if (!decoded)
        return std::nullopt;
    const Secret json(std::move(*decoded));
    auto members = json_strings(json.reveal());
    wipe_leavings();
    if (!members || !members->contains("token") || !members->contains("expDate"))
        return std::nullopt;
    wipe(members->at("token").data(), members->at("token").size());
    const auto end = time_of_apple(members->at("expDate"));
    if (!end)
        return std::nullopt;
    return VppToken{*end, printable((*members)["orgName"])};
}

}  // namespace mdm::expiry
