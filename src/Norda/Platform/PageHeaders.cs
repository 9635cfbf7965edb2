using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Norda.Platform;

/// <summary>
/// Pages that are the same for every visitor carry a tag of their content: the browser asks again each time and is told 304
/// when nothing changed. Stands inside the output cache, which keeps the tag with the page.
/// </summary>
public static class PageHeaders
{
    public const string RulesAddress = "/speculation-rules.json";

    /// <summary>Pages behind links that a visitor is about to follow come early; files, calls and searches do not.</summary>
    private const string Rules = """
        {"prefetch":[{"where":{"and":[{"href_matches":"/*"},{"not":{"href_matches":["/api*","/*.*","/*/qr","/*/drukuj","/*\\?*"]}},{"not":{"selector_matches":"[download],[rel~=nofollow]"}}]},"eagerness":"moderate"}]}
        """;

    public static void UsePageHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.GetEndpoint()?.Metadata is not { } metadata
            || metadata.GetMetadata<PageActionDescriptor>() is null || metadata.GetMetadata<IOutputCachePolicy>() is null && metadata.GetMetadata<OutputCacheAttribute>() is null)
            return next(http);
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        return ETags.Answer(http, _ => next(http));
    });

    public static IResult ShowRules(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=86400";
        return Results.Text(Rules, "application/speculationrules+json");
    }
}
