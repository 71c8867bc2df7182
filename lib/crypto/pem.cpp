// SPDX-License-Identifier: Apache-2.0
#include "crypto/pem.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <optional>

namespace mdm::crypto {
namespace {

constexpr std::string_view dashes = "-----";
constexpr std::string_view line_ends = "\r\n";
constexpr auto npos = std::string_view::npos;

Error malformed(std::string_view name, std::size_t line, std::string_view what) {
    return {ErrorCode::malformed_pem, fmt::format("'{}' is no whole PEM file: line {}: {}", name, line, what),
            "get the file again, or copy it whole, from the first BEGIN line to the last END line"};
}

/// Takes a line and its end (CRLF, LF, or the lone CR of old Macs) off the front.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find_first_of(line_ends);
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == npos ? text.size() : end + (text.substr(end).starts_with("\r\n") ? 2 : 1));
    return line;
}

std::size_t count_lines(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n"))
            ++n;
    return n;
}

struct Boundary {
    bool begin = false;
    std::string_view label;
    std::size_t start = 0;
    std::size_t end = 0;  ///< where the text goes on
};

class Splitter {
public:
    Splitter(std::string_view text, std::string_view name) : text_(text), name_(name) {}

    std::vector<PemBlock> blocks() {
        std::vector<PemBlock> found;
        while (const auto begin = next_outside()) {
            if (!begin->begin)
                throw malformed(name_, line_of(begin->start), fmt::format("END {} without its BEGIN", begin->label));
            if (found.size() == limits::pem_blocks)
                throw Error{ErrorCode::too_large, fmt::format("'{}' holds more than {} PEM blocks, which is the limit",
                                                              name_, limits::pem_blocks)};
            found.push_back(block_after(*begin));
        }
        return found;
    }

private:
    /// The next boundary that begins a line, or that follows another without anything between.
    std::optional<Boundary> next_outside() {
        for (std::size_t at = text_.find(dashes, at_); at != npos; at = text_.find(dashes, at + 1))
            if ((at_ > 0 && at == at_) || begins_line(at))
                if (const auto boundary = boundary_at(at))
                    return boundary;
        return std::nullopt;
    }

    bool begins_line(std::size_t at) const {
        const std::size_t before = at == 0 ? npos : text_.find_last_not_of(" \t", at - 1);
        return before == npos || line_ends.find(text_[before]) != npos;
    }

    std::optional<Boundary> boundary_at(std::size_t at) {
        const std::string_view rest = text_.substr(at + dashes.size());
        const bool begin = rest.starts_with("BEGIN ");
        if (!begin && !rest.starts_with("END "))
            return std::nullopt;
        const std::size_t label_start = begin ? 6 : 4;
        const std::size_t close = rest.find(dashes, label_start);
        const std::string_view label = rest.substr(label_start, close == npos ? npos : close - label_start);
        if (close == npos || label.find_first_of(line_ends) != npos)
            throw malformed(name_, line_of(at), "the boundary does not end with five dashes");
        return Boundary{begin, trimmed(label), at, at + dashes.size() + close + dashes.size()};
    }

    PemBlock block_after(const Boundary& begin) {
        const std::size_t line = line_of(begin.start);
        const std::size_t stop = text_.find(dashes, begin.end);  // no '-' in base64, nor five in a header
        if (stop == npos)
            throw malformed(name_, line, fmt::format("BEGIN {} without its END: the file is cut", begin.label));
        const auto end = boundary_at(stop);
        if (!end || end->begin)
            throw malformed(name_, line_of(stop), fmt::format("END {} was expected here", begin.label));
        if (end->label != begin.label)
            throw malformed(name_, line_of(stop), fmt::format("END {} after BEGIN {}", end->label, begin.label));
        PemBlock block{begin.label, "", text_.substr(begin.end, stop - begin.end), line, line};
        take_headers(block);
        at_ = end->end;
        return block;
    }

    /// RFC 1421, 4.4: "Proc-Type: 4,ENCRYPTED" and "DEK-Info: ..." stand before the base64, which has no colon.
    static void take_headers(PemBlock& block) {
        std::string_view rest = block.body;
        while (!rest.empty()) {
            const std::string_view line = trimmed(take_line(rest));
            if (!line.empty() && line.find(':') == npos)
                return;
            constexpr std::string_view dek_info = "DEK-Info:";
            if (line.starts_with(dek_info))
                block.dek_info = trimmed(line.substr(dek_info.size()));
            block.body_line += count_lines(block.body.substr(0, block.body.size() - rest.size()));
            block.body = rest;
        }
    }

    /// Asked for in ascending order, so that the text is counted through once.
    std::size_t line_of(std::size_t at) {
        line_ += count_lines(text_.substr(counted_, at - counted_));
        counted_ = at;
        return line_;
    }

    std::string_view text_;
    std::string_view name_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t counted_ = 0;
};

/// Which line breaks the base64, and how.
Error broken_base64(const PemBlock& block, std::string_view name) {
    std::size_t line = block.body_line;
    for (std::string_view rest = block.body; !rest.empty(); ++line) {
        const std::string_view text = take_line(rest);
        const std::size_t stray =
            text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\v\f");
        if (stray != npos)
            return malformed(name, line, fmt::format("character {} is no base64", stray + 1));
    }
    return malformed(name, block.line, fmt::format("the base64 of {} does not come out even", block.label));
}

}  // namespace

std::vector<PemBlock> split_pem(std::string_view text, std::string_view name) { return Splitter(text, name).blocks(); }

Secret decode(const PemBlock& block, std::string_view name) {
    auto der = from_base64(block.body);
    if (!der)
        throw broken_base64(block, name);
    if (der->empty())
        throw malformed(name, block.line, fmt::format("there is nothing in {}", block.label));
    return Secret{std::move(*der)};
}

std::string to_pem_block(std::string_view label, std::string_view der) {
    constexpr std::size_t width = 64;
    const Secret base64{to_base64(der)};
    const std::string_view digits = base64.reveal();
    std::string out;
    out.reserve(digits.size() + digits.size() / width + 2 * label.size() + 40);  // never moved: it may be a key
    out.append("-----BEGIN ").append(label).append("-----\n");
    for (std::size_t at = 0; at < digits.size(); at += width)
        out.append(digits.substr(at, width)).append("\n");
    return out.append("-----END ").append(label).append("-----\n");
}

}  // namespace mdm::crypto
