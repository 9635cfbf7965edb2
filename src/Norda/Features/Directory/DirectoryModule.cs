using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Data;
using Norda.Features.Directory.Demo;
using Norda.Features.Directory.Import;
using Norda.Features.Directory.Profile;
using Norda.Platform.Contributions;

namespace Norda.Features.Directory;

public static class DirectoryModule
{
    public static void AddDirectory(this WebApplicationBuilder builder)
    {
        builder.AddPublicPages();
        builder.Services.AddSingleton(new NavItem("Katalog firm", "/katalog", "building-store", 10, "Katalog"));
        builder.Services.AddSingleton(new SitePage("Katalog firm", "/katalog", "firmy,członkowie,wyszukiwarka,mapa,usługi"));
        builder.Services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Directory/Catalog/Index", "/katalog/miejscowosc/{miejscowosc}"));
        builder.Services.AddSingleton<PageAge>();
        builder.Services.AddScoped<FillWithDemo>();
        builder.Services.AddScoped<IFreshDatabase, DemoForNewcomers>();
        builder.Services.AddImport();
    }

    public static void MapDirectory(this WebApplication app)
    {
        app.MapDirectoryApi();
        app.MapCompanyFiles();
    }
}
