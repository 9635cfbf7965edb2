using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Mail.Previews;

/// <summary>A letter as a mail program draws it: its styles stand in its elements, which no page of the site may do.</summary>
public static class LetterFrame
{
    public const string Html = "text/html; charset=utf-8";
    private const string ContentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapLetterPreviews(this WebApplication app) => app.MapGet("/dev/poczta/{number:int}.html", Show).Requires(Resource.Kit, Act.Read).ExcludeFromDescription();

    private static IResult Show(int number, HttpContext http, IHostEnvironment environment, IEnumerable<LetterPreview> previews, IOptions<ChamberOptions> chamber, IStringLocalizer<Texts> texts)
    {
        if (!environment.IsDevelopment() || previews.ElementAtOrDefault(number) is not { } preview)
            return Results.NotFound();
        return Results.Content(Draw(http, preview.Sample(http.RequestServices), chamber.Value, texts), Html);
    }

    /// <summary>The whole page; sets the headers under which a browser draws it.</summary>
    public static string Draw(HttpContext http, Letter letter, ChamberOptions chamber, IStringLocalizer<Texts> texts)
    {
        http.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        http.Response.Headers.CacheControl = "no-store";
        return LetterLayout.Page(letter, chamber.Name, chamber.Owner, texts["Nie chcę takich wiadomości"]);
    }
}
