// How long work may go on before the screen wants its turn. Nothing here reads a clock: whoever asks decides.
#pragma once

namespace query {

class Budget {
public:
    virtual ~Budget()    = default;
    virtual bool spent() = 0;  // asked about every 0.1 ms
};

inline bool is_spent(Budget* budget) { return budget && budget->spent(); }  // null: there is time for everything

}  // namespace query
