// SPDX-License-Identifier: Apache-2.0
#include "plist/xml_reader.hpp"

#include "base/text.hpp"
#include "plist/handle.hpp"
#include "plist/tree_builder.hpp"
#include "plist/xml_values.hpp"

#include <array>
#include <climits>
#include <exception>
#include <fmt/format.h>
#include <new>
#include <optional>
#include <string>
#include <utility>

namespace mdm::plist {
namespace {

enum class Element { plist, array, dict, key, string, integer, real, date, data, true_, false_ };

constexpr std::array<std::pair<std::string_view, Element>, 11> elements{{{"plist", Element::plist},
                                                                         {"array", Element::array},
                                                                         {"dict", Element::dict},
                                                                         {"key", Element::key},
                                                                         {"string", Element::string},
                                                                         {"integer", Element::integer},
                                                                         {"real", Element::real},
                                                                         {"date", Element::date},
                                                                         {"data", Element::data},
                                                                         {"true", Element::true_},
                                                                         {"false", Element::false_}}};

std::optional<Element> element_named(std::string_view name) {
    for (const auto& [known, element] : elements)
        if (known == name)
            return element;
    return std::nullopt;
}

/// As XML means it: what may stand between tags without being text.
bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// Turns what expat reports into the calls of a TreeBuilder.
class XmlReader {
public:
    Document read(std::string_view bytes);

private:
    /// A value or key whose end tag has not come yet.
    struct Leaf {
        Element element;
        std::string name;
        Place place;
        std::string text;
    };

    void start(std::string_view name);
    void end(std::string_view name);
    void text(std::string_view piece);
    void document_type(std::string_view name, bool has_declarations);

    void finish(Leaf leaf);
    void add(Leaf leaf, std::optional<Value> value, std::string_view rule);
    Error syntax_error(std::string_view bytes) const;
    Place here() const;
    void set_handlers();

    /// Runs a handler. expat is C, so nothing is thrown through it: the exception waits until expat has returned.
    template <class Handler>
    static void guarded(void* reader, Handler handler) {
        auto& self = *static_cast<XmlReader*>(reader);
        if (self.failure_)
            return;
        try {
            handler(self);
        } catch (...) {
            self.failure_ = std::current_exception();
            XML_StopParser(self.parser_.get(), XML_FALSE);
        }
    }

    XmlParser parser_{XML_ParserCreate(nullptr)};
    TreeBuilder builder_;
    std::optional<Leaf> leaf_;
    bool in_plist_ = false;
    std::exception_ptr failure_;
};

Document XmlReader::read(std::string_view bytes) {
    if (!parser_)
        throw std::bad_alloc{};
    if (bytes.size() > INT_MAX)
        throw Error{ErrorCode::too_large, fmt::format("an XML property list of more than {} bytes", INT_MAX)};
    set_handlers();
    // In one piece: expat takes quadratic time over a long token that comes in many.
    const XML_Status status = XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
    if (failure_)
        std::rethrow_exception(failure_);
    if (status != XML_STATUS_OK)
        throw syntax_error(bytes);
    return builder_.finish(Format::xml);
}

void XmlReader::set_handlers() {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* reader, const XML_Char* name, const XML_Char**) {
            guarded(reader, [name](XmlReader& self) { self.start(name); });
        },
        [](void* reader, const XML_Char* name) { guarded(reader, [name](XmlReader& self) { self.end(name); }); });
    XML_SetCharacterDataHandler(parser_.get(), [](void* reader, const XML_Char* piece, int size) {
        guarded(reader, [&](XmlReader& self) { self.text({piece, static_cast<std::size_t>(size)}); });
    });
    XML_SetStartDoctypeDeclHandler(parser_.get(), [](void* reader, const XML_Char* name, const XML_Char*,
                                                     const XML_Char*, int has_internal_subset) {
        guarded(reader, [&](XmlReader& self) { self.document_type(name, has_internal_subset != 0); });
    });
    // With a DOCTYPE that names an external DTD, as Apple's does, expat passes over entities that it does not know.
    XML_SetSkippedEntityHandler(parser_.get(), [](void* reader, const XML_Char* name, int) {
        guarded(reader, [name](XmlReader& self) {
            throw malformed(fmt::format("unknown entity '&{};'", shortened(name)), self.here(),
                            "write & as &amp; in text");
        });
    });
}

