// SPDX-License-Identifier: Apache-2.0
#include "sandbox/portal.hpp"

#include "apns/push_certificate.hpp"
#include "apns/push_certificate_request.hpp"
#include "base/encoding.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/files.hpp"
#include "fakes/folder.hpp"
#include "plist/writer.hpp"

#include <filesystem>

using namespace mdm;
using namespace mdm::sandbox;
using namespace mdm::fakes;
using std::chrono::days;
using std::chrono::seconds;

namespace {

const Time june = at("2026-06-01T12:00:00Z");
const std::string me = "mdm@example.org";

/// A rehearsal: a portal in a folder, a vendor that it knows, and a clock that can be moved.
struct Rehearsal {
    Folder folder;
    Time now = june;
    std::vector<crypto::Certificate> chain;

    Rehearsal() { get_vendor(); }

    Portal portal(Visit visit = Visit::change) const { return {folder.path("portal"), now, visit}; }

    void get_vendor() {
        Portal portal = this->portal();
        const auto leaf = portal.vendor_certificate(fakes::csr("vendor"), "vendor.csr", {"vendor.pem", ""});
        chain = {*leaf};
        for (auto& issuer : portal.vendor_issuers())
            chain.push_back(issuer);
        portal.mark_downloaded(leaf->to_pem());
    }

    FileContent request(const std::string& key = "customer") const {
        const auto csr = fakes::csr(key);
        return file_of(apns::sign_push_certificate_request({csr, "push.csr", chain, rsa_key("vendor"), now}),
                       "push.req");
    }

    /// Upload, download, and tell the portal that it arrived.
    crypto::Certificate create(const std::string& key = "customer", const std::string& account = me) const {
        const auto file = request(key);
        Portal portal = this->portal();
        const auto issued = portal.create({file, account, "", {"new.pem", ""}});
        portal.mark_downloaded(issued->to_pem());
        return *issued;
    }

    crypto::Certificate renew(const std::string& key, std::optional<std::string> topic = {},
                              const std::string& account = me) const {
        const auto file = request(key);
        Portal portal = this->portal();
        const auto issued = portal.renew({file, account, "", {"new.pem", ""}}, topic);
        portal.mark_downloaded(issued->to_pem());
        return *issued;
    }

    std::string refusal(const FileContent& file) const {
        Portal portal = this->portal();
        return code_of([&] { return portal.create({file, me, "", {"new.pem", ""}}); });
    }

    std::string renewal_refusal(std::optional<std::string> topic = {}, const std::string& account = me) const {
        const auto file = request("a new key");
        Portal portal = this->portal();
        return code_of([&] { return portal.renew({file, account, "", {"new.pem", ""}}, topic); });
    }

    std::size_t rows() const { return portal(Visit::look).list(std::nullopt).size(); }
};

/// A request put together by hand, so that it can be wrong.
FileContent forged(const crypto::CertificateRequest& csr, const std::vector<crypto::Certificate>& chain,
                   const std::string& signature) {
    const plist::Dict dict{{"PushCertRequestCSR", {to_base64(csr.der())}},
                           {"PushCertCertificateChain", {crypto::to_pem(chain)}},
                           {"PushCertSignature", {to_base64(signature)}}};
    return file_of(to_base64(plist::to_xml({dict})), "push.req");
}

std::string topic_of(const crypto::Certificate& c) { return apns::push_topic(c).value(); }

}  // namespace

TEST_CASE("Create gives a new topic each time, and the mark of the rehearsal") {
    const Rehearsal r;
    const auto first = r.create();
    const auto second = r.create("another key");
    CHECK(topic_of(first) != topic_of(second));
    CHECK(first.public_key() == rsa_key().public_key());
    CHECK(apns::is_sandbox(first));
    CHECK(r.rows() == 2);
}

TEST_CASE("Renew keeps the topic, for a year from now, with a new serial and the key of the request") {
    Rehearsal r;
    const auto old = r.create();
    r.now += days{340};
    r.get_vendor();
    const auto renewed = r.renew("a new key");
    CHECK(topic_of(renewed) == topic_of(old));
    CHECK(renewed.subject().der == old.subject().der);
    CHECK(renewed.serial() != old.serial());
    CHECK(renewed.not_after() == r.now + days{365});
    CHECK(renewed.public_key() == rsa_key("a new key").public_key());
    CHECK(r.rows() == 1);
}

