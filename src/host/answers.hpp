// Handles answers: of the registrar, a registry, the bank, or a person who followed a link.
#pragma once
#include "host/effects.hpp"
#include "model/command.hpp"

namespace host {

// Performs the command and adds its consequences: invoices and letters. Requires that check() found nothing.
void carry_out(model::State&, const model::Command&, const model::Context&, Done&);

// Completes an operation that consists only of a letter with a link; asks the registrar to carry out any other.
void begin_operation(model::State&, const model::Operation&, const model::Context&, Done&);

// Bills a completed transfer and writes to the customer; also for a transfer that was refused by a deadline.
void finish_transfer(model::State&, const model::Transfer&, const model::Context&, Done&);

}  // namespace host
