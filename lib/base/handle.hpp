// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace mdm {

template <auto free_fn>
struct Freed {
    template <class T>
    void operator()(T* p) const noexcept {
        free_fn(p);
    }
};

/// An object of a C library, owned: using Certificate = Handle<X509, X509_free>. Each room has its own in handle.hpp.
template <class T, auto free_fn>
using Handle = std::unique_ptr<T, Freed<free_fn>>;

}  // namespace mdm
