// Any damaged stored page is read correctly or refused.
#include "fuzz/fuzz.hpp"
#include "model/services/service.hpp"
#include "table/pages.hpp"
#include "table/table.hpp"

namespace {

using Services = table::Table<model::Service>;

table::ReadPage read(std::string_view bytes) { return table::read_page(bytes, table::schema_of<model::Service>(), 1); }

const std::string& sample()
{
    static const std::string bytes = [] {
        Services services;
        for (int number = 0; number < 20; ++number) {
            model::Service service;
            service.id          = {"s" + std::to_string(number)};
            service.name        = "example-" + std::to_string(number) + ".fr";
            service.label       = number % 3 ? "" : "étiquette";
            service.expires_on  = {20'000 + number};
            service.nameservers = {"ns1.example.net", "ns2.example.net"};
            services.put(service);
        }
        return table::write_page(services.rows(), 0, 1);
    }();
    return bytes;
}

void reads_the_same_again(table::Page page)
{
    if (page.rows == 0) return;
    Services services;
    services.adopt(std::move(page));
    for (std::uint32_t row = 0; row < services.size(); ++row) (void)services.row(row);
    (void)services.contains({"s1"});
    const auto& columns = services.rows().schema().columns;
    for (std::size_t column = 0; column < columns.size(); ++column)
        for (std::uint32_t row = 0; row < services.size(); ++row)
            fuzz::claim(columns[column].bounds.hold(services.number_at(column, row)),
                        "what was read lies within its bounds");

    auto again = read(table::write_page(services.rows(), 0, 1));
    fuzz::claim(again.damage == table::Damage::none, "what was read can be stored");
    Services copy;
    copy.adopt(std::move(again.page));
    fuzz::claim(equal(services, copy), "what was stored is what was read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const auto bytes = fuzz::view(data + 1, size - 1);
    if (data[0] % 3 == 0) (void)read(bytes);
    if (data[0] % 3 == 1) {
        auto result = read(fuzz::with_checksum(bytes));
        if (result.damage == table::Damage::none) reads_the_same_again(std::move(result.page));
    }
    if (data[0] % 3 == 2) {
        const auto stored = fuzz::damaged(sample(), bytes);
        fuzz::claim((read(stored).damage == table::Damage::none) == (stored == sample()),
                    "a damaged page is refused, a whole one is not");
    }
    return 0;
}
