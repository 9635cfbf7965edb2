using System.Globalization;

namespace Norda.Platform;

/// <summary>Addresses under /en are English. The prefix becomes the path base, so every link made with ~/ stays in the language.</summary>
public sealed class RequestLanguage(RequestDelegate next)
{
    public const string EnglishPrefix = "/en";

    private static readonly CultureInfo Polish = new("pl-PL");
    private static readonly CultureInfo English = new("en-GB");

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var english = request.Path.StartsWithSegments(EnglishPrefix, StringComparison.Ordinal, out var rest);
        if (english)
        {
            request.PathBase = request.PathBase.Add(EnglishPrefix);
            request.Path = rest.HasValue ? rest : "/";
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = english ? English : Polish;
        return next(context);
    }
}
