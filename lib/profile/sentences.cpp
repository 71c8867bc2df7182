// SPDX-License-Identifier: Apache-2.0
#include "profile/sentences.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "profile/sentence_table.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::profile {

/// Reads the tables, line by line.
class SentenceReader {
public:
    explicit SentenceReader(Sentences& into) : into_(into) {}

    void read(std::string_view table) {
        std::string line;
        for (std::string_view piece : split(table, '\n')) {
            line += line.empty() ? piece : trimmed(piece);
            const bool goes_on = line.ends_with('\\');
            if (goes_on)
                line.pop_back();
            // A blank before the sign is one of the sentence.
            if (goes_on)
                continue;
            if (!line.empty())
                line.starts_with("type ") ? read_type(line) : read_key(line);
            line.clear();
        }
    }

private:
    /// What stands between the keys and the rest of a line.
    struct Sign {
        std::size_t at = std::string_view::npos;
        std::string_view text{};
    };

    /// The tables are ours: what does not parse is a bug.
    [[noreturn]] static void refuse(std::string_view line) {
        throw Error{ErrorCode::internal_error, fmt::format("the table of sentences has a line that is none: {}", line)};
    }

    /// Parts a text at the first `separator`. Without one, the second part is empty.
    static std::pair<std::string_view, std::string_view> parted(std::string_view text, std::string_view separator) {
        const auto at = text.find(separator);
        return at == std::string_view::npos ? std::pair{text, std::string_view{}}
                                            : std::pair{text.substr(0, at), text.substr(at + separator.size())};
    }

    static Sign first_sign(std::string_view text) {
        constexpr std::array<std::string_view, 6> signs{" absent : ", " each ", " may ", " ? ", " = ", " : "};
        Sign first;
        for (const std::string_view sign : signs)
            if (const auto at = text.find(sign); at < first.at)
                first = {at, sign};
        return first;
    }

    static Sentence sentence(std::string_view text) {
        const bool is_unchanged = text.starts_with('~');
        return {std::string(text.substr(is_unchanged ? 1 : 0)), is_unchanged ? Effect::unchanged : Effect::sets};
    }

    std::uint32_t new_list() {
        into_.lists_.emplace_back();
        return static_cast<std::uint32_t>(into_.lists_.size() - 1);
    }

    void read_type(std::string_view line) {
        const auto [type, rest] = parted(line.substr(std::string_view("type ").size()), " = ");
        const auto [kind, purpose] = parted(rest, " : ");
        if (purpose.empty())
            refuse(line);
        levels_ = {new_list()};
        into_.types_.push_back({std::string(type), std::string(kind), std::string(purpose), "", levels_.front()});
    }

    void read_key(std::string_view line) {
        const std::size_t depth = line.find_first_not_of(' ') / 2;
        if (depth == 0 || depth > levels_.size())
            refuse(line);
        levels_.resize(depth);
        const std::string_view text = line.substr(depth * 2);
        if (depth == 1 && text.starts_with("as "))
            return read_same(line, text.substr(std::string_view("as ").size()));
        const Sign sign = first_sign(text);
        const std::string_view rest = sign.text.empty() ? std::string_view{} : text.substr(sign.at + sign.text.size());
        if (depth == 1 && text.starts_with("removed : ")) {
            into_.types_.back().removed = rest;
            return;
        }
        const std::uint32_t inside = new_list();
        for (std::string_view keys = text.substr(0, sign.at); !keys.empty();) {
            const auto [key, others] = parted(keys, ", ");
            KeySentences& said = of_key(levels_.back(), key);
            said.inside = inside;
            add(said, sign.text, rest, line);
            keys = others;
        }
        levels_.push_back(inside);
    }

    /// "TYPE : KEY, ..."
    void read_same(std::string_view line, std::string_view rest) {
        auto [type, keys] = parted(rest, " : ");
        const auto other = std::find_if(into_.types_.begin(), into_.types_.end(),
                                        [name = type](const TypeSentences& t) { return t.type == name; });
        if (keys.empty() || other == into_.types_.end())
            refuse(line);
        while (!keys.empty()) {
            const auto [key, others] = parted(keys, ", ");
            const SentenceList& theirs = into_.lists_[other->keys];
            const auto found =
                std::find_if(theirs.begin(), theirs.end(), [name = key](const auto& k) { return k.key == name; });
            if (found == theirs.end())
                refuse(line);
            const KeySentences same = *found;
            of_key(levels_.front(), key) = same;
            keys = others;
        }
        levels_.resize(1);
    }

    KeySentences& of_key(std::uint32_t list, std::string_view key) {
        SentenceList& known = into_.lists_[list];
        const auto found = std::find_if(known.begin(), known.end(), [key](const auto& k) { return k.key == key; });
        return found != known.end() ? *found : known.emplace_back(KeySentences{std::string(key)});
    }

    static void add(KeySentences& said, std::string_view sign, std::string_view rest, std::string_view line) {
        if (sign == " : ") {
            said.for_any = sentence(rest);
        } else if (sign == " absent : ") {
            said.absent = sentence(rest);
        } else if (sign == " may ") {
            said.yes = {fmt::format("Users may {}.", rest), Effect::unchanged};
            said.no = {fmt::format("Users may not {}.", rest), Effect::forbids};
        } else if (sign == " ? ") {
            const auto [yes, no] = parted(rest, " | ");
            if (no.empty())
                refuse(line);
            said.yes = sentence(yes);
            said.no = sentence(no);
        } else if (sign == " = ") {
            const auto [value, text] = parted(rest, " : ");
            said.for_value.emplace_back(value, sentence(text));
        } else if (sign == " each ") {
            const auto by = rest.rfind(" by ");
            said.noun = rest.substr(0, by);
            said.named_by = by == std::string_view::npos ? std::string_view{} : rest.substr(by + 4);
        }
    }

    Sentences& into_;
    std::vector<std::uint32_t> levels_;
};

std::string_view name(Effect effect) {
    constexpr std::array<std::string_view, 3> names{"sets", "forbids", "unchanged"};
    return names.at(static_cast<std::size_t>(effect));
}

Sentences::Sentences() {
    SentenceReader reader(*this);
    for (const std::string_view table :
         {sentences_on_identity, sentences_on_restrictions, sentences_on_network, sentences_on_vpn,
          sentences_on_accounts, sentences_on_devices, sentences_on_others})
        reader.read(table);
    std::sort(types_.begin(), types_.end(), [](const auto& a, const auto& b) { return a.type < b.type; });
}

const TypeSentences* Sentences::of_type(std::string_view type) const {
    const auto found = std::lower_bound(types_.begin(), types_.end(), type,
                                        [](const TypeSentences& t, std::string_view name) { return t.type < name; });
    return found != types_.end() && found->type == type ? &*found : nullptr;
}

const KeySentences* find(const SentenceList& list, std::string_view key) {
    const KeySentences* for_any_key = nullptr;
    for (const KeySentences& said : list) {
        if (said.key == key)
            return &said;
        if (said.key == "ANY")
            for_any_key = &said;
    }
    return for_any_key;
}

}  // namespace mdm::profile