TEST_CASE("the same CSR renews again and again, once it was downloaded") {
    Rehearsal r;
    const auto first = r.create();
    const auto second = r.renew("customer");
    const auto third = r.renew("customer");
    CHECK(second.serial() != first.serial());
    CHECK(third.serial() != second.serial());
    CHECK(topic_of(third) == topic_of(first));
}

TEST_CASE("another account does not see the row") {
    const Rehearsal r;
    const auto mine = r.create();
    CHECK(r.renewal_refusal({}, "somebody@example.org") == "no_such_certificate");
    CHECK(r.renewal_refusal(topic_of(mine), "somebody@example.org") == "no_such_certificate");
    CHECK(r.portal(Visit::look).list("somebody@example.org").empty());
    CHECK(r.portal(Visit::look).list(me).size() == 1);
}

TEST_CASE("of several rows one must be named, and a name that is none is refused") {
    const Rehearsal r;
    const auto first = r.create();
    const auto second = r.create("another key");
    CHECK(r.renewal_refusal() == "certificate_ambiguous");
    CHECK(topic_of(r.renew("a new key", topic_of(second))) == topic_of(second));
    CHECK(r.renewal_refusal("com.apple.mgmt.External.none") == "no_such_certificate");
    CHECK(topic_of(r.renew("a new key", topic_of(first))) == topic_of(first));
}

TEST_CASE("Renew is there until 30 days after the end, to the second") {
    Rehearsal r;
    const auto old = r.create();
    r.now = old.not_after() + days{30};
    r.get_vendor();
    CHECK(r.renewal_refusal().empty());

    Rehearsal late;
    const auto other = late.create();
    late.now = other.not_after() + days{30} + seconds{1};
    late.get_vendor();
    CHECK(late.renewal_refusal() == "renewal_window_over");
    CHECK(late.rows() == 1);
}

TEST_CASE("the portal refuses what Apple's refuses") {
    const Rehearsal r;
    const auto csr = fakes::csr();
    const auto signature = rsa_key("vendor").sign(csr.der(), crypto::Digest::sha256);
    const auto plist_itself = from_base64(r.request().bytes.reveal()).value();
    const auto small_key = crypto::PrivateKey::generate_rsa(1024);
    const auto small = crypto::CertificateRequest::make(subject({{"CN", "a"}}), small_key);
    std::string changed_der = csr.der();
    changed_der[changed_der.find("mdm-push")] = 'M';
    const auto changed = crypto::CertificateRequest::from_der(changed_der);
    const std::vector<crypto::Certificate> without_root{r.chain[0], r.chain[1]};
    const std::vector<crypto::Certificate> swapped{r.chain[0], r.chain[2], r.chain[1]};

    struct Case {
        FileContent file;
        std::string code;
    };
    const auto sign = [](const crypto::CertificateRequest& c) {
        return rsa_key("vendor").sign(c.der(), crypto::Digest::sha256);
    };
    std::vector<Case> cases;
    cases.push_back({file_of(csr.to_pem(), "push.csr"), "not_a_push_certificate_request"});
    cases.push_back({file_of("hello"), "not_a_push_certificate_request"});
    cases.push_back({file_of(plist_itself), "not_base64"});
    cases.push_back({forged(csr, r.chain, "nonsense"), "bad_request_signature"});
    cases.push_back({forged(csr, r.chain, rsa_key().sign(csr.der(), crypto::Digest::sha256)), "bad_request_signature"});
    cases.push_back({forged(fakes::csr("another key"), r.chain, signature), "bad_request_signature"});
    cases.push_back(
        {forged(csr, r.chain, rsa_key("vendor").sign(csr.to_pem(), crypto::Digest::sha256)), "bad_request_signature"});
    cases.push_back({forged(csr, r.chain, rsa_key("vendor").sign(csr.der(), crypto::Digest::sha1)), "obsolete_hash"});
    cases.push_back({forged(small, r.chain, sign(small)), "key_not_rsa_2048"});
    cases.push_back({forged(changed, r.chain, sign(changed)), "bad_self_signature"});
    cases.push_back({forged(csr, without_root, signature), "chain_incomplete"});
    cases.push_back({forged(csr, swapped, signature), "chain_order"});
    cases.push_back({forged(csr, vendor_chain().certificates(), signature), "untrusted_vendor"});
    for (const Case& c : cases) {
        CAPTURE(c.code);
        CHECK(r.refusal(c.file) == c.code);
    }
    CHECK(r.rows() == 0);
}

