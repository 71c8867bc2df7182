// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "plist/value.hpp"
#include "profile/conditions.hpp"
#include "profile/removal.hpp"
#include "profile/sentences.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace mdm::profile {

/// Sentences about one profile that are made; the rest is a number.
inline constexpr std::size_t most_statements = 5000;

/// What one key does, or that it is missing.
struct Statement {
    std::string text;  ///< "The passcode has at least 6 characters."
    std::string path;  ///< inside the payload: "minLength", "Rules[0]"
    Effect effect = Effect::sets;
    Conditions conditions{};  ///< of the key; empty where nothing is known of it
};

struct PayloadExplanation {
    std::string type;  ///< empty: it has none
    std::string kind;  ///< "Passcode"; empty: the type is not known
    std::string identifier;
    std::string uuid;
    std::string name;  ///< PayloadDisplayName
    std::string organization;
    std::string description;
    std::string purpose;  ///< a sentence on what a payload of the type is for
    std::string removed;  ///< a sentence on what goes with its removal; empty: its settings end, and nothing else
    Conditions conditions{};
    std::vector<Statement> statements{};

    /// Of the statements, those that hold on supervised devices alone, though the payload as a whole does not.
    std::size_t supervised_statements() const;
};

/// A profile in words. No secret is in it.
struct Explanation {
    std::string identifier;
    std::string uuid;
    std::string name;
    std::string organization;
    std::string description;
    std::string scope;
    bool is_encrypted = false;  ///< there are payloads, and they cannot be read
    Removal removal{};
    std::vector<Statement> statements{};  ///< of the profile as a whole
    std::vector<PayloadExplanation> payloads{};
    std::size_t left_out = 0;  ///< keys and items that are not told: beyond most_statements
};

/// Tells what a profile does. A key that no sentence is made for is told by name and value; a payload of an unknown
/// type has no kind, and all its keys are told so.
/// profile   a dictionary; of anything else there is nothing to tell. What is wrong with it is lint's to say
/// schema    says which keys need supervision, and which Apple advises against
Explanation explain(const plist::Value& profile, const Schema& schema, const Sentences& sentences);

/// Whether a statement needs supervision, and its payload as a whole does not.
bool needs_supervision_itself(const Statement& statement, const PayloadExplanation& payload);

}  // namespace mdm::profile
