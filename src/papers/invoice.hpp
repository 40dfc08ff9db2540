// An invoice as a document.
#pragma once
#include "model/state.hpp"
#include "papers/document.hpp"

namespace papers {

// Uses only data of the invoice, nothing of today. The footer says that the seller is fictitious and that nothing was charged.
Document invoice_document(const model::State&, const model::Invoice&, base::Language);

}  // namespace papers
