// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::dep {

class Client;

/// What a server token may be used for, and how much at once.
struct PermittedService {
    std::string uri;                        ///< "/server/devices"
    std::vector<std::string> http_methods;  ///< "POST"
    std::optional<std::int32_t> default_limit;
    std::optional<std::int32_t> maximum_limit;
};

/// Whose server token it is: GET /account. Text is as Apple gave it; absent is empty.
/// Which service it is says server_uuid, which organisation org_id: they stay. All else are labels that people change.
/// source  Apple, Device Management, "Account Detail"
struct Account {
    std::string server_name;
    std::string server_uuid;     ///< opaque
    std::string admin_id;        ///< the Apple Account that generated the token
    std::string facilitator_id;  ///< the same, by its former name
    std::string org_name;
    std::string org_email;
    std::string org_phone;
    std::string org_address;
    std::string org_id;
    std::string org_id_hash;
    std::string org_type;     ///< "edu", "org"
    std::string org_version;  ///< "v1", "v2"
    std::vector<PermittedService> urls;

    std::string apple_account() const;  ///< admin_id, else facilitator_id
};

/// Which of Apple's portals an organisation uses: "school", "business", else org_type as it is.
std::string program_of(std::string_view org_type);

/// Needed are server_name, and server_uuid or org_id, without which nobody could tell a renewal from another service.
/// Members that are not known are left alone.
/// throws  bad_answer, naming the member: it is missing, empty, there twice, of another type, or longer than
///         limits::dep_text
Account parse_account(std::string_view json);

/// throws  bad_answer, as above, and what Client::call throws
Account fetch_account(Client& client);

}  // namespace mdm::dep
