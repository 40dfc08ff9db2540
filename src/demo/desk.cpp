#include "demo/desk.hpp"

#include "base/pasted.hpp"
#include "base/text.hpp"
#include "model/domains/transfer.hpp"
#include "table/hash.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace demo {
namespace {

constexpr std::string_view right_receipt = "r-", wrong_receipt = "w-";

}  // namespace

std::optional<std::string> transfer_code(const model::Service& domain, std::string_view password)
{
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    if (password != demo_password) return {};
    auto        number = table::hash("code/" + domain.name + "/" + base::to_iso(domain.expires_on));
    std::string code;
    for (int at = 0; at < 14; ++at) {
        if (at == 4 || at == 9) code += '-';
        else {
            code += letters[number % letters.size()];
            number = number / letters.size() + (number << 58);
        }
    }
    return code;
}

std::string hand_in_code(const model::Service& domain, std::string_view code)
{
    const auto folded = base::fold(code);
    const bool known  = folded.find("faux") == std::string::npos && folded.find("wrong") == std::string::npos;
    return std::string(known ? right_receipt : wrong_receipt) + domain.id.value;
}

bool is_right(std::string_view receipt) { return receipt.starts_with(right_receipt); }

exchange::Answer answer(const exchange::Question& question, const model::State& state)
{
    const auto* asked   = std::get_if<exchange::AskTransferCode>(&question);
    const auto* given   = std::get_if<exchange::HandInCode>(&question);
    const auto  service = state.services.get(asked ? asked->domain : given->domain);
    if (!service) return exchange::Declined{{"", "why.no_such_service", {}}};
    if (asked) {
        auto code = transfer_code(*service, asked->password);
        if (!code) return exchange::Declined{{"password", "code.wrong_password", {}}};
        return exchange::TransferCode{std::move(*code)};
    }
    const auto code = base::pasted_code(given->code);
    if (auto fault = model::fault_of_transfer_code(code)) {
        fault->field = "code";
        return exchange::Declined{std::move(*fault)};
    }
    return exchange::Receipt{hand_in_code(*service, code)};
}

}  // namespace demo
