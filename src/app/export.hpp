// Writes a list to a file in slices, and offers the file to the customer at the end. No file if it is cancelled.
#pragma once
#include "app/worker.hpp"
#include "codec/sheet.hpp"
#include "pages/kit/list_export.hpp"
#include "platform/page.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace app {

class Export final : public Job {
public:
    // Requires that the store outlives the export. Calls `over` at the end with whether the file is complete; false if the
    // account was replaced meanwhile.
    Export(std::unique_ptr<pages::Sheet> sheet, const store::Store& store, std::function<void(bool ready)> over);
    ~Export() override;

    bool step(double ms) override;
    void tell(pages::Work& work) const override;

private:
    void begin();
    bool end(bool ready);

    std::unique_ptr<pages::Sheet>   sheet_;
    const store::Store&             store_;
    std::function<void(bool ready)> over_;
    codec::SheetWriter              writer_;
    platform::FileDraft             file_    = 0;
    std::size_t                     written_ = 0;
    std::string                     chunk_;
    std::vector<base::SheetCell>    values_;
};

}  // namespace app
