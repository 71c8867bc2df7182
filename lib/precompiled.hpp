// SPDX-License-Identifier: Apache-2.0
// Compiled once, for speed alone: every file still includes what it uses, and the asan preset builds without this.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <fmt/format.h>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>
