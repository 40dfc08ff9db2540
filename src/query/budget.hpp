// Limits how long work may go on before the screen needs the thread. Nothing here reads a clock: the caller implements
// spent().
#pragma once

namespace query {

class Budget {
public:
    virtual ~Budget()    = default;
    virtual bool spent() = 0;  // called after about every 0.1 ms of work
};

inline bool is_spent(Budget* budget) { return budget && budget->spent(); }  // null: no limit

}  // namespace query
