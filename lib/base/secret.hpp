// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace mdm {

/// Overwrites bytes so that the compiler cannot leave it out.
void wipe(char* bytes, std::size_t size) noexcept;

/// Overwrites what calls that have returned left of their variables on the stack, of what they copied in vector
/// registers, and of small pieces of the heap. Libraries wipe their heap and not the stack: OpenSSL's CMS has each
/// plaintext in a buffer there; a JSON library does neither.
void wipe_leavings() noexcept;

/// Bytes that must not be seen: passphrases, private keys, tokens. Wipes itself, is moved and never copied by
/// accident, and has no operator<< and no formatter, so that no message can hold it.
class Secret {
public:
    Secret() = default;
    /// Takes the bytes over. What the caller still holds (a read buffer) is the caller's to wipe.
    explicit Secret(std::string&& bytes) : bytes_(std::move(bytes)) { wipe_all(bytes); }
    Secret(Secret&& other) noexcept : bytes_(std::move(other.bytes_)) { other.clear(); }
    Secret& operator=(Secret&& other) noexcept {
        if (this != &other) {
            clear();
            bytes_ = std::move(other.bytes_);
            other.clear();
        }
        return *this;
    }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { clear(); }

    /// For the one call that needs them; not to be kept.
    std::string_view reveal() const noexcept { return bytes_; }
    bool empty() const noexcept { return bytes_.empty(); }
    Secret copy() const { return Secret{std::string(bytes_)}; }

    void clear() noexcept { wipe_all(bytes_); }

private:
    static void wipe_all(std::string& bytes) noexcept {
        // Up to the capacity: a short string lives inside the object, and a move leaves it there.
        bytes.resize(bytes.capacity());
        wipe(bytes.data(), bytes.size());
        bytes.clear();
    }

    std::string bytes_;
};

}  // namespace mdm
