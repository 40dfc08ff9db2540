#include "demo/catalogue.hpp"

#include "demo/catalogue_data.hpp"

namespace demo {

const model::Catalogue& catalogue()
{
    using namespace catalogue_data;
    static const model::Catalogue made{.seller      = seller(),
                                       .nameservers = nameservers,
                                       .years_ahead = years_ahead,
                                       .vat         = vat,
                                       .hosting     = hosting,
                                       .other       = other,
                                       .policies    = policies};
    return made;
}

}  // namespace demo
