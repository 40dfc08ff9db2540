// How people and accounts are named: a customer's number, an e-mail address. Both are read as people paste them (base/pasted.hpp).
#pragma once
#include "base/problems.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace model {

// What is wrong with a customer's number; nothing of "C-118203". Requires base::pasted_account.
std::optional<base::Problem> fault_of_account_id(std::string_view id);

// What is wrong with an e-mail address. Requires base::pasted_email, and the host in ASCII.
std::optional<base::Problem> fault_of_email(std::string_view email);

inline bool is_account_id(std::string_view id) { return !fault_of_account_id(id); }

}  // namespace model
