// SPDX-License-Identifier: Apache-2.0
#include "base/exposure.hpp"

#include "base/encoding.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "fakes/openssl_program.hpp"

using namespace mdm;

namespace {

/// Entries of eight bytes, behind the version.
Exposure exposed(const std::string& entries) { return exposure_of_list(*from_hex("02000000" + entries), 1000); }

const std::string owner_reads = "0100040000000000";
const std::string group_nothing = "04000000ffffffff";
const std::string group_reads = "04000400ffffffff";
const std::string we_read = "02000400e8030000";
const std::string other_user_reads = "02000400e9030000";
const std::string other_user_writes = "02000600e9030000";
const std::string mask_reads = "10000400ffffffff";
const std::string mask_nothing = "10000000ffffffff";
const std::string all_nothing = "20000000ffffffff";
const std::string all_read = "20000400ffffffff";

}  // namespace

TEST_CASE("a credential that systemd hands to one user is nobody else's") {
    CHECK_FALSE(exposed(owner_reads + we_read + group_nothing + mask_reads + all_nothing).others_can_read);
}

TEST_CASE("an access control list says who else comes at a file") {
    CHECK(exposed(owner_reads + group_reads + mask_reads + all_nothing).others_can_read);
    CHECK(exposed(owner_reads + other_user_reads + group_nothing + mask_reads + all_nothing).others_can_read);
    CHECK(exposed(owner_reads + group_nothing + mask_nothing + all_read).others_can_read);
    CHECK_FALSE(exposed(owner_reads + other_user_reads + group_reads + mask_nothing + all_nothing).others_can_read);
    CHECK_FALSE(exposed(owner_reads + other_user_writes + mask_reads + all_nothing).others_can_write);
    CHECK(exposed(owner_reads + other_user_writes + all_nothing).others_can_write);
    CHECK_FALSE(exposed("").others_can_read);
    CHECK_FALSE(exposed("0400").others_can_read);
}

TEST_CASE("without a list the mode says it") {
    const fakes::Workshop shop;
    shop.write("file", "secret");
    for (const auto& [mode, reads, writes] :
         {std::tuple("600", false, false), {"640", true, false}, {"622", false, true}}) {
        shop.output_of(std::string("chmod ") + mode + " file");
        const FileContent file = read_file(shop.path("file"), 100);
        CAPTURE(mode);
        CHECK(file.others_can_read == reads);
        CHECK(file.others_can_write == writes);
    }
    // setfacl is not everywhere, and a file system may have no lists.
    if (shop.run("setfacl -m u:$(id -u):r,g::-,m::r file 2>/dev/null && chmod o= file") == 0)
        CHECK_FALSE(read_file(shop.path("file"), 100).others_can_read);
}