TEST_CASE("a vendor whose certificate has ended signs nothing that the portal takes") {
    Rehearsal r;
    const auto file = r.request();
    r.now += days{365};
    CHECK(r.refusal(file).empty());
    r.now += seconds{1};
    CHECK(r.refusal(file) == "vendor_certificate_expired");
}

TEST_CASE("an upload that is repeated after a kill gives the same certificate") {
    const Rehearsal r;
    const auto file = r.request();
    const auto issued = *r.portal().create({file, me, "", {"new.pem", ""}});  // and killed before the file was written
    CHECK(*r.portal().create({file, me, "", {"new.pem", ""}}) == issued);
    // killed after the file was written, before the portal knew
    CHECK(*r.portal().create({file, me, "", {"new.pem", issued.to_pem()}}) == issued);
    CHECK(r.rows() == 1);

    r.portal().mark_downloaded(issued.to_pem());
    CHECK(*r.portal().create({file, me, "", {"new.pem", issued.to_pem()}}) == issued);
    CHECK_FALSE(*r.portal().create({file, me, "", {"other.pem", ""}}) == issued);
    CHECK(r.rows() == 2);
}

TEST_CASE("a renewal that is repeated after a kill gives the same certificate") {
    const Rehearsal r;
    r.create();
    const auto file = r.request("a new key");
    const auto issued = *r.portal().renew({file, me, "", {"new.pem", ""}}, {});
    CHECK(*r.portal().renew({file, me, "", {"new.pem", ""}}, {}) == issued);
    CHECK(*r.portal().renew({file, me, "", {"new.pem", issued.to_pem()}}, {}) == issued);
    r.portal().mark_downloaded(issued.to_pem());
    CHECK_FALSE(*r.portal().renew({file, me, "", {"other.pem", ""}}, {}) == issued);
}

TEST_CASE("what did not arrive is given out again for a day, and not a year later") {
    Rehearsal r;
    const auto file = r.request();
    const auto issued = *r.portal().create({file, me, "", {"new.pem", ""}});
    r.now += days{1};
    CHECK(*r.portal().create({file, me, "", {"new.pem", ""}}) == issued);
    r.now += seconds{1};
    CHECK_FALSE(*r.portal().create({file, me, "", {"new.pem", ""}}) == issued);
}

TEST_CASE("another account's repeated upload is not given somebody else's certificate") {
    const Rehearsal r;
    const auto file = r.request();
    const auto mine = *r.portal().create({file, me, "", {"new.pem", ""}});
    const auto theirs = *r.portal().create({file, "somebody@example.org", "", {"new.pem", ""}});
    CHECK(topic_of(mine) != topic_of(theirs));
}

TEST_CASE("a file that is there is never replaced") {
    const Rehearsal r;
    const auto old = r.create();
    const auto file = r.request("a new key");
    const auto refused = [&](const auto& call) { return code_of(call) == "output_exists"; };
    CHECK(refused([&] { return r.portal().create({file, me, "", {"push.pem", old.to_pem()}}); }));
    CHECK(refused([&] { return r.portal().renew({file, me, "", {"push.pem", old.to_pem()}}, {}); }));
    CHECK(refused([&] {
        return r.portal().vendor_certificate(fakes::csr("another"), "v.csr", {"v.pem", "something"});
    }));
    CHECK(r.rows() == 1);
    CHECK(r.portal(Visit::look).list(me).front().certificate == old);
}

