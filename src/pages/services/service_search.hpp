// The search behind the fields that choose a service.
#pragma once
#include "pages/kit/service_search.hpp"
#include "pages/services/list.hpp"

namespace pages {

class FieldSearch final : public ServiceSearch {
public:
    explicit FieldSearch(ServicesView view) : view_(std::move(view)) {}
    Found find(std::string_view words, Of, const Screen&) override;

private:
    ServicesView view_;
};

}  // namespace pages
