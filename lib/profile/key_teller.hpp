// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/explanation.hpp"
#include "profile/filled_sentence.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// Makes statements of the keys of dictionaries, and of what is in these; at most most_statements for one profile.
class KeyTeller {
public:
    /// Both outlive this.
    KeyTeller(const Context& context, const Schema& schema) : context_(context), schema_(schema) {}

    /// What a dictionary is read by: what is said of its keys, and what is known of them. 0: nothing.
    struct Lists {
        std::uint32_t said = 0;
        std::uint32_t known = 0;
    };

    /// Of anything but a dictionary there is nothing to tell.
    /// skips   keys that are not told
    std::vector<Statement> tell(const plist::Value& dict, const Lists& lists,
                                const std::function<bool(std::string_view)>& skips);

    std::size_t left_out() const noexcept { return left_out_; }  ///< keys and items beyond the limit

private:
    /// A key, and what there is to know about it.
    struct At {
        const KeySentences* said;  ///< nullptr: nobody has described it
        const KeyRule* rule;       ///< nullptr: it is not known
        const Path& path;
        bool is_hidden;  ///< it is inside of something secret
    };

    void tell_keys(const plist::Value& dict, const Lists& lists, const Path& path, bool is_hidden,
                   const std::function<bool(std::string_view)>& skips);
    void tell_value(const plist::Value& value, const At& at);
    void tell_secret(const plist::Value& secret, const At& at);
    bool tell_by_table(const plist::Value& value, const At& at);
    bool tell_items(const plist::Value& array, const At& at);
    void tell_by_name(const plist::Value& value, const At& at);
    void add(std::string text, const At& at, Effect effect = Effect::sets);

    const Context& context_;
    const Schema& schema_;
    std::vector<Statement> told_;
    std::size_t count_ = 0;
    std::size_t left_out_ = 0;
};

}  // namespace mdm::profile
