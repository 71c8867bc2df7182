// SPDX-License-Identifier: Apache-2.0
#include "crypto/enveloped_message.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/server_tokens.hpp"

#include <fmt/format.h>

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

namespace {

const std::string content = "Content-Type: text/plain\r\n\r\n{\"consumer_key\":\"CK_acme\"}\r\n";

/// A workshop with acme.pem, globex.pem and initech.pem, whose keys are those of rsa_key().
class Post {
public:
    Post() {
        for (const char* name : {"acme", "globex", "initech"})
            shop.write(std::string(name) + ".pem", certificate(name).to_pem());
    }
    static Certificate certificate(const std::string& whose) {
        const std::string serial = whose == "acme" ? "0A1B2C" : whose == "globex" ? "00FF" : "77";
        return token_certificate({.key = whose, .name = "mdmctl " + whose, .serial = serial});
    }
    std::string sent(const std::string& recipients, const std::string& options = "-aes128") const {
        return encrypted(shop, content, recipients, options);
    }

    Workshop shop;
};

EnvelopedMessage parsed(std::string_view bytes) { return EnvelopedMessage::parse(bytes, "token.p7m"); }

std::string opened(std::string_view bytes, const std::string& key) {
    const auto inside = parsed(bytes).open(rsa_key(key));
    return inside ? std::string(inside->reveal()) : "";
}

std::string refusal(std::string_view bytes) {
    return code_of([&] { return parsed(bytes).cipher(); });
}

/// The same message with the cipher's OID, AES-128-CBC's, ended otherwise.
std::string with_cipher(std::string message, char last) {
    const std::string aes_128_cbc = "\x60\x86\x48\x01\x65\x03\x04\x01\x02";
    message[message.find(aes_128_cbc) + aes_128_cbc.size() - 1] = last;
    return message;
}

}  // namespace

TEST_CASE("what openssl encrypts for a certificate opens with its key, in every cipher that is taken") {
    const Post post;
    const auto [option, cipher] = GENERATE(table<std::string, std::string>({{"-aes128", "AES-128-CBC"},
                                                                            {"-aes192", "AES-192-CBC"},
                                                                            {"-aes256", "AES-256-CBC"},
                                                                            {"-des3", "DES-EDE3-CBC"}}));
    for (const std::string lengths : {"", " -stream -indef"}) {
        INFO(option + lengths);
        const std::string message = post.sent("acme.pem", option + lengths);
        CHECK((message[1] == '\x80') == !lengths.empty());
        CHECK(parsed(message).cipher() == cipher);
        CHECK(opened(message, "acme") == content);
        CHECK(parsed(message).trailing_bytes() == 0);
    }
}

