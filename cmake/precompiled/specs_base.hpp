// For table_specs.
#pragma once
#include "base.hpp"
#include "query/view.hpp"

#include <doctest/doctest.h>
