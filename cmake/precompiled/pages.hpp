// For pages and app.
#pragma once
#include "data.hpp"
#include "pages/kit/screen.hpp"
#include "store/store.hpp"
#include "ui/ui.hpp"
