using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Norda.Platform;

namespace Norda.Features.Shared;

/// <summary>Light or dark by the visitor's cookie; colours and font of the chamber as one small stylesheet.</summary>
public sealed class Theme(IOptions<ChamberOptions> chamber, Assets assets)
{
    public const string Cookie = "theme";

    private volatile Look? _look;

    public string Address => "/theme.css?v=" + Now.Hash;

    /// <summary>Made anew when the chamber chose other colours.</summary>
    private Look Now => _look is { } look && ReferenceEquals(look.Of, chamber.Value) ? look : _look = Make(chamber.Value);

    /// <summary>"light", "dark", or nothing: as the device prefers.</summary>
    public static string? Of(HttpRequest request) => Known(request.Cookies[Cookie]);

    public IResult Stylesheet(HttpContext http)
    {
        var look = Now;
        http.Response.Headers[HeaderNames.CacheControl] = string.Equals(http.Request.Query["v"], look.Hash, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Text(look.Css, "text/css", Encoding.UTF8);
    }

    /// <summary>The choice made without JavaScript. It changes nothing but a look, so it needs no token and pages stay cacheable.</summary>
    public static IResult Choose(HttpContext http, [FromForm(Name = "motyw")] string? theme, [FromForm(Name = "powrot")] string? back)
    {
        if (Known(theme) is { } known)
            http.Response.Cookies.Append(Cookie, known, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps });
        return Results.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    private static string? Known(string? theme) => theme is "light" or "dark" ? theme : null;

    private static bool IsLocal(string? address) => address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);

    private Look Make(ChamberOptions of)
    {
        var css = Brand(of) + Faces(assets);
        return new Look(of, css, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(css)).AsSpan(0, 5)));
    }

    private static string Brand(ChamberOptions chamber) => string.Create(CultureInfo.InvariantCulture,
        $":root {{ --brand-h: {chamber.BrandHue:0.##}; --brand-c: {chamber.BrandChroma:0.###}; --accent-h: {chamber.AccentHue:0.##}; --neutral-h: {chamber.BrandHue:0.##}; }}\n");

    /// <summary>Where ranges overlap, the later face is asked first: the accents of other languages come only with a page that has one.</summary>
    private static string Faces(Assets assets) =>
        Face(assets, Assets.FontAccents, "U+A1-FF")
        + Face(assets, Assets.Font, "U+20-7E, U+A0, U+A7, U+AB, U+B0, U+B2-B3, U+B7, U+BB, U+D3, U+D7, U+F3, U+2000-22FF")
        + Face(assets, Assets.FontPolish, "U+100-2BA");

    private static string Face(Assets assets, string file, string range) => assets.Find(file) is { } address
        ? $"@font-face {{ font-family: \"Public Sans\"; src: url(\"{address}\") format(\"woff2\"); font-weight: 400 700; font-display: swap; unicode-range: {range}; }}\n"
        : "";

    private sealed record Look(ChamberOptions Of, string Css, string Hash);
}
