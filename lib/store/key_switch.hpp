// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/database.hpp"
#include "store/key.hpp"

#include <string>

namespace mdm::store {

/// Puts a new key file in the place of the one before, around the commit that makes it the key:
///
///     KeySwitch files(path, new_key);   // PATH.next is written and synced
///     files.about_to_commit();
///     transaction.commit();             // from here on the store knows the new key alone
///     files.finish();                   // PATH is kept as PATH.old-<slot>, and PATH.next becomes PATH
///
/// Killed before the commit, PATH opens and PATH.next is of no slot; killed behind it, PATH.next opens, and unlock()
/// takes it. So there is no moment at which neither does.
class KeySwitch {
public:
    /// throws  output_exists: at PATH is something else than a key of this store
    ///         and what write_file() throws
    KeySwitch(std::string path, const KeyFile& file);
    KeySwitch(const KeySwitch&) = delete;
    KeySwitch& operator=(const KeySwitch&) = delete;
    /// Removes PATH.next where the transaction came to nothing.
    ~KeySwitch();

    /// From here on PATH.next is not removed, whatever happens: whether a commit that failed was made is not known.
    void about_to_commit() noexcept { keep_ = true; }
    /// Where the file before lies now: backups from before this moment need it. Empty where there was none.
    std::string finish();

private:
    std::string path_;
    bool keep_ = false;
};

/// Finishes the switch of a run that was killed behind its commit. To be called before another key is written beside
/// PATH: that would take the only one that opens. throws  cannot_write
void settle_key_file(Transaction& transaction, const std::string& path);

}  // namespace mdm::store
