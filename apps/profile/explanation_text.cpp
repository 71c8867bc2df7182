// SPDX-License-Identifier: Apache-2.0
#include "profile/explanation_text.hpp"

#include "base/text.hpp"
#include "cli/display_width.hpp"
#include "profile/overview.hpp"
#include "profile/value_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::apps {
namespace {

/// Narrower than this, text is hard to read; better that the terminal breaks the line.
constexpr std::size_t least_width = 30;

class Page {
public:
    Page(std::size_t width, bool color) : width_(width), color_(color) {}

    void heading(std::string_view text) {
        if (!text_.empty())
            text_ += '\n';
        text_ += color_ ? "\x1b[1m" : "";
        add(text, "", "");
        if (color_)
            text_.insert(text_.size() - 1, "\x1b[0m");
    }
    void line(std::string_view text) { add(text, "  ", "  "); }
    void item(std::string_view text) { add(text, "  - ", "    "); }
    void items(const std::vector<std::string>& texts) {
        for (const std::string& text : texts)
            item(text);
    }
    std::string take() { return std::move(text_); }

private:
    void add(std::string_view text, std::string_view first, std::string_view others) {
        const std::string shown = printable(text);
        const auto lines = width_ == 0 ? std::vector<std::string>{shown}
                                       : cli::wrapped(shown, std::max(width_, least_width) - others.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            text_.append(i == 0 ? first : others).append(lines[i]).append(1, '\n');
    }

    std::size_t width_;
    bool color_;
    std::string text_;
};

/// With what Apple says of the key: "... (Apple advises against it: iOS 17.0)".
std::string statement_text(const profile::Statement& statement, const profile::PayloadExplanation& payload) {
    std::string text = statement.text;
    if (statement.conditions.deprecated != payload.conditions.deprecated && !statement.conditions.deprecated.empty())
        text += fmt::format(" (Apple advises against it: {})", joined(statement.conditions.deprecated, ", "));
    if (statement.conditions.removed != payload.conditions.removed && !statement.conditions.removed.empty())
        text += fmt::format(" (no longer does anything: {})", joined(statement.conditions.removed, ", "));
    return text;
}

/// What the statements of a payload stand below; empty: nothing, they simply hold.
std::string group_of(const profile::Statement& statement, const profile::PayloadExplanation& payload) {
    if (statement.effect == profile::Effect::unchanged)
        return "As without this profile:";
    if (!needs_supervision_itself(statement, payload))
        return "";
    const auto others = statement.conditions.without_supervision();
    return others.empty()
               ? "Where the device is supervised:"
               : fmt::format("Where the device is supervised, and on every {}:", profile::devices_of(others));
}

void add_statements(const profile::PayloadExplanation& payload, Page& page) {
    std::vector<std::pair<std::string, std::vector<std::string>>> groups;
    for (const profile::Statement& statement : payload.statements) {
        const std::string group = group_of(statement, payload);
        auto known = std::find_if(groups.begin(), groups.end(), [&group](const auto& g) { return g.first == group; });
        if (known == groups.end())
            known = groups.insert(groups.end(), {group, {}});
        known->second.push_back(statement_text(statement, payload));
    }
    // What simply holds comes first, what changes nothing last.
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
        const auto rank = [](const std::string& group) {
            return group.empty() ? 0 : group.starts_with("Where") ? 1 : 2;
        };
        return rank(a.first) < rank(b.first);
    });
    for (const auto& [group, texts] : groups) {
        if (!group.empty())
            page.line(group);
        page.items(texts);
    }
}

std::string title_of(const profile::Explanation& profile) {
    const std::string name = profile.name.empty() ? "A profile without a name" : profile.name;
    return profile.identifier.empty() ? name : fmt::format("{} ({})", name, profile.identifier);
}

std::string heading_of(const profile::PayloadExplanation& payload) {
    std::string heading = payload.kind.empty() ? "Unknown" : payload.kind;
    if (!payload.name.empty())
        heading += fmt::format(" '{}'", profile::shown_text(payload.name));
    return heading + (payload.type.empty() ? " (no type)" : fmt::format(" ({})", profile::shown_text(payload.type)));
}

/// And what goes along, once for each kind of payload. Of an enrollment that is said already.
std::vector<std::string> removal_of(const ToldProfile& told, Time now) {
    auto said = sentences_of(told.explanation.removal, now);
    for (const profile::PayloadExplanation& payload : told.explanation.payloads) {
        std::string sentence = fmt::format("{}: {}", payload.kind, payload.removed);
        if (!payload.removed.empty() && payload.type != "com.apple.mdm" &&
            std::find(said.begin(), said.end(), sentence) == said.end())
            said.push_back(std::move(sentence));
    }
    return said;
}

}  // namespace

std::string explanation_text(const ToldProfile& told, Time now, std::size_t width, bool color) {
    const profile::Explanation& profile = told.explanation;
    Page page(width, color);
    page.heading(title_of(profile));
    if (!profile.organization.empty())
        page.line(fmt::format("From {}.", profile.organization));
    if (!profile.description.empty())
        page.line(profile.description);
    page.heading("In short");
    if (told.errors > 0)
        page.item(fmt::format("It has {}: a device may refuse it, or do something else. To see what is wrong: {}",
                              counted(static_cast<long long>(told.errors), "error"), lint_command(told)));
    page.items(overview_of(profile));
    page.heading("Who signed it");
    page.items(sentences_on_signature(told.signature, told.trusted));
    page.heading("How it is removed");
    page.items(removal_of(told, now));
    for (const profile::PayloadExplanation& payload : profile.payloads) {
        page.heading(heading_of(payload));
        for (const std::string& sentence : overview_of(payload))
            page.line(sentence);
        add_statements(payload, page);
    }
    return page.take();
}

}  // namespace mdm::apps
