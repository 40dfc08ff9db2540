// The same program in a native window, for development.
#include "app/app.hpp"

int main()
{
    app::App app;
    return platform::run(app.program());
}
