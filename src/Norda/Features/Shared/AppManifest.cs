using Microsoft.Extensions.Options;
using Norda.Platform;

namespace Norda.Features.Shared;

/// <summary>Lets people put the platform on the home screen under their chamber's name.</summary>
public static class AppManifest
{
    public static IResult Show(HttpRequest request, IOptions<ChamberOptions> options, Assets assets)
    {
        var chamber = options.Value;
        var logo = assets[(chamber.Logo ?? "/logo.svg").TrimStart('/')];
        return Results.Json(
            new
            {
                id = "/",
                name = chamber.Name,
                short_name = chamber.Name.Split(' ')[0],
                lang = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
                start_url = request.PathBase + "/",
                scope = "/",
                display = "standalone",
                background_color = "#f2f7f9",
                theme_color = "#005778",
                icons = new[] { new { src = logo, sizes = "any", type = chamber.LogoType } },
            },
            contentType: "application/manifest+json");
    }
}
