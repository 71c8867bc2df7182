// SPDX-License-Identifier: Apache-2.0
#include "crypto/uuid.hpp"

#include "catch.hpp"

using namespace mdm::crypto;

TEST_CASE("a name has the same UUID in a name space, whoever makes it") {
    // RFC 9562, A.4; and what Python's uuid.uuid5 makes
    CHECK(name_based_uuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com") ==
          "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    CHECK(name_based_uuid("6BA7B810-9DAD-11D1-80B4-00C04FD430C8", "python.org") ==
          "886313e1-3b8a-5372-9b90-0c9aee199e5d");
}
