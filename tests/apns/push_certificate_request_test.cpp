// SPDX-License-Identifier: Apache-2.0
#include "apns/push_certificate_request.hpp"

#include "apns/vendor_chain.hpp"
#include "base/encoding.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "plist/reader.hpp"
#include "plist/writer.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

const Time june = at("2026-06-01");

/// The three values of a request, to be spoilt one at a time.
struct Form {
    plist::Value csr{to_base64(fakes::csr().der())};
    plist::Value chain{crypto::to_pem(vendor_chain().certificates())};
    plist::Value signature{to_base64(rsa_key("vendor").sign(fakes::csr().der(), crypto::Digest::sha256))};

    plist::Dict dict() const {
        return {{"PushCertRequestCSR", csr}, {"PushCertCertificateChain", chain}, {"PushCertSignature", signature}};
    }
};

std::string upload(const plist::Dict& dict) { return to_base64(plist::to_xml({dict})); }

std::vector<Finding> judge(std::string_view bytes, Time now = june) {
    const auto request = read_push_certificate_request(bytes, "push.req");
    REQUIRE(request);
    return push_certificate_request_findings(*request, "push.req", now);
}

std::vector<Finding> judge(const Form& form, Time now = june) { return judge(upload(form.dict()), now); }

std::string wrapped(const std::string& text, std::size_t width, std::string_view line_end) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += width)
        out += text.substr(i, width) + std::string(line_end);
    return out;
}

}  // namespace

TEST_CASE("a request that a vendor signs is one that the portal takes") {
    const auto csr = fakes::csr();
    const auto vendor = vendor_chain();
    const auto chain = vendor.certificates();
    const std::string text = sign_push_certificate_request({csr, "push.csr", chain, vendor.key, june});
    CHECK(text.starts_with("PD94bWwgdmVyc2lvbj0i"));
    CHECK(text.find_first_of(" \r\n") == std::string::npos);
    CHECK(errors(judge(text)).empty());

    const auto document = plist::read(*from_base64(text));
    CHECK(*document.root.find("PushCertRequestCSR")->get_if<std::string>() == to_base64(csr.der()));
    CHECK(*document.root.find("PushCertCertificateChain")->get_if<std::string>() == crypto::to_pem(chain));
}

TEST_CASE("a vendor signs nothing that the portal would refuse") {
    const auto csr = fakes::csr();
    const auto vendor = vendor_chain();
    const auto chain = vendor.certificates();
    const auto refused = [&](const SigningOrder& order) {
        CHECK_FALSE(code_of([&] { return sign_push_certificate_request(order); }).empty());
        return errors(signing_findings(order));
    };
    CHECK(refused({csr, "c", chain, rsa_key("stranger"), june}) == Codes{"key_mismatch"});
    CHECK(refused({csr, "c", chain, vendor.key, at("2027-02-01")}) == Codes{"vendor_certificate_expired"});
    CHECK(refused({csr, "c", {vendor.leaf}, vendor.key, june}) == Codes{"chain_incomplete"});

    // The push certificate in the vendor's place is named before what follows from it.
    CHECK(refused({csr, "c", {push_certificate()}, vendor.key, june}) ==
          Codes{"not_a_certificate", "key_mismatch", "chain_incomplete"});

    const auto small_key = crypto::PrivateKey::generate_rsa(1024);
    const auto small = crypto::CertificateRequest::make(subject({{"CN", "small"}}), small_key);
    CHECK(refused({small, "c", chain, rsa_key("stranger"), at("2031-01-01")}) ==
          Codes{"key_not_rsa_2048", "key_mismatch", "vendor_certificate_expired", "chain_certificate_expired"});
}

TEST_CASE("base64 is taken on one line, wrapped, with CRLF, with a byte order mark") {
    const std::string text = upload(Form{}.dict());
    CHECK(errors(judge(wrapped(text, 64, "\n"))).empty());
    CHECK(errors(judge(wrapped(text, 76, "\r\n"))).empty());
    CHECK(errors(judge("\xEF\xBB\xBF" + text)).empty());
    CHECK(remarks(judge("\xEF\xBB\xBF" + text)).front() == "byte_order_mark");
}

