// What the company makes of an answer: of the registrar, a registry, the bank, or of somebody who pressed a link.
#pragma once
#include "host/effects.hpp"
#include "model/command.hpp"

namespace host {

// Carries the command out, and adds what follows from it: invoices, letters. Requires that check() found nothing.
void carry_out(model::State&, const model::Command&, const model::Context&, Done&);

// A link is all that some operations are about: written, and done. Others are asked of the registrar.
void begin_operation(model::State&, const model::Operation&, const model::Context&, Done&);

// A transfer that is over, or was refused by nobody's doing anything.
void finish_transfer(model::State&, const model::Transfer&, const model::Context&, Done&);

}  // namespace host
