using Norda.Features.Home.Documentation;
using Norda.Features.Home.Robots;
using Norda.Features.Home.Start;
using Norda.Features.Search;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Home;

public static class HomeModule
{
    public static void AddHome(this WebApplicationBuilder builder)
    {
        builder.AddDocumentation();
        builder.AddSearch();
        builder.Services.AddScoped<StartBoard>();
        builder.Services.AddSingleton(new NavItem("Start", "/start", "home", 5) { Requires = (Resource.Start, Act.Read) });
        builder.Services.AddSingleton(new SitePage("Strona główna", "/", "start,początek,branże,miejscowości,nowe firmy,biuro izby,kontakt,telefon"));
        builder.Services.AddSingleton(new SitePage("Prywatność", "/prywatnosc", "rodo,dane osobowe,ciasteczka,cookies,polityka prywatności"));
        builder.Services.AddSingleton(new SitePage("Deklaracja dostępności", "/dostepnosc", "wcag,niepełnosprawność,czytnik ekranu,kontrast"));
    }

    public static void MapHome(this WebApplication app)
    {
        app.MapDocumentation();
        app.MapGet("/sitemap.xml", Sitemap.Show).Requires(Resource.Page, Act.Read).ExcludeFromDescription();
        app.MapGet("/sitemap/{part:int}.xml", Sitemap.ShowPart).Requires(Resource.Page, Act.Read).ExcludeFromDescription();
        app.MapGet("/robots.txt", TextFiles.Robots).Requires(Resource.Asset, Act.Read).ExcludeFromDescription();
        app.MapGet("/.well-known/security.txt", TextFiles.Security).Requires(Resource.Asset, Act.Read).ExcludeFromDescription();
        app.MapGet("/favicon.ico", TextFiles.Icon).Requires(Resource.Asset, Act.Read).ExcludeFromDescription();
        app.MapGet(PageHeaders.RulesAddress, PageHeaders.ShowRules).Requires(Resource.Asset, Act.Read).ExcludeFromDescription();
    }
}
