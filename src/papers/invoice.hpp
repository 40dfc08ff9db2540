// An invoice as a paper.
#pragma once
#include "model/state.hpp"
#include "papers/document.hpp"

namespace papers {

// Says what the invoice says and nothing of today. The seller of the demo is invented, and the paper says that it is worth
// nothing.
Document invoice_document(const model::State&, const model::Invoice&, base::Language);

}  // namespace papers
