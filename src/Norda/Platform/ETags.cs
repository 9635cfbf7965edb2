using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Norda.Platform;

/// <summary>An answer carries the hash of its content; who has it already is told 304 and saves the bytes.</summary>
public static class ETags
{
    extension<T>(T endpoint) where T : IEndpointConventionBuilder
    {
        public T WithETag()
        {
            endpoint.Add(built =>
            {
                var next = built.RequestDelegate;
                built.RequestDelegate = next is null ? null : http => Answer(http, next);
            });
            return endpoint;
        }
    }

    internal static async Task Answer(HttpContext http, RequestDelegate next)
    {
        var body = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        if (http.Response.StatusCode == StatusCodes.Status200OK)
            http.Response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)).AsSpan(0, 12))}\"";
        if (http.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known && http.Response.Headers.ETag.Count > 0
            && known.Any(tag => tag.Compare(EntityTagHeaderValue.Parse(http.Response.Headers.ETag.ToString()), useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            http.Response.ContentLength = null;
            return;
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(body, http.RequestAborted);
    }
}