TEST_CASE("who only looks changes nothing, and is refused like any other") {
    const Rehearsal r;
    const auto file = r.request();
    const auto before = r.folder.read("portal/portal.json");
    CHECK_FALSE(r.portal(Visit::look).create({file, me, "", {"new.pem", ""}}));
    CHECK(code_of([&] {
              return r.portal(Visit::look).renew({file, me, "", {"new.pem", ""}}, {});
          }) == "no_such_certificate");
    CHECK(code_of([&] {
              return r.portal(Visit::look).create({file, me, "", {"push.pem", "old"}});
          }) == "output_exists");
    CHECK(r.folder.read("portal/portal.json") == before);

    const Folder nowhere;
    CHECK(Portal(nowhere.path("portal"), june, Visit::look).list(std::nullopt).empty());
    CHECK_FALSE(std::filesystem::exists(nowhere.path("portal")));
}

TEST_CASE("the list shows the current certificate of each row, with its notes") {
    const Rehearsal r;
    const auto file = r.request();
    const auto first = *r.portal().create({file, me, "production", {"new.pem", ""}});
    r.portal().mark_downloaded(first.to_pem());
    const auto renewed = r.renew("a new key");
    const auto rows = r.portal(Visit::look).list(me);
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().certificate == renewed);
    CHECK(rows.front().topic == topic_of(first));
    CHECK(rows.front().notes == "production");
}

TEST_CASE("one visitor at a time; who looks does not wait") {
    const Rehearsal r;
    const Portal first = r.portal();
    CHECK(code_of([&] { return r.portal().vendor_issuers(); }) == "locked");
    CHECK(code_of([&] { return r.portal(Visit::look).list(me); }).empty());
}

TEST_CASE("a damaged memory is named, and not written over") {
    const Rehearsal r;
    const auto damaged = GENERATE(as<std::string>(), "{", "[]", "null", "{\"rows\":[{}],\"vendors\":[]}",
                                  "{\"rows\":{},\"vendors\":7}", "\xff\xfe");
    CAPTURE(damaged);
    r.folder.write("portal/portal.json", damaged);
    CHECK(code_of([&] { return r.portal(Visit::look).list(me); }) == "damaged_state");
    CHECK(code_of([&] { return r.portal().vendor_issuers(); }) == "damaged_state");
    CHECK(r.folder.read("portal/portal.json") == damaged);
}

TEST_CASE("a memory whose rows make no sense is damaged, too") {
    const Rehearsal r;
    const auto row = [](const std::string& certificates) {
        return R"({"rows":[{"uuid":"u","apple_account":"mdm@example.org","notes":"","certificates":)" + certificates +
               R"(}],"vendors":[]})";
    };
    const auto certificates =
        GENERATE(as<std::string>(), "[]", R"([{"certificate":"no PEM","request_sha256":"","downloaded":true}])",
                 R"([{"certificate":"-----BEGIN CERTIFICATE-----","request_sha256":"","downloaded":true}])");
    CAPTURE(certificates);
    r.folder.write("portal/portal.json", row(certificates));
    CHECK(code_of([&] { return r.portal(Visit::look).list(me); }) == "damaged_state");
    const auto file = r.request();
    CHECK(code_of([&] { return r.portal().renew({file, me, "", {"new.pem", ""}}, {}); }) == "damaged_state");
}

TEST_CASE("what an admin types as notes or account comes back as it was, or is refused") {
    const Rehearsal r;
    const auto file = r.request();
    const std::string account =
        "m\xC3\xBC"
        "ller+\"mdm\"@example.org";
    const std::string notes = "Head office \\ \"iPads\"";
    REQUIRE(r.portal().create({file, account, notes, {"new.pem", ""}}));
    const auto rows = r.portal(Visit::look).list(account);
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().notes == notes);

    const auto refusal = [&](const std::string& who, const std::string& what) {
        return code_of([&] { return r.portal().create({file, who, what, {"new.pem", ""}}); });
    };
    CHECK(refusal("\xff", "") == "bad_name");
    CHECK(refusal("", "") == "bad_name");
    CHECK(refusal(me, "caf\xE9") == "bad_name");
    CHECK(refusal(me, "line 1\nline 2") == "bad_name");
    CHECK(refusal(me, std::string(201, 'x')) == "bad_name");
    CHECK(refusal(me, std::string(200, 'x')).empty());
}