TEST_CASE("content of any size comes back whole") {
    const Post post;
    for (const std::size_t size : {std::size_t{0}, std::size_t{15}, std::size_t{16}, std::size_t{200'000}}) {
        INFO(size);
        const std::string plain(size, '\0');
        for (const char* lengths : {"-aes128", "-aes128 -stream -indef"}) {
            const auto inside = parsed(encrypted(post.shop, plain, "acme.pem", lengths)).open(rsa_key("acme"));
            REQUIRE(inside);
            CHECK(inside->reveal() == plain);
        }
    }
}

TEST_CASE("each of several recipients is told, and each key opens it") {
    const Post post;
    const std::string message = post.sent("acme.pem globex.pem");
    const auto recipients = parsed(message).recipients();
    REQUIRE(recipients.size() == 2);
    // A SET OF has its own order.
    for (const char* name : {"acme", "globex"}) {
        CHECK(std::count_if(recipients.begin(), recipients.end(),
                            [&](const Recipient& one) { return one.is(Post::certificate(name)); }) == 1);
        CHECK(opened(message, name) == content);
    }
    CHECK(opened(message, "initech").empty());
}

TEST_CASE("a recipient is known by issuer and serial number") {
    const Post post;
    const Recipient recipient = parsed(post.sent("acme.pem")).recipients().front();
    CHECK(recipient.serial == "0A1B2C");
    CHECK(recipient.to_string() == "CN=mdmctl acme, serial 0A1B2C");
    CHECK_FALSE(recipient.subject_key_id);
    CHECK(recipient.is(Post::certificate("acme")));
    CHECK_FALSE(recipient.is(Post::certificate("globex")));
    CHECK_FALSE(recipient.is(token_certificate({.key = "acme", .name = "another", .serial = "0A1B2C"})));
    CHECK_FALSE(recipient.is(token_certificate({.key = "acme", .name = "mdmctl acme", .serial = "0A1B2D"})));
}

TEST_CASE("a recipient is known by the identifier of the key") {
    const Post post;
    const std::string message = post.sent("acme.pem", "-aes128 -keyid");
    const Recipient recipient = parsed(message).recipients().front();
    const std::string key_id = Post::certificate("acme").subject_key_id().value();
    CHECK_FALSE(recipient.issuer);
    CHECK(recipient.serial.empty());
    CHECK(recipient.subject_key_id == key_id);
    CHECK(recipient.to_string() == "key identifier " + key_id);
    CHECK(recipient.is(Post::certificate("acme")));
    CHECK_FALSE(recipient.is(Post::certificate("globex")));
    CHECK_FALSE(recipient.is(token_certificate({.key = "acme", .key_id = false})));
    CHECK(opened(message, "acme") == content);
}

TEST_CASE("a key that it was not made for opens nothing") {
    const Post post;
    CHECK_FALSE(parsed(post.sent("acme.pem")).open(rsa_key("globex")));
    CHECK_FALSE(parsed(post.sent("acme.pem", "-aes128 -keyid")).open(rsa_key("globex")));
}

TEST_CASE("a passphrase or an elliptic curve beside the key is no recipient of ours, and in nobody's way") {
    const Post post;
    post.shop.output_of(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ec.key "
        "-out ec.pem -subj /CN=ec -days 9");
    for (const char* beside : {"-aes128 -pwri_password x", "-aes128 ec.pem", "-aes128 -pwri_password x ec.pem"}) {
        INFO(beside);
        const std::string message = post.sent("acme.pem", beside);
        CHECK(parsed(message).recipients().size() == 1);
        CHECK(parsed(message).cipher() == "AES-128-CBC");
        CHECK(opened(message, "acme") == content);
    }
    const std::string for_nobody = post.sent("", "-aes128 -pwri_password x");
    CHECK(parsed(for_nobody).recipients().empty());
    CHECK(opened(for_nobody, "acme").empty());
}

TEST_CASE("any other cipher is named, and not taken") {
    const Post post;
    const std::string message = post.sent("acme.pem");
    struct Other {
        std::string message;
        std::string cipher;
    };
    for (const Other& other : {Other{post.sent("acme.pem", "-camellia128"), "CAMELLIA-128-CBC"},
                               Other{with_cipher(message, '\x06'), "id-aes128-GCM"},
                               Other{with_cipher(message, '\x63'), "2.16.840.1.101.3.4.1.99"}}) {
        INFO(other.cipher);
        CHECK(parsed(other.message).cipher() == other.cipher);
        const auto open = [&] { return parsed(other.message).open(rsa_key("acme")).has_value(); };
        CHECK(code_of(open) == "unsupported_algorithm");
        CHECK(message_of(open) == "'token.p7m' is encrypted with " + other.cipher + ", which is not taken");
    }
}

TEST_CASE("what is no enveloped message is not recognised") {
    const Post post;
    post.shop.write("acme.key", rsa_key("acme").to_pem().reveal());
    post.shop.write("content", content);
    CHECK(refusal(post.sent("acme.pem", "-aes-128-gcm")) == "not_recognized");  // AuthEnvelopedData
    CHECK(refusal(post.shop.output_of("openssl cms -sign -binary -nodetach -in content -signer acme.pem "
                                      "-inkey acme.key -outform DER")) == "not_recognized");
    CHECK(refusal(post.shop.output_of("openssl cms -data_create -binary -in content -outform DER")) ==
          "not_recognized");
    CHECK(refusal(Post::certificate("acme").der()) == "not_recognized");
    for (const std::string& bytes :
         {std::string(), std::string("0"), std::string("0\x80", 2), std::string("MIAGCSqGSIb3DQEHA6CA"), content,
          std::string(1000, '0'), std::string(1000, '\0'), std::string(1000, '\xff')}) {
        INFO(bytes.substr(0, 30));
        CHECK(refusal(bytes) == "not_recognized");
    }
}

TEST_CASE("what stands behind the message is counted, and changes nothing") {
    const Post post;
    const std::string lengths = GENERATE("", " -stream -indef");
    const std::string message = post.sent("acme.pem", "-aes128" + lengths);
    for (const std::string& behind : {std::string("\n"), std::string("\0\0", 2), std::string(5000, 'x'), message}) {
        CHECK(parsed(message + behind).trailing_bytes() == behind.size());
        CHECK(opened(message + behind, "acme") == content);
    }
}

TEST_CASE("a message that was cut at any byte is refused as cut, and nothing of it comes out") {
    const Post post;
    const std::string options =
        GENERATE("-aes128", "-aes128 -stream -indef", "-aes256 -keyid", "-des3 -pwri_password x");
    const std::string message = post.sent("acme.pem", options);
    const std::size_t with_its_type = message.find("\x01\x07\x03") + 3;
    for (std::size_t size = 0; size < message.size(); ++size) {
        INFO(options << " cut at " << size << " of " << message.size());
        CHECK(refusal(message.substr(0, size)) == (size < with_its_type ? "not_recognized" : "malformed_der"));
    }
}

TEST_CASE("a message in which a byte was changed crashes nothing") {
    const Post post;
    const std::string message = post.sent("acme.pem", GENERATE("-aes128", "-aes128 -stream -indef"));
    for (std::size_t place = 0; place < message.size(); ++place)
        for (const unsigned bit : {0U, 4U, 7U}) {
            std::string changed = message;
            changed[place] = static_cast<char>(static_cast<unsigned char>(changed[place]) ^ (1U << bit));
            INFO("byte " << place << ", bit " << bit);
            try {
                static_cast<void>(parsed(changed).open(rsa_key("acme")));
            } catch (const Error& e) {
                CHECK(exit_code(e.code()) == 7);
            }
        }
}

TEST_CASE("a message for more recipients than anybody has is not tried") {
    const Post post;
    const auto for_so_many = [&](int count) {
        std::string recipients;
        for (int i = 0; i < count; ++i)
            recipients += " acme.pem";
        return post.sent(recipients);
    };
    CHECK(parsed(for_so_many(limits::envelope_recipients)).recipients().size() == limits::envelope_recipients);
    CHECK(refusal(for_so_many(limits::envelope_recipients + 1)) == "too_costly");
}
