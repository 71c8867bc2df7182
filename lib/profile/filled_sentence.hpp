// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"
#include "profile/outline.hpp"
#include "profile/sentences.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// What a sentence may speak of beside the value that it is about.
class Context {
public:
    /// payloads   of the profile, which a UUID may mean; they outlive this
    Context(const Sentences& sentences, const std::vector<PayloadOutline>& payloads);

    const Sentences& sentences() const noexcept { return sentences_; }
    /// Whatever the case of its letters; nullptr where there is none.
    const PayloadOutline* payload(std::string_view uuid) const;

private:
    const Sentences& sentences_;
    std::map<std::string, const PayloadOutline*> by_uuid_;
};

/// The sentence for a value; nullptr where there is none. A 1 or 0 is a boolean where one is asked for.
const Sentence* sentence_for(const KeySentences& said, const plist::Value& value);

/// A sentence with a value in the place of what stands for it; nullopt where it is not made for such a value.
/// key   of the value; a secret is not filled in
std::optional<std::string> filled_in(std::string_view sentence, std::string_view key, const plist::Value& value,
                                     const Context& context);

/// What a payload is called: "'Device certificate' (Identity by SCEP)".
std::string called(const PayloadOutline& payload, const Sentences& sentences);

}  // namespace mdm::profile
