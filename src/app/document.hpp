// A paper as a file: where its words stand on the page.
#pragma once
#include "papers/document.hpp"

#include <string>

namespace app {

// The bytes of a PDF file, A4.
std::string pdf_of(const papers::Document&);

}  // namespace app
