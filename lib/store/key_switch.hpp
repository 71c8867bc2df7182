// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/key.hpp"

#include <string>

namespace mdm::store {

/// Puts a new key file in the place of the one before, around the commit that makes it the key:
///
///     KeySwitch files(path, new_key);   // PATH.next is written and synced
///     transaction.commit();             // from here on the store knows the new key alone
///     files.finish();                   // PATH.next becomes PATH
///
/// Killed before the commit, PATH opens and PATH.next is of no slot; killed behind it, PATH.next opens, and unlock()
/// takes it. So there is no moment at which neither does.
class KeySwitch {
public:
    /// throws  what write_file() throws
    KeySwitch(std::string path, const KeyFile& file);
    KeySwitch(const KeySwitch&) = delete;
    KeySwitch& operator=(const KeySwitch&) = delete;
    /// Removes PATH.next where the transaction came to nothing.
    ~KeySwitch();

    /// To be called before the commit: from there on PATH.next is not removed, whatever happens.
    void about_to_commit() noexcept { keep_ = true; }
    void finish();

private:
    std::string path_;
    bool keep_ = false;
};

}  // namespace mdm::store
