using System.IO.Compression;
using Scalar.AspNetCore;

namespace Norda.Features.Home.Documentation;

/// <summary>The script of the reference as its package carries it. The package's own page would need inline script, which the site forbids.</summary>
public static class ApiReader
{
    private const string Resource = "ScalarStaticAssets.scalar.js";
    private static readonly string Version = typeof(ScalarOptions).Assembly.GetName().Version?.ToString(3) ?? "0";

    public static string Address => "/api/scalar.js?v=" + Version;

    public static IResult Script(HttpContext http)
    {
        var packed = typeof(ScalarOptions).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"Scalar.AspNetCore has no {Resource} any more.");
        http.Response.Headers.CacheControl = http.Request.Query["v"] == Version ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return Results.Stream(new GZipStream(packed, CompressionMode.Decompress), "text/javascript; charset=utf-8");
        http.Response.Headers.ContentEncoding = "gzip";
        return Results.Stream(packed, "text/javascript; charset=utf-8");
    }
}
