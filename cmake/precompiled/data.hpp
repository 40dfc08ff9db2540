// For model, codec, exchange, host and store.
#pragma once
#include "base.hpp"
#include "model/columns.hpp"
#include "model/command.hpp"
#include "model/state.hpp"
