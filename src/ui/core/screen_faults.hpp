// What must not be on any screen: things without a node, without a name, with another's id, disabled without a reason.
// For debug builds and tests.
#pragma once
#include "ui/core/context.hpp"

#include <string>
#include <vector>

namespace ui {

// Items are only seen where ImGui is compiled with IMGUI_ENABLE_TEST_ENGINE; the other faults always.
void watch_items(bool on);
void forget_items(Context& context);

// Of the frame that has just ended.
std::vector<std::string> faults(Context& context);

}  // namespace ui
