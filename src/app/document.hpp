// The papers that a customer keeps, as files.
#pragma once
#include "base/texts.hpp"
#include "model/state.hpp"

#include <string>

namespace app {

struct Document {
    std::string name;   // "facture-F-000042.pdf"
    std::string bytes;  // a PDF
};

// In the language of the screen. The seller of the demo is invented, and the paper says that it is worth nothing.
Document invoice_document(const model::State&, const model::Invoice&, base::Language);

}  // namespace app
