using Norda.Platform.Access;

namespace Norda.Features.Shared;

public static class SharedModule
{
    public static void AddShared(this WebApplicationBuilder builder) =>
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Features");

    public static void MapAssets(this WebApplication app) => app.MapStaticAssets().Requires(Resource.Asset, Act.Read);

    public static void MapShared(this WebApplication app)
    {
    }

    public static void MapPages(this WebApplication app) => app.MapRazorPages().WithStaticAssets();

    /// <summary>An unknown address is a real 404 page, not a request to sign in.</summary>
    public static void MapNotFound(this WebApplication app) =>
        app.MapFallback("{**path}", (HttpContext http) => { http.Response.StatusCode = StatusCodes.Status404NotFound; return Task.CompletedTask; })
            .Requires(Resource.Page, Act.Read);
}
