// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/device_record.hpp"
#include "dep/with_store/token_session.hpp"

#include <fmt/format.h>
#include <memory>

namespace mdm::apps {
namespace {

/// Fewer are in too many serial numbers.
constexpr std::size_t least_end = 4;
constexpr std::size_t most_matches = 20;

struct Options {
    std::string name;
    std::vector<std::string> serials;
};

class Lookup {
public:
    Lookup(cli::World& world, const std::string& name)
        : world_(world),
          store_(open_dep_store(world)),
          transaction_(store_.read()),
          tenant_(store::tenant_meant(transaction_, world.settings.tenant)),
          tokens_(device_tokens(transaction_, tenant_, name)),
          ids_(ids_of(tokens_)) {}

    /// The device of that serial number, or all whose serial numbers end so. throws  not_a_serial, no_such_device
    std::vector<cli::Record> devices(const std::string& serial) {
        judge_serial(serial);
        auto found = dep::devices_meant(transaction_, ids_, serial);
        if (!found.empty())
            found.resize(1);
        else if (serial.size() >= least_end)
            found = ending(serial);
        if (found.empty())
            throw no_such_device(transaction_, tenant_, tokens_, serial);
        std::vector<cli::Record> records;
        for (const dep::KnownDevice& known : found)
            records.push_back(device_record(tenant_, tokens_, known));
        return records;
    }

private:
    std::vector<dep::KnownDevice> ending(const std::string& end) {
        auto found = dep::devices_ending(transaction_, ids_, end, most_matches + 1);
        if (found.size() > most_matches) {
            found.resize(most_matches);
            world_.warn(
                fmt::format("more than {} serial numbers end with '{}'; these are the first", most_matches, end));
        }
        return found;
    }

    cli::World& world_;
    store::Store store_;
    store::Transaction transaction_;
    store::Tenant tenant_;
    std::vector<dep::HeldToken> tokens_;
    std::vector<std::string> ids_;
};

/// A device among others: all have the same keys, whatever became of the question.
cli::Record item(const std::string& asked, const std::optional<Error>& why, const cli::Record& device) {
    cli::Record record{{"asked", asked},
                       {"code", why ? cli::Value(name(why->code())) : cli::Value()},
                       {"message", why ? cli::Value(why->message()) : cli::Value()}};
    for (const cli::Field& field : device.fields)
        record.add(field);
    return record;
}

cli::Record without_device() {
    cli::Record record;
    for (const std::string& key : device_keys())
        record.add({key, nullptr});
    record.add({"more", nullptr});
    return record;
}

/// One question after the other; one that is not answered does not hide the rest.
class Answers {
public:
    Answers(cli::World& world, const Options& o) : lookup_(world, o.name), serials_(o.serials) {}

    std::optional<cli::Record> next() {
        while (at_ == waiting_.size()) {
            if (asked_ == serials_.size())
                return std::nullopt;
            answer(serials_[asked_++]);
        }
        return std::move(waiting_[at_++]);
    }
    bool has_failed() const noexcept { return has_failed_; }

private:
    void answer(const std::string& serial) {
        waiting_.clear();
        at_ = 0;
        try {
            for (const cli::Record& device : lookup_.devices(serial))
                waiting_.push_back(item(serial, std::nullopt, device));
        } catch (const Error& e) {
            if (access::concerns_the_store(e.code()))
                throw;
            has_failed_ = true;
            waiting_.push_back(item(serial, e, without_device()));
        }
    }

    Lookup lookup_;
    std::vector<std::string> serials_;
    std::size_t asked_ = 0;
    std::vector<cli::Record> waiting_;
    std::size_t at_ = 0;
    bool has_failed_ = false;
};

std::vector<std::string> columns() {
    std::vector<std::string> keys;
    for (const cli::Field& field : item("", std::nullopt, without_device()).fields)
        if (field.key != "more")
            keys.push_back(field.key);
    return keys;
}

cli::Result run(cli::World& world, const Options& o) {
    if (o.serials.size() == 1) {
        const auto found = Lookup(world, o.name).devices(o.serials.front());
        if (found.size() == 1)
            return found.front();
    }
    const auto answers = std::make_shared<Answers>(world, o);
    return {cli::Rows{.name = "results",
                      .columns = columns(),
                      .next = [answers] { return answers->next(); },
                      .layout = cli::Rows::Layout::blocks},
            [answers] { return answers->has_failed() ? 1 : 0; }};
}

}  // namespace

cli::Command dep_devices_show_command() {
    return cli::command<Options>({
        .name = "devices show",
        .summary = "Show all that is known of devices: by serial number, or by the end of one",
        .details =
            "What mdmctl dep sync last fetched, and what people said. Members that have no column of their own are in "
            "more, under Apple's names. confirmed_at is when Apple last listed the device as it is here; of one that "
            "was taken from the service it is empty, and removed_at says since when.\n\n"
            "Lower case will do, and so will the last four characters or more, as people read them out: all devices "
            "whose serial numbers end so are shown, 20 at most. With one device its code gives the exit; with several "
            "each has its own code, and the exit is 1 when one was not found. Nobody is asked, nothing is changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("SERIAL", o.serials, "a serial number, or its last four characters or more").required();
                declare_device_token(p, o.name);
            },
        .run = run,
        .examples = {{"mdmctl dep devices show C02XK1JHJG5H", "All that is known of it"},
                     {"mdmctl dep devices show jg5h", "What can be read of a scratched one"},
                     {"mdmctl dep devices show C02XK1JHJG5H --output json | jq -r .more.imei",
                      "What Apple says beside"}},
        .codes = {ErrorCode::no_such_device, ErrorCode::not_a_serial, ErrorCode::no_such_token,
                  ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
