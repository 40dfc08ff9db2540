// For base, table, query and platform (see cmake/precompiled.cmake).
#pragma once
#include "base/problems.hpp"
#include "base/text.hpp"
#include "table/pages.hpp"
#include "table/table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>
