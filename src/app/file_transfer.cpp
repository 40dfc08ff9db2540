// Files: import of an account by file picker or drag and drop, export as one JSON file; export of a list as CSV or JSON.
#include "app/app.hpp"

#include "app/document.hpp"
#include "app/export.hpp"
#include "app/import.hpp"
#include "codec/account_file.hpp"
#include "papers/invoice.hpp"
#include "platform/lettering.hpp"

#include <utility>

namespace app {
namespace {

base::TextKey sentence(std::string_view why)
{
    if (why == "too_large") return "import.problem.too_large";
    if (why == "unavailable") return "import.problem.unavailable";
    return "import.problem.unreadable";
}

std::string file_name(const model::State& state, base::Date today)
{
    return "guichet-" + model::profile_of(state).id.value + "-" + base::to_iso(today) + ".json";
}

}  // namespace

void App::read_account(platform::GivenFile file, std::string_view why)
{
    // A file that is dropped while another is previewed replaces it.
    read_.reset();
    pages_.import      = {};
    pages_.import.file = file.name;
    if (!why.empty()) return offer_account(base::Problem{{}, sentence(why), {}});
    worker_.start(std::make_unique<Import>(
        std::move(file), [this](base::Result<model::State> read) { offer_account(std::move(read)); }));
}

// Shows a preview of the file, or what is wrong with it; the customer decides.
void App::offer_account(base::Result<model::State> read)
{
    auto& import       = pages_.import;
    import.dialog.open = true;
    if (!read) {
        import.refusal = read.problem();
    } else {
        read_             = *std::move(read);
        import.services   = read_->services.size();
        import.operations = read_->operations.size();
        import.account    = model::profile_of(*read_).id.value;
    }
    platform::request_frame();
}

void App::pick_account_file()
{
    platform::pick_file(".json,application/json", [this](platform::GivenFile file, std::string_view why) {
        if (why != "cancelled") read_account(std::move(file), why);
    });
}

void App::import_account()
{
    if (!read_) return;
    store_.replace(*std::exchange(read_, std::nullopt));
}

void App::export_account()
{
    const auto& state = store_.state();
    const auto  name  = file_name(state, store_.today());
    platform::save_file(name, "application/json", codec::write_account(state));
    tell_ready(name);
}

void App::save_invoice(const model::InvoiceId& id)
{
    const auto invoice = store_.state().invoices.get(id);
    if (!invoice) return;
    const auto       paper = papers::invoice_document(store_.state(), *invoice, settings_.language);
    const PaperFonts fonts = {platform::asset(regular_font), platform::asset(semibold_font), platform::text_engine()};
    platform::save_file(paper.file_name, "application/pdf", pdf_of(paper, fonts));
    tell_ready(paper.file_name);
}

void App::tell_ready(const std::string& file)
{
    if (ui_)
        ui_->toast(ui::Tone::success, base::say(settings_.language, "export.ready", {file}),
                   base::say(settings_.language, "export.again"), {}, platform::offer_file_again);
}

void App::export_list(std::unique_ptr<pages::Sheet> sheet)
{
    const auto name = sheet->file_name();
    worker_.start(std::make_unique<Export>(std::move(sheet), store_, [this, name](bool ready) {
        if (ready) tell_ready(name);
        else if (ui_) ui_->toast(ui::Tone::danger, base::say(settings_.language, "export.lost"));
    }));
}

}  // namespace app