void XmlReader::document_type(std::string_view name, bool has_declarations) {
    if (name != "plist")
        throw malformed(fmt::format("the document type is '{}', not 'plist'", shortened(name)), here());
    // Nothing that a property list needs, and all that entity bombs are made of.
    if (has_declarations)
        throw malformed("the document type brings declarations of its own, which are refused", here(),
                        "remove the part in [ ] from <!DOCTYPE>");
}

void XmlReader::start(std::string_view name) {
    const std::optional<Element> element = element_named(name);
    if (!element)
        throw malformed(fmt::format("unknown element <{}>", shortened(name)), here());
    if (leaf_)
        throw malformed(fmt::format("<{}> inside <{}>", name, leaf_->name), here());
    if (in_plist_ == (element == Element::plist))
        throw malformed(
            in_plist_ ? "<plist> inside <plist>" : fmt::format("the outermost element is <{}>, not <plist>", name),
            here());
    switch (*element) {
        case Element::plist:
            in_plist_ = true;
            break;
        case Element::array:
            builder_.open_array(here());
            break;
        case Element::dict:
            builder_.open_dict(here());
            break;
        default:
            leaf_ = Leaf{*element, std::string(name), here(), ""};
    }
}

void XmlReader::end(std::string_view name) {
    if (leaf_)
        finish(*std::exchange(leaf_, std::nullopt));
    else if (name != "plist")
        builder_.close(here());
}

void XmlReader::text(std::string_view piece) {
    if (leaf_)
        leaf_->text += piece;
    else if (!is_blank(piece))
        throw malformed(builder_.next_is_secret()
                            ? "text between elements"
                            : fmt::format("text between elements, '{}'", shortened(trimmed(piece))),
                        here());
}

void XmlReader::finish(Leaf leaf) {
    switch (leaf.element) {
        case Element::key:
            return builder_.key(std::move(leaf.text), leaf.place);
        case Element::string:
            return builder_.value({std::move(leaf.text), leaf.place});
        case Element::integer:
            return add(leaf, parse_integer(leaf.text), "an integer from -2^63 to 2^64-1");
        case Element::real:
            return add(leaf, parse_real(leaf.text), "a real number");
        case Element::date:
            return add(leaf, parse_date(leaf.text), "a date of the form YYYY-MM-DDTHH:MM:SSZ");
        case Element::data:
            return add(leaf, parse_data(leaf.text), "base64");
        default:
            if (!is_blank(leaf.text))
                throw malformed(fmt::format("text inside <{}>", leaf.name), leaf.place);
            return builder_.value({leaf.element == Element::true_, leaf.place});
    }
}

void XmlReader::add(Leaf leaf, std::optional<Value> value, std::string_view rule) {
    if (!value) {
        // Data may be a private key, broken or not: they are in no message.
        const std::string what = leaf.element == Element::data || builder_.next_is_secret()
                                     ? fmt::format("<{}>", leaf.name)
                                     : fmt::format("'{}'", shortened(leaf.text));
        builder_.note(fmt::format("{} is not {}", what, rule), leaf.place);
        value = Value{std::move(leaf.text)};
    }
    value->place = leaf.place;
    builder_.value(std::move(*value));
}

Error XmlReader::syntax_error(std::string_view bytes) const {
    if (!in_plist_ && !looks_like_plist(bytes))
        return {ErrorCode::malformed_plist, "this is no property list: it starts neither with <?xml nor with bplist"};
    const XML_Error code = XML_GetErrorCode(parser_.get());
    if (code == XML_ERROR_NO_ELEMENTS)  // to expat, what is cut before its end has no root element
        return malformed("it ends before its last element does", here());
    const char* hint = "";
    if (code == XML_ERROR_MISPLACED_XML_PI)
        hint = "<?xml must be the very first thing: remove what is before it";
    else if (code == XML_ERROR_UNKNOWN_ENCODING || code == XML_ERROR_INCORRECT_ENCODING)
        hint = "save the file as UTF-8";
    return malformed(XML_ErrorString(code), here(), hint);
}

Place XmlReader::here() const {
    return {static_cast<int>(XML_GetCurrentLineNumber(parser_.get())),
            static_cast<int>(XML_GetCurrentColumnNumber(parser_.get())) + 1};
}

}  // namespace

Document read_xml(std::string_view bytes) { return XmlReader{}.read(bytes); }

}  // namespace mdm::plist
