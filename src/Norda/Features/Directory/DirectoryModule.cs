using Norda.Data;
using Norda.Features.Directory.Demo;

namespace Norda.Features.Directory;

public static class DirectoryModule
{
    public static void AddDirectory(this WebApplicationBuilder builder)
    {
        builder.AddPublicPages();
        builder.Services.AddScoped<FillWithDemo>();
        builder.Services.AddScoped<IFreshDatabase, DemoForNewcomers>();
    }
}
