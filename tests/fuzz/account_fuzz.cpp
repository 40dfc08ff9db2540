// An account file from anywhere: refused with a sentence, or read so that writing it gives the same bytes ever after.
#include "codec/account_file.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto result = codec::read_account(fuzz::view(data, size));
    if (!result) {
        fuzz::claim(!base::say(base::Language::fr, result.problem()).empty(), "a refusal says why");
        return 0;
    }
    const auto written = codec::write_account(*result);
    const auto again   = codec::read_account(written);
    fuzz::claim(static_cast<bool>(again), "what was exported can be imported");
    fuzz::claim(codec::write_account(*again) == written, "exporting again gives the same bytes");
    return 0;
}
