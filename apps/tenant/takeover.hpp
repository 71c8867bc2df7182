// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/progress.hpp"
#include "store/store.hpp"
#include "tenant/customer_certificate.hpp"
#include "tenant/customer_list.hpp"
#include "tenant/download_folder.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace mdm::apps {

/// Brings the tenants of a list into the store: each row in a transaction of its own, added, completed or left alone,
/// and never overwritten, so that it can be run again. A row's file is opened before its transaction begins: nobody
/// waits for a passphrase or a slow disk but this run.
class Takeover {
public:
    /// Reads the list through once: which files it names, and what it names twice.
    Takeover(cli::World& world, store::Store& store, const tenant::CustomerList& list, DownloadFolder* files);

    void run();

    struct Failure {
        std::int64_t row;
        std::string tenant;
        Error why;
    };
    std::int64_t added() const noexcept { return added_; }
    std::int64_t changed() const noexcept { return changed_; }
    std::int64_t unchanged() const noexcept { return unchanged_; }
    const std::vector<Failure>& failed() const noexcept { return failed_; }

private:
    enum class Outcome { added, changed, unchanged };
    struct Done {
        Outcome outcome;
        CertificateDone certificate;
    };

    void survey(const tenant::Customer& customer);
    void refuse_repeated(const tenant::Customer& customer) const;
    void take(const tenant::Customer& customer, cli::Progress& progress);
    std::optional<std::string> file_of(const tenant::Customer& customer);
    apns::Download opened(const std::string& file, const tenant::Customer& customer, cli::Progress& progress) const;
    Done bring_in(const tenant::Customer& customer, const std::optional<apns::Download>& download);
    void count(Outcome outcome);
    void record_refusal(const tenant::Customer& customer, const Error& why);
    void fail(std::int64_t row, const std::string& tenant, const Error& why);

    cli::World& world_;
    store::Store& store_;
    const tenant::CustomerList& list_;
    DownloadFolder* files_;
    std::int64_t rows_ = 0;
    std::map<std::string, std::int64_t> line_of_tenant_;
    std::map<std::string, std::int64_t> line_of_topic_;
    std::map<std::string, std::int64_t> line_of_file_;
    std::set<std::int64_t> repeated_topics_;  ///< lines
    std::set<std::int64_t> repeated_files_;   ///< lines
    std::int64_t added_ = 0;
    std::int64_t changed_ = 0;
    std::int64_t unchanged_ = 0;
    std::vector<Failure> failed_;
};

}  // namespace mdm::apps
