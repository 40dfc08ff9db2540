#include "exchange/peer.hpp"

#include "base/wipe.hpp"

namespace exchange {

void wipe(Question& question)
{
    if (auto* ask = std::get_if<AskTransferCode>(&question)) base::wipe(ask->password);
    if (auto* given = std::get_if<HandInCode>(&question)) base::wipe(given->code);
}

void wipe(Answer& answer)
{
    if (auto* given = std::get_if<TransferCode>(&answer)) base::wipe(given->code);
    if (auto* given = std::get_if<Receipt>(&answer)) base::wipe(given->receipt);
}

}  // namespace exchange
