// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/contents.hpp"

#include <optional>
#include <string_view>

namespace mdm::crypto {

/// Asks a PassphraseSource when it is first needed, and never again. For lib/crypto/*.cpp alone.
class PassphraseOnce {
public:
    explicit PassphraseOnce(const PassphraseSource& source) : source_(source) {}

    /// nullopt: there is none to be had.
    std::optional<std::string_view> get() {
        if (!asked_ && source_)
            answer_ = source_();
        asked_ = true;
        if (!answer_)
            return std::nullopt;
        return answer_->reveal();
    }

private:
    const PassphraseSource& source_;
    bool asked_ = false;
    std::optional<Secret> answer_;
};

}  // namespace mdm::crypto
