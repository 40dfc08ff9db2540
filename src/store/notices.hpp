// What the customer must be told although nobody asked: a refusal that came later, a change that
// could not be stored, data that could not be read.
#pragma once
#include "base/problems.hpp"
#include "model/services/service.hpp"

#include <cstdint>
#include <vector>

namespace store {

enum class Tone : std::uint8_t { good, info, warning, bad };

struct Notice {
    std::uint64_t    number = 0;  // never reused while the page lives
    Tone             tone   = Tone::info;
    base::TextKey    lead;     // what has happened, where the text only says why: "Demande refusée"; or empty
    base::Problem    text;     // the sentence; its field is empty
    model::ServiceId service;  // what it is about; empty when it is about everything
};

class Notices {
public:
    const std::vector<Notice>& list() const { return list_; }

    // What is already there in the same words is not said twice. Whether it is new.
    bool add(Tone, base::TextKey, std::vector<std::string> args = {}, model::ServiceId about = {},
             base::TextKey lead = {});
    void dismiss(std::uint64_t number);
    bool withdraw(base::TextKey text);  // what is no longer true; whether it was there

private:
    std::vector<Notice> list_;
    std::uint64_t       last_ = 0;
};

}  // namespace store
