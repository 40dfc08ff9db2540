// For ui.
#pragma once
#include "base.hpp"
#include "ui/core/parts.hpp"
#include "ui/ui.hpp"

#include <imgui.h>
#include <imgui_internal.h>
