// Accessibility faults: items without a node, controls without a name, duplicate ids, disabled controls without a
// reason. For debug builds and tests.
#pragma once
#include "ui/core/context.hpp"

#include <string>
#include <vector>

namespace ui {

// Items are seen only if ImGui is compiled with IMGUI_ENABLE_TEST_ENGINE; the other faults always.
void watch_items(bool on);
void forget_items(Context& context);

// The faults of the frame that has just ended.
std::vector<std::string> faults(Context& context);

}  // namespace ui
