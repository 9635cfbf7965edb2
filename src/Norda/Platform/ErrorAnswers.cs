using Microsoft.AspNetCore.Diagnostics;

namespace Norda.Platform;

/// <summary>An answer without a body gets one: problem details for the API, a page in the common design for people.</summary>
public static class ErrorAnswers
{
    public static async Task Write(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (IsApi(http.Request))
        {
            await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = http });
            return;
        }

        var (path, query, status) = (http.Request.Path, http.Request.QueryString, http.Response.StatusCode);
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath = path.Value!, OriginalPathBase = http.Request.PathBase.Value!, OriginalQueryString = query.Value });
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.Request.Method = HttpMethods.Get;
        http.Request.Path = $"/blad/{status}";
        http.Request.QueryString = QueryString.Empty;
        try
        {
            await context.Next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.QueryString) = (path, query);
            http.Features.Set<IStatusCodeReExecuteFeature?>(null);
        }
    }

    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
