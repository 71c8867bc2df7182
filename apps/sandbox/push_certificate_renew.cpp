// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "apns/push_certificate.hpp"
#include "base/limits.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/download.hpp"

namespace mdm::apps {
namespace {

struct Options {
    UploadOptions upload;
    std::string topic;
    cli::InputFile certificate;
};

/// The row beside which Renew is pressed.
std::optional<std::string> chosen_topic(cli::World& world, const Options& o) {
    if (!o.topic.empty())
        return o.topic;
    if (!o.certificate.given())
        return std::nullopt;
    const FileContent file = world.read(o.certificate, limits::credential_file);
    const auto found = apns::read_certificate(file, [] { return std::optional<Secret>{}; });
    if (auto missing = apns::missing_topic(found.certificate, file.name))
        throw Error::from_findings({std::move(*missing)});
    return apns::push_topic(found.certificate);
}

cli::Result run(cli::World& world, const Options& o) {
    const auto topic = chosen_topic(world, o);
    return upload_and_download(world, o.upload, [&](sandbox::Portal& portal, const sandbox::Upload& upload) {
        return portal.renew(upload, topic);
    });
}

}  // namespace

cli::Command push_certificate_renew_command() {
    return cli::command<Options>({
        .name = "portal push-certificate renew",
        .summary = "Upload a request with Renew beside a row, at the pretend portal",
        .details =
            "Does what Renew does at https://identity.apple.com/pushcert: the row keeps its push topic and gets a new "
            "certificate, valid for another 365 days. The row is the one of --topic or --certificate; without them, "
            "the only one that the Apple Account has. Other accounts do not see it, and 30 days after the end Renew "
            "is gone.\n\n"
            "--out is never written over. If the run is killed, the same command gives out the same certificate, "
            "for a day.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_upload(p, o.upload);
                p.option("--topic", "TOPIC", o.topic, "the push topic of the row").excludes({"--certificate"});
                p.option("--certificate", "FILE", o.certificate, "a certificate of the row").excludes({"--topic"});
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal push-certificate renew push-2027.req --certificate push-2026.pem --out "
                      "push-2027.pem",
                      "Renew, as one should each year"}},
        .codes = cli::codes({ErrorCode::no_such_certificate, ErrorCode::certificate_ambiguous,
                             ErrorCode::renewal_window_over, ErrorCode::not_a_certificate, ErrorCode::no_topic,
                             ErrorCode::topic_not_mdm, ErrorCode::app_push_certificate},
                            upload_codes(), apns::credential_codes),
    });
}

}  // namespace mdm::apps
