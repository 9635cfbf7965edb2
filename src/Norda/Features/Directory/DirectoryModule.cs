using Norda.Data;
using Norda.Features.Directory.Demo;
using Norda.Platform.Contributions;

namespace Norda.Features.Directory;

public static class DirectoryModule
{
    public static void AddDirectory(this WebApplicationBuilder builder)
    {
        builder.AddPublicPages();
        builder.Services.AddSingleton(new NavItem("Katalog firm", "/katalog", "building-store", 20, "Katalog"));
        builder.Services.AddScoped<FillWithDemo>();
        builder.Services.AddScoped<IFreshDatabase, DemoForNewcomers>();
    }
}
