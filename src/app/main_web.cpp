// The program in the browser. The app lives until the tab is closed.
#include "app/app.hpp"

int main()
{
    static app::App app;
    return platform::run(app.program());
}
