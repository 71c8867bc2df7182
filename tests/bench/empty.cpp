// SPDX-License-Identifier: Apache-2.0
// What starting a C++ program costs at least.
#include <iostream>

int main() { std::cout << "0\n"; }
