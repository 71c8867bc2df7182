// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace mdm::cli {

/// What a process that holds private keys does first: no core dump, no debugger of the same user, freed heap
/// overwritten, descriptors 0 to 2 open (else a file that is opened later would be taken for standard output), and
/// SIGPIPE as the kernel has it, so that `mdmctl ... | head -1` ends quietly. The umask stays the caller's.
void harden_process();

}  // namespace mdm::cli
