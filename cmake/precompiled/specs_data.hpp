// For specs.
#pragma once
#include "data.hpp"
#include "model/account.hpp"
#include "store/store.hpp"

#include <doctest/doctest.h>
