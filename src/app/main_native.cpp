// The same program in a window of this machine, for development.
#include "app/app.hpp"

int main()
{
    app::App app;
    return platform::run(app.program());
}
