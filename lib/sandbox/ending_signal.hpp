// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace mdm::sandbox {

/// Waits until this process is told to end: SIGTERM, SIGINT, SIGHUP or SIGQUIT, less those that are ignored, as with
/// nohup and in a shell's background. They are blocked already, in every thread.
void await_ending_signal();

}  // namespace mdm::sandbox
