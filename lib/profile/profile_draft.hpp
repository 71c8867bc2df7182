// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"
#include "profile/new_profile.hpp"
#include "profile/new_types.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A configuration profile that is being made, and its payloads: for the types, each of which adds its own.
namespace mdm::profile {

/// One payload: the keys of its type. The keys that all payloads have come with ProfileDraft::add().
class PayloadDraft {
public:
    /// With no key yet.
    explicit PayloadDraft(const NewType& of) : type(of.type), name(of.title), word_(of.word) {}
    /// With every key that an option of the type gives, presets included.
    PayloadDraft(const NewType& of, const GivenOptions& given);

    /// Puts a value under a key; "A.B" is B in the dictionary A, which is made where it is missing.
    void put(std::string_view key, plist::Value value);
    /// The same with a secret, which is put in when all else is done, so that no UUID is derived from it.
    /// value   outlives this
    void put_secret(std::string_view key, const Secret& value) { secrets_.emplace_back(key, &value); }

    std::string type;        ///< "com.apple.wifi.managed"
    std::string name;        ///< what devices show
    std::string suffix{};    ///< of the identifier, where a type makes several payloads
    std::string key_kind{};  ///< of an identity: "rsa", "ecdsa-256", ...; empty: it is not known

private:
    friend class ProfileDraft;
    void put_option(const NewOption& option, const GivenOptions& given);
    bool holds_key() const;  ///< an identity in a file, which is a secret as a whole

    std::string word_;
    plist::Dict keys_;
    std::vector<std::pair<std::string, const Secret*>> secrets_;
};

class ProfileDraft {
public:
    /// given   outlives this
    /// throws  bad_usage: the identifier or the UUID is none
    ProfileDraft(ProfileHead head, const GivenOptions& given, Time now);

    const GivenOptions& given() const noexcept { return given_; }
    Time now() const noexcept { return now_; }
    void note(Finding finding) { findings_.push_back(std::move(finding)); }

    /// Adds a payload behind those that are there. The same once more, a certificate that is in two files, is no other.
    void add(PayloadDraft payload);

    /// The PayloadUUID of the identity (PKCS#12, SCEP or ACME) that is in the profile.
    /// asker    whose option asks for it, for messages
    /// throws   bad_usage: there is none, or there are several
    const std::string& identity(std::string_view asker) const { return identity_payload(asker).made.uuid; }
    /// What its key is, as PayloadDraft has it. throws  as identity()
    const std::string& identity_key_kind(std::string_view asker) const {
        return identity_payload(asker).draft.key_kind;
    }
    /// The PayloadUUIDs of the certificates that are in the profile, without a private key.
    plist::Array certificates() const;
    /// What was put in of a type of payload already.
    bool has(std::string_view type) const;

    /// The whole, in XML with its keys sorted: the same options make the same bytes. UUIDs are derived (RFC 9562,
    /// version 5): that of a payload from its identifier, of an identity or a certificate from what it holds as well
    /// (but for the name of the file that it came in),
    /// so that devices update the one in its place and take the other anew; that of the profile from all that is in
    /// it. Secrets are left out of them: whoever sees a UUID must not be able to try passwords on it.
    MadeProfile finish();

private:
    struct Placed {
        PayloadDraft draft;
        MadePayload made;
    };

    const Placed& identity_payload(std::string_view asker) const;
    void judge_enrollment();
    plist::Dict head() const;
    plist::Dict content(const Placed& payload) const;

    ProfileHead head_;
    const GivenOptions& given_;
    Time now_;
    std::vector<Placed> payloads_;
    std::vector<Finding> findings_;
};

}  // namespace mdm::profile
