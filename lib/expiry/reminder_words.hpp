// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expiry/outbox.hpp"

#include <string>
#include <vector>

/// What a reminder says, to people.
namespace mdm::expiry {

/// "push certificate 'default' of Acme Ltd ends in 15 days, on 2027-05-01T12:00:00Z".
std::string one_line(const Reminder& reminder);

/// What is lost when it has ended, and for how many devices: in a sentence.
std::string loss_in(const ServiceLine& line);

struct MailWords {
    std::string subject;
    std::string text;
    std::string html;
};
/// Of all that one person is told at once, the most urgent first. Each with what is lost, the account that is needed,
/// the first command, and the id of its line; a push certificate with its topic.
MailWords mail_words(std::vector<Reminder> reminders);

}  // namespace mdm::expiry
