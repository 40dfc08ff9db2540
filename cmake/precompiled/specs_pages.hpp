// For page_specs.
#pragma once
#include "data.hpp"
#include "pages/world.hpp"
#include "ui/ui.hpp"
