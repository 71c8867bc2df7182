// SPDX-License-Identifier: Apache-2.0
#include "dep/server_token.hpp"

namespace mdm::dep {

ServerToken ServerToken::copy() const {
    return {consumer_key, consumer_secret.copy(), access_token.copy(), access_secret.copy(), access_token_expiry};
}

}  // namespace mdm::dep
