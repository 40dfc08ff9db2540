// For pages and app.
#pragma once
#include "data.hpp"
#include "pages/page.hpp"
#include "store/store.hpp"
#include "ui/ui.hpp"
