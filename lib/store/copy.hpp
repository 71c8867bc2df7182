// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"

#include <string>
#include <vector>

/// Backup, restore and moving to another engine: one path, row by row through what both engines take.
namespace mdm::store {

struct CopiedTable {
    std::string name;
    std::int64_t rows = 0;
};

/// What a copy came to.
struct Copied {
    std::vector<CopiedTable> tables;
    std::int64_t secrets_opened = 0;  ///< in the copy; 0 where no key was at hand
};

/// Fills an empty store with every row of every table of `from` as it is at this moment, while others may go on
/// working with it. The copy is one transaction: it is there whole or not at all, its rows were counted, and each of
/// its secrets was opened in its new place where `from` has its key at hand. It keeps the id and the key of the store.
/// with_key   false: nobody is asked for a key, and no secret is opened
/// throws     store_not_empty; not_a_store: there is something else; store_damaged: the counts differ
Copied copy_into(Store& from, const Location& to, bool with_key);

/// copy_into(), and `from` is for reading alone from then on, saying where it went: nobody else can write to it
/// meanwhile. Killed between the two, the same command run again finds the copy and finishes.
Copied move_to(Store& from, const Location& to, Time now);

}  // namespace mdm::store