TEST_CASE("the property list without its base64 is recognised as the slip that it is") {
    CHECK(errors(judge(plist::to_xml({Form{}.dict()}))) == Codes{"not_base64"});
    CHECK(errors(judge(to_base64(plist::to_binary({Form{}.dict()})))) == Codes{"wrong_type"});
}

TEST_CASE("a cut request is named as one, and a stranger is none") {
    const std::string text = upload(Form{}.dict());
    CHECK(code_of([&] { return read_push_certificate_request(text.substr(0, 2001), "x"); }) ==
          "not_a_push_certificate_request");
    CHECK(code_of([&] { return read_push_certificate_request(text.substr(0, 2000), "x"); }) == "malformed_plist");
    CHECK_FALSE(read_push_certificate_request("hello", "x"));
    CHECK_FALSE(read_push_certificate_request(fakes::csr().to_pem(), "x"));
    CHECK_FALSE(read_push_certificate_request(plist::to_xml({plist::Dict{{"PayloadType", {std::string("c")}}}}), "x"));
}

TEST_CASE("each key is asked for, as a string") {
    for (const char* missing : {"PushCertRequestCSR", "PushCertCertificateChain", "PushCertSignature"}) {
        CAPTURE(missing);
        plist::Dict dict = Form{}.dict();
        std::erase_if(dict, [&](const auto& entry) { return entry.first == missing; });
        CHECK(errors(judge(upload(dict))) == Codes{"missing_key"});
    }
    Form data;
    data.signature = {plist::Data{"\x01\x02"}};
    CHECK(errors(judge(data)) == Codes{"wrong_type"});
    plist::Dict more = Form{}.dict();
    more.emplace_back("PushCertComment", plist::Value{std::string("hello")});
    CHECK(remarks(judge(upload(more))) == Codes{"unknown_key", "root_not_apple"});
}

TEST_CASE("what is inside the strings is judged, and every fault is named at once") {
    Form form;
    form.csr = {std::string("?")};
    form.chain = {std::string("no PEM here")};
    form.signature = {std::string("%")};
    CHECK(errors(judge(form)) == Codes{"not_base64", "not_a_certificate", "not_base64"});
    form.csr = {to_base64("not DER")};
    form.chain = {std::string("-----BEGIN CERTIFICATE-----\nMIIB\n")};
    CHECK(errors(judge(form)) == Codes{"not_a_csr", "malformed_pem", "not_base64"});
}

TEST_CASE("the vendor's signature is over the CSR's DER, with SHA-256, by the first certificate") {
    const auto der = fakes::csr().der();
    const auto signed_with = [&](const crypto::PrivateKey& key, std::string_view message, crypto::Digest digest) {
        Form form;
        form.signature = {to_base64(key.sign(message, digest))};
        return errors(judge(form));
    };
    const auto& vendor = rsa_key("vendor");
    CHECK(signed_with(vendor, der, crypto::Digest::sha256).empty());
    CHECK(signed_with(vendor, der, crypto::Digest::sha1) == Codes{"obsolete_hash"});
    CHECK(signed_with(vendor, fakes::csr().to_pem(), crypto::Digest::sha256) == Codes{"bad_request_signature"});
    CHECK(signed_with(rsa_key("wwdr"), der, crypto::Digest::sha256) == Codes{"bad_request_signature"});
    CHECK(signed_with(rsa_key("stranger"), der, crypto::Digest::sha256) == Codes{"bad_request_signature"});
    CHECK(signed_with(vendor, fakes::csr("another customer").der(), crypto::Digest::sha256) ==
          Codes{"bad_request_signature"});
}

TEST_CASE("PEM lines of another width are a warning") {
    Form form;
    std::string pem = "-----BEGIN CERTIFICATE-----\n" + wrapped(to_base64(vendor_chain().leaf.der()), 76, "\n") +
                      "-----END CERTIFICATE-----\n";
    for (const auto& above : {vendor_chain().intermediate, vendor_chain().root})
        pem += above.to_pem();
    form.chain = {pem};
    CHECK(errors(judge(form)).empty());
    CHECK(remarks(judge(form)) == Codes{"pem_line_length", "root_not_apple"});
}
