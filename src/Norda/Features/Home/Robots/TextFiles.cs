using System.Globalization;
using Microsoft.Extensions.Options;
using Norda.Features.Shared;
using Norda.Platform;

namespace Norda.Features.Home.Robots;

/// <summary>Small files that programs ask for at fixed addresses.</summary>
public static class TextFiles
{
    /// <summary>Search engines take the pages; the endless combinations of filters and searches are not for them.</summary>
    public static IResult Robots(HttpRequest request) => Results.Text(string.Create(CultureInfo.InvariantCulture, $"""
        User-agent: *
        Disallow: /szukaj
        Disallow: /en/szukaj
        Disallow: /*?*sortuj=
        Disallow: /*?*usluga=
        Disallow: /*?*kompetencja=
        Disallow: /*?*certyfikat=
        Disallow: /*?*jakosc=

        Sitemap: {request.PublicUrl("/sitemap.xml")}

        """));

    /// <summary>RFC 9116: whom to tell of a hole. Without the office's address there is nobody to name.</summary>
    public static IResult Security(HttpRequest request, IOptions<ChamberOptions> chamber, TimeProvider clock)
    {
        if (chamber.Value.Email is not { } email)
            return Results.NotFound();
        var today = clock.Today();
        var expires = new DateOnly(today.Year, today.Month, 1).AddMonths(6);
        return Results.Text(string.Create(CultureInfo.InvariantCulture, $"""
            Contact: mailto:{email}
            Expires: {expires:yyyy-MM-dd}T00:00:00Z
            Preferred-Languages: pl, en
            Canonical: {request.PublicUrl("/.well-known/security.txt")}

            """));
    }

    /// <summary>Pages name their icon; this is for those who ask without reading.</summary>
    public static IResult Icon(HttpResponse response, IOptions<ChamberOptions> chamber, Assets assets)
    {
        response.Headers.CacheControl = "public, max-age=86400";
        return Results.LocalRedirect(assets[(chamber.Value.Logo ?? "/logo.svg").TrimStart('/')]);
    }
}
