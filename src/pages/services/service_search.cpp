#include "pages/services/service_search.hpp"

#include "pages/services/columns.hpp"
#include "pages/services/filters.hpp"
#include "store/store.hpp"
#include "ui/ui.hpp"

#include <algorithm>

namespace pages {
namespace {

bool is_active(const model::Service& service, const Looking& looking, std::string_view)
{
    return model::is_active(service, looking.today);
}
bool is_hosting(const model::Service& service, const Looking&, std::string_view)
{
    return service.kind == model::ServiceKind::hosting;
}

}  // namespace

ServiceSearch::Found FieldSearch::find(std::string_view words, Of of, const Screen& screen)
{
    auto query = search_for(words);
    if (of == Of::active) query.tab = {"field", "active", is_active, query::Reach::row, tab_fields};
    else query.tab = {"field", "hosting", is_hosting, query::Reach::row, query::Fields{"kind"}};
    query.sort = sort_of(read_order("name"));
    update(view_, {screen.store.state(), screen.today, ui::context().language}, query, screen);

    Found found;
    found.first.assign(view_.rows().begin(),
                       view_.rows().begin() + std::min<std::ptrdiff_t>(ui::most_options, view_.size()));
    found.all      = view_.finished() ? static_cast<std::int64_t>(view_.size()) : -1;
    found.revision = view_.revision();
    return found;
}

}  // namespace pages
