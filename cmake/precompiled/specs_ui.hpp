// For ui_specs.
#pragma once
#include "base.hpp"
#include "ui/ui.hpp"
#include "ui_harness.hpp"
