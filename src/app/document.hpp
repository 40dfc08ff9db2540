// Lays out a document as a PDF file.
#pragma once
#include "papers/document.hpp"

#include <string>

namespace app {

// The bytes of a PDF file, A4.
std::string pdf_of(const papers::Document&);

}  // namespace app
