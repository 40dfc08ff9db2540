// The program in the browser. The app lives as long as the tab.
#include "app/app.hpp"

int main()
{
    static app::App app;
    return platform::run(app.program());
}
