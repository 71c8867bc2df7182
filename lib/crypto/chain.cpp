// SPDX-License-Identifier: Apache-2.0
#include "crypto/chain.hpp"

#include "base/limits.hpp"

#include <algorithm>

namespace mdm::crypto {
namespace {

bool is_valid_at(const Certificate& c, Time now) { return now >= c.not_before() && now <= c.not_after(); }

bool contains(const std::vector<Certificate>& list, const Certificate& c) {
    return std::find(list.begin(), list.end(), c) != list.end();
}

/// Among several certificates that say they issued it, the better one: valid now, then the one that ends last.
bool is_better_issuer(const Certificate& a, const Certificate& b, Time now) {
    if (is_valid_at(a, now) != is_valid_at(b, now))
        return is_valid_at(a, now);
    return a.not_after() > b.not_after();
}

}  // namespace

bool is_root(const Certificate& certificate) {
    return certificate.is_self_issued() && certificate.issued_by(certificate);
}

std::vector<Certificate> build_chain(const Certificate& leaf, const std::vector<Certificate>& pool, Time now) {
    std::vector<Certificate> chain{leaf};
    while (!is_root(chain.back()) && chain.size() < limits::chain_length) {
        const Certificate* issuer = nullptr;
        for (const Certificate& c : pool)
            if (!contains(chain, c) && chain.back().issued_by(c) && (!issuer || is_better_issuer(c, *issuer, now)))
                issuer = &c;
        if (!issuer)
            break;
        chain.push_back(*issuer);
    }
    return chain;
}

}  // namespace mdm::crypto
