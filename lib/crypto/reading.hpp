// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/contents.hpp"
#include "crypto/derivation_budget.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mdm::crypto {

/// One file while it is read: what was found so far, and what may still be asked for and spent.
/// For lib/crypto/*.cpp alone.
class Reading {
public:
    Reading(std::string_view file, const PassphraseSource& source, const DerivationLimits& limits)
        : name(file), budget(limits), source_(source) {}

    const std::string_view name;  ///< of the file, for errors
    Contents contents;
    DerivationBudget budget;

    /// Asks when it is first needed, and never again. nullopt: there is none to be had.
    std::optional<std::string_view> passphrase();
    /// Something stays shut for want of a passphrase.
    void lock();
    /// Remarks, once for each cipher, that what it encrypts is not safe.
    void note_legacy(const std::string& cipher);
    /// The Error for a passphrase that was given and does not fit.
    Error wrong_passphrase() const;
    /// The same Error with the file, and the line where there is one, named in front. What kept the passphrase from
    /// being had is not about the file, and stays as it is.
    Error in_file(const Error& error, std::size_t line = 0) const;

private:
    const PassphraseSource& source_;
    bool asked_ = false;
    bool asking_failed_ = false;
    std::optional<Secret> answer_;
};

}  // namespace mdm::crypto
