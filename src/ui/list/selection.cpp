#include "ui/list/selection.hpp"

namespace ui {

void Selection::ask(std::string_view question)
{
    if (question == question_) return;
    question_ = question;
    clear();
}

void Selection::list(Key key, bool on)
{
    if (listed(key) == on) return;
    if (key / 64 >= bits_.size()) bits_.resize(key / 64 + 1, 0);
    bits_[key / 64] ^= std::uint64_t{1} << key % 64;
    listed_count_ += on ? 1 : -1;
    ++changes_;
}

void Selection::set(Key key, bool on) { list(key, on != all_); }

void Selection::set_all()
{
    clear();
    all_ = true;
}

void Selection::clear()
{
    all_          = false;
    listed_count_ = 0;
    anchor_       = no_key;
    bits_.clear();
    ++changes_;
}

void Selection::move(Key from, Key to)
{
    list(to, listed(from));
    list(from, false);
    if (anchor_ == from) anchor_ = to;
}

void Selection::drop(Key key)
{
    list(key, false);
    if (anchor_ == key) anchor_ = no_key;
}

}  // namespace ui
